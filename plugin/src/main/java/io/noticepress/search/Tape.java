package io.noticepress.search;

/** Reads what {@link Bits} wrote. */
final class Tape {
    private final byte[] bytes;
    private int next;
    /** Bits that were taken from the bytes and not read yet, from the highest on, and how many; below them are zeros. */
    private long rest;

    private int width;

    Tape(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes bits from the bytes until there are more than 56; beyond the end there are zeros. */
    private void fill() {
        for (; width <= 56; width += 8) {
            rest |= next < bytes.length ? (bytes[next++] & 0xFFL) << 56 - width : 0;
        }
    }

    private void pass(int count) {
        rest <<= count;
        width -= count;
    }

    /** The next {@code count} bits, at most 32. */
    int take(int count) {
        if (count == 0) {
            return 0;
        }
        if (width < count) {
            fill();
        }
        int value = (int) (rest >>> 64 - count);
        pass(count);
        return value;
    }

    int rice(int k) {
        int ones = 0;
        fill();
        while (Long.numberOfLeadingZeros(~rest) >= 32) {
            ones += 32;
            pass(32);
            fill();
        }
        int more = Long.numberOfLeadingZeros(~rest);
        pass(more + 1);
        return (ones + more << k) + take(k);
    }

    int gamma() {
        fill();
        int zeros = Math.min(31, Long.numberOfLeadingZeros(rest));
        pass(zeros + 1);
        return 1 << zeros | take(zeros);
    }
}
