package io.noticepress.search.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The terms of a merged index, sorted by their UTF-16 units, with the location of the data of each; and whole shards, where
 * they are taken over unchanged. Held in a few arrays, as there may be millions.
 */
public final class TermDictionary {
    private char[] chars = new char[1 << 16];
    private int[] starts = new int[1 << 12];
    private int[] noticeCounts = new int[1 << 12];
    private int[] lengths = new int[1 << 12];
    private long[] locations = new long[1 << 12];
    private final List<Shard> shards = new ArrayList<>();
    private int size;

    public int size() {
        return size;
    }

    public void add(String term, int noticeCount, long location, int length) {
        if (size + 1 == starts.length) {
            starts = Arrays.copyOf(starts, size * 2 + 2);
            noticeCounts = Arrays.copyOf(noticeCounts, size * 2 + 2);
            lengths = Arrays.copyOf(lengths, size * 2 + 2);
            locations = Arrays.copyOf(locations, size * 2 + 2);
        }
        int start = starts[size];
        if (start + term.length() > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, start + term.length()));
        }
        term.getChars(0, term.length(), chars, start);
        noticeCounts[size] = noticeCount;
        lengths[size] = length;
        locations[size] = location;
        starts[++size] = start + term.length();
    }

    /**
     * Adds a whole shard.
     *
     * @param number takes the place of the location
     */
    void add(Shard shard, int number) {
        add(shard.firstTerm(), -1 - shards.size(), number, shard.weight());
        shards.add(shard);
    }

    /** The shard of an item that is a whole shard. */
    Optional<Shard> wholeShard(int index) {
        return noticeCounts[index] < 0 ? Optional.of(shards.get(-1 - noticeCounts[index])) : Optional.empty();
    }

    /** The last term of an item. */
    String lastTerm(int index) {
        return wholeShard(index).map(Shard::lastTerm).orElseGet(() -> term(index));
    }

    /** The weight of an item for {@link ShardSplitter}: about its bytes in a shard. */
    int weight(int index) {
        return noticeCounts[index] < 0 ? lengths[index] : lengths[index] + starts[index + 1] - starts[index] + 3;
    }

    /** The first term of an item. */
    public String term(int index) {
        return new String(chars, starts[index], starts[index + 1] - starts[index]);
    }

    /** How many notices have a term. */
    public int noticeCount(int index) {
        return noticeCounts[index];
    }

    /** The length of a term's data. */
    public int length(int index) {
        return lengths[index];
    }

    /** The location of a term's data. */
    public long location(int index) {
        return locations[index];
    }
}
