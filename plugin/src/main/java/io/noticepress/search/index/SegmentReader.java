package io.noticepress.search.index;

import io.noticepress.search.codec.ByteReader;
import io.noticepress.store.TempFile;
import java.util.Arrays;

/**
 * Reads the terms of a segment from a temporary file, one after the other, in the format of {@link SegmentBuilder#writeTo}.
 * Sorted by the current term, then by rank.
 */
public final class SegmentReader extends ByteReader implements Comparable<SegmentReader> {
    private static final int CHUNK_BYTES = 1 << 14;

    private final TempFile file;
    private final int rank;
    private long nextOffset;
    private final long end;
    private int termsLeft;
    private String term = "";
    private int noticeCount;
    private int length;

    /**
     * A reader before the first term.
     *
     * @param start offset of the segment in the file
     * @param rank decides the order of readers at the same term
     * @param terms how many terms the segment has
     */
    public SegmentReader(TempFile file, long start, long end, int rank, int terms) {
        super(new byte[0]);
        this.file = file;
        this.nextOffset = start;
        this.end = end;
        this.rank = rank;
        this.termsLeft = terms;
    }

    /** Goes to the next term, if there is one; the postings of the current one must have been read or skipped. */
    public boolean advance() {
        if (termsLeft == 0) {
            return false;
        }
        termsLeft--;
        term = readText();
        noticeCount = readNumber();
        length = readNumber();
        ensureBuffered(length);
        return true;
    }

    public String term() {
        return term;
    }

    /** How many notices have the term. */
    public int noticeCount() {
        return noticeCount;
    }

    /** Whether another reader's current term has the same postings; neither must have begun to read them. */
    public boolean hasSamePostings(SegmentReader other) {
        return noticeCount == other.noticeCount
                && Arrays.equals(
                        buffer,
                        position,
                        position + length,
                        other.buffer,
                        other.position,
                        other.position + other.length);
    }

    /** Skips the postings of the current term; none of them must have been read. */
    public void skipPostings() {
        position += length;
    }

    @Override
    protected void ensureBuffered(int count) {
        int rest = buffer.length - position;
        if (rest < count) {
            int more = (int) Math.min(end - nextOffset, Math.max(CHUNK_BYTES, count - rest));
            byte[] chunk = file.read(nextOffset, more);
            byte[] both = new byte[rest + more];
            System.arraycopy(buffer, position, both, 0, rest);
            System.arraycopy(chunk, 0, both, rest, more);
            buffer = both;
            position = 0;
            nextOffset += more;
        }
    }

    @Override
    public int compareTo(SegmentReader other) {
        int order = term.compareTo(other.term);
        return order != 0 ? order : Integer.compare(rank, other.rank);
    }
}
