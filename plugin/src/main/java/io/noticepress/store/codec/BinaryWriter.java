package io.noticepress.store.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Bytes of one entry being written, to be read by {@link BinaryReader}. Numbers are LEB128. A text or object that occurs again
 * within the entry is written as the number of its first occurrence.
 *
 * <pre>
 * 150            96 01                  seven bits a byte, lowest first; the highest bit says that more follow
 * "kx", "kx"     04 6B 78  01           twice the length, UTF-8; then 2 × 0 + 1: the first text of this entry again
 * ""             00
 * </pre>
 */
public final class BinaryWriter {
    private final Map<Object, Integer> shared = new HashMap<>();
    private int sharedCount;
    private byte[] bytes = new byte[1024];
    private int length;

    /**
     * An empty writer.
     *
     * @param known values that the reader will have anyway; they are written as numbers only
     */
    public BinaryWriter(Object... known) {
        for (Object each : known) {
            shared.put(each, sharedCount++);
        }
    }

    /** A number, best a small one that is not negative. */
    public void writeNumber(long value) {
        ensureCapacity(10);
        long rest = value;
        while (rest >>> 7 != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Eight bytes, most significant first. */
    public void writeLong(long value) {
        ensureCapacity(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    /** A text. */
    public void writeText(String text) {
        if (text.isEmpty()) {
            writeNumber(0);
            return;
        }
        Integer first = shared.get(text);
        if (first != null) {
            writeNumber(2L * first + 1);
            return;
        }
        shared.put(text, sharedCount++);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeNumber(2L * utf8.length);
        ensureCapacity(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    /** An object that may occur again: 0 and the object, or the number of its first occurrence plus 1. */
    <T> void writeShared(T value, BinaryCodec<T> codec) {
        Integer first = shared.get(value);
        writeNumber(first == null ? 0 : first + 1);
        if (first == null) {
            codec.write(this, value);
            shared.put(value, sharedCount++);
        }
    }

    /** All that was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void ensureCapacity(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
