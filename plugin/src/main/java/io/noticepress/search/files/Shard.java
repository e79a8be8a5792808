package io.noticepress.search.files;

import io.noticepress.model.values.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A shard of terms or of positions that stands in a {@link IndexStore}.
 *
 * @param firstTerm its first term
 * @param lastTerm its last one
 * @param weight what it counts for when shards are cut
 */
public record Shard(String firstTerm, String lastTerm, int weight, long offset, int length, Digest digest) {
    /** A term in a shard: how many notices have it, and where in the shard stands what is written of it. */
    public record TermEntry(String term, int noticeCount, int offset, int length) {
        public byte[] bytesIn(byte[] shard) {
            return Arrays.copyOfRange(shard, offset, offset + length);
        }
    }

    /** The same at another place. */
    Shard movedTo(long other) {
        return new Shard(firstTerm, lastTerm, weight, other, length, digest);
    }

    /** Tells each term of a shard, in order. */
    static void parse(byte[] shard, Consumer<TermEntry> each) {
        int[] at = {0};
        int terms = parseNumber(shard, at);
        TermEntry[] entries = new TermEntry[terms];
        String before = "";
        int length = 0;
        for (int i = 0; i < terms; i++) {
            int shared = parseNumber(shard, at);
            int rest = parseNumber(shard, at);
            String term = before.substring(0, shared) + new String(shard, at[0], rest, StandardCharsets.UTF_8);
            at[0] += rest;
            entries[i] = new TermEntry(term, parseNumber(shard, at), length, parseNumber(shard, at));
            length += entries[i].length();
            before = term;
        }
        for (TermEntry termEntry : entries) {
            each.accept(new TermEntry(
                    termEntry.term(), termEntry.noticeCount(), at[0] + termEntry.offset(), termEntry.length()));
        }
    }

    private static int parseNumber(byte[] bytes, int[] at) {
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
