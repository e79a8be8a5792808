package io.noticepress.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document number (发文字号, GB/T 9704-2012, 7.2.5).
 *
 * <p>Example: {@code 示例科协发[2030] 6号} has the canonical form {@code 示例科协发〔2030〕6号}, the code {@code 示例科协发}, the
 * year 2030 and the serial 6.
 *
 * @param printed as printed on the document
 * @param canonical the normalized spelling, for comparison
 * @param code the prefix (机关代字); empty if the number has none
 * @param year 0 if the number has none
 * @param serial 0 for free text
 */
public record DocumentNumber(String printed, String canonical, String code, int year, int serial) {
    // 代字〔yyyy〕n号 in any bracket: the year in full, no 第, no leading zero
    private static final Pattern BRACKETED = Pattern.compile(
            "(?<code>\\p{IsHan}{1,24})[〔\\[［【（(﹝〈❲„](?<year>\\d{4})" + "[〕\\]］】）)﹞〉❳‟](?<serial>[1-9]\\d{0,4})号");
    // yyyy年第n号, with or without a prefix: announcements
    private static final Pattern YEARLY =
            Pattern.compile("(?<code>\\p{IsHan}{0,24}?)(?<year>\\d{4})年第(?<serial>[1-9]\\d{0,4})号");
    // 代字第n号: orders
    private static final Pattern RUNNING = Pattern.compile("(?<code>\\p{IsHan}{1,24}?)第(?<serial>[1-9]\\d{0,4})号");

    /** A number in any form, for documents in languages other than Chinese. */
    public static DocumentNumber ofFreeText(String text) {
        return new DocumentNumber(text, text.strip().replaceAll("\\s+", " "), "", 0, 0);
    }

    /** Parses a Chinese document number; empty if the text is none. */
    public static Optional<DocumentNumber> parse(String text) {
        String compact = withAsciiDigits(text).replaceAll("[\\s\\u3000]+", "");
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

    private static String withAsciiDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().map(c -> c >= '０' && c <= '９' ? c - '０' + '0' : c).forEach(c -> out.append((char) c));
        return out.toString();
    }
}
