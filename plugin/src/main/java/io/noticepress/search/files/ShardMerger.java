package io.noticepress.search.files;

import io.noticepress.search.codec.AppendFile;
import io.noticepress.search.codec.BufferedAppender;
import io.noticepress.search.codec.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be written of all terms, as notices or as positions: shards of the last index as they are, single terms of others,
 * and terms written anew, which lie in a scratch file meanwhile. For one thread.
 */
public final class ShardMerger implements AutoCloseable {
    /** What happens to the terms of an index, in order. */
    public interface ShardEdits {
        /** The next term that changes; empty at the end. */
        Optional<String> term();

        /** Changes it, and goes to the next. */
        void change(Optional<Shard.TermEntry> before, byte[] shard);

        /** Takes a term that is none of those, of a shard that is open. */
        void keep(Shard.TermEntry termEntry, Shard shard, byte[] bytes);
    }

    private static final byte[] NOTHING = new byte[0];

    private final Optional<IndexStore> previous;
    private final List<Shard> previousShards;
    private final AppendFile file;
    private final BufferedAppender appender;
    private final TermDictionary dictionary = new TermDictionary();
    private Optional<Shard> loadedShard = Optional.empty();
    private byte[] loadedBytes = NOTHING;
    private final List<Shard.TermEntry> loadedEntries = new ArrayList<>();

    /**
     * One that is empty.
     *
     * @param previous where the shards of the last index stand
     * @param previousShards those of its shards that are merged here
     */
    public ShardMerger(Optional<IndexStore> previous, List<Shard> previousShards, AppendFile file) {
        this.previous = previous;
        this.previousShards = previousShards;
        this.file = file;
        this.appender = new BufferedAppender(file);
    }

    TermDictionary dictionary() {
        return dictionary;
    }

    /** Lays aside what is written of a term; says where. */
    public long stage(byte[] written) {
        return appender.append(written);
    }

    /** Adds a term of which that was written which lies aside at a place. */
    public void add(String term, int count, long place, int length) {
        dictionary.add(term, count, place, length);
    }

    /** Adds a term as it was in a shard. */
    public void add(Shard.TermEntry termEntry, Shard shard) {
        dictionary.add(
                termEntry.term(), termEntry.noticeCount(), ~(shard.offset() + termEntry.offset()), termEntry.length());
    }

    /**
     * Goes through the last index in order, and edits it. A shard is opened if a term changes in it, or one before it that
     * belongs to it from now on.
     *
     * @param all whether all shards are opened
     */
    public void merge(ShardEdits shardEdits, boolean all) {
        Optional<String> changed = Optional.empty();
        for (int i = 0; i < previousShards.size(); i++) {
            Shard shard = previousShards.get(i);
            Optional<String> next = i + 1 < previousShards.size()
                    ? Optional.of(previousShards.get(i + 1).firstTerm())
                    : Optional.empty();
            boolean isReached = changed.filter(
                            term -> ShardSplitter.isWithin(term, shard.firstTerm(), shard.lastTerm()))
                    .isPresent();
            if (!all && !isReached && !isBefore(shardEdits.term(), next)) {
                dictionary.add(shard);
                continue;
            }
            load(shard);
            for (Shard.TermEntry termEntry : loadedEntries) {
                changed = add(shardEdits, Optional.of(termEntry.term()), changed);
                if (shardEdits.term().equals(Optional.of(termEntry.term()))) {
                    shardEdits.change(Optional.of(termEntry), loadedBytes);
                } else {
                    shardEdits.keep(termEntry, shard, loadedBytes);
                }
            }
            changed = add(shardEdits, next, changed);
        }
        add(shardEdits, Optional.empty(), changed);
    }

    /** Adds the new terms that stand before another; says which was the last that was added. */
    private static Optional<String> add(ShardEdits shardEdits, Optional<String> limit, Optional<String> before) {
        Optional<String> added = before;
        while (isBefore(shardEdits.term(), limit)) {
            added = shardEdits.term();
            shardEdits.change(Optional.empty(), NOTHING);
        }
        return added;
    }

    private static boolean isBefore(Optional<String> term, Optional<String> limit) {
        return term.isPresent()
                && limit.map(other -> term.get().compareTo(other) < 0).orElse(true);
    }

    /** What was written of a term; nothing, if it was not there. */
    public byte[] findBytes(String term) {
        int low = 0;
        int high = previousShards.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (previousShards.get(middle).firstTerm().compareTo(term) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return NOTHING;
        }
        load(previousShards.get(low - 1));
        low = 0;
        high = loadedEntries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (loadedEntries.get(middle).term().compareTo(term) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean there =
                low < loadedEntries.size() && loadedEntries.get(low).term().equals(term);
        return there ? loadedEntries.get(low).bytesIn(loadedBytes) : NOTHING;
    }

    private void load(Shard shard) {
        if (!loadedShard.equals(Optional.of(shard))) {
            loadedShard = Optional.of(shard);
            loadedBytes = previous.orElseThrow().read(shard.offset(), shard.length());
            loadedEntries.clear();
            Shard.parse(loadedBytes, loadedEntries::add);
        }
    }

    /** A shard of the terms from one place in the lexicon to another. */
    byte[] encodeShard(int from, int to) {
        List<Shard.TermEntry> all = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Optional<Shard> whole = dictionary.wholeShard(i);
            if (whole.isPresent()) {
                load(whole.get());
                for (Shard.TermEntry termEntry : loadedEntries) {
                    all.add(termEntry);
                    places.add(~(whole.get().offset() + termEntry.offset()));
                }
            } else {
                all.add(new Shard.TermEntry(dictionary.term(i), dictionary.noticeCount(i), 0, dictionary.length(i)));
                places.add(dictionary.offset(i));
            }
        }
        ByteWriter out = new ByteWriter(1 << 12);
        out.writeNumber(all.size());
        String before = "";
        for (Shard.TermEntry termEntry : all) {
            out.writeNextTerm(before, termEntry.term());
            out.writeNumber(termEntry.noticeCount());
            out.writeNumber(termEntry.length());
            before = termEntry.term();
        }
        for (int i = 0, end; i < all.size(); i = end) { // what lies side by side is read in one go
            int length = all.get(i).length();
            for (end = i + 1; end < all.size() && isAdjacent(places, all, end); end++) {
                length += all.get(end).length();
            }
            long place = places.get(i);
            out.writeBytes(place < 0 ? previous.orElseThrow().read(~place, length) : appender.read(place, length));
        }
        return out.takeBytes();
    }

    private static boolean isAdjacent(List<Long> places, List<Shard.TermEntry> entries, int i) {
        long before = places.get(i - 1);
        int length = entries.get(i - 1).length();
        return places.get(i) == (before < 0 ? before - length : before + length);
    }

    @Override
    public void close() {
        file.close();
    }
}
