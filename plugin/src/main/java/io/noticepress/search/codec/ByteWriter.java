package io.noticepress.search.codec;

import io.noticepress.model.values.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte array of numbers, texts and terms; section 5 of the specification. {@link ByteReader} reads it. */
public final class ByteWriter {
    private byte[] bytes;
    private int length;

    public ByteWriter(int capacity) {
        bytes = new byte[capacity];
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

    /**
     * A number in unsigned LEB128: groups of seven bits, the lowest first; every byte but the last has its highest bit set. 300
     * is {@code AC 02}.
     */
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

    public void writeBytes(Digest digest) {
        writeBytes(digest.write(ByteBuffer.allocate(Digest.BYTES)).array());
    }

    /** A text: its length in bytes as a number, then UTF-8. {@code "科A"} is {@code 04 E7 A7 91 41}. */
    public void writeText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeNumber(utf8.length);
        writeBytes(utf8);
    }

    /**
     * A front-coded term: how many UTF-16 units it shares with the term before it, then the rest as a text. After
     * {@code notice}, {@code noun} is {@code 02 02 75 6E}.
     */
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

    /** What was written; the writer is empty afterwards. */
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
