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
 * Formats dates by the theme's messages: {@code date.pattern} with {@code yyyy}, {@code M}, {@code MMMM}, {@code d}, and
 * {@code date.months} for the names; {@code d MMMM yyyy} writes {@code 15 April 2030}. The JDK's month names are not used
 * because they differ from release to release.
 */
public final class DisplayDateFormat {
    private static final DateTimeFormatter GOV_CN_FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final DateTimeFormatter formatter;

    DisplayDateFormat(ThemeMessages messages) {
        Map<Long, String> months = new HashMap<>();
        String[] names = messages.text(MessageKey.DATE_MONTHS).strip().split("\\s+");
        for (int i = 0; i < names.length; i++) {
            months.put(i + 1L, names[i]);
        }
        String pattern = messages.text(MessageKey.DATE_PATTERN);
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

    /** The error in the theme's messages for dates, if a date cannot be formatted with them. */
    public static Optional<Message> patternError(ThemeMessages messages) {
        int months = messages.text(MessageKey.DATE_MONTHS).strip().split("\\s+").length;
        if (months != Month.values().length) {
            return Optional.of(Message.of(
                    "“{0}”应为十二个月的名称",
                    "\"{0}\" must list the names of the twelve months", MessageKey.DATE_MONTHS.key()));
        }
        try {
            new DisplayDateFormat(messages).format(LocalDate.EPOCH);
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.of(Message.of(
                    "“{0}”不是日期的写法：{1}",
                    "\"{0}\" is not a valid date pattern: {1}",
                    MessageKey.DATE_PATTERN.key(),
                    messages.text(MessageKey.DATE_PATTERN)));
        }
    }

    /** A date in ISO 8601 and as text. */
    DisplayDate format(LocalDate date) {
        return new DisplayDate(date.toString(), formatter.format(date));
    }

    /** The same for a date that may be absent. */
    Optional<DisplayDate> format(Optional<LocalDate> date) {
        return date.map(this::format);
    }

    /** The start of a day as a timestamp (RFC 3339): {@code 2030-04-15T00:00:00+08:00}. */
    public static String startOfDay(LocalDate date, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                date.atStartOfDay(zone).toOffsetDateTime());
    }

    /** The start of a day in the format of the government meta tags: {@code 2030-04-15 00:00}. */
    static String govCnDateTime(LocalDate date) {
        return GOV_CN_FORMAT.format(date.atStartOfDay());
    }
}
