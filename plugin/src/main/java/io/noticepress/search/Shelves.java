package io.noticepress.search;

import io.noticepress.model.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shards of a language and their directories. Sections 5.1 to 5.3 of the specification. */
final class Shelves {
    /** How large a shard of several terms is at most. */
    static final int SHARD = 4 * 1024;

    /** How many shards a directory names at most. */
    private static final int DIRECTORY = 64;

    /** What leads to a file: the first term in it, and its name. */
    record Lead(String term, byte[] hash) {}

    private final Shards shards;
    private final String folder;
    private final Stock stock;
    private final Optional<Stock> last;
    private final int most;

    /**
     * Those of one language.
     *
     * @param stock where shards are kept
     * @param last where those of the last index stand, perhaps the same
     * @param most how large a shard of several terms is at most, {@link #SHARD} but in tests
     */
    Shelves(Shards shards, String folder, Stock stock, Optional<Stock> last, int most) {
        this.shards = shards;
        this.folder = folder;
        this.stock = stock;
        this.last = last;
        this.most = most;
    }

    /**
     * Writes all shards of a bin; those that come out as they were are not written again.
     *
     * @param before the ones of the last index
     */
    List<Shard> write(Bin bin, String kind, List<Shard> before) {
        Map<Digest, Shard> known = new HashMap<>();
        before.forEach(shard -> known.put(shard.digest(), shard));
        Lexicon lexicon = bin.lexicon();
        List<Shard> all = new ArrayList<>();
        for (Split.Run run : Split.of(lexicon.size(), lexicon::term, lexicon::last, lexicon::weight, most)) {
            Optional<Shard> whole = run.to() - run.from() == 1 ? lexicon.shard(run.from()) : Optional.empty();
            Shard shard = whole.map(this::kept).orElseGet(() -> made(bin, run, known));
            shards.add(Shards.address(folder, kind, Shards.hash(shard.digest())), shard, stock);
            all.add(shard);
        }
        return all;
    }

    private Shard made(Bin bin, Split.Run run, Map<Digest, Shard> known) {
        Lexicon lexicon = bin.lexicon();
        byte[] bytes = bin.shard(run.from(), run.to());
        Digest digest = Digest.of(bytes);
        if (known.containsKey(digest)) {
            return kept(known.get(digest));
        }
        int size = 0;
        for (int i = run.from(); i < run.to(); i++) {
            size += lexicon.weight(i);
        }
        return new Shard(
                lexicon.term(run.from()), lexicon.last(run.to() - 1), size, stock.add(bytes), bytes.length, digest);
    }

    private Shard kept(Shard shard) {
        Stock there = last.orElseThrow();
        return there == stock ? shard : shard.at(stock.add(there.read(shard.place(), shard.length())));
    }

    /** Writes the directories of some shards; leads to them. */
    List<Lead> directories(List<Shard> all) {
        List<Lead> directories = new ArrayList<>();
        for (Split.Run run : Split.of(
                all.size(),
                index -> all.get(index).first(),
                index -> all.get(index).first(),
                index -> 1,
                DIRECTORY)) {
            List<Shard> part = all.subList(run.from(), run.to());
            directories.add(new Lead(part.get(0).first(), shards.add(folder, "d", directory(part))));
        }
        return directories;
    }

    private static byte[] directory(List<Shard> part) {
        Bytes out = new Bytes(1024);
        out.number(part.size());
        String before = "";
        for (Shard shard : part) {
            out.after(before, shard.first());
            out.raw(Shards.hash(shard.digest()));
            before = shard.first();
        }
        return out.take();
    }
}
