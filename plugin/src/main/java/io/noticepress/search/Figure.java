package io.noticepress.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document number or a date in a text, with one term for all its spellings: {@code #2023-6} for 〔2023〕6号,
 * {@code @2023-05-06} for 2023年5月6日. Section 3 of the specification.
 *
 * @param start where it begins, in code points
 * @param first where its first word begins
 * @param end where it ends
 */
record Figure(int start, int first, int end, String term) {
    /** One that is nowhere. */
    static final Figure NONE = new Figure(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, "");

    private static final String OPENING = "\\[(<{〔【〈《﹝❲";
    private static final String CLOSING = "\\])>}〕】〉》﹞❳";
    private static final String MONTH =
            "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?";
    private static final Pattern NUMBER = Pattern.compile("[" + OPENING + "] *([0-9]{4}) *[" + CLOSING
            + "] *第? *([0-9]{1,5})(?![0-9])|(?<![0-9])([0-9]{4}) *年 *第 *([0-9]{1,5}) *号");
    private static final Pattern DATE =
            Pattern.compile("(?<![0-9])([0-9]{4}) *[年./-] *([0-9]{1,2}) *[月./-] *([0-9]{1,2})(?![0-9])");
    private static final String DAY = "([0-9]{1,2})(?:st|nd|rd|th)?";
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<![0-9a-z])" + DAY + " +" + MONTH + ",? +([0-9]{4})(?![0-9])");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<![a-z])" + MONTH + " +" + DAY + ",? +([0-9]{4})(?![0-9])");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String NUMERALS = "〇一二三四五六七八九";
    private static final Pattern CHINESE_DATE = Pattern.compile("(?<![零十" + NUMERALS + "])([零" + NUMERALS + "]{4})年([十"
            + NUMERALS + "]{1,2})月([十" + NUMERALS + "]{1,3})(?=日)");

    /** Those of a normal text, in their order; none overlaps another. */
    static List<Figure> in(String text) {
        List<Figure> found = new ArrayList<>();
        if (text.indexOf('年') >= 0) {
            for (Matcher at = CHINESE_DATE.matcher(text); at.find(); ) {
                date(found, text, at, at.start(), digits(at.group(1)), number(at.group(2)), number(at.group(3)));
            }
        }
        if (hasYear(text)) {
            digits(text, found);
        }
        if (found.size() < 2) {
            return found;
        }
        found.sort(Comparator.comparingInt(Figure::start));
        List<Figure> apart = new ArrayList<>();
        for (Figure figure : found) {
            if (apart.isEmpty() || apart.get(apart.size() - 1).end() <= figure.start()) {
                apart.add(figure);
            }
        }
        return apart;
    }

    /** Whether four digits stand by themselves, as in every figure that is written with digits. */
    private static boolean hasYear(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isBetween(text.charAt(i), '0', '9')) {
                digits++;
            } else if (digits == 4) {
                return true;
            } else {
                digits = 0;
            }
        }
        return digits == 4;
    }

    private static boolean hasLetter(String text) {
        return text.chars().anyMatch(c -> isBetween(c, 'a', 'z'));
    }

    private static boolean isBetween(int c, char first, char last) {
        return c >= first && c <= last;
    }

    private static void digits(String text, List<Figure> found) {
        for (Matcher at = NUMBER.matcher(text); at.find(); ) {
            int year = at.group(1) != null ? 1 : 3;
            add(found, text, at, at.start(year), "#" + at.group(year) + "-" + number(at.group(year + 1)));
        }
        for (Matcher at = DATE.matcher(text); at.find(); ) {
            date(found, text, at, at.start(), at.group(1), number(at.group(2)), number(at.group(3)));
        }
        if (!hasLetter(text)) {
            return;
        }
        for (Matcher at = DAY_FIRST.matcher(text); at.find(); ) {
            date(found, text, at, at.start(), at.group(3), month(at.group(2)), number(at.group(1)));
        }
        for (Matcher at = MONTH_FIRST.matcher(text); at.find(); ) {
            date(found, text, at, at.start(), at.group(3), month(at.group(1)), number(at.group(2)));
        }
    }

    private static void date(List<Figure> found, String text, Matcher at, int first, String year, int month, int day) {
        if (month >= 1 && month <= 12 && day >= 1 && day <= 31) {
            String term = "@" + year + (month < 10 ? "-0" : "-") + month + (day < 10 ? "-0" : "-") + day;
            add(found, text, at, first, term);
        }
    }

    private static int month(String name) {
        return MONTHS.indexOf(name) / 3 + 1;
    }

    /** A number in digits, or in numerals below a hundred: {@code 31}, {@code 三十一}. */
    private static int number(String text) {
        int ten = text.indexOf('十');
        if (ten < 0) {
            return Integer.parseInt(digits(text));
        }
        String ones = digits(text.substring(ten + 1));
        String tens = digits(text.substring(0, ten));
        return 10 * (tens.isEmpty() ? 1 : Integer.parseInt(tens)) + (ones.isEmpty() ? 0 : Integer.parseInt(ones));
    }

    /** Numerals that stand one by one as digits: 2023 for 二〇二三. */
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (char c : text.replace('零', '〇').toCharArray()) {
            digits.append(NUMERALS.indexOf(c) < 0 ? c : (char) ('0' + NUMERALS.indexOf(c)));
        }
        return digits.toString();
    }

    private static void add(List<Figure> found, String text, Matcher at, int first, String term) {
        found.add(new Figure(
                text.codePointCount(0, at.start()),
                text.codePointCount(0, first),
                text.codePointCount(0, at.end()),
                term));
    }
}
