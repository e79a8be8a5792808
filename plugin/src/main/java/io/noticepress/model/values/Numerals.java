package io.noticepress.model.values;

/** Writes numbers as Chinese and Roman numerals: 12 as {@code 十二} and {@code XII}. */
public final class Numerals {
    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_LETTERS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
    };

    private Numerals() {}

    /** A Chinese numeral from 0 to 999: 〇, 十, 二十一, 一百零五, 一百一十. Larger numbers are written in digits. */
    public static String chinese(int value) {
        if (value >= 1000) {
            return Integer.toString(value);
        }
        if (value >= 100) {
            int rest = value % 100;
            String link = rest > 0 && rest < 10 ? "零" : rest >= 10 && rest < 20 ? "一" : "";
            return CHINESE_DIGITS.charAt(value / 100) + "百" + link + (rest == 0 ? "" : chinese(rest));
        }
        String tens = value < 10 ? "" : value < 20 ? "十" : CHINESE_DIGITS.charAt(value / 10) + "十";
        return value % 10 == 0 && value > 0 ? tens : tens + CHINESE_DIGITS.charAt(value % 10);
    }

    /** An upper-case Roman numeral: IV. Zero is an empty string. */
    public static String roman(int value) {
        StringBuilder out = new StringBuilder();
        int rest = value;
        for (int i = 0; i < ROMAN_VALUES.length; i++) {
            for (; rest >= ROMAN_VALUES[i]; rest -= ROMAN_VALUES[i]) {
                out.append(ROMAN_LETTERS[i]);
            }
        }
        return out.toString();
    }
}
