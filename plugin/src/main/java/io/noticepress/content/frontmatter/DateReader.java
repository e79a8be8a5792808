package io.noticepress.content.frontmatter;

import io.noticepress.content.schema.FieldReader;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Scalar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates such as {@code 2024-03-01}, of the years 1900 to 2100. Another notation is reported, and if it can be understood
 * the right one is proposed: {@code 2024-03-01} for 2024年3月1日.
 */
public final class DateReader {
    private static final Pattern STRICT = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    // 2024/3/1, 2024.3.1, 2024年3月1日, 2024-03-01T00:30:00+08:00
    private static final Pattern LENIENT =
            Pattern.compile("(\\d{4})\\s*[-/.－．年]\\s*(\\d{1,2})\\s*[-/.－．月]\\s*(\\d{1,2})\\s*日?(?:[T\\s].*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final Problems problems;

    /** A reader that reports to {@code problems}. */
    public DateReader(Problems problems) {
        this.problems = problems;
    }

    /** The date in a field; empty if there is none, or none that is valid. */
    public Optional<LocalDate> read(FieldReader fieldReader, String field) {
        return fieldReader.textUnlessTodo(field).flatMap(this::read);
    }

    private Optional<LocalDate> read(Scalar value) {
        String text = value.text();
        Matcher strict = STRICT.matcher(text);
        if (strict.matches()) {
            Optional<LocalDate> date = toDate(strict);
            if (date.isEmpty()) {
                reportImpossible(value, strict);
            } else if (date.get().getYear() < FIRST_YEAR || date.get().getYear() > LAST_YEAR) {
                reportInvalid(
                        value,
                        Message.of(
                                "年份不在 {0}—{1} 之间：{2}",
                                "the year is not between {0} and {1}: {2}", FIRST_YEAR, LAST_YEAR, text),
                        Message.of("改正年份", "correct the year"));
                return Optional.empty();
            }
            return date;
        }
        Optional<LocalDate> proposed = parseLenient(text);
        reportInvalid(
                value,
                Message.of("“{0}”不是 yyyy-MM-dd 形式的日期", "\"{0}\" is not a date in the form yyyy-MM-dd", text),
                proposed.map(date -> Message.of("写成 {0}", "write {0}", date))
                        .orElse(Message.of("写成如 2030-04-15 的日期", "write a date such as 2030-04-15")));
        return Optional.empty();
    }

    private void reportImpossible(Scalar value, Matcher parts) {
        int month = Integer.parseInt(parts.group(2));
        int year = Integer.parseInt(parts.group(1));
        boolean validMonth = month >= 1 && month <= 12;
        int lastDay = validMonth ? YearMonth.of(year, month).lengthOfMonth() : 0;
        reportInvalid(
                value,
                Message.of("日历上没有 {0} 这一天", "{0} is not a calendar day", value.text()),
                validMonth
                        ? Message.of(
                                "改正日期；{0} 年 {1} 月只有 {2} 天",
                                "correct it; {3} {0} has {2} days",
                                Integer.toString(year),
                                month,
                                lastDay,
                                monthName(month))
                        : Message.of("改正月份，应是 01 至 12", "correct the month; it must be 01 to 12"));
    }

    private static String monthName(int month) {
        String name = month >= 1 && month <= 12 ? Month.of(month).name() : "";
        return name.isEmpty() ? name : name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private void reportInvalid(Scalar value, Message what, Message mend) {
        problems.add(ProblemCode.INVALID_DATE, value.at(), value.width(), what, mend);
    }

    private static Optional<LocalDate> toDate(Matcher parts) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The date that another notation most likely means: 2024/3/1, 二〇二四年三月一日, 20240301. */
    public static Optional<LocalDate> parseLenient(String text) {
        String ascii = toAsciiDigits(text);
        for (Pattern pattern : new Pattern[] {LENIENT, COMPACT}) {
            Matcher parts = pattern.matcher(ascii);
            if (parts.matches()) {
                return toDate(parts).filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR);
            }
        }
        return Optional.empty();
    }

    /** The text with full-width and Chinese digits as ASCII digits: 2024年12月31日 for 二〇二四年十二月三十一日. */
    private static String toAsciiDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int chinese = CHINESE_DIGITS.indexOf(c == '○' || c == '零' ? '〇' : c);
            if (c >= '０' && c <= '９') {
                out.append((char) (c - '０' + '0'));
            } else if (c == '十') {
                boolean tens = i > 0 && CHINESE_DIGITS.indexOf(text.charAt(i - 1)) > 0;
                boolean ones = i + 1 < text.length() && CHINESE_DIGITS.indexOf(text.charAt(i + 1)) > 0;
                out.append(tens ? "" : "1").append(ones ? "" : "0");
            } else {
                out.append(chinese >= 0 ? (char) ('0' + chinese) : c);
            }
        }
        return out.toString();
    }
}
