package io.noticepress.search.text;

import java.util.Arrays;

/**
 * A line of a text as it is compared: its characters, each with its class, without the blanks and hyphens between two Chinese
 * characters. Used anew for each line; for one thread.
 */
final class NormalizedLine {
    private final CharNormalizer normalizer;
    private int[] codePoints = new int[1 << 8];
    private byte[] classes = new byte[1 << 8];
    private int length;
    /** How many digits stand at the end, and whether there was a 年 or just four digits: no figure is without. */
    private int trailingDigits;

    private boolean yearSeen;

    NormalizedLine(CharNormalizer normalizer) {
        this.normalizer = normalizer;
    }

    /** Takes another line instead of the one at hand. */
    void reset(String line) {
        length = 0;
        trailingDigits = 0;
        yearSeen = false;
        normalizer.appendTo(line, this);
        yearSeen |= trailingDigits == 4;
    }

    /** Adds a character. */
    void append(int character, byte kind) {
        if (kind == CharNormalizer.HAN && length > 0 && isGap(length - 1)) {
            trimGap();
        }
        if (length == codePoints.length) {
            codePoints = Arrays.copyOf(codePoints, length * 2);
            classes = Arrays.copyOf(classes, length * 2);
        }
        if (kind == CharNormalizer.DIGIT) {
            trailingDigits++;
        } else {
            yearSeen |= trailingDigits == 4 || character == '年';
            trailingDigits = 0;
        }
        codePoints[length] = character;
        classes[length++] = kind;
    }

    /** Takes back the blanks and hyphens at the end, if a Chinese character stands before them. */
    private void trimGap() {
        int end = length - 1;
        while (end > 0 && isGap(end - 1)) {
            end--;
        }
        if (end > 0 && classes[end - 1] == CharNormalizer.HAN) {
            length = end;
        }
    }

    private boolean isGap(int i) {
        return classes[i] == CharNormalizer.SPACE || classes[i] == CharNormalizer.HYPHEN;
    }

    /** Whether it may hold a figure. */
    boolean hasYear() {
        return yearSeen;
    }

    /** How many characters it has. */
    int length() {
        return length;
    }

    /** A character; beyond either end there are only zeros. */
    int codePointAt(int i) {
        return i >= 0 && i < length ? codePoints[i] : 0;
    }

    /** The class of a character, one of {@link CharNormalizer}; beyond the end there is none, 0. */
    byte classAt(int i) {
        return i < length ? classes[i] : 0;
    }

    @Override
    public String toString() {
        return new String(codePoints, 0, length);
    }
}
