package io.noticepress.search.files;

import io.noticepress.search.codec.ByteWriter;
import io.noticepress.store.SortedSearch;
import io.noticepress.store.TempFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges the shards of the previous index, of terms or of positions, with changed terms: unchanged shards are taken over as a
 * whole, unchanged terms of other shards as they are, and the data of changed terms waits in a temporary file. For one thread.
 */
public final class ShardMerger implements AutoCloseable {
    /** Changes to the terms of an index, in order. */
    public interface ShardEdits {
        /** The next term that changes; empty at the end. */
        Optional<String> term();

        /** Changes that term and goes to the next. */
        void change(Optional<Shard.TermEntry> before, byte[] shard);

        /** Takes over a term that does not change, from a shard in which another one does. */
        void keep(Shard.TermEntry term, byte[] shard);
    }

    private static final byte[] NOTHING = new byte[0];
    private static final int NO_SHARD = -1;

    private final IndexStore store;
    private final List<Shard> previousShards;
    private final TempFile file;
    private final TermDictionary dictionary = new TermDictionary();
    /** The previous shard that was read last. */
    private int readShard = NO_SHARD;

    private byte[] readBytes = NOTHING;
    /** The previous shard that was parsed last. */
    private int parsedShard = NO_SHARD;

    private byte[] parsedBytes = NOTHING;
    private List<Shard.TermEntry> parsedTerms = List.of();

    /**
     * An empty merge.
     *
     * @param previousShards the shards in the store that are merged
     * @param file closed with the merger
     */
    public ShardMerger(IndexStore store, List<Shard> previousShards, TempFile file) {
        this.store = store;
        this.previousShards = previousShards;
        this.file = file;
    }

    TermDictionary dictionary() {
        return dictionary;
    }

    /** Stores the data of a changed term for now and returns its offset. */
    public long stage(byte[] data) {
        return file.append(data);
    }

    /** Adds a changed term whose data was staged. */
    public void add(String term, int noticeCount, long offset, int length) {
        dictionary.add(term, noticeCount, offset, length);
    }

    /** Adds a term of the shard that is being merged, as it is. */
    public void add(Shard.TermEntry term) {
        dictionary.add(term.term(), term.noticeCount(), previousLocation(parsedShard, term), term.length());
    }

    /** Location of a term's data in a previous shard; negative, as opposed to offsets of staged data. */
    private static long previousLocation(int shard, Shard.TermEntry term) {
        return ~((long) shard << Integer.SIZE | term.offset());
    }

    /**
     * Goes through the previous shards in order and edits them. A shard is opened if one of its terms changes, or if a new term
     * before it falls into its range.
     *
     * @param all whether every shard is opened
     */
    public void merge(ShardEdits edits, boolean all) {
        Optional<String> lastNew = Optional.empty();
        for (int i = 0; i < previousShards.size(); i++) {
            Shard shard = previousShards.get(i);
            Optional<String> next = i + 1 < previousShards.size()
                    ? Optional.of(previousShards.get(i + 1).firstTerm())
                    : Optional.empty();
            boolean isReached = lastNew.filter(
                            term -> ShardSplitter.isWithin(term, shard.firstTerm(), shard.lastTerm()))
                    .isPresent();
            if (!all && !isReached && !isBefore(edits.term(), next)) {
                dictionary.add(shard, i);
                continue;
            }
            parse(i);
            for (Shard.TermEntry term : parsedTerms) {
                lastNew = addNewTerms(edits, Optional.of(term.term()), lastNew);
                if (edits.term().equals(Optional.of(term.term()))) {
                    edits.change(Optional.of(term), parsedBytes);
                } else {
                    edits.keep(term, parsedBytes);
                }
            }
            lastNew = addNewTerms(edits, next, lastNew);
        }
        addNewTerms(edits, Optional.empty(), lastNew);
    }

    /** Adds the new terms before a limit and returns the last new term so far. */
    private static Optional<String> addNewTerms(ShardEdits edits, Optional<String> limit, Optional<String> lastNew) {
        Optional<String> added = lastNew;
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

    /** The data of a term in the previous shards; empty if they do not have it. */
    public byte[] findData(String term) {
        int found = SortedSearch.find(
                previousShards.size(), i -> previousShards.get(i).firstTerm().compareTo(term));
        int shard = found >= 0 ? found : -2 - found;
        if (shard < 0) {
            return NOTHING;
        }
        parse(shard);
        int at = SortedSearch.find(
                parsedTerms.size(), i -> parsedTerms.get(i).term().compareTo(term));
        return at < 0 ? NOTHING : parsedTerms.get(at).dataIn(parsedBytes);
    }

    private void parse(int shard) {
        if (parsedShard != shard) {
            parsedBytes = read(shard);
            parsedTerms = Shard.parse(parsedBytes);
            parsedShard = shard;
        }
    }

    private byte[] read(int shard) {
        if (readShard != shard) {
            readBytes = store.read(previousShards.get(shard));
            readShard = shard;
        }
        return readBytes;
    }

    /** The bytes of a shard with a range of the dictionary. */
    byte[] encodeShard(int from, int to) {
        List<Shard.TermEntry> terms = new ArrayList<>();
        List<Long> locations = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (dictionary.wholeShard(i).isPresent()) {
                parse((int) dictionary.location(i));
                for (Shard.TermEntry term : parsedTerms) {
                    terms.add(term);
                    locations.add(previousLocation(parsedShard, term));
                }
            } else {
                terms.add(new Shard.TermEntry(dictionary.term(i), dictionary.noticeCount(i), 0, dictionary.length(i)));
                locations.add(dictionary.location(i));
            }
        }
        ByteWriter out = new ByteWriter(1 << 12);
        out.writeNumber(terms.size());
        String before = "";
        for (Shard.TermEntry term : terms) {
            out.writeNextTerm(before, term.term());
            out.writeNumber(term.noticeCount());
            out.writeNumber(term.length());
            before = term.term();
        }
        for (int i = 0, end; i < terms.size(); i = end) { // adjacent data is copied in one go
            int length = terms.get(i).length();
            for (end = i + 1; end < terms.size() && isAdjacent(locations, terms, end); end++) {
                length += terms.get(end).length();
            }
            copyData(locations.get(i), length, out);
        }
        return out.takeBytes();
    }

    private void copyData(long location, int length, ByteWriter out) {
        if (location < 0) {
            out.writeBytes(read((int) (~location >>> Integer.SIZE)), (int) ~location, length);
        } else {
            out.writeBytes(file.read(location, length));
        }
    }

    private static boolean isAdjacent(List<Long> locations, List<Shard.TermEntry> terms, int i) {
        long before = locations.get(i - 1);
        int length = terms.get(i - 1).length();
        return locations.get(i) == (before < 0 ? before - length : before + length);
    }

    @Override
    public void close() {
        file.close();
    }
}
