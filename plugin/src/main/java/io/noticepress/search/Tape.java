package io.noticepress.search;

/** Reads what {@link Bits} wrote. */
final class Tape {
    private final byte[] bytes;
    private int next;
    /** Bits that were taken from the bytes and not read yet, and how many. */
    private long rest;

    private int width;

    Tape(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The next {@code count} bits, at most 32; beyond the end there are zeros. */
    int take(int count) {
        while (width < count) {
            rest = rest << 8 | (next < bytes.length ? bytes[next] & 0xFF : 0);
            next++;
            width += 8;
        }
        width -= count;
        return (int) (rest >>> width & (1L << count) - 1);
    }

    int rice(int k) {
        int ones = 0;
        while (take(1) == 1) {
            ones++;
        }
        return (ones << k) + take(k);
    }

    int gamma() {
        int zeros = 0;
        while (take(1) == 0) {
            zeros++;
        }
        return 1 << zeros | take(zeros);
    }
}
