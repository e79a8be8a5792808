package io.noticepress.search;

import java.util.Arrays;

/** Bits being written, the highest of each byte first; section 5 of the specification. */
final class Bits {
    private byte[] bytes = new byte[256];
    private long count;

    /** The lowest {@code width} bits of a value. */
    void put(int value, int width) {
        for (int i = width - 1; i >= 0; i--) {
            bit(value >>> i & 1);
        }
    }

    /** A Rice code: the value divided by 2 to the k in ones ended by a zero, then the rest in k bits. */
    void rice(int value, int k) {
        for (int ones = value >>> k; ones > 0; ones--) {
            bit(1);
        }
        bit(0);
        put(value, k);
    }

    /** An Elias gamma code of a value of at least 1. */
    void gamma(int value) {
        int width = 31 - Integer.numberOfLeadingZeros(value);
        put(0, width);
        put(value, width + 1);
    }

    /** The k with which some values are short in Rice codes. */
    static int k(long sum, int count) {
        long mean = count == 0 ? 0 : sum * 7 / (10L * count);
        return mean < 1 ? 0 : Math.min(15, 63 - Long.numberOfLeadingZeros(mean));
    }

    private void bit(int bit) {
        int at = (int) (count >>> 3);
        if (at == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        if (bit != 0) {
            bytes[at] |= (byte) (0x80 >>> (count & 7));
        }
        count++;
    }

    /** What was written, filled up with zeros; it begins anew. */
    byte[] take() {
        byte[] all = Arrays.copyOf(bytes, (int) (count + 7 >>> 3));
        Arrays.fill(bytes, 0, all.length, (byte) 0);
        count = 0;
        return all;
    }
}
