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
    static final Figure NONE = new Figure(Integer.MAX_VALUE, -1, -1, "");

    private static final String OPENING = "\\[(<{〔【〈《﹝❲";
    private static final String CLOSING = "\\])>}〕】〉》﹞❳";
    private static final String MONTH =
            "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?";
    private static final Pattern NUMBER = Pattern.compile("[" + OPENING + "] *([0-9]{4}) *[" + CLOSING
            + "] *第? *([0-9]{1,5})(?![0-9])|(?<![0-9])([0-9]{4}) *年 *第 *([0-9]{1,5}) *号");
    private static final Pattern DATE =
            Pattern.compile("(?<![0-9])([0-9]{4}) *[年./-] *([0-9]{1,2}) *[月./-] *([0-9]{1,2})(?![0-9])");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<![0-9a-z])([0-9]{1,2}) +" + MONTH + ",? +([0-9]{4})(?![0-9])");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<![a-z])" + MONTH + " +([0-9]{1,2}),? +([0-9]{4})(?![0-9])");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    /** Those of a normal text, in their order; none overlaps another. */
    static List<Figure> in(String text) {
        if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return List.of();
        }
        List<Figure> found = new ArrayList<>();
        for (Matcher at = NUMBER.matcher(text); at.find(); ) {
            int year = at.group(1) != null ? 1 : 3;
            add(found, text, at, at.start(year), "#" + at.group(year) + "-" + number(at.group(year + 1)));
        }
        for (Matcher at = DATE.matcher(text); at.find(); ) {
            date(found, text, at, at.start(), at.group(1), at.group(2), at.group(3));
        }
        for (Matcher at = DAY_FIRST.matcher(text); at.find(); ) {
            date(found, text, at, at.start(), at.group(3), month(at.group(2)), at.group(1));
        }
        for (Matcher at = MONTH_FIRST.matcher(text); at.find(); ) {
            date(found, text, at, at.start(), at.group(3), month(at.group(1)), at.group(2));
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

    private static void date(
            List<Figure> found, String text, Matcher at, int first, String year, String month, String day) {
        int m = number(month);
        int d = number(day);
        if (m >= 1 && m <= 12 && d >= 1 && d <= 31) {
            add(found, text, at, first, "@" + year + "-" + (m < 10 ? "0" : "") + m + "-" + (d < 10 ? "0" : "") + d);
        }
    }

    private static String month(String name) {
        return Integer.toString(MONTHS.indexOf(name) / 3 + 1);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static void add(List<Figure> found, String text, Matcher at, int first, String term) {
        found.add(new Figure(
                text.codePointCount(0, at.start()),
                text.codePointCount(0, first),
                text.codePointCount(0, at.end()),
                term));
    }
}
