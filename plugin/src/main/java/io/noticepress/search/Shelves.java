package io.noticepress.search;

import java.util.ArrayList;
import java.util.List;

/** The shards of a language and their directories. Sections 5.1 to 5.3 of the specification. */
final class Shelves {
    /** How large a shard of several terms is at most. */
    private static final int SHARD = 4 * 1024;

    /** How many shards a directory names at most. */
    private static final int DIRECTORY = 64;

    /** What leads to a file: the first term in it, and its name. */
    record Lead(String term, byte[] hash) {}

    private final Shards shards;
    private final String folder;
    private final Stock stock;

    Shelves(Shards shards, String folder, Stock stock) {
        this.shards = shards;
        this.folder = folder;
        this.stock = stock;
    }

    /** Writes all shards of a lexicon, then their directories; leads to the latter. */
    List<Lead> write(Lexicon lexicon, String kind) {
        List<Lead> leads = new ArrayList<>();
        List<Split.Run> runs = Split.of(
                lexicon.size(),
                lexicon::term,
                index -> lexicon.length(index) + lexicon.term(index).length() + 3,
                SHARD);
        for (Split.Run run : runs) {
            leads.add(new Lead(lexicon.term(run.from()), shards.add(folder, kind, shard(lexicon, run))));
        }
        List<Lead> directories = new ArrayList<>();
        for (Split.Run run : Split.of(leads.size(), index -> leads.get(index).term(), index -> 1, DIRECTORY)) {
            List<Lead> part = leads.subList(run.from(), run.to());
            directories.add(new Lead(part.get(0).term(), shards.add(folder, "d", directory(part))));
        }
        return directories;
    }

    private byte[] shard(Lexicon lexicon, Split.Run run) {
        Bytes out = new Bytes(SHARD);
        out.number(run.to() - run.from());
        String before = "";
        for (int i = run.from(); i < run.to(); i++) {
            String term = lexicon.term(i);
            out.after(before, term);
            out.number(lexicon.notices(i));
            out.number(lexicon.length(i));
            before = term;
        }
        for (int i = run.from(); i < run.to(); i++) {
            out.raw(stock.read(lexicon.place(i), lexicon.length(i)));
        }
        return out.take();
    }

    private static byte[] directory(List<Lead> leads) {
        Bytes out = new Bytes(1024);
        out.number(leads.size());
        String before = "";
        for (Lead lead : leads) {
            out.after(before, lead.term());
            out.raw(lead.hash());
            before = lead.term();
        }
        return out.take();
    }
}
