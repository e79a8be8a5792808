package io.noticepress.extract.word;

import io.noticepress.model.values.Numerals;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Computes the list numbers that Word does not store in the text (ECMA-376-1, 17.9), assigned by the paragraph or by its style.
 *
 * <p>Example: the third paragraph of a list whose level 0 has {@code numFmt=chineseCounting} and {@code lvlText=%1、} gets 三、.
 */
final class ListNumbering {
    private static final int LEVELS = 9;
    private static final Pattern LEVEL_PLACEHOLDER = Pattern.compile("%([1-9])");

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

    /** The label of the next paragraph, such as {@code （一）} or {@code 1. }; empty if it has none. Advances the counters. */
    String nextLabel(Element paragraph) {
        String style = WordElements.attribute(paragraph, "val", "pPr", "pStyle");
        Optional<Element> numbering =
                WordElements.child(paragraph, "pPr", "numPr").or(() -> numberingOfStyle(style, 0));
        String id = numbering
                .map(found -> WordElements.attribute(found, "val", "numId"))
                .orElse("");
        String level = numbering
                .map(found -> WordElements.attribute(found, "val", "ilvl"))
                .orElse("");
        Element list = lists.get(id);
        if (list == null) {
            return "";
        }
        int depth = level.matches("[0-8]") ? level.charAt(0) - '0' : 0;
        String base = WordElements.attribute(list, "val", "abstractNumId");
        int[] counts = counters.computeIfAbsent(base, key -> new int[LEVELS]);
        for (int i = 0; i < depth; i++) {
            counts[i] = counts[i] == 0 ? start(list, base, i) : counts[i];
        }
        counts[depth] = counts[depth] == 0 ? start(list, base, depth) : counts[depth] + 1;
        Arrays.fill(counts, depth + 1, LEVELS, 0);
        return level(list, base, depth)
                .map(found -> label(found, list, base, counts))
                .orElse("");
    }

    /** The numbering of a style or of the styles it is based on, at most ten, as a damaged file may have a cycle. */
    private Optional<Element> numberingOfStyle(String id, int depth) {
        Element style = styles.get(id);
        return style == null || depth > 10
                ? Optional.empty()
                : WordElements.child(style, "pPr", "numPr")
                        .or(() -> numberingOfStyle(WordElements.attribute(style, "val", "basedOn"), depth + 1));
    }

    /** The definition of a level: that of the list if it overrides it, otherwise that of the abstract list {@code base}. */
    private Optional<Element> level(Element list, String base, int depth) {
        String wanted = Integer.toString(depth);
        Optional<Element> override = WordElements.children(list, "lvlOverride").stream()
                .filter(level -> WordElements.attribute(level, "ilvl").equals(wanted))
                .flatMap(level -> WordElements.child(level, "lvl").stream())
                .findFirst();
        return override.or(() -> Optional.ofNullable(abstractLists.get(base))
                .flatMap(abstractList -> WordElements.children(abstractList, "lvl").stream()
                        .filter(lvl -> WordElements.attribute(lvl, "ilvl").equals(wanted))
                        .findFirst()));
    }

    private int start(Element list, String base, int depth) {
        Optional<String> override = WordElements.children(list, "lvlOverride").stream()
                .filter(level -> WordElements.attribute(level, "ilvl").equals(Integer.toString(depth)))
                .map(level -> WordElements.attribute(level, "val", "startOverride"))
                .filter(value -> value.matches("\\d{1,5}"))
                .findFirst();
        String start = override.or(
                        () -> level(list, base, depth).map(level -> WordElements.attribute(level, "val", "start")))
                .orElse("1");
        return start.matches("\\d{1,5}") ? Integer.parseInt(start) : 1;
    }

    private String label(Element level, Element list, String base, int[] counts) {
        String format = WordElements.attribute(level, "val", "numFmt");
        if (format.equals("bullet")) {
            return "• ";
        }
        Matcher placeholder = LEVEL_PLACEHOLDER.matcher(WordElements.attribute(level, "val", "lvlText"));
        boolean allDecimal = WordElements.isOn(level, "isLgl");
        StringBuilder out = new StringBuilder();
        while (placeholder.find()) {
            int depth = placeholder.group(1).charAt(0) - '1';
            String numberFormat = allDecimal
                    ? "decimal"
                    : level(list, base, depth)
                            .map(found -> WordElements.attribute(found, "val", "numFmt"))
                            .orElse("decimal");
            placeholder.appendReplacement(
                    out, Matcher.quoteReplacement(format(Math.max(1, counts[depth]), numberFormat)));
        }
        placeholder.appendTail(out);
        String text = out.toString();
        return text.matches(".*[0-9a-zA-Z][.)]") ? text + " " : text;
    }

    /** A number in one of Word's formats (ECMA-376-1, 17.18.59); unknown formats are written as decimal. */
    static String format(int value, String format) {
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "ideographDigital",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "japaneseDigitalTenThousand" -> Numerals.chinese(value);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                value <= 20 ? String.valueOf((char) ('①' + value - 1)) : Integer.toString(value);
            case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(value);
            case "lowerLetter" -> String.valueOf((char) ('a' + (value - 1) % 26));
            case "upperLetter" -> String.valueOf((char) ('A' + (value - 1) % 26));
            case "lowerRoman" -> Numerals.roman(value).toLowerCase(Locale.ROOT);
            case "upperRoman" -> Numerals.roman(value);
            case "none" -> "";
            case "decimalZero" -> value < 10 ? "0" + value : Integer.toString(value);
            default -> Integer.toString(value);
        };
    }

    private static String fullWidth(int value) {
        StringBuilder out = new StringBuilder();
        Integer.toString(value).chars().forEach(c -> out.append((char) (c - '0' + '０')));
        return out.toString();
    }
}
