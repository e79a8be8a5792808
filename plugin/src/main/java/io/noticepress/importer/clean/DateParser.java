package io.noticepress.importer.clean;

import io.noticepress.content.frontmatter.DateReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses dates in the forms that documents use.
 *
 * <p>Examples: {@code 2031年4月5日}, {@code 二〇三一年四月五日}, {@code 2031.4.5}, {@code 5 April 2031} and {@code April 5, 2031} all
 * give 2031-04-05.
 */
public final class DateParser {
    private static final String DIGIT = "[0-9０-９]";
    private static final String HAN_DIGIT = "[一二三四五六七八九十廿]";
    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
                    + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    private static final String ORDINAL = "(?:st|nd|rd|th)?";

    /** Regular expression of a date in any of these forms, without capturing groups. */
    public static final String DATE_REGEX =
            "(?:" + DIGIT + "{4}\\s*年\\s*" + DIGIT + "{1,2}\\s*月\\s*" + DIGIT + "{1,2}\\s*日"
                    + "|[一二]\\s?(?:[〇○零ＯO0０一二三四五六七八九]\\s?){3}年\\s?(?:元|" + HAN_DIGIT + "{1,2})\\s?月\\s?" + HAN_DIGIT
                    + "{1,3}\\s?日"
                    + "|" + DIGIT + "{4}[-/.．]" + DIGIT + "{1,2}[-/.．]" + DIGIT + "{1,2}"
                    + "|\\d{1,2}" + ORDINAL + "\\s+" + MONTH + ",?\\s+\\d{4}"
                    + "|" + MONTH + "\\s+\\d{1,2}" + ORDINAL + ",?\\s+\\d{4})";

    private static final Pattern ENGLISH_DATE = Pattern.compile("(?<day>\\d{1,2})?" + ORDINAL
            + "\\s*(?<month>[A-Z][a-z]+)\\.?" + "(?:\\s+(?<after>\\d{1,2})" + ORDINAL + ")?,?\\s+(?<year>\\d{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private DateParser() {}

    /** The date that a text matching {@link #DATE_REGEX} names; empty if the calendar has no such day. */
    public static Optional<LocalDate> parse(String text) {
        Matcher english = ENGLISH_DATE.matcher(text.strip());
        if (english.matches()) {
            String day = english.group("day") != null ? english.group("day") : english.group("after");
            int month =
                    1 + MONTHS.indexOf(english.group("month").substring(0, 3).toLowerCase(Locale.ROOT));
            return DateReader.parseLenient(english.group("year") + "-" + month + "-" + day);
        }
        String plain = DocumentPatterns.withoutBlanks(text).replace('．', '.').replace('/', '-');
        if (plain.matches("[一二].*")) {
            plain = plain.replaceAll("[ＯO0０]", "〇").replace("元月", "一月").replace("廿", "二十");
        }
        return DateReader.parseLenient(plain);
    }
}
