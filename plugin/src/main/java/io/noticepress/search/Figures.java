package io.noticepress.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the figures of a line: looks around each year, which none is without. Section 3 of the specification. */
final class Figures {
    private static final String OPENING = "[(<{〔【〈《﹝❲";
    private static final String CLOSING = "])>}〕】〉》﹞❳";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String ENDINGS = "  uary ruary ch il e y ust t tember ober ember ";
    private static final String ORDINALS = "st nd rd th";
    private static final String NUMERALS = "〇一二三四五六七八九";

    private final Line line;
    private final List<Figure> found = new ArrayList<>();

    private Figures(Line line) {
        this.line = line;
    }

    /** Those of a line, in their order; none overlaps another. */
    static List<Figure> in(Line line) {
        return line.hasYear() ? new Figures(line).find() : List.of();
    }

    private List<Figure> find() {
        for (int i = 0, digits = 0; i <= line.length(); i++) {
            if (isDigit(i)) {
                digits++;
                continue;
            }
            if (digits == 4) {
                around(i - 4, i);
            } else if (line.at(i) == '年') {
                inNumerals(i);
            }
            digits = 0;
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

    /** Whatever a year in four digits is a part of. */
    private void around(int year, int end) {
        int before = back(year);
        int after = on(end);
        if (isIn(CLOSING, after) && isIn(OPENING, before - 1)) {
            int serial = on(after + 1);
            serial = line.at(serial) == '第' ? on(serial + 1) : serial;
            number(before - 1, year, serial, run(serial));
        } else if (line.at(after) == '年' && line.at(on(after + 1)) == '第') {
            int serial = on(on(after + 1) + 1);
            int sign = on(run(serial));
            if (line.at(sign) == '号' && run(serial) - serial <= 5) {
                number(year, year, serial, sign + 1);
            }
        } else if (isIn("年./-", after)) {
            int month = on(after + 1);
            int point = on(run(month));
            int day = on(point + 1);
            if (isIn("月./-", point)) {
                date(year, run(day), year, value(month, run(month), 2), value(day, run(day), 2));
            }
        }
        if (before < year) {
            inEnglish(year, line.at(before - 1) == ',' ? before - 1 : before);
        }
    }

    private void number(int start, int year, int serial, int end) {
        int value = value(serial, run(serial), 5);
        if (value >= 0) {
            found.add(new Figure(start, year, end, "#" + value(year, year + 4, 4) + "-" + value));
        }
    }

    /** A date of which the year stands last: 6 May 2023, May 6th, 2023. */
    private void inEnglish(int year, int end) {
        int month = startOfMonth(end);
        if (month < end) {
            int day = startOfDay(back(month));
            if (back(month) < month && day < back(month) && !isPlain(day - 1)) {
                date(day, year + 4, year, month(month), value(day, run(day), 2));
            }
            return;
        }
        int day = startOfDay(end);
        month = startOfMonth(back(day));
        if (day < end && back(day) < day && month < back(day)) {
            date(month, year + 4, year, month(month), value(day, run(day), 2));
        }
    }

    /** Where the name of a month begins that ends at a place; that place if there is none. */
    private int startOfMonth(int end) {
        int dot = line.at(end - 1) == '.' ? end - 1 : end;
        int start = dot;
        while (isPlain(start - 1) && !isDigit(start - 1)) {
            start--;
        }
        boolean known = dot - start >= 3
                && dot - start <= 9
                && month(start) > 0
                && ENDINGS.contains(' ' + text(start + 3, dot) + ' ');
        return known ? start : end;
    }

    /** Which month the three letters at a place stand for; 0 if they stand for none. */
    private int month(int start) {
        int at = MONTHS.indexOf(text(start, start + 3));
        return at % 3 == 0 ? at / 3 + 1 : 0;
    }

    /** Where a day, in digits or as an ordinal, begins that ends at a place; that place if there is none. */
    private int startOfDay(int end) {
        int digits = end >= 2 && ORDINALS.contains(text(end - 2, end)) ? end - 2 : end;
        int start = digits;
        while (isDigit(start - 1)) {
            start--;
        }
        return start < digits && digits - start <= 2 ? start : end;
    }

    /** A date in numerals, around a 年: 二〇二三年五月六日. */
    private void inNumerals(int sign) {
        int year = sign;
        while (isIn("零" + NUMERALS, year - 1)) {
            year--;
        }
        int month = numerals(sign + 1);
        int day = numerals(month + 1);
        boolean known = sign - year == 4
                && line.at(year - 1) != '十'
                && line.at(month) == '月'
                && month - sign <= 3
                && line.at(day) == '日'
                && day - month <= 4;
        if (known) {
            date(year, day, digits(year, sign), numeral(sign + 1, month), numeral(month + 1, day));
        }
    }

    private int numerals(int from) {
        int i = from;
        while (isIn("十" + NUMERALS, i)) {
            i++;
        }
        return i;
    }

    /** A number in numerals, above ten in tens and ones: 三十一; 0 for one that is none. */
    private int numeral(int from, int to) {
        String text = text(from, to);
        int ten = text.indexOf('十');
        if (ten != text.lastIndexOf('十') || text.isEmpty()) {
            return 0;
        }
        String ones = digits(from + ten + 1, to);
        String tens = ten <= 0 ? "1" : digits(from, from + ten);
        return (ten < 0 ? 0 : 10 * Integer.parseInt(tens)) + (ones.isEmpty() ? 0 : Integer.parseInt(ones));
    }

    /** Numerals that stand one by one as digits: 2023 for 二〇二三. */
    private String digits(int from, int to) {
        StringBuilder digits = new StringBuilder();
        for (int i = from; i < to; i++) {
            digits.append(Math.max(0, NUMERALS.indexOf(line.at(i))));
        }
        return digits.toString();
    }

    private void date(int start, int end, int year, int month, int day) {
        date(start, end, text(year, year + 4), month, day);
    }

    private void date(int start, int end, String year, int month, int day) {
        if (month >= 1 && month <= 12 && day >= 1 && day <= 31) {
            String term = "@" + year + (month < 10 ? "-0" : "-") + month + (day < 10 ? "-0" : "-") + day;
            found.add(new Figure(start, start, end, term));
        }
    }

    /** The value of some digits; -1 if there are none, or more than so many. */
    private int value(int from, int to, int most) {
        if (from == to || to - from > most) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + line.at(i) - '0';
        }
        return value;
    }

    /** The next place that is no blank. */
    private int on(int from) {
        int i = from;
        while (line.at(i) == ' ') {
            i++;
        }
        return i;
    }

    /** The first of the blanks before a place. */
    private int back(int from) {
        int i = from;
        while (line.at(i - 1) == ' ') {
            i--;
        }
        return i;
    }

    /** Where the digits end that begin at a place. */
    private int run(int from) {
        int i = from;
        while (isDigit(i)) {
            i++;
        }
        return i;
    }

    private boolean isDigit(int i) {
        return line.at(i) >= '0' && line.at(i) <= '9';
    }

    /** Whether a letter of English or a digit stands at a place. */
    private boolean isPlain(int i) {
        return isDigit(i) || line.at(i) >= 'a' && line.at(i) <= 'z';
    }

    private boolean isIn(String characters, int i) {
        return characters.indexOf(line.at(i)) >= 0;
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.appendCodePoint(line.at(i));
        }
        return text.toString();
    }
}
