package io.noticepress.search.index;

import io.noticepress.search.codec.BitReader;
import io.noticepress.search.codec.BitWriter;
import java.util.Arrays;

/** The positions of a term in its notices, one notice after the other, each with its contexts; section 5.3 of the specification. For one thread. */
final class PositionList {
    /** For each position, how many positions lie between it and the one before it in the notice. */
    private int[] gaps = new int[256];

    private int[] contextsBefore = new int[256];
    private int[] contextsAfter = new int[256];
    private int size;
    private final ContextTable tableBefore = new ContextTable();
    private final ContextTable tableAfter = new ContextTable();
    private int gapK;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Adds the next {@code count} positions of a segment. */
    void addFrom(SegmentReader segmentReader, int count) {
        ensureCapacity(count);
        for (int left = count; left > 0; left--) {
            add(segmentReader.readNumber(), segmentReader.readNumber(), segmentReader.readNumber());
        }
    }

    /** Adds a range of another list. */
    void copy(PositionList from, int start, int count) {
        ensureCapacity(count);
        System.arraycopy(from.gaps, start, gaps, size, count);
        System.arraycopy(from.contextsBefore, start, contextsBefore, size, count);
        System.arraycopy(from.contextsAfter, start, contextsAfter, size, count);
        size += count;
    }

    private void ensureCapacity(int more) {
        if (size + more > gaps.length) {
            int length = Math.max(gaps.length * 2, size + more);
            gaps = Arrays.copyOf(gaps, length);
            contextsBefore = Arrays.copyOf(contextsBefore, length);
            contextsAfter = Arrays.copyOf(contextsAfter, length);
        }
    }

    private void add(int gap, int before, int after) {
        gaps[size] = gap;
        contextsBefore[size] = before;
        contextsAfter[size++] = after;
    }

    /** Prepares to write; returns the length in bits of everything but the counts per notice. */
    long prepare() {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += gaps[i];
        }
        gapK = BitWriter.riceParameter(sum, size);
        long length = 4 + tableBefore.build(contextsBefore, size) + tableAfter.build(contextsAfter, size);
        for (int i = 0; i < size; i++) {
            length += BitWriter.riceLength(gaps[i], gapK);
        }
        return length;
    }

    /** Writes the parameters and context tables that precede all positions. */
    void begin(BitWriter bitWriter) {
        bitWriter.writeBits(gapK, 4);
        tableBefore.begin(bitWriter);
        tableAfter.begin(bitWriter);
    }

    /** Writes one position. */
    void write(BitWriter bitWriter, int index) {
        bitWriter.writeRice(gaps[index], gapK);
        tableBefore.write(bitWriter, contextsBefore[index]);
        tableAfter.write(bitWriter, contextsAfter[index]);
    }

    /** Reads what stands before them all. */
    void begin(BitReader bitReader) {
        gapK = bitReader.nextBits(4);
        tableBefore.begin(bitReader);
        tableAfter.begin(bitReader);
    }

    /** Reads so many. */
    void parse(BitReader bitReader, int count) {
        ensureCapacity(count);
        for (int more = count; more > 0; more--) {
            add(bitReader.nextRice(gapK), tableBefore.next(bitReader), tableAfter.next(bitReader));
        }
    }
}
