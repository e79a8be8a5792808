package io.noticepress.search.index;

import io.noticepress.search.codec.BitReader;
import io.noticepress.search.codec.BitWriter;
import io.noticepress.search.codec.SegmentReader;
import java.util.Arrays;

/**
 * Which notices have a term, with which weight, and where it stands in them. Written as sections 5.2 and 5.3 of the
 * specification have it. For one thread.
 */
final class Postings {
    /** How many bits the positions of a term have at most to stand beside its notices. */
    private static final int MAX_INLINE_BITS = 256;

    private int[] notices = new int[64];
    private int[] levels = new int[64];
    private int[] frequencies = new int[64];
    private int count;
    private final PositionList positionList = new PositionList();
    /** What was read last of a term, its positions not yet. */
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

    /** Adds those of a sheaf. */
    void addFrom(SegmentReader segmentReader) {
        int notice = -1;
        for (int left = segmentReader.noticeCount(); left > 0; left--) {
            notice += segmentReader.readNumber() + 1;
            add(notice, segmentReader.readNumber(), segmentReader.readNumber());
            positionList.addFrom(segmentReader, frequencies[count - 1]);
        }
    }

    /** Takes, instead of whatever was there, those of two others: of the one what is left of it, of the other everything. */
    void merge(Postings old, int[] numbers, Postings fresh) {
        clear();
        int spot = 0;
        int next = 0;
        int nextSpot = 0;
        for (int i = 0; i < old.count; spot += old.frequencies[i++]) {
            int number = numbers[old.notices[i]];
            if (number < 0) {
                continue;
            }
            for (; next < fresh.count && fresh.notices[next] < number; nextSpot += fresh.frequencies[next++]) {
                copy(fresh, next, nextSpot, fresh.notices[next]);
            }
            copy(old, i, spot, number);
        }
        for (; next < fresh.count; nextSpot += fresh.frequencies[next++]) {
            copy(fresh, next, nextSpot, fresh.notices[next]);
        }
    }

    private void copy(Postings from, int index, int spot, int number) {
        add(number, from.levels[index], from.frequencies[index]);
        positionList.copy(from.positionList, spot, from.frequencies[index]);
    }

    private void add(int notice, int level, int use) {
        if (count == notices.length) {
            notices = Arrays.copyOf(notices, count * 2);
            levels = Arrays.copyOf(levels, count * 2);
            frequencies = Arrays.copyOf(frequencies, count * 2);
        }
        notices[count] = notice;
        levels[count] = level;
        frequencies[count++] = use;
    }

    /** Reads which notices have a term, as {@link #encodeTerm} wrote it. */
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

    /** Whether the positions of the term that was read or written last stand with it. */
    boolean isInline() {
        return inlined;
    }

    /** Reads where that term stands, as {@link #encodePositions} wrote it if it did not stand with the term. */
    void parsePositions(byte[] positions) {
        if (!inlined && positions.length == 0) {
            return; // a common phrase
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

    /** Writes which notices have the term; and where it stands in them, if that is short. */
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
            putPositions(bitWriter);
        }
        return bitWriter.takeBytes();
    }

    /** Writes where the term stands that was written last, if that is told and does not stand with it; else nothing. */
    byte[] encodePositions(BitWriter bitWriter) {
        if (positionList.size() > 0 && !inlined) {
            putPositions(bitWriter);
        }
        return bitWriter.takeBytes();
    }

    private void putPositions(BitWriter bitWriter) {
        positionList.begin(bitWriter);
        for (int i = 0, spot = 0; i < count; i++) {
            bitWriter.writeGamma(frequencies[i]);
            for (int end = spot + frequencies[i]; spot < end; spot++) {
                positionList.write(bitWriter, spot);
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

    /** The level that most of the notices have, the lowest of several. */
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

    /** How far a level is from the usual one: 0 for none, 1 one below, 2 one above, 3 two below. */
    private static int levelCode(int usual, int level) {
        return level < usual ? 2 * (usual - level) - 1 : 2 * (level - usual);
    }

    private static int decodeLevel(int usual, int unlike) {
        return (unlike & 1) == 1 ? usual - (unlike + 1) / 2 : usual + unlike / 2;
    }
}
