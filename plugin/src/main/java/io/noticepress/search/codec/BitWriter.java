package io.noticepress.search.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bits being written, the highest of each byte first; section 5 of the specification. */
public final class BitWriter {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[256];
    private int length;
    /** Bits that do not fill a byte yet, and how many. */
    private long pending;

    private int pendingBits;

    /** The lowest {@code count} bits of a value, at most 32. */
    public void writeBits(int value, int count) {
        pending = pending << count | value & (1L << count) - 1;
        pendingBits += count;
        if (pendingBits >= 32) {
            pendingBits -= 32;
            ensureCapacity();
            WORD.set(bytes, length, (int) (pending >>> pendingBits));
            length += 4;
        }
    }

    private void ensureCapacity() {
        if (length + 4 > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }

    /** A Rice code: the value divided by 2 to the k in ones ended by a zero, then the rest in k bits. */
    public void writeRice(int value, int k) {
        int ones = value >>> k;
        if (ones + 1 + k <= 32) {
            writeBits((-2 << k) | value & (1 << k) - 1, ones + 1 + k);
            return;
        }
        for (; ones >= 31; ones -= 31) {
            writeBits(-1, 31);
        }
        writeBits(-2, ones + 1);
        writeBits(value, k);
    }

    /** How many bits a Rice code has. */
    public static long riceLength(int value, int k) {
        return (value >>> k) + 1L + k;
    }

    /** An Elias gamma code of a value of at least 1. */
    public void writeGamma(int value) {
        int zeros = 31 - Integer.numberOfLeadingZeros(value);
        writeBits(0, zeros);
        writeBits(value, zeros + 1);
    }

    /** How many bits an Elias gamma code has. */
    public static long gammaLength(int value) {
        return 2L * (31 - Integer.numberOfLeadingZeros(value)) + 1;
    }

    /** The k with which some values are short in Rice codes. */
    public static int riceParameter(long sum, int count) {
        long mean = count == 0 ? 0 : sum * 7 / (10L * count);
        return mean < 1 ? 0 : Math.min(15, 63 - Long.numberOfLeadingZeros(mean));
    }

    /** What was written, filled up with zeros; it begins anew. */
    public byte[] takeBytes() {
        ensureCapacity();
        for (int left = pendingBits; left > 0; left -= 8) {
            bytes[length++] = (byte) (left >= 8 ? pending >>> left - 8 : pending << 8 - left);
        }
        byte[] all = Arrays.copyOf(bytes, length);
        length = 0;
        pendingBits = 0;
        return all;
    }
}
