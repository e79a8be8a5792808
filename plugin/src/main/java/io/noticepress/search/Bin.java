package io.noticepress.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be written of all terms, as notices or as positions: shards of the last index as they are, single terms of others,
 * and terms written anew, which lie in a scratch file meanwhile. For one thread.
 */
final class Bin implements AutoCloseable {
    /** What happens to the terms of an index, in order. */
    interface Edits {
        /** The next term that changes; empty at the end. */
        Optional<String> term();

        /** Changes it, and goes to the next. */
        void change(Optional<Shard.Entry> before, byte[] shard);

        /** Takes a term that is none of those, of a shard that is open. */
        void keep(Shard.Entry entry, Shard shard, byte[] bytes);
    }

    private static final byte[] NOTHING = new byte[0];

    private final Optional<Stock> last;
    private final List<Shard> before;
    private final Scratch scratch;
    private final Spool spool;
    private final Lexicon lexicon = new Lexicon();
    private Optional<Shard> open = Optional.empty();
    private byte[] bytes = NOTHING;
    private final List<Shard.Entry> entries = new ArrayList<>();

    /**
     * One that is empty.
     *
     * @param last where the shards of the last index stand
     * @param before those of its shards that are merged here
     */
    Bin(Optional<Stock> last, List<Shard> before, Scratch scratch) {
        this.last = last;
        this.before = before;
        this.scratch = scratch;
        this.spool = new Spool(scratch);
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /** Lays aside what is written of a term; says where. */
    long write(byte[] written) {
        return spool.add(written);
    }

    /** Adds a term of which that was written which lies aside at a place. */
    void add(String term, int count, long place, int length) {
        lexicon.add(term, count, place, length);
    }

    /** Adds a term as it was in a shard. */
    void add(Shard.Entry entry, Shard shard) {
        lexicon.add(entry.term(), entry.count(), ~(shard.place() + entry.from()), entry.length());
    }

    /**
     * Goes through the last index in order, and edits it. A shard is opened if a term changes in it, or one before it that
     * belongs to it from now on.
     *
     * @param all whether all shards are opened
     */
    void merge(Edits edits, boolean all) {
        Optional<String> changed = Optional.empty();
        for (int i = 0; i < before.size(); i++) {
            Shard shard = before.get(i);
            Optional<String> next =
                    i + 1 < before.size() ? Optional.of(before.get(i + 1).first()) : Optional.empty();
            boolean isReached = changed.filter(term -> Split.isWithin(term, shard.first(), shard.last()))
                    .isPresent();
            if (!all && !isReached && !isBefore(edits.term(), next)) {
                lexicon.add(shard);
                continue;
            }
            open(shard);
            for (Shard.Entry entry : entries) {
                changed = add(edits, Optional.of(entry.term()), changed);
                if (edits.term().equals(Optional.of(entry.term()))) {
                    edits.change(Optional.of(entry), bytes);
                } else {
                    edits.keep(entry, shard, bytes);
                }
            }
            changed = add(edits, next, changed);
        }
        add(edits, Optional.empty(), changed);
    }

    /** Adds the new terms that stand before another; says which was the last that was added. */
    private static Optional<String> add(Edits edits, Optional<String> limit, Optional<String> before) {
        Optional<String> added = before;
        while (isBefore(edits.term(), limit)) {
            added = edits.term();
            edits.change(Optional.empty(), NOTHING);
        }
        return added;
    }

    private static boolean isBefore(Optional<String> term, Optional<String> limit) {
        return term.isPresent()
                && limit.map(other -> term.get().compareTo(other) < 0).orElse(true);
    }

    /** What was written of a term; nothing, if it was not there. */
    byte[] find(String term) {
        int low = 0;
        int high = before.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before.get(middle).first().compareTo(term) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return NOTHING;
        }
        open(before.get(low - 1));
        low = 0;
        high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).term().compareTo(term) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean there = low < entries.size() && entries.get(low).term().equals(term);
        return there ? entries.get(low).of(bytes) : NOTHING;
    }

    private void open(Shard shard) {
        if (!open.equals(Optional.of(shard))) {
            open = Optional.of(shard);
            bytes = last.orElseThrow().read(shard.place(), shard.length());
            entries.clear();
            Shard.read(bytes, entries::add);
        }
    }

    /** A shard of the terms from one place in the lexicon to another. */
    byte[] shard(int from, int to) {
        List<Shard.Entry> all = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Optional<Shard> whole = lexicon.shard(i);
            if (whole.isPresent()) {
                open(whole.get());
                for (Shard.Entry entry : entries) {
                    all.add(entry);
                    places.add(~(whole.get().place() + entry.from()));
                }
            } else {
                all.add(new Shard.Entry(lexicon.term(i), lexicon.notices(i), 0, lexicon.length(i)));
                places.add(lexicon.place(i));
            }
        }
        Bytes out = new Bytes(1 << 12);
        out.number(all.size());
        String before = "";
        for (Shard.Entry entry : all) {
            out.after(before, entry.term());
            out.number(entry.count());
            out.number(entry.length());
            before = entry.term();
        }
        for (int i = 0, end; i < all.size(); i = end) { // what lies side by side is read in one go
            int length = all.get(i).length();
            for (end = i + 1; end < all.size() && follows(places, all, end); end++) {
                length += all.get(end).length();
            }
            long place = places.get(i);
            out.raw(place < 0 ? last.orElseThrow().read(~place, length) : spool.read(place, length));
        }
        return out.take();
    }

    private static boolean follows(List<Long> places, List<Shard.Entry> entries, int i) {
        long before = places.get(i - 1);
        int length = entries.get(i - 1).length();
        return places.get(i) == (before < 0 ? before - length : before + length);
    }

    @Override
    public void close() {
        scratch.close();
    }
}
