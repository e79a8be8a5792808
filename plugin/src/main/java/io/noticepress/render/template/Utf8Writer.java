package io.noticepress.render.template;

import java.io.Writer;
import java.util.Arrays;

/**
 * Keeps what is written as UTF-8 (RFC 3629), so that a page is not held as text first. A surrogate without its other half
 * becomes {@code ?}, as {@link String#getBytes(java.nio.charset.Charset)} has it. For one thread.
 */
final class Utf8Writer extends Writer {
    /** As much as most pages need. */
    private static final int INITIAL_CAPACITY = 32 * 1024;

    private byte[] bytes = new byte[INITIAL_CAPACITY];
    private int size;

    /** The first half of a pair, until the second comes; else 0. */
    private char pendingSurrogate;

    /** All that was written. */
    byte[] bytes() {
        close();
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public void write(char[] text, int from, int length) {
        ensureCapacity(length);
        for (int i = from; i < from + length; i++) {
            encode(text[i]);
        }
    }

    @Override
    public void write(String text, int from, int length) {
        ensureCapacity(length);
        for (int i = from; i < from + length; i++) {
            encode(text.charAt(i));
        }
    }

    @Override
    public void write(int character) {
        ensureCapacity(1);
        encode((char) character);
    }

    private void encode(char c) {
        if (c < 0x80 && pendingSurrogate == 0) {
            bytes[size++] = (byte) c;
        } else if (pendingSurrogate != 0 && Character.isLowSurrogate(c)) {
            int pair = Character.toCodePoint(pendingSurrogate, c);
            pendingSurrogate = 0;
            bytes[size++] = (byte) (0xF0 | pair >> 18);
            bytes[size++] = (byte) (0x80 | pair >> 12 & 0x3F);
            bytes[size++] = (byte) (0x80 | pair >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | pair & 0x3F);
        } else {
            close();
            encodeSingle(c);
        }
    }

    private void encodeSingle(char c) {
        if (c < 0x80) {
            bytes[size++] = (byte) c;
        } else if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | c >> 6);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
        } else if (Character.isHighSurrogate(c)) {
            pendingSurrogate = c;
        } else if (Character.isLowSurrogate(c)) {
            bytes[size++] = '?';
        } else {
            bytes[size++] = (byte) (0xE0 | c >> 12);
            bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
        }
    }

    /** Makes room for so many characters, each of three bytes at most, and for a half that is left over. */
    private void ensureCapacity(int characters) {
        long needed = size + 3L * characters + 1;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }

    @Override
    public void flush() {}

    /** A half that stands alone is lost. */
    @Override
    public void close() {
        if (pendingSurrogate != 0) {
            pendingSurrogate = 0;
            bytes[size++] = '?';
        }
    }
}
