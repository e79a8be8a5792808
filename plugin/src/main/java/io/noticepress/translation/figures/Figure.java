package io.noticepress.translation.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * A number, date, time, share or document number in a text, with keys that do not depend on the language: 3.5万 and 35,000 have
 * the key {@code n:35000}, 8月1日 and 1 August the key {@code D:8-1}.
 *
 * @param start where it begins in the text
 * @param end where it ends
 * @param required whether a translation must repeat it; idioms and vague numbers need not be repeated, but can match others
 * @param keys the keys it provides
 * @param acceptedKeys the keys of which a translation must provide one; an entry may be several keys, separated by spaces, all
 *     of which are needed
 */
public record Figure(int start, int end, boolean required, List<String> keys, List<String> acceptedKeys) {
    public Figure {
        keys = List.copyOf(keys);
        acceptedKeys = List.copyOf(acceptedKeys);
    }

    /** A plain number; it also matches a day. */
    static Figure number(int start, int end, boolean required, BigDecimal value) {
        String x = canonicalNumber(value);
        return new Figure(start, end, required, List.of("n:" + x, "d:" + x), List.of("n:" + x, "p:" + x));
    }

    /** A percentage. */
    static Figure percent(int start, int end, boolean required, BigDecimal value) {
        String said = "p:" + canonicalNumber(value);
        return new Figure(start, end, required, List.of(said), List.of(said));
    }

    /** A fraction; it also matches the same share in percent. */
    static Figure fraction(int start, int end, boolean required, BigDecimal part, BigDecimal whole) {
        String said = "f:" + canonicalNumber(part) + "/" + canonicalNumber(whole);
        String share = whole.signum() == 0
                ? said
                : "p:" + canonicalNumber(part.movePointRight(2).divide(whole, MathContext.DECIMAL32));
        return new Figure(start, end, required, List.of(said, share), List.of(said, share));
    }

    /** A month without a day, perhaps with its year. */
    static Figure month(int start, int end, boolean required, Optional<Integer> year, int month) {
        String said = "m:" + month;
        return new Figure(
                start,
                end,
                required,
                year.map(y -> List.of(said, "n:" + y)).orElse(List.of(said)),
                List.of(said + year.map(y -> " n:" + y).orElse("")));
    }

    /** A day without a month. */
    static Figure day(int start, int end, boolean required, int day) {
        return new Figure(start, end, required, List.of("d:" + day, "n:" + day), List.of("d:" + day, "n:" + day));
    }

    /** A date, perhaps with its year. Day and month may be separate in a translation: “the 1st and 9th of August”. */
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

    /** A time of day. If not {@code certain}, a time up to 12:59 may be a.m. or p.m. */
    static Figure time(int start, int end, boolean certain, int hour, int minute) {
        String half = "h:" + hour % 12 + ":" + minute;
        String whole = "t:" + hour % 24 + ":" + minute;
        String apart = "n:" + hour + (minute == 0 ? "" : " n:" + minute);
        return certain || hour > 12
                ? new Figure(start, end, true, List.of(whole, "c" + half), List.of(whole, half, apart))
                : new Figure(start, end, true, List.of(whole, half), List.of(whole, "c" + half, half, apart));
    }

    /** A document number, matched by its year and serial number. */
    static Figure document(int start, int end, String year, String serial) {
        String number = canonicalNumber(new BigDecimal(serial));
        String said = "N:" + year + "/" + number;
        return new Figure(start, end, true, List.of(said, "n:" + year), List.of(said, "n:" + year + " n:" + number));
    }

    /** The same figure, not required. */
    Figure asOptional() {
        return new Figure(start, end, false, keys, acceptedKeys);
    }

    /** A number as keys have it: {@code 3.5} for 3.50. */
    static String canonicalNumber(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
