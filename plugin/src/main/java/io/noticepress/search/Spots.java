package io.noticepress.search;

import java.util.Arrays;

/** Where a term stands in its notices, one after another, and in which contexts. Section 5.3 of the specification. For one thread. */
final class Spots {
    /** Positions passed over since the last one in the notice. */
    private int[] gaps = new int[256];

    private int[] lefts = new int[256];
    private int[] rights = new int[256];
    private int size;
    private final Ranks left = new Ranks();
    private final Ranks right = new Ranks();
    private int kGap;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Takes so many of a sheaf. */
    void take(Reader reader, int count) {
        room(count);
        for (int left = count; left > 0; left--) {
            add(reader.number(), reader.number(), reader.number());
        }
    }

    /** Takes some of others. */
    void copy(Spots from, int start, int count) {
        room(count);
        System.arraycopy(from.gaps, start, gaps, size, count);
        System.arraycopy(from.lefts, start, lefts, size, count);
        System.arraycopy(from.rights, start, rights, size, count);
        size += count;
    }

    private void room(int more) {
        if (size + more > gaps.length) {
            int length = Math.max(gaps.length * 2, size + more);
            gaps = Arrays.copyOf(gaps, length);
            lefts = Arrays.copyOf(lefts, length);
            rights = Arrays.copyOf(rights, length);
        }
    }

    private void add(int gap, int before, int after) {
        gaps[size] = gap;
        lefts[size] = before;
        rights[size++] = after;
    }

    /** Prepares to write; says how many bits all will have but for how many there are in each notice. */
    long prepare() {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += gaps[i];
        }
        kGap = Bits.k(sum, size);
        long length = 4 + left.rank(lefts, size) + right.rank(rights, size);
        for (int i = 0; i < size; i++) {
            length += Bits.riceLength(gaps[i], kGap);
        }
        return length;
    }

    /** Writes what stands before them all. */
    void begin(Bits bits) {
        bits.put(kGap, 4);
        left.begin(bits);
        right.begin(bits);
    }

    /** Writes one. */
    void write(Bits bits, int spot) {
        bits.rice(gaps[spot], kGap);
        left.write(bits, lefts[spot]);
        right.write(bits, rights[spot]);
    }

    /** Reads what stands before them all. */
    void begin(Tape tape) {
        kGap = tape.take(4);
        left.begin(tape);
        right.begin(tape);
    }

    /** Reads so many. */
    void read(Tape tape, int count) {
        room(count);
        for (int more = count; more > 0; more--) {
            add(tape.rice(kGap), left.read(tape), right.read(tape));
        }
    }
}
