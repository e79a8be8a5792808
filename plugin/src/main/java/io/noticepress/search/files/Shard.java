package io.noticepress.search.files;

import io.noticepress.model.values.Digest;
import io.noticepress.search.codec.ByteReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A shard of terms or of positions, as an {@link IndexStore} lists it. Its bytes are those of sections 5.2 and 5.3 of the
 * specification:
 *
 * <pre>
 * count of terms, terms: front-coded term, count of notices, length of its data
 * data of the first term, data of the second term, …
 * </pre>
 *
 * @param weight size for the purpose of {@link ShardSplitter}
 * @param digest of its bytes
 */
public record Shard(String firstTerm, String lastTerm, int weight, Digest digest) {
    /**
     * A term in a shard.
     *
     * @param noticeCount how many notices have it
     * @param offset of its data in the shard
     */
    public record TermEntry(String term, int noticeCount, int offset, int length) {
        /** Its data. */
        public byte[] dataIn(byte[] shard) {
            return Arrays.copyOfRange(shard, offset, offset + length);
        }
    }

    /** The terms of a shard, in order. */
    static List<TermEntry> parse(byte[] shard) {
        ByteReader in = new ByteReader(shard);
        List<TermEntry> relative = new ArrayList<>();
        String term = "";
        int length = 0;
        for (int left = in.readNumber(); left > 0; left--) {
            term = in.readNextTerm(term);
            TermEntry entry = new TermEntry(term, in.readNumber(), length, in.readNumber());
            relative.add(entry);
            length += entry.length();
        }
        int start = in.position();
        relative.replaceAll(
                entry -> new TermEntry(entry.term(), entry.noticeCount(), start + entry.offset(), entry.length()));
        return relative;
    }
}
