package io.noticepress.translation.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * A number, date, time, share or document number in a text, in a form that no longer depends on the language: 3.5万 and
 * 35,000 say {@code n:35000}, 8月1日 and 1 August say {@code D:8-1}.
 *
 * @param start where it begins in the text
 * @param end where it ends
 * @param required whether a translation must say it again; idioms and vague numbers only answer
 * @param keys what it is known by
 * @param acceptedKeys what may stand for it: one of these, of which each is one or more things to be said, parted by blanks
 */
public record Figure(int start, int end, boolean required, List<String> keys, List<String> acceptedKeys) {
    public Figure {
        keys = List.copyOf(keys);
        acceptedKeys = List.copyOf(acceptedKeys);
    }

    /** A plain number; it also answers for a day. */
    static Figure number(int start, int end, boolean firm, BigDecimal value) {
        String x = canonicalNumber(value);
        return new Figure(start, end, firm, List.of("n:" + x, "d:" + x), List.of("n:" + x, "p:" + x));
    }

    /** A percentage. */
    static Figure percent(int start, int end, boolean firm, BigDecimal value) {
        String said = "p:" + canonicalNumber(value);
        return new Figure(start, end, firm, List.of(said), List.of(said));
    }

    /** A fraction; one that makes whole percents may be said so. */
    static Figure fraction(int start, int end, boolean firm, BigDecimal part, BigDecimal whole) {
        String said = "f:" + canonicalNumber(part) + "/" + canonicalNumber(whole);
        String share = whole.signum() == 0
                ? said
                : "p:" + canonicalNumber(part.movePointRight(2).divide(whole, MathContext.DECIMAL32));
        return new Figure(start, end, firm, List.of(said, share), List.of(said, share));
    }

    /** A month without a day, perhaps with its year. */
    static Figure month(int start, int end, boolean firm, Optional<Integer> year, int month) {
        String said = "m:" + month;
        return new Figure(
                start,
                end,
                firm,
                year.map(y -> List.of(said, "n:" + y)).orElse(List.of(said)),
                List.of(said + year.map(y -> " n:" + y).orElse("")));
    }

    /** A day of a month that is not named. */
    static Figure day(int start, int end, boolean firm, int day) {
        return new Figure(start, end, firm, List.of("d:" + day, "n:" + day), List.of("d:" + day, "n:" + day));
    }

    /** A date, perhaps with its year. Its day and month may also be said apart, as in “the 1st and 9th of August”. */
    static Figure date(int start, int end, Optional<Integer> year, int month, int day) {
        String whole = "D:" + month + "-" + day;
        String when = year.map(y -> " n:" + y).orElse("");
        List<String> parts = List.of(whole, "m:" + month, "d:" + day);
        return new Figure(
                start,
                end,
                true,
                year.map(y -> List.of(whole, "m:" + month, "d:" + day, "n:" + y))
                        .orElse(parts),
                List.of(whole + when, "m:" + month + " n:" + day + when));
    }

    /** A time of the day. Without a.m. or p.m. a time up to 12:59 may be either. */
    static Figure time(int start, int end, boolean certain, int hour, int minute) {
        String half = "h:" + hour % 12 + ":" + minute;
        String whole = "t:" + hour % 24 + ":" + minute;
        String apart = "n:" + hour + (minute == 0 ? "" : " n:" + minute);
        return certain || hour > 12
                ? new Figure(start, end, true, List.of(whole, "c" + half), List.of(whole, half, apart))
                : new Figure(start, end, true, List.of(whole, half), List.of(whole, "c" + half, half, apart));
    }

    /** A document number, known by its year and its serial number. */
    static Figure document(int start, int end, String year, String serial) {
        String number = canonicalNumber(new BigDecimal(serial));
        String said = "N:" + year + "/" + number;
        return new Figure(start, end, true, List.of(said, "n:" + year), List.of(said, "n:" + year + " n:" + number));
    }

    /** The same, of which nothing is required. */
    Figure asOptional() {
        return new Figure(start, end, false, keys, acceptedKeys);
    }

    static String canonicalNumber(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
