package io.noticepress.translation.figures;

import java.math.BigDecimal;

/**
 * A number in Chinese characters: 一百二十 is 120 and 二〇三〇 is 2030, both exact. Of 三五 (three or five) only 三 is read, and it is
 * not exact; neither is a single 万.
 *
 * @param end the index after it
 * @param exact whether it is certainly one number and no idiom: at least two characters that belong together
 * @param digitByDigit whether it is written digit by digit: 二〇三〇
 */
record ChineseNumeral(BigDecimal value, int end, boolean exact, boolean digitByDigit) {
    private static final String DIGITS = "〇一二三四五六七八九";
    /** The maximum number of characters of one number. */
    private static final int MAX_LENGTH = 16;

    private static final String UNITS = "十百千万亿";

    /** Whether {@code c} is part of such numbers. */
    static boolean isPart(char c) {
        return digit(c) >= 0 || UNITS.indexOf(c) >= 0;
    }

    /** The number that begins at {@code start}, where {@link #isPart} is true. */
    static ChineseNumeral parseAt(String text, int start) {
        int end = start;
        int limit = Math.min(text.length(), start + MAX_LENGTH);
        while (end < limit && digit(text.charAt(end)) >= 0) {
            end++;
        }
        boolean unit = end < text.length() && UNITS.indexOf(text.charAt(end)) >= 0;
        boolean zero = text.substring(start, end).matches(".*[〇零].*");
        if (end - start >= 2 && (!unit || zero && end - start >= 4)) {
            return digitByDigit(text, start, end, zero);
        }
        if (end - start >= 2) {
            // 三五十, 二三百: an approximate number; the last digit belongs to the unit and is read next.
            return new ChineseNumeral(BigDecimal.valueOf(digit(text.charAt(start))), start + 1, false, false);
        }
        return parseUnits(text, start);
    }

    private static ChineseNumeral digitByDigit(String text, int start, int end, boolean zero) {
        StringBuilder value = new StringBuilder();
        for (int i = start; i < end; i++) {
            value.append(digit(text.charAt(i)));
        }
        boolean year = end - start == 4 && end < text.length() && text.charAt(end) == '年';
        return zero || year
                ? new ChineseNumeral(new BigDecimal(value.toString()), end, true, true)
                : new ChineseNumeral(BigDecimal.valueOf(digit(text.charAt(start))), start + 1, false, false);
    }

    private static ChineseNumeral parseUnits(String text, int start) {
        long total = 0;
        long section = 0;
        int digit = -1;
        int parts = 0;
        int last = Integer.MAX_VALUE;
        boolean zero = false;
        boolean large = false;
        int i = start;
        for (; i < Math.min(text.length(), start + MAX_LENGTH) && isPart(text.charAt(i)); i++) {
            char c = text.charAt(i);
            int value = digit(c);
            int unit = UNITS.indexOf(c);
            if (value == 0 && parts > 0 && digit < 0) {
                zero = true; // 一百零五
            } else if (value >= 0) {
                if (digit >= 0) {
                    break; // 十四五: fourteen, then something else
                }
                digit = value;
            } else if (unit >= 3) {
                total = (total + section + Math.max(0, digit) + (parts == 0 ? 1 : 0))
                        * (unit == 3 ? 10_000L : 100_000_000L);
                section = 0;
                digit = -1;
                last = Integer.MAX_VALUE;
                large = true;
                zero = false;
            } else {
                if (unit >= last) {
                    break;
                }
                section += (digit < 0 ? 1 : digit) * (unit == 0 ? 10L : unit == 1 ? 100L : 1000L);
                digit = -1;
                last = unit;
            }
            parts++;
        }
        long rest = Math.max(0, digit);
        if (digit > 0 && !zero && last != Integer.MAX_VALUE && last > 0) {
            rest = digit * (last == 1 ? 10L : 100L); // 一百二 is 120
        }
        boolean counted = digit(text.charAt(start)) > 0 || text.charAt(start) == '十';
        boolean abbreviated = large && digit > 0 && !zero && last == Integer.MAX_VALUE; // 一万二: 12,000 or 10,002
        return new ChineseNumeral(
                BigDecimal.valueOf(total + section + rest), i, parts > 1 && counted && !abbreviated, false);
    }

    /** The value of a digit, -1 for anything else. */
    private static int digit(char c) {
        return c == '零' ? 0 : c == '两' ? 2 : DIGITS.indexOf(c);
    }
}
