package io.noticepress.content;

import io.noticepress.problem.Phrase;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Mapping.Field;
import io.noticepress.yaml.Scalar;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Fields that have no place where they stand: mistyped, stated by the path, or a fact that only the original may state. */
final class UnknownFields {
    /** What the fields of an original that are maps may hold. */
    private static final Map<String, List<String>> INNER = Map.of(
            "printed", List.of("office", "date"),
            "source", List.of("url", "file", "sha256", "retrieved"));

    private static final List<String> TRANSLATION = List.of("state", "by", "basis");

    private UnknownFields() {}

    /** Reports them for an original. */
    static void original(Sheet sheet) {
        for (Field field : sheet.fields().fields()) {
            if (!FieldNames.ORIGINAL.contains(field.name())) {
                unknown(sheet, field.key(), FieldNames.ORIGINAL);
            } else if (INNER.containsKey(field.name()) && field.value() instanceof Mapping inner) {
                only(sheet.within(inner), INNER.get(field.name()));
            }
        }
    }

    /** Reports them for a translation; {@code original} is the file that states the facts, as shown. */
    static void translation(Sheet sheet, String original) {
        for (Field field : sheet.fields().fields()) {
            boolean fact = FieldNames.ORIGINAL.contains(field.name()) && !FieldNames.TRANSLATION.contains(field.name());
            if (fact) {
                fact(sheet, field.key(), original);
            } else if (!FieldNames.TRANSLATION.contains(field.name())) {
                unknown(sheet, field.key(), FieldNames.TRANSLATION);
            } else if (field.name().equals("translation") && field.value() instanceof Mapping inner) {
                only(sheet.within(inner), TRANSLATION);
            } else if (field.name().equals("printed") && field.value() instanceof Mapping inner) {
                words(sheet.within(inner), List.of("office"), List.of("date"), original);
            }
        }
    }

    /** Reports what is neither a known word nor a known fact within a map of a translation. */
    static void words(Sheet sheet, List<String> words, List<String> facts, String original) {
        for (Field field : sheet.fields().fields()) {
            if (facts.contains(field.name())) {
                fact(sheet, field.key(), original);
            } else if (!words.contains(field.name())) {
                unknown(sheet, field.key(), words);
            }
        }
    }

    /** Reports every field of a map that is none of the known. */
    static void only(Sheet sheet, List<String> known) {
        for (Field field : sheet.fields().fields()) {
            if (!known.contains(field.name())) {
                unknown(sheet, field.key(), known);
            }
        }
    }

    private static void fact(Sheet sheet, Scalar key, String original) {
        sheet.unknown(
                key,
                Phrase.of("译文里不写“{0}”这样的事实", "a translation does not state \"{0}\"", key.text()),
                original.isEmpty()
                        ? Phrase.of("删去这一行，事实只在原文里写一次", "delete the line, facts stand in the original only")
                        : Phrase.of("删去这一行，事实写在 {0} 里", "delete the line, the fact stands in {0}", original));
    }

    private static void unknown(Sheet sheet, Scalar key, Collection<String> known) {
        Phrase what = Phrase.of("没有“{0}”这个字段", "unknown field \"{0}\"", key.text());
        Phrase mend = switch (key.text()) {
            case "slug", "url", "permalink" ->
                Phrase.of("删去这一行，网址由文件名决定", "delete the line, the file name decides the address");
            case "lang", "language" ->
                Phrase.of("删去这一行，语言由文件名决定", "delete the line, the file name decides the language");
            case "year" -> Phrase.of("删去这一行，年份由文件夹决定", "delete the line, the folder decides the year");
            default ->
                FieldNames.meant(key.text(), known)
                        .map(name -> Phrase.of("是不是“{0}”？", "did you mean \"{0}\"?", name))
                        .orElse(Phrase.of(
                                "删去这一行；可用的字段有 {0}", "delete the line; the fields are {0}", Phrase.list(known)));
        };
        sheet.unknown(key, what, mend);
    }
}
