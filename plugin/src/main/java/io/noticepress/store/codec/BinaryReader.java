package io.noticepress.store.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the bytes of one entry, as {@link BinaryWriter} has written them. */
public final class BinaryReader {
    private final byte[] bytes;
    private int position;
    private Object[] shared;
    private int sharedCount;

    /**
     * A reader of the bytes from an offset.
     *
     * @param known the values that the writer was given
     */
    public BinaryReader(byte[] bytes, int offset, Object... known) {
        this.bytes = bytes;
        this.position = offset;
        this.shared = Arrays.copyOf(known, 64);
        this.sharedCount = known.length;
    }

    /** A number. */
    public long readNumber() {
        byte next = bytes[position++];
        long value = next & 0x7F;
        for (int shift = 7; next < 0; shift += 7) {
            next = bytes[position++];
            value |= (next & 0x7FL) << shift;
        }
        return value;
    }

    /** Eight bytes, most significant first. */
    public long readLong() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << Byte.SIZE | bytes[position++] & 0xFF;
        }
        return value;
    }

    /** A text. */
    public String readText() {
        int head = (int) readNumber();
        if ((head & 1) != 0) {
            return (String) shared[head >> 1];
        }
        if (head == 0) {
            return "";
        }
        int size = head >> 1;
        String text = new String(bytes, position, size, StandardCharsets.UTF_8);
        position += size;
        share(text);
        return text;
    }

    /** An object that may have occurred before. */
    @SuppressWarnings("unchecked") // written by the same codec
    <T> T readShared(BinaryCodec<T> codec) {
        int first = (int) readNumber();
        if (first > 0) {
            return (T) shared[first - 1];
        }
        T value = codec.read(this);
        share(value);
        return value;
    }

    private void share(Object value) {
        if (sharedCount == shared.length) {
            shared = Arrays.copyOf(shared, 2 * sharedCount);
        }
        shared[sharedCount++] = value;
    }
}
