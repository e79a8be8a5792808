package io.noticepress.extract.word;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The numbers that Word computes: lists of the numbering part, by paragraph or by style (ECMA-376-1, 17.9). */
final class ListNumbering {
    private static final Pattern LEVEL_PLACEHOLDER = Pattern.compile("%([1-9])");
    private static final String HAN_DIGITS = "〇一二三四五六七八九";

    private final Map<String, Element> lists = new HashMap<>();
    private final Map<String, Element> abstractLists = new HashMap<>();
    private final Map<String, Element> styles = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();

    ListNumbering(Optional<Document> numbering, Optional<Document> styles) {
        numbering.ifPresent(part -> {
            WordElements.children(part.getDocumentElement(), "num")
                    .forEach(num -> lists.put(WordElements.attribute(num, "numId"), num));
            WordElements.children(part.getDocumentElement(), "abstractNum")
                    .forEach(num -> abstractLists.put(WordElements.attribute(num, "abstractNumId"), num));
        });
        styles.ifPresent(part -> WordElements.children(part.getDocumentElement(), "style")
                .forEach(style -> this.styles.put(WordElements.attribute(style, "styleId"), style)));
    }

    /** The number of the next paragraph, such as {@code （一）} or {@code 1. }; empty if it has none. */
    String nextLabel(Element paragraph) {
        Optional<Element> own = WordElements.child(paragraph, "pPr", "numPr");
        String style = WordElements.attribute(paragraph, "val", "pPr", "pStyle");
        Optional<Element> given = own.or(() -> numberingOfStyle(style, 0));
        String id = given.map(found -> WordElements.attribute(found, "val", "numId"))
                .orElse("");
        String level =
                given.map(found -> WordElements.attribute(found, "val", "ilvl")).orElse("");
        Element list = lists.get(id);
        if (list == null) {
            return "";
        }
        int depth = level.matches("[0-8]") ? level.charAt(0) - '0' : 0;
        String base = WordElements.attribute(list, "val", "abstractNumId");
        int[] counts = counters.computeIfAbsent(base, key -> new int[9]);
        for (int i = 0; i < depth; i++) {
            counts[i] = counts[i] == 0 ? start(list, base, i) : counts[i];
        }
        counts[depth] = counts[depth] == 0 ? start(list, base, depth) : counts[depth] + 1;
        java.util.Arrays.fill(counts, depth + 1, 9, 0);
        return level(list, base, depth)
                .map(found -> label(found, list, base, counts))
                .orElse("");
    }

    private Optional<Element> numberingOfStyle(String style, int depth) {
        Element found = styles.get(style);
        return found == null || depth > 10
                ? Optional.empty()
                : WordElements.child(found, "pPr", "numPr")
                        .or(() -> numberingOfStyle(WordElements.attribute(found, "val", "basedOn"), depth + 1));
    }

    private Optional<Element> level(Element list, String base, int depth) {
        String wanted = Integer.toString(depth);
        Optional<Element> changed = WordElements.children(list, "lvlOverride").stream()
                .filter(each -> WordElements.attribute(each, "ilvl").equals(wanted))
                .flatMap(each -> WordElements.child(each, "lvl").stream())
                .findFirst();
        return changed.or(() -> Optional.ofNullable(abstractLists.get(base))
                .flatMap(each -> WordElements.children(each, "lvl").stream()
                        .filter(lvl -> WordElements.attribute(lvl, "ilvl").equals(wanted))
                        .findFirst()));
    }

    private int start(Element list, String base, int depth) {
        Optional<String> changed = WordElements.children(list, "lvlOverride").stream()
                .filter(each -> WordElements.attribute(each, "ilvl").equals(Integer.toString(depth)))
                .map(each -> WordElements.attribute(each, "val", "startOverride"))
                .filter(value -> value.matches("\\d{1,5}"))
                .findFirst();
        String start = changed.or(
                        () -> level(list, base, depth).map(each -> WordElements.attribute(each, "val", "start")))
                .orElse("1");
        return start.matches("\\d{1,5}") ? Integer.parseInt(start) : 1;
    }

    private String label(Element level, Element list, String base, int[] counts) {
        String format = WordElements.attribute(level, "val", "numFmt");
        if (format.equals("bullet")) {
            return "• ";
        }
        Matcher place = LEVEL_PLACEHOLDER.matcher(WordElements.attribute(level, "val", "lvlText"));
        StringBuilder out = new StringBuilder();
        while (place.find()) {
            int depth = place.group(1).charAt(0) - '1';
            boolean legal = WordElements.isOn(level, "isLgl");
            String its = legal
                    ? "decimal"
                    : level(list, base, depth)
                            .map(each -> WordElements.attribute(each, "val", "numFmt"))
                            .orElse("decimal");
            place.appendReplacement(out, Matcher.quoteReplacement(format(Math.max(1, counts[depth]), its)));
        }
        place.appendTail(out);
        String text = out.toString();
        return text.matches(".*[0-9a-zA-Z][.)]") ? text + " " : text;
    }

    static String format(int value, String format) {
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "ideographDigital",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "japaneseDigitalTenThousand" -> chinese(value);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                value <= 20 ? String.valueOf((char) ('①' + value - 1)) : Integer.toString(value);
            case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(value);
            case "lowerLetter" -> String.valueOf((char) ('a' + (value - 1) % 26));
            case "upperLetter" -> String.valueOf((char) ('A' + (value - 1) % 26));
            case "lowerRoman" -> roman(value).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(value);
            case "none" -> "";
            case "decimalZero" -> value < 10 ? "0" + value : Integer.toString(value);
            default -> Integer.toString(value);
        };
    }

    private static String chinese(int value) {
        if (value >= 100) {
            String rest = value % 100 == 0
                    ? ""
                    : value % 100 < 10
                            ? "零" + chinese(value % 100)
                            : (value % 100 < 20 ? "一" : "") + chinese(value % 100);
            return value >= 1000 ? Integer.toString(value) : HAN_DIGITS.charAt(value / 100) + "百" + rest;
        }
        String tens = value < 10 ? "" : value < 20 ? "十" : HAN_DIGITS.charAt(value / 10) + "十";
        return value % 10 == 0 ? tens : tens + HAN_DIGITS.charAt(value % 10);
    }

    private static String fullWidth(int value) {
        StringBuilder out = new StringBuilder();
        Integer.toString(value).chars().forEach(c -> out.append((char) (c - '0' + '０')));
        return out.toString();
    }

    private static String roman(int value) {
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] letters = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder out = new StringBuilder();
        int rest = value;
        for (int i = 0; i < values.length; i++) {
            for (; rest >= values[i]; rest -= values[i]) {
                out.append(letters[i]);
            }
        }
        return out.toString();
    }
}
