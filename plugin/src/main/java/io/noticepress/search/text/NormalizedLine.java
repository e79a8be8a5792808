package io.noticepress.search.text;

import java.util.Arrays;

/**
 * A normalized line: its characters, each with its class, without the blanks and hyphens between two Chinese characters:
 * {@code 公 文-Ａ} becomes {@code 公文-a}. Reused for each line. For one thread.
 */
final class NormalizedLine {
    private final CharNormalizer normalizer;
    private int[] codePoints = new int[1 << 8];
    private byte[] classes = new byte[1 << 8];
    private int length;
    /** The number of digits at the end of the line; four digits or a 年 may be the year of a numeric token. */
    private int trailingDigits;

    private boolean yearSeen;

    NormalizedLine(CharNormalizer normalizer) {
        this.normalizer = normalizer;
    }

    /** Replaces the line by another one. */
    void reset(String line) {
        length = 0;
        trailingDigits = 0;
        yearSeen = false;
        normalizer.appendTo(line, this);
        yearSeen |= trailingDigits == 4;
    }

    /** Appends a normalized character. */
    void append(int character, byte charClass) {
        if (charClass == CharNormalizer.HAN && length > 0 && isGap(length - 1)) {
            trimGap();
        }
        if (length == codePoints.length) {
            codePoints = Arrays.copyOf(codePoints, length * 2);
            classes = Arrays.copyOf(classes, length * 2);
        }
        if (charClass == CharNormalizer.DIGIT) {
            trailingDigits++;
        } else {
            yearSeen |= trailingDigits == 4 || character == '年';
            trailingDigits = 0;
        }
        codePoints[length] = character;
        classes[length++] = charClass;
    }

    /** Removes the blanks and hyphens at the end, if they follow a Chinese character. */
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

    /** Whether the line may contain a numeric token: all of them contain a year. */
    boolean hasYear() {
        return yearSeen;
    }

    /** The length in characters. */
    int length() {
        return length;
    }

    /** The character at an index; 0 before the start and after the end. */
    int codePointAt(int i) {
        return i >= 0 && i < length ? codePoints[i] : 0;
    }

    /** The class of a character, one of the constants of {@link CharNormalizer}; 0 after the end. */
    byte classAt(int i) {
        return i < length ? classes[i] : 0;
    }

    @Override
    public String toString() {
        return new String(codePoints, 0, length);
    }
}
