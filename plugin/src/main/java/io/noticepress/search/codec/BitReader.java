package io.noticepress.search.codec;

/** Reads what {@link BitWriter} wrote. Beyond the end there are zeros. */
public final class BitReader {
    private final byte[] bytes;
    private int nextByte;
    /** Bits that were taken from the bytes and not read yet, left-aligned; the rest is zero. */
    private long buffer;

    private int bufferedBits;

    public BitReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Fills the buffer with more than 56 bits. */
    private void refill() {
        for (; bufferedBits <= 56; bufferedBits += 8) {
            buffer |= nextByte < bytes.length ? (bytes[nextByte++] & 0xFFL) << 56 - bufferedBits : 0;
        }
    }

    private void skip(int count) {
        buffer <<= count;
        bufferedBits -= count;
    }

    /** The next {@code count} bits, at most 32. */
    public int nextBits(int count) {
        if (count == 0) {
            return 0;
        }
        if (bufferedBits < count) {
            refill();
        }
        int value = (int) (buffer >>> 64 - count);
        skip(count);
        return value;
    }

    public int nextRice(int k) {
        int ones = 0;
        refill();
        while (Long.numberOfLeadingZeros(~buffer) >= 32) {
            ones += 32;
            skip(32);
            refill();
        }
        int more = Long.numberOfLeadingZeros(~buffer);
        skip(more + 1);
        return (ones + more << k) + nextBits(k);
    }

    public int nextGamma() {
        refill();
        int zeros = Math.min(31, Long.numberOfLeadingZeros(buffer));
        skip(zeros + 1);
        return 1 << zeros | nextBits(zeros);
    }
}
