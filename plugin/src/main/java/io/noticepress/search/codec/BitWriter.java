package io.noticepress.search.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A growing bit string, the highest bit of each byte first; section 5 of the specification. After {@code writeBits(5, 3)} and
 * {@code writeGamma(3)} it is {@code 101 011}, which {@link #takeBytes} returns as {@code AC}.
 */
public final class BitWriter {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[256];
    private int length;
    /** Bits that do not fill four bytes yet, right-aligned. */
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

    /** A Rice code: as many ones as the value divided by 2 to the k, a zero, then the remainder in k bits. */
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

    /** The length of a Rice code in bits. */
    public static long riceLength(int value, int k) {
        return (value >>> k) + 1L + k;
    }

    /** An Elias gamma code of a value of at least 1. */
    public void writeGamma(int value) {
        int zeros = 31 - Integer.numberOfLeadingZeros(value);
        writeBits(0, zeros);
        writeBits(value, zeros + 1);
    }

    /** The length of an Elias gamma code in bits. */
    public static long gammaLength(int value) {
        return 2L * (31 - Integer.numberOfLeadingZeros(value)) + 1;
    }

    /** A k for which the Rice codes of some values are short, given their sum and how many they are. */
    public static int riceParameter(long sum, int count) {
        long mean = count == 0 ? 0 : sum * 7 / (10L * count);
        return mean < 1 ? 0 : Math.min(15, 63 - Long.numberOfLeadingZeros(mean));
    }

    /** What was written, padded with zeros to whole bytes; the writer is empty afterwards. */
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
