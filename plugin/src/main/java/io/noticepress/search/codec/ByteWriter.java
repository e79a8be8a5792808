package io.noticepress.search.codec;

import io.noticepress.model.values.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes being written; section 5 of the specification. */
public final class ByteWriter {
    private byte[] bytes;
    private int length;

    public ByteWriter(int room) {
        bytes = new byte[room];
    }

    public int length() {
        return length;
    }

    public void writeBytes(byte[] more) {
        writeBytes(more, 0, more.length);
    }

    public void writeBytes(byte[] more, int from, int count) {
        ensureCapacity(count);
        System.arraycopy(more, from, bytes, length, count);
        length += count;
    }

    /** A number in groups of seven bits, the lowest first; all bytes but the last have the highest bit set (LEB128). */
    public void writeNumber(int value) {
        ensureCapacity(5);
        if (value >= 0 && value < 0x80) {
            bytes[length++] = (byte) value;
            return;
        }
        int rest = value;
        while (rest >>> 7 != 0) {
            bytes[length++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** A digest. */
    public void writeBytes(Digest digest) {
        writeBytes(ByteBuffer.allocate(Digest.BYTES)
                .putLong(digest.a())
                .putLong(digest.b())
                .putLong(digest.c())
                .putLong(digest.d())
                .array());
    }

    /** A place in a file, as two numbers. */
    public void writeOffset(long place) {
        writeNumber((int) (place >>> 28));
        writeNumber((int) place & (1 << 28) - 1);
    }

    /** Its length in bytes, then UTF-8. */
    public void writeText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeNumber(utf8.length);
        writeBytes(utf8);
    }

    /** A term after another: how many UTF-16 units they share at the beginning, and the rest. */
    public void writeNextTerm(String before, String term) {
        int shared = 0;
        int most = Math.min(before.length(), term.length());
        while (shared < most && before.charAt(shared) == term.charAt(shared)) {
            shared++;
        }
        if (shared > 0 && Character.isHighSurrogate(term.charAt(shared - 1))) {
            shared--;
        }
        writeNumber(shared);
        writeText(term.substring(shared));
    }

    public byte[] takeBytes() {
        byte[] all = Arrays.copyOf(bytes, length);
        length = 0;
        return all;
    }

    public void clear() {
        length = 0;
    }

    /** The array in use, up to {@link #length()}. */
    public byte[] array() {
        return bytes;
    }

    private void ensureCapacity(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
