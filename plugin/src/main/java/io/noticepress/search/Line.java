package io.noticepress.search;

import java.util.Arrays;

/**
 * A line of a text as it is compared: its characters, each with its class, without the blanks and hyphens between two Chinese
 * characters. Used anew for each line; for one thread.
 */
final class Line {
    private final Letters letters;
    private int[] text = new int[1 << 8];
    private byte[] classes = new byte[1 << 8];
    private int length;
    /** How many digits stand at the end, and whether there was a 年 or just four digits: no figure is without. */
    private int digits;

    private boolean years;

    Line(Letters letters) {
        this.letters = letters;
    }

    /** Takes another line instead of the one at hand. */
    void read(String line) {
        length = 0;
        digits = 0;
        years = false;
        letters.add(line, this);
        years |= digits == 4;
    }

    /** Adds a character. */
    void add(int character, byte kind) {
        if (kind == Letters.HAN && length > 0 && isGap(length - 1)) {
            close();
        }
        if (length == text.length) {
            text = Arrays.copyOf(text, length * 2);
            classes = Arrays.copyOf(classes, length * 2);
        }
        if (kind == Letters.DIGIT) {
            digits++;
        } else {
            years |= digits == 4 || character == '年';
            digits = 0;
        }
        text[length] = character;
        classes[length++] = kind;
    }

    /** Takes back the blanks and hyphens at the end, if a Chinese character stands before them. */
    private void close() {
        int end = length - 1;
        while (end > 0 && isGap(end - 1)) {
            end--;
        }
        if (end > 0 && classes[end - 1] == Letters.HAN) {
            length = end;
        }
    }

    private boolean isGap(int i) {
        return classes[i] == Letters.SPACE || classes[i] == Letters.HYPHEN;
    }

    /** Whether it may hold a figure. */
    boolean hasYear() {
        return years;
    }

    /** How many characters it has. */
    int length() {
        return length;
    }

    /** A character; beyond either end there are only zeros. */
    int at(int i) {
        return i >= 0 && i < length ? text[i] : 0;
    }

    /** The class of a character, one of {@link Letters}; beyond the end there is none, 0. */
    byte kind(int i) {
        return i < length ? classes[i] : 0;
    }

    @Override
    public String toString() {
        return new String(text, 0, length);
    }
}
