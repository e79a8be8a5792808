package io.noticepress.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document number (发文字号).
 *
 * @param printed as it stands on the document: {@code 示例科协发[2030] 6号}
 * @param canonical in one spelling, for comparison: {@code 示例科协发〔2030〕6号}
 * @param code the prefix (机关代字), empty where the shape has none
 * @param year the year in it, 0 where it has none
 * @param serial the running number, 0 for a free text
 */
public record DocumentNumber(String printed, String canonical, String code, int year, int serial) {
    // 代字〔yyyy〕n号 in any bracket; GB/T 9704-2012, 7.2.5: the year in full, no 第, no leading zero.
    private static final Pattern BRACKETED = Pattern.compile(
            "(?<code>\\p{IsHan}{1,24})[〔\\[［【（(﹝〈❲„](?<year>\\d{4})" + "[〕\\]］】）)﹞〉❳‟](?<serial>[1-9]\\d{0,4})号");
    // yyyy年第n号, with or without a prefix, as announcements have it
    private static final Pattern YEARLY =
            Pattern.compile("(?<code>\\p{IsHan}{0,24}?)(?<year>\\d{4})年第(?<serial>[1-9]\\d{0,4})号");
    // 代字第n号, as orders have it
    private static final Pattern RUNNING = Pattern.compile("(?<code>\\p{IsHan}{1,24}?)第(?<serial>[1-9]\\d{0,4})号");

    /** A number of any shape, as documents in other languages have it. */
    public static DocumentNumber ofFreeText(String text) {
        return new DocumentNumber(text, text.strip().replaceAll("\\s+", " "), "", 0, 0);
    }

    /** The Chinese document number that a text is, or nothing if it is none. */
    public static Optional<DocumentNumber> parse(String text) {
        String compact = narrowDigits(text).replaceAll("[\\s\\u3000]+", "");
        Matcher bracketed = BRACKETED.matcher(compact);
        if (bracketed.matches()) {
            String canonical =
                    bracketed.group("code") + "〔" + bracketed.group("year") + "〕" + bracketed.group("serial") + "号";
            return Optional.of(new DocumentNumber(
                    text,
                    canonical,
                    bracketed.group("code"),
                    Integer.parseInt(bracketed.group("year")),
                    Integer.parseInt(bracketed.group("serial"))));
        }
        Matcher yearly = YEARLY.matcher(compact);
        if (yearly.matches()) {
            return Optional.of(new DocumentNumber(
                    text,
                    compact,
                    yearly.group("code"),
                    Integer.parseInt(yearly.group("year")),
                    Integer.parseInt(yearly.group("serial"))));
        }
        Matcher running = RUNNING.matcher(compact);
        if (running.matches()) {
            return Optional.of(new DocumentNumber(
                    text, compact, running.group("code"), 0, Integer.parseInt(running.group("serial"))));
        }
        return Optional.empty();
    }

    private static String narrowDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().map(c -> c >= '０' && c <= '９' ? c - '０' + '0' : c).forEach(c -> out.append((char) c));
        return out.toString();
    }
}
