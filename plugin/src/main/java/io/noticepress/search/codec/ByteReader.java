package io.noticepress.search.codec;

import io.noticepress.model.values.Digest;
import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} wrote; section 5 of the specification. For one thread. */
public class ByteReader {
    /** Bytes at hand; a subclass may have more to come. */
    protected byte[] buffer;

    protected int position;

    public ByteReader(byte[] bytes) {
        this.buffer = bytes;
    }

    /** Makes the next {@code count} bytes available; here, all of them always are. */
    protected void ensureBuffered(int count) {}

    /** Index of the next byte in the array. */
    public final int position() {
        return position;
    }

    /** A number in unsigned LEB128: groups of seven bits, the lowest first. */
    public final int readNumber() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            if (position == buffer.length) {
                ensureBuffered(1);
            }
            byte b = buffer[position++];
            value |= (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    /** A text: its length in bytes as a number, then UTF-8. */
    public final String readText() {
        int length = readNumber();
        ensureBuffered(length);
        position += length;
        return new String(buffer, position - length, length, StandardCharsets.UTF_8);
    }

    /** A front-coded term: how many UTF-16 units it shares with the term before it, then the rest as a text. */
    public final String readNextTerm(String before) {
        return before.substring(0, readNumber()).concat(readText());
    }

    public final Digest readDigest() {
        ensureBuffered(Digest.BYTES);
        position += Digest.BYTES;
        return Digest.of(buffer, position - Digest.BYTES);
    }
}
