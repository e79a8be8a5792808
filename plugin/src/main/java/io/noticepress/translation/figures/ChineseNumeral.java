package io.noticepress.translation.figures;

import java.math.BigDecimal;

/**
 * A number in Chinese characters as far as it makes sense: 一百二十, 二〇三〇, 三五 (three or five), 万 (alone, in a phrase).
 *
 * @param value of the whole
 * @param end where it ends
 * @param exact whether it is one number beyond doubt, of which an idiom is not made: at least two characters that fit
 * @param digitByDigit whether it was written digit by digit: 二〇三〇
 */
record ChineseNumeral(BigDecimal value, int end, boolean exact, boolean digitByDigit) {
    private static final String DIGITS = "〇一二三四五六七八九";
    /** The longest that is read as one number. */
    private static final int MAX_LENGTH = 16;

    private static final String UNITS = "十百千万亿";

    /** Whether {@code c} is part of such numbers. */
    static boolean isPart(char c) {
        return digit(c) >= 0 || UNITS.indexOf(c) >= 0;
    }

    /** The number that begins at {@code start}, where a part of one stands. */
    static ChineseNumeral parseAt(String text, int start) {
        int end = start;
        int most = Math.min(text.length(), start + MAX_LENGTH);
        while (end < most && digit(text.charAt(end)) >= 0) {
            end++;
        }
        boolean unit = end < text.length() && UNITS.indexOf(text.charAt(end)) >= 0;
        boolean zero = text.substring(start, end).matches(".*[〇零].*");
        if (end - start >= 2 && (!unit || zero && end - start >= 4)) {
            return digitByDigit(text, start, end, zero);
        }
        if (end - start >= 2) {
            // 三五十, 二三百: about so many; the last digit goes with the unit and is read next.
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
        boolean clipped = large && digit > 0 && !zero && last == Integer.MAX_VALUE; // 一万二, about which nobody is sure
        return new ChineseNumeral(
                BigDecimal.valueOf(total + section + rest), i, parts > 1 && counted && !clipped, false);
    }

    /** The value of a digit, -1 for anything else. */
    private static int digit(char c) {
        return c == '零' ? 0 : c == '两' ? 2 : DIGITS.indexOf(c);
    }
}
