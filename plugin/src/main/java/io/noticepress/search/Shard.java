package io.noticepress.search;

import io.noticepress.model.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A shard of terms or of positions that stands in a {@link Stock}.
 *
 * @param first its first term
 * @param last its last one
 * @param size what it counts for when shards are cut
 */
record Shard(String first, String last, int size, long place, int length, Digest digest) {
    /** A term in a shard: how many notices have it, and where in the shard stands what is written of it. */
    record Entry(String term, int count, int from, int length) {
        byte[] of(byte[] shard) {
            return Arrays.copyOfRange(shard, from, from + length);
        }
    }

    /** The same at another place. */
    Shard at(long other) {
        return new Shard(first, last, size, other, length, digest);
    }

    /** Tells each term of a shard, in order. */
    static void read(byte[] shard, Consumer<Entry> each) {
        int[] at = {0};
        int terms = number(shard, at);
        Entry[] entries = new Entry[terms];
        String before = "";
        int length = 0;
        for (int i = 0; i < terms; i++) {
            int shared = number(shard, at);
            int rest = number(shard, at);
            String term = before.substring(0, shared) + new String(shard, at[0], rest, StandardCharsets.UTF_8);
            at[0] += rest;
            entries[i] = new Entry(term, number(shard, at), length, number(shard, at));
            length += entries[i].length();
            before = term;
        }
        for (Entry entry : entries) {
            each.accept(new Entry(entry.term(), entry.count(), at[0] + entry.from(), entry.length()));
        }
    }

    private static int number(byte[] bytes, int[] at) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes[at[0]++];
            value |= (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }
}
