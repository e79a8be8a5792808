package io.noticepress.render.template;

import java.io.Writer;
import java.util.Arrays;

/**
 * Encodes characters as UTF-8 (RFC 3629) in memory as they are written, so that a page is never held as a string. An unpaired
 * surrogate becomes {@code ?}, as in {@link String#getBytes(java.nio.charset.Charset)}. For one thread.
 */
final class Utf8Writer extends Writer {
    /** Enough for most pages. */
    private static final int INITIAL_CAPACITY = 32 * 1024;

    private byte[] bytes = new byte[INITIAL_CAPACITY];
    private int size;

    /** A high surrogate whose low surrogate has not been written yet; else 0. */
    private char pendingSurrogate;

    /** Everything written so far. */
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

    /** Reserves at most three bytes a character (a pair takes four for two), and one for an unpaired surrogate. */
    private void ensureCapacity(int characters) {
        long needed = size + 3L * characters + 1;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }

    @Override
    public void flush() {}

    /** Writes {@code ?} for an unpaired surrogate at the end. */
    @Override
    public void close() {
        if (pendingSurrogate != 0) {
            pendingSurrogate = 0;
            bytes[size++] = '?';
        }
    }
}
