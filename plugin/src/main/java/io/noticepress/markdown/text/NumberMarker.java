package io.noticepress.markdown.text;

import com.vladsch.flexmark.ast.OrderedListItem;
import io.noticepress.model.values.Numerals;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number typed at the start of a paragraph or heading: {@code 一、}, {@code （一）}, {@code 1．}, {@code Article 1}.
 *
 * <p>The levels are those of GB/T 9704-2012, 7.3.3; the Chinese and the English form of a level have the same
 * {@link NumberingLevel}. A decimal ({@code 1.5 million}) or a year ({@code 2023.}) is no marker.
 *
 * <p>Example: {@code （二）加强领导} begins with the marker of level {@code SECOND}, number 2, length 3.
 *
 * @param number its value; 0 for letters: {@code (a)}
 * @param length its length in chars, without the spaces after it
 */
public record NumberMarker(NumberingLevel level, int number, int length) {
    /** The levels of numbering. */
    public enum NumberingLevel {
        /** 一、 or I. */
        FIRST,
        /** （一） or (I) */
        SECOND,
        /** 1. or 1． or 1、 */
        THIRD,
        /** （1） or (a) */
        FOURTH,
        /** ① */
        FIFTH,
        /** 第一章 or Chapter I */
        CHAPTER,
        /** 第一条 or Article 1 */
        ARTICLE
    }

    private static final String HAN_DIGITS = "([〇零一二三四五六七八九十百]{1,7})";
    private static final String ROMAN_DIGITS = "([IVX]{1,8})";
    private static final Pattern FIRST = Pattern.compile(HAN_DIGITS + " ?[、．]|" + ROMAN_DIGITS + "\\.(?=\\s|$)");
    private static final Pattern SECOND =
            Pattern.compile("[（(] ?(?:" + HAN_DIGITS + "|" + ROMAN_DIGITS + ") ?[）)]|([㈠-㈩])");
    private static final Pattern THIRD =
            Pattern.compile("([0-9０-９]{1,3}) ?(?:[.．](?![0-9０-９])(?!\\p{Alpha})|、(?![0-9０-９]{1,3}、)|[）)])|([⒈-⒛])");
    private static final Pattern FOURTH = Pattern.compile("[（(] ?(?:([0-9０-９]{1,3})|[a-z]|[ivx]{2,6}) ?[）)]|([⑴-⒇])");
    private static final Pattern FIFTH = Pattern.compile("([①-⑳])");
    private static final Pattern CHAPTER_OR_ARTICLE =
            Pattern.compile("第 ?(?:" + HAN_DIGITS + "|([0-9０-９]{1,3})) ?(?:([章])|条(?!规定|所称|所列|所述|第|至|、|和|或|的|中))");
    private static final Pattern CHAPTER_OR_ARTICLE_EN = Pattern.compile(
            "(?:(Chapter)|Article) (?:" + ROMAN_DIGITS + "|([0-9]{1,3}))(?:(?=\\s*$|\\s+[\\p{Lu}“\"‘])|[.:：])");

    /** The marker at the start of {@code text}, if there is one. */
    public static Optional<NumberMarker> of(String text) {
        String head = text.length() > 24 ? text.substring(0, 24) : text;
        char c = head.isEmpty() ? ' ' : head.charAt(0);
        if (!canBegin(c)) {
            return Optional.empty();
        }
        Matcher found;
        if ((found = matchAtStart(FIRST, head)) != null) {
            return marker(NumberingLevel.FIRST, found);
        } else if ((found = matchAtStart(SECOND, head)) != null) {
            return marker(NumberingLevel.SECOND, found);
        } else if ((found = matchAtStart(THIRD, head)) != null) {
            return marker(NumberingLevel.THIRD, found);
        } else if ((found = matchAtStart(FOURTH, head)) != null) {
            return marker(NumberingLevel.FOURTH, found);
        } else if ((found = matchAtStart(FIFTH, head)) != null) {
            return marker(NumberingLevel.FIFTH, found);
        } else if ((found = matchAtStart(CHAPTER_OR_ARTICLE, head)) != null) {
            return marker(found.group(3) != null ? NumberingLevel.CHAPTER : NumberingLevel.ARTICLE, found);
        } else if ((found = matchAtStart(CHAPTER_OR_ARTICLE_EN, head)) != null) {
            return marker(found.group(1) != null ? NumberingLevel.CHAPTER : NumberingLevel.ARTICLE, found);
        }
        return Optional.empty();
    }

    /** Whether a marker can begin with {@code c}: a fast test, as most paragraphs begin with another character. */
    private static boolean canBegin(char c) {
        return "〇零一二三四五六七八九十百第IVXCA（(".indexOf(c) >= 0
                || c >= '0' && c <= '9'
                || c >= '０' && c <= '９'
                || c >= '①' && c <= '⒛'
                || c >= '㈠' && c <= '㈩';
    }

    private static Matcher matchAtStart(Pattern pattern, String head) {
        Matcher matcher = pattern.matcher(head);
        return matcher.lookingAt() ? matcher : null;
    }

    private static Optional<NumberMarker> marker(NumberingLevel level, Matcher found) {
        int number = 0;
        for (int group = 1; group <= found.groupCount() && number == 0; group++) {
            String digits = found.group(group);
            number = digits == null ? 0 : parseNumber(digits);
        }
        return Optional.of(new NumberMarker(level, number, found.end()));
    }

    private static int parseNumber(String digits) {
        char c = digits.charAt(0);
        if (c >= 'A' && c <= 'Z') {
            return digits.equals("Chapter") ? 0 : parseRoman(digits);
        }
        if (c >= '①' && c <= '⒛') {
            return (c - '①') % 20 + 1;
        }
        if (c >= '㈠' && c <= '㈩') {
            return c - '㈠' + 1;
        }
        return Character.isDigit(c) ? parseDecimal(digits) : parseChinese(digits);
    }

    private static int parseDecimal(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = value * 10 + Character.digit(digits.charAt(i), 10);
        }
        return value;
    }

    private static int parseRoman(String digits) {
        int value = 0;
        int largest = 0;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) == 'I' ? 1 : digits.charAt(i) == 'V' ? 5 : 10;
            value += digit < largest ? -digit : digit;
            largest = Math.max(largest, digit);
        }
        return value;
    }

    private static int parseChinese(String digits) {
        int value = 0;
        int digit = 0;
        for (int i = 0; i < digits.length(); i++) {
            int found = "〇一二三四五六七八九".indexOf(digits.charAt(i));
            if (digits.charAt(i) == '十') {
                value += Math.max(1, digit) * 10;
                digit = 0;
            } else if (digits.charAt(i) == '百') {
                value += Math.max(1, digit) * 100;
                digit = 0;
            } else {
                digit = Math.max(0, found);
            }
        }
        return value + digit;
    }

    /** {@code number} as a marker of a level, for messages: 三、 or 3. */
    public static String format(NumberingLevel level, int number, boolean chinese) {
        String numeral = number < 100 ? Numerals.chinese(number) : Integer.toString(number);
        return switch (level) {
            case FIRST -> chinese ? numeral + "、" : Numerals.roman(number) + ".";
            case SECOND -> chinese ? "（" + numeral + "）" : "(" + Numerals.roman(number) + ")";
            case THIRD -> number + ".";
            case FOURTH -> chinese ? "（" + number + "）" : "(" + number + ")";
            case FIFTH -> number <= 20 ? String.valueOf((char) ('①' + number - 1)) : Integer.toString(number);
            case CHAPTER -> chinese ? "第" + numeral + "章" : "Chapter " + number;
            case ARTICLE -> chinese ? "第" + numeral + "条" : "Article " + number;
        };
    }

    /** The number typed for an ordered list item: 7 for {@code 7.} */
    public static int typedNumber(OrderedListItem item) {
        String marker = item.getOpeningMarker().toString();
        return Integer.parseInt(marker.substring(0, marker.length() - 1));
    }
}
