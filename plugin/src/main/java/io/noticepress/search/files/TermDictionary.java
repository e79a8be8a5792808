package io.noticepress.search.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The terms of a language in their order, that of their UTF-16 units, each with what is to be written of it and where that
 * lies meanwhile; whole shards, where they stay as they are. Kept in few arrays: there may be millions.
 */
public final class TermDictionary {
    private char[] chars = new char[1 << 16];
    private int[] starts = new int[1 << 12];
    private int[] noticeCounts = new int[1 << 12];
    private int[] lengths = new int[1 << 12];
    private long[] offsets = new long[1 << 12];
    private final List<Shard> shards = new ArrayList<>();
    private int size;

    public int size() {
        return size;
    }

    public void add(String term, int count, long place, int length) {
        if (size + 1 == starts.length) {
            starts = Arrays.copyOf(starts, size * 2 + 2);
            noticeCounts = Arrays.copyOf(noticeCounts, size * 2 + 2);
            lengths = Arrays.copyOf(lengths, size * 2 + 2);
            offsets = Arrays.copyOf(offsets, size * 2 + 2);
        }
        int start = starts[size];
        if (start + term.length() > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, start + term.length()));
        }
        term.getChars(0, term.length(), chars, start);
        noticeCounts[size] = count;
        lengths[size] = length;
        offsets[size] = place;
        starts[++size] = start + term.length();
    }

    /** Adds all terms of a shard that stays as it is. */
    void add(Shard shard) {
        add(shard.firstTerm(), -1 - shards.size(), shard.offset(), shard.weight());
        shards.add(shard);
    }

    /** The shard that stands here as a whole, if one does. */
    Optional<Shard> wholeShard(int index) {
        return noticeCounts[index] < 0 ? Optional.of(shards.get(-1 - noticeCounts[index])) : Optional.empty();
    }

    /** The last term that stands here. */
    String lastTerm(int index) {
        return wholeShard(index).map(Shard::lastTerm).orElseGet(() -> term(index));
    }

    /** What it counts for when shards are cut. */
    int weight(int index) {
        return noticeCounts[index] < 0 ? lengths[index] : lengths[index] + starts[index + 1] - starts[index] + 3;
    }

    /** The first term that stands here. */
    public String term(int index) {
        return new String(chars, starts[index], starts[index + 1] - starts[index]);
    }

    /** How many notices have a term. */
    public int noticeCount(int index) {
        return noticeCounts[index];
    }

    /** How many bytes are to be written of it. */
    public int length(int index) {
        return lengths[index];
    }

    /** Where they lie. */
    public long offset(int index) {
        return offsets[index];
    }
}
