package io.noticepress.search.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the numeric tokens of a line: document numbers and dates. Looks around each year, since all of them contain one.
 * {@code 根据〔2023〕6号和2023年5月6日} gives {@code #2023-6} and {@code @2023-05-06}. Section 3 of {@code search.md}.
 */
final class NumericTokenizer {
    private static final String OPENING = "[(<{〔【〈《﹝❲";
    private static final String CLOSING = "])>}〕】〉》﹞❳";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String MONTH_ENDINGS = "  uary ruary ch il e y ust t tember ober ember ";
    private static final String ORDINAL_SUFFIXES = "st nd rd th";
    private static final String NUMERALS = "〇一二三四五六七八九";

    private final NormalizedLine line;
    private final List<NumericToken> found = new ArrayList<>();

    private NumericTokenizer(NormalizedLine line) {
        this.line = line;
    }

    /** The numeric tokens of a line in order, without overlaps. */
    static List<NumericToken> findAll(NormalizedLine line) {
        return line.hasYear() ? new NumericTokenizer(line).findNonOverlapping() : List.of();
    }

    private List<NumericToken> findNonOverlapping() {
        for (int i = 0, digits = 0; i <= line.length(); i++) {
            if (isDigit(i)) {
                digits++;
                continue;
            }
            if (digits == 4) {
                findAroundYear(i - 4, i);
            } else if (line.codePointAt(i) == '年') {
                findNumeralDate(i);
            }
            digits = 0;
        }
        if (found.size() < 2) {
            return found;
        }
        found.sort(Comparator.comparingInt(NumericToken::start));
        List<NumericToken> disjoint = new ArrayList<>();
        for (NumericToken numericToken : found) {
            if (disjoint.isEmpty() || disjoint.get(disjoint.size() - 1).end() <= numericToken.start()) {
                disjoint.add(numericToken);
            }
        }
        return disjoint;
    }

    /** Finds the tokens that a year in four digits is part of. */
    private void findAroundYear(int year, int end) {
        int before = skipBlanksBack(year);
        int after = skipBlanks(end);
        if (isOneOf(CLOSING, after) && isOneOf(OPENING, before - 1)) {
            int serial = skipBlanks(after + 1);
            serial = line.codePointAt(serial) == '第' ? skipBlanks(serial + 1) : serial;
            addDocNumber(before - 1, year, serial, endOfDigits(serial));
        } else if (line.codePointAt(after) == '年' && line.codePointAt(skipBlanks(after + 1)) == '第') {
            int serial = skipBlanks(skipBlanks(after + 1) + 1);
            int sign = skipBlanks(endOfDigits(serial));
            if (line.codePointAt(sign) == '号' && endOfDigits(serial) - serial <= 5) {
                addDocNumber(year, year, serial, sign + 1);
            }
        } else if (isOneOf("年./-", after)) {
            int month = skipBlanks(after + 1);
            int point = skipBlanks(endOfDigits(month));
            int day = skipBlanks(point + 1);
            if (isOneOf("月./-", point)) {
                addDate(
                        year,
                        endOfDigits(day),
                        year,
                        parseDigits(month, endOfDigits(month), 2),
                        parseDigits(day, endOfDigits(day), 2));
            }
        }
        if (before < year) {
            findEnglishDate(year, line.codePointAt(before - 1) == ',' ? before - 1 : before);
        }
    }

    private void addDocNumber(int start, int year, int serial, int end) {
        int value = parseDigits(serial, endOfDigits(serial), 5);
        if (value >= 0) {
            found.add(new NumericToken(start, year, end, "#" + parseDigits(year, year + 4, 4) + "-" + value));
        }
    }

    /** Finds a date that ends with the year: 6 May 2023, May 6th, 2023. */
    private void findEnglishDate(int year, int end) {
        int month = startOfMonth(end);
        if (month < end) {
            int day = startOfDay(skipBlanksBack(month));
            if (skipBlanksBack(month) < month && day < skipBlanksBack(month) && !isLetterOrDigit(day - 1)) {
                addDate(day, year + 4, year, monthAt(month), parseDigits(day, endOfDigits(day), 2));
            }
            return;
        }
        int day = startOfDay(end);
        month = startOfMonth(skipBlanksBack(day));
        if (day < end && skipBlanksBack(day) < day && month < skipBlanksBack(day)) {
            addDate(month, year + 4, year, monthAt(month), parseDigits(day, endOfDigits(day), 2));
        }
    }

    /** The start of the month name that ends at an index; the index itself if there is none. */
    private int startOfMonth(int end) {
        int dot = line.codePointAt(end - 1) == '.' ? end - 1 : end;
        int start = dot;
        while (isLetterOrDigit(start - 1) && !isDigit(start - 1)) {
            start--;
        }
        boolean isMonth = dot - start >= 3
                && dot - start <= 9
                && monthAt(start) > 0
                && MONTH_ENDINGS.contains(' ' + text(start + 3, dot) + ' ');
        return isMonth ? start : end;
    }

    /** The month that starts with the three letters at an index; 0 if there is none. */
    private int monthAt(int start) {
        int at = MONTHS.indexOf(text(start, start + 3));
        return at % 3 == 0 ? at / 3 + 1 : 0;
    }

    /** The start of the day, as a cardinal or an ordinal number, that ends at an index; the index itself if there is none. */
    private int startOfDay(int end) {
        int digits = end >= 2 && ORDINAL_SUFFIXES.contains(text(end - 2, end)) ? end - 2 : end;
        int start = digits;
        while (isDigit(start - 1)) {
            start--;
        }
        return start < digits && digits - start <= 2 ? start : end;
    }

    /** Finds a date in Chinese numerals around a 年: 二〇二三年五月六日. */
    private void findNumeralDate(int sign) {
        int year = sign;
        while (isOneOf("零" + NUMERALS, year - 1)) {
            year--;
        }
        int month = endOfNumerals(sign + 1);
        int day = endOfNumerals(month + 1);
        boolean isDate = sign - year == 4
                && line.codePointAt(year - 1) != '十'
                && line.codePointAt(month) == '月'
                && month - sign <= 3
                && line.codePointAt(day) == '日'
                && day - month <= 4;
        if (isDate) {
            addDate(year, day, numeralDigits(year, sign), parseNumeral(sign + 1, month), parseNumeral(month + 1, day));
        }
    }

    private int endOfNumerals(int from) {
        int i = from;
        while (isOneOf("十" + NUMERALS, i)) {
            i++;
        }
        return i;
    }

    /** The value of Chinese numerals up to 99, written as tens and ones: 31 for 三十一; 0 if they are not a number. */
    private int parseNumeral(int from, int to) {
        String text = text(from, to);
        int ten = text.indexOf('十');
        if (ten != text.lastIndexOf('十') || text.isEmpty()) {
            return 0;
        }
        String ones = numeralDigits(from + ten + 1, to);
        String tens = ten <= 0 ? "1" : numeralDigits(from, from + ten);
        return (ten < 0 ? 0 : 10 * Integer.parseInt(tens)) + (ones.isEmpty() ? 0 : Integer.parseInt(ones));
    }

    /** Chinese numerals used as digits: 2023 for 二〇二三. */
    private String numeralDigits(int from, int to) {
        StringBuilder digits = new StringBuilder();
        for (int i = from; i < to; i++) {
            digits.append(Math.max(0, NUMERALS.indexOf(line.codePointAt(i))));
        }
        return digits.toString();
    }

    private void addDate(int start, int end, int year, int month, int day) {
        addDate(start, end, text(year, year + 4), month, day);
    }

    private void addDate(int start, int end, String year, int month, int day) {
        if (month >= 1 && month <= 12 && day >= 1 && day <= 31) {
            String term = "@" + year + (month < 10 ? "-0" : "-") + month + (day < 10 ? "-0" : "-") + day;
            found.add(new NumericToken(start, start, end, term));
        }
    }

    /** The value of a run of digits; -1 if it is empty or longer than {@code maxDigits}. */
    private int parseDigits(int from, int to, int maxDigits) {
        if (from == to || to - from > maxDigits) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + line.codePointAt(i) - '0';
        }
        return value;
    }

    /** The first index from here on that is not a blank. */
    private int skipBlanks(int from) {
        int i = from;
        while (line.codePointAt(i) == ' ') {
            i++;
        }
        return i;
    }

    /** The index of the first of the blanks before an index. */
    private int skipBlanksBack(int from) {
        int i = from;
        while (line.codePointAt(i - 1) == ' ') {
            i--;
        }
        return i;
    }

    /** The end of the digits that start at an index. */
    private int endOfDigits(int from) {
        int i = from;
        while (isDigit(i)) {
            i++;
        }
        return i;
    }

    private boolean isDigit(int i) {
        return line.codePointAt(i) >= '0' && line.codePointAt(i) <= '9';
    }

    /** Whether there is a letter a–z or a digit at an index. */
    private boolean isLetterOrDigit(int i) {
        return isDigit(i) || line.codePointAt(i) >= 'a' && line.codePointAt(i) <= 'z';
    }

    private boolean isOneOf(String characters, int i) {
        return characters.indexOf(line.codePointAt(i)) >= 0;
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.appendCodePoint(line.codePointAt(i));
        }
        return text.toString();
    }
}
