package io.noticepress.search.index;

import io.noticepress.search.codec.BitReader;
import io.noticepress.search.codec.BitWriter;
import java.util.Arrays;

/**
 * The notices that have a term, with its weight level, frequency and positions in each. Encoded as in sections 5.2 and 5.3 of
 * the specification. For one thread.
 */
final class Postings {
    /** Limit in bits for positions that are stored with the notices of a term. */
    private static final int MAX_INLINE_BITS = 256;

    private int[] notices = new int[64];
    private int[] levels = new int[64];
    private int[] frequencies = new int[64];
    private int count;
    private final PositionList positionList = new PositionList();
    /** The term that was parsed last, up to its positions. */
    private BitReader input = new BitReader(new byte[0]);

    private boolean inlined;

    /** How many notices there are. */
    int count() {
        return count;
    }

    void clear() {
        count = 0;
        positionList.clear();
    }

    /** Adds the postings of a segment's current term. */
    void addFrom(SegmentReader segmentReader) {
        int notice = -1;
        for (int left = segmentReader.noticeCount(); left > 0; left--) {
            notice += segmentReader.readNumber() + 1;
            add(notice, segmentReader.readNumber(), segmentReader.readNumber());
            positionList.addFrom(segmentReader, frequencies[count - 1]);
        }
    }

    /**
     * Replaces everything by the merged postings of old and added notices.
     *
     * @param numbers new numbers of the old notices; those with -1 are dropped
     */
    void merge(Postings old, int[] numbers, Postings added) {
        clear();
        int position = 0; // index of the next notice's first position
        int next = 0;
        int nextPosition = 0;
        for (int i = 0; i < old.count; position += old.frequencies[i++]) {
            int number = numbers[old.notices[i]];
            if (number < 0) {
                continue;
            }
            for (; next < added.count && added.notices[next] < number; nextPosition += added.frequencies[next++]) {
                copy(added, next, nextPosition, added.notices[next]);
            }
            copy(old, i, position, number);
        }
        for (; next < added.count; nextPosition += added.frequencies[next++]) {
            copy(added, next, nextPosition, added.notices[next]);
        }
    }

    private void copy(Postings from, int index, int position, int number) {
        add(number, from.levels[index], from.frequencies[index]);
        positionList.copy(from.positionList, position, from.frequencies[index]);
    }

    private void add(int notice, int level, int frequency) {
        if (count == notices.length) {
            notices = Arrays.copyOf(notices, count * 2);
            levels = Arrays.copyOf(levels, count * 2);
            frequencies = Arrays.copyOf(frequencies, count * 2);
        }
        notices[count] = notice;
        levels[count] = level;
        frequencies[count++] = frequency;
    }

    /** Parses the notices of a term, as {@link #encodeTerm} encodes them. */
    void parseTerm(byte[] term, int size) {
        clear();
        input = new BitReader(term);
        inlined = input.nextBits(1) == 1;
        int k = input.nextBits(4);
        int usual = input.nextBits(4);
        int kLevel = input.nextBits(2);
        for (int i = 0, notice = -1; i < size; i++) {
            notice += input.nextRice(k) + 1;
            add(notice, decodeLevel(usual, input.nextRice(kLevel)), 0);
        }
    }

    /** Whether the positions of the term that was parsed or encoded last are stored with its notices. */
    boolean isInline() {
        return inlined;
    }

    /** Parses the positions of that term; {@code positions} is what {@link #encodePositions} returned for it. */
    void parsePositions(byte[] positions) {
        if (!inlined && positions.length == 0) {
            return; // a common phrase has no positions
        }
        BitReader from = inlined ? input : new BitReader(positions);
        positionList.begin(from);
        for (int i = 0; i < count; i++) {
            frequencies[i] = from.nextGamma();
            positionList.parse(from, frequencies[i]);
        }
    }

    /** Whether any of the notices has another number now, or none. */
    boolean isRenumbered(int[] numbers) {
        for (int i = 0; i < count; i++) {
            if (numbers[notices[i]] != notices[i]) {
                return true;
            }
        }
        return false;
    }

    /** Encodes the notices of the term, and its positions if they are short. */
    byte[] encodeTerm(BitWriter bitWriter) {
        int usual = usualLevel();
        long levelSum = 0;
        for (int i = 0; i < count; i++) {
            levelSum += levelCode(usual, levels[i]);
        }
        int k = BitWriter.riceParameter(notices[count - 1] + 1 - count, count);
        int kLevel = Math.min(3, BitWriter.riceParameter(levelSum, count));
        inlined = fitsInline();
        bitWriter.writeBits(inlined ? 1 : 0, 1);
        bitWriter.writeBits(k, 4);
        bitWriter.writeBits(usual, 4);
        bitWriter.writeBits(kLevel, 2);
        for (int i = 0, last = -1; i < count; last = notices[i++]) {
            bitWriter.writeRice(notices[i] - last - 1, k);
            bitWriter.writeRice(levelCode(usual, levels[i]), kLevel);
        }
        if (inlined) {
            writePositions(bitWriter);
        }
        return bitWriter.takeBytes();
    }

    /** Encodes the positions of the term that was encoded last; empty if it has none or if they are stored with its notices. */
    byte[] encodePositions(BitWriter bitWriter) {
        if (positionList.size() > 0 && !inlined) {
            writePositions(bitWriter);
        }
        return bitWriter.takeBytes();
    }

    private void writePositions(BitWriter bitWriter) {
        positionList.begin(bitWriter);
        for (int i = 0, position = 0; i < count; i++) {
            bitWriter.writeGamma(frequencies[i]);
            for (int end = position + frequencies[i]; position < end; position++) {
                positionList.write(bitWriter, position);
            }
        }
    }

    private boolean fitsInline() {
        if (positionList.size() == 0) {
            return false;
        }
        long length = positionList.prepare();
        for (int i = 0; i < count && length <= MAX_INLINE_BITS; i++) {
            length += BitWriter.gammaLength(frequencies[i]);
        }
        return length <= MAX_INLINE_BITS;
    }

    /** The most frequent level; the lowest if there are several. */
    private int usualLevel() {
        int[] counts = new int[16];
        for (int i = 0; i < count; i++) {
            counts[levels[i]]++;
        }
        int usual = 0;
        for (int level = 1; level < counts.length; level++) {
            usual = counts[level] > counts[usual] ? level : usual;
        }
        return usual;
    }

    /** A level as its distance from the usual one: 0 the same, 1 one below, 2 one above, 3 two below. */
    private static int levelCode(int usual, int level) {
        return level < usual ? 2 * (usual - level) - 1 : 2 * (level - usual);
    }

    private static int decodeLevel(int usual, int code) {
        return (code & 1) == 1 ? usual - (code + 1) / 2 : usual + code / 2;
    }
}
