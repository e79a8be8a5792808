package io.noticepress.search.codec;

import io.noticepress.search.files.IndexStore;
import io.noticepress.search.index.SegmentBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the terms of a {@link SegmentBuilder}, or the tables of a {@link IndexStore}, from disk, one after another, a piece at a time. */
public final class SegmentReader implements Comparable<SegmentReader> {
    private static final int CHUNK_SIZE = 1 << 14;

    private final AppendFile file;
    private final int rank;
    private long nextOffset;
    private final long end;
    private byte[] buffer = new byte[0];
    private int position;
    private int termsLeft;
    private String term = "";
    private int noticeCount;
    private int length;

    /**
     * A reader of what lies in a scratch file from one place to another.
     *
     * @param rank its rank among others, if they are at the same term
     * @param terms how many there are
     */
    public SegmentReader(AppendFile file, long start, long end, int rank, int terms) {
        this.file = file;
        this.nextOffset = start;
        this.end = end;
        this.rank = rank;
        this.termsLeft = terms;
    }

    /** Goes to the next term, if there is one; all of the one at hand was read. */
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

    /** In how many bytes it is written. */
    int length() {
        return length;
    }

    /** The next so many bytes of them. */
    public byte[] readBytes(int size) {
        ensureBuffered(size);
        position += size;
        return Arrays.copyOfRange(buffer, position - size, position);
    }

    /** The next number of them. */
    public int readNumber() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            ensureBuffered(1);
            byte b = buffer[position++];
            value |= (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    /** The next text. */
    public String readText() {
        return new String(readBytes(readNumber()), StandardCharsets.UTF_8);
    }

    /** The next place in a file. */
    public long readOffset() {
        return (long) readNumber() << 28 | readNumber();
    }

    /** Whether the postings of another term are the same. */
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

    /** Passes over the postings of the term at hand. */
    public void skipPostings() {
        position += length;
    }

    private void ensureBuffered(int count) {
        int there = buffer.length - position;
        if (there < count) {
            int more = (int) Math.min(end - nextOffset, Math.max(CHUNK_SIZE, count - there));
            byte[] fresh = file.read(nextOffset, more);
            byte[] both = new byte[there + more];
            System.arraycopy(buffer, position, both, 0, there);
            System.arraycopy(fresh, 0, both, there, more);
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
