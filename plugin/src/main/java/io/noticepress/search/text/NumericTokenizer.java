package io.noticepress.search.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the figures of a line: looks around each year, which none is without. Section 3 of the specification. */
final class NumericTokenizer {
    private static final String OPENING = "[(<{〔【〈《﹝❲";
    private static final String CLOSING = "])>}〕】〉》﹞❳";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String MONTH_ENDINGS = "  uary ruary ch il e y ust t tember ober ember ";
    private static final String ORDINAL_SUFFIXES = "st nd rd th";
    private static final String NUMERALS = "〇一二三四五六七八九";

    private final NormalizedLine normalizedLine;
    private final List<NumericToken> found = new ArrayList<>();

    private NumericTokenizer(NormalizedLine normalizedLine) {
        this.normalizedLine = normalizedLine;
    }

    /** Those of a line, in their order; none overlaps another. */
    static List<NumericToken> findAll(NormalizedLine normalizedLine) {
        return normalizedLine.hasYear() ? new NumericTokenizer(normalizedLine).findNonOverlapping() : List.of();
    }

    private List<NumericToken> findNonOverlapping() {
        for (int i = 0, digits = 0; i <= normalizedLine.length(); i++) {
            if (isDigit(i)) {
                digits++;
                continue;
            }
            if (digits == 4) {
                findAroundYear(i - 4, i);
            } else if (normalizedLine.codePointAt(i) == '年') {
                findNumeralDate(i);
            }
            digits = 0;
        }
        if (found.size() < 2) {
            return found;
        }
        found.sort(Comparator.comparingInt(NumericToken::start));
        List<NumericToken> apart = new ArrayList<>();
        for (NumericToken numericToken : found) {
            if (apart.isEmpty() || apart.get(apart.size() - 1).end() <= numericToken.start()) {
                apart.add(numericToken);
            }
        }
        return apart;
    }

    /** Whatever a year in four digits is a part of. */
    private void findAroundYear(int year, int end) {
        int before = skipBlanksBack(year);
        int after = skipBlanks(end);
        if (isOneOf(CLOSING, after) && isOneOf(OPENING, before - 1)) {
            int serial = skipBlanks(after + 1);
            serial = normalizedLine.codePointAt(serial) == '第' ? skipBlanks(serial + 1) : serial;
            addDocNumber(before - 1, year, serial, endOfDigits(serial));
        } else if (normalizedLine.codePointAt(after) == '年'
                && normalizedLine.codePointAt(skipBlanks(after + 1)) == '第') {
            int serial = skipBlanks(skipBlanks(after + 1) + 1);
            int sign = skipBlanks(endOfDigits(serial));
            if (normalizedLine.codePointAt(sign) == '号' && endOfDigits(serial) - serial <= 5) {
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
            findEnglishDate(year, normalizedLine.codePointAt(before - 1) == ',' ? before - 1 : before);
        }
    }

    private void addDocNumber(int start, int year, int serial, int end) {
        int value = parseDigits(serial, endOfDigits(serial), 5);
        if (value >= 0) {
            found.add(new NumericToken(start, year, end, "#" + parseDigits(year, year + 4, 4) + "-" + value));
        }
    }

    /** A date of which the year stands last: 6 May 2023, May 6th, 2023. */
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

    /** Where the name of a month begins that ends at a place; that place if there is none. */
    private int startOfMonth(int end) {
        int dot = normalizedLine.codePointAt(end - 1) == '.' ? end - 1 : end;
        int start = dot;
        while (isLetterOrDigit(start - 1) && !isDigit(start - 1)) {
            start--;
        }
        boolean known = dot - start >= 3
                && dot - start <= 9
                && monthAt(start) > 0
                && MONTH_ENDINGS.contains(' ' + text(start + 3, dot) + ' ');
        return known ? start : end;
    }

    /** Which month the three letters at a place stand for; 0 if they stand for none. */
    private int monthAt(int start) {
        int at = MONTHS.indexOf(text(start, start + 3));
        return at % 3 == 0 ? at / 3 + 1 : 0;
    }

    /** Where a day, in digits or as an ordinal, begins that ends at a place; that place if there is none. */
    private int startOfDay(int end) {
        int digits = end >= 2 && ORDINAL_SUFFIXES.contains(text(end - 2, end)) ? end - 2 : end;
        int start = digits;
        while (isDigit(start - 1)) {
            start--;
        }
        return start < digits && digits - start <= 2 ? start : end;
    }

    /** A date in numerals, around a 年: 二〇二三年五月六日. */
    private void findNumeralDate(int sign) {
        int year = sign;
        while (isOneOf("零" + NUMERALS, year - 1)) {
            year--;
        }
        int month = endOfNumerals(sign + 1);
        int day = endOfNumerals(month + 1);
        boolean known = sign - year == 4
                && normalizedLine.codePointAt(year - 1) != '十'
                && normalizedLine.codePointAt(month) == '月'
                && month - sign <= 3
                && normalizedLine.codePointAt(day) == '日'
                && day - month <= 4;
        if (known) {
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

    /** A number in numerals, above ten in tens and ones: 三十一; 0 for one that is none. */
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

    /** Numerals that stand one by one as digits: 2023 for 二〇二三. */
    private String numeralDigits(int from, int to) {
        StringBuilder digits = new StringBuilder();
        for (int i = from; i < to; i++) {
            digits.append(Math.max(0, NUMERALS.indexOf(normalizedLine.codePointAt(i))));
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

    /** The value of some digits; -1 if there are none, or more than so many. */
    private int parseDigits(int from, int to, int most) {
        if (from == to || to - from > most) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + normalizedLine.codePointAt(i) - '0';
        }
        return value;
    }

    /** The next place that is no blank. */
    private int skipBlanks(int from) {
        int i = from;
        while (normalizedLine.codePointAt(i) == ' ') {
            i++;
        }
        return i;
    }

    /** The first of the blanks before a place. */
    private int skipBlanksBack(int from) {
        int i = from;
        while (normalizedLine.codePointAt(i - 1) == ' ') {
            i--;
        }
        return i;
    }

    /** Where the digits end that begin at a place. */
    private int endOfDigits(int from) {
        int i = from;
        while (isDigit(i)) {
            i++;
        }
        return i;
    }

    private boolean isDigit(int i) {
        return normalizedLine.codePointAt(i) >= '0' && normalizedLine.codePointAt(i) <= '9';
    }

    /** Whether a letter of English or a digit stands at a place. */
    private boolean isLetterOrDigit(int i) {
        return isDigit(i) || normalizedLine.codePointAt(i) >= 'a' && normalizedLine.codePointAt(i) <= 'z';
    }

    private boolean isOneOf(String characters, int i) {
        return characters.indexOf(normalizedLine.codePointAt(i)) >= 0;
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.appendCodePoint(normalizedLine.codePointAt(i));
        }
        return text.toString();
    }
}
