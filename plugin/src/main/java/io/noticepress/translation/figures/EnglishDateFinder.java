package io.noticepress.translation.figures;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates and months in an English text: 2030-08-01, 1–3 August 2030, Aug. 1, March 2030. */
final class EnglishDateFinder {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH =
            "(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|Jun\\.|July?|Jul\\.|Aug(?:ust|\\.)?"
                    + "|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)(?![A-Za-z])";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String RANGE_WORD = "(?:\\s*[-–—]\\s*|\\s+(?:to|and|until|through|or)\\s+)";
    private static final Pattern DAY_FIRST = Pattern.compile("(?:" + DAY + RANGE_WORD + ")?(?:the )?" + DAY
            + "\\s+(?:of\\s+)?" + MONTH + "(?:,?\\s+([12]\\d{3})(?!\\d))?");
    private static final Pattern MONTH_FIRST = Pattern.compile(MONTH + "\\s+" + DAY + "(?!\\d|,\\d)(?:" + RANGE_WORD
            + DAY + "(?!\\d|,\\d))?(?:,?\\s+([12]\\d{3})(?!\\d))?");
    private static final Pattern MONTH_ALONE =
            Pattern.compile(MONTH + "(?:" + RANGE_WORD + MONTH + ")?(?:,?\\s+([12]\\d{3})(?!\\d))?");
    private static final Pattern ISO = Pattern.compile("([12]\\d{3})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d.])");
    /** Words before May or March that show that it is the month. */
    private static final Pattern BEFORE_MONTH = Pattern.compile(
            "(?:in|by|of|from|to|until|since|before|after|during|late|early|mid|and|or|end|this|last|next|each|every|[-–—/])\\s*$");

    private final String text;
    private final String lower;
    private final List<Figure> figures;

    /** A finder that adds to {@code figures}; {@code lower} is the text in lower case. */
    EnglishDateFinder(String text, String lower, List<Figure> figures) {
        this.text = text;
        this.lower = lower;
        this.figures = figures;
    }

    /** Scans a date whose first character is the digit at {@code i}; returns its end, or {@code i} if there is none. */
    int scanDigits(int i) {
        Matcher found;
        if ((found = matchAt(ISO, i)) != null && isDay(found.group(3), found.group(4))) {
            addDate(i, found.end(), Optional.of(found.group(1)), Integer.parseInt(found.group(3)), found.group(4));
        } else if ((found = matchAt(DAY_FIRST, i)) != null && isDay("1", found.group(2))) {
            addDates(found, 1, 2, 3);
        } else {
            return i;
        }
        return found.end();
    }

    /** Scans a month, or a date that begins with one; returns its end, or {@code i} if there is none. */
    int scanMonth(int i) {
        if (i + 3 > text.length() || !MONTHS.contains(lower.substring(i, i + 3))) {
            return i;
        }
        Matcher found;
        if ((found = matchAt(MONTH_FIRST, i)) != null && isDay("1", found.group(2))) {
            int month = MONTHS.indexOf(found.group(1).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
            Optional<String> year = Optional.ofNullable(found.group(4));
            addDate(i, found.end(), year, month, found.group(2));
            if (found.group(3) != null && isDay("1", found.group(3))) {
                addDate(found.start(3), found.end(), year, month, found.group(3));
            }
        } else if ((found = matchAt(MONTH_ALONE, i)) != null) {
            Optional<Integer> year = Optional.ofNullable(found.group(3)).map(Integer::valueOf);
            String name = found.group(1);
            boolean isVerb = name.equals("May") || name.equals("March");
            boolean required = !isVerb
                    || year.isPresent()
                    || found.group(2) != null
                    || BEFORE_MONTH
                            .matcher(lower.substring(Math.max(0, i - 12), i))
                            .find();
            figures.add(Figure.month(i, found.end(), required, year, monthOf(name)));
            if (found.group(2) != null) {
                figures.add(Figure.month(found.start(2), found.end(), true, year, monthOf(found.group(2))));
            }
        } else {
            return i;
        }
        return found.end();
    }

    private static int monthOf(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    /** Adds one or two dates: 1 August, 1–3 August, 1 and 3 August 2030. */
    private void addDates(Matcher found, int first, int day, int month) {
        int monthNumber = monthOf(found.group(month));
        Optional<String> year = Optional.ofNullable(found.group(4));
        if (found.group(first) != null && isDay("1", found.group(first))) {
            addDate(found.start(), found.end(first), year, monthNumber, found.group(first));
        }
        addDate(found.start(day), found.end(), year, monthNumber, found.group(day));
    }

    private void addDate(int start, int end, Optional<String> year, int month, String day) {
        figures.add(Figure.date(start, end, year.map(Integer::valueOf), month, Integer.parseInt(day)));
    }

    private static boolean isDay(String month, String day) {
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        return m >= 1 && m <= 12 && d >= 1 && d <= 31;
    }

    private @Nullable Matcher matchAt(Pattern pattern, int from) {
        return TextPattern.matchAt(pattern, text, from);
    }
}
