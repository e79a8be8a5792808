package io.noticepress.render.views.assemble;

import io.noticepress.problem.Message;
import io.noticepress.render.template.MessageKey;
import io.noticepress.render.template.ThemeMessages;
import io.noticepress.render.views.DisplayDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Dates as the theme's words want them: {@code date.pattern} with {@code yyyy}, {@code M}, {@code MMMM}, {@code d}, and
 * {@code date.months} for the names. The JDK's own names are not used: they differ from release to release.
 */
public final class DisplayDateFormat {
    private static final DateTimeFormatter GOV_CN_FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final DateTimeFormatter formatter;

    DisplayDateFormat(ThemeMessages themeMessages) {
        Map<Long, String> months = new HashMap<>();
        String[] names = themeMessages.text(MessageKey.DATE_MONTHS).strip().split("\\s+");
        for (int i = 0; i < names.length; i++) {
            months.put(i + 1L, names[i]);
        }
        String pattern = themeMessages.text(MessageKey.DATE_PATTERN);
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        int name = pattern.indexOf("MMMM");
        if (name < 0) {
            builder.appendPattern(pattern);
        } else {
            builder.appendPattern(pattern.substring(0, name))
                    .appendText(ChronoField.MONTH_OF_YEAR, months)
                    .appendPattern(pattern.substring(name + 4));
        }
        formatter = builder.toFormatter(Locale.ROOT);
    }

    /** What is wrong with the words for dates, if a day cannot be written with them. */
    public static Optional<Message> patternError(ThemeMessages themeMessages) {
        int months = themeMessages.text(MessageKey.DATE_MONTHS).strip().split("\\s+").length;
        if (months != Month.values().length) {
            return Optional.of(
                    Message.of("“{0}”应为十二个月的名称", "\"{0}\" must name twelve months", MessageKey.DATE_MONTHS.key()));
        }
        try {
            new DisplayDateFormat(themeMessages).format(LocalDate.EPOCH);
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.of(Message.of(
                    "“{0}”不是日期的写法：{1}",
                    "\"{0}\" is no way to write a date: {1}",
                    MessageKey.DATE_PATTERN.key(),
                    themeMessages.text(MessageKey.DATE_PATTERN)));
        }
    }

    /** A day for readers and machines. */
    DisplayDate format(LocalDate date) {
        return new DisplayDate(date.toString(), formatter.format(date));
    }

    /** A day that may be absent. */
    Optional<DisplayDate> format(Optional<LocalDate> date) {
        return date.map(this::format);
    }

    /** The beginning of a day with its offset (RFC 3339): {@code 2030-04-15T00:00:00+08:00}. */
    public static String startOfDay(LocalDate date, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                date.atStartOfDay(zone).toOffsetDateTime());
    }

    /** The beginning of a day as the gov.cn tags have it: {@code 2030-04-15 00:00}. */
    static String govCnDateTime(LocalDate date) {
        return GOV_CN_FORMAT.format(date.atStartOfDay());
    }
}
