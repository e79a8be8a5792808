package io.noticepress.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The terms of a language in their order, that of their UTF-16 units, each with what is to be written of it and where that
 * lies meanwhile; whole shards, where they stay as they are. Kept in few arrays: there may be millions.
 */
final class Lexicon {
    private char[] letters = new char[1 << 16];
    private int[] starts = new int[1 << 12];
    private int[] notices = new int[1 << 12];
    private int[] lengths = new int[1 << 12];
    private long[] places = new long[1 << 12];
    private final List<Shard> shards = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    void add(String term, int count, long place, int length) {
        if (size + 1 == starts.length) {
            starts = Arrays.copyOf(starts, size * 2 + 2);
            notices = Arrays.copyOf(notices, size * 2 + 2);
            lengths = Arrays.copyOf(lengths, size * 2 + 2);
            places = Arrays.copyOf(places, size * 2 + 2);
        }
        int start = starts[size];
        if (start + term.length() > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(letters.length * 2, start + term.length()));
        }
        term.getChars(0, term.length(), letters, start);
        notices[size] = count;
        lengths[size] = length;
        places[size] = place;
        starts[++size] = start + term.length();
    }

    /** Adds all terms of a shard that stays as it is. */
    void add(Shard shard) {
        add(shard.first(), -1 - shards.size(), shard.place(), shard.size());
        shards.add(shard);
    }

    /** The shard that stands here as a whole, if one does. */
    Optional<Shard> shard(int index) {
        return notices[index] < 0 ? Optional.of(shards.get(-1 - notices[index])) : Optional.empty();
    }

    /** The last term that stands here. */
    String last(int index) {
        return shard(index).map(Shard::last).orElseGet(() -> term(index));
    }

    /** What it counts for when shards are cut. */
    int weight(int index) {
        return notices[index] < 0 ? lengths[index] : lengths[index] + starts[index + 1] - starts[index] + 3;
    }

    /** The first term that stands here. */
    String term(int index) {
        return new String(letters, starts[index], starts[index + 1] - starts[index]);
    }

    /** How many notices have a term. */
    int notices(int index) {
        return notices[index];
    }

    /** How many bytes are to be written of it. */
    int length(int index) {
        return lengths[index];
    }

    /** Where they lie. */
    long place(int index) {
        return places[index];
    }
}
