package io.noticepress.content.schema;

import io.noticepress.content.files.Suggestions;
import io.noticepress.problem.Message;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Mapping.Field;
import io.noticepress.yaml.Scalar;
import java.util.List;

/** Finds fields that are unknown, are determined by the path of the file, or may be stated by the original only. */
public final class UnknownFieldCheck {
    /** The fields of this group are relations; an unknown one has a problem code of its own. */
    private static final String RELATIONS = "relations";

    private UnknownFieldCheck() {}

    /** Checks a map and the groups of fields in it. Entries of lists are checked by those who read them. */
    public static void check(FieldReader fieldReader) {
        check(fieldReader, "");
    }

    /** The same for a translation. {@code original} is the path of the original in messages, or empty if there is none. */
    public static void check(FieldReader fieldReader, String original) {
        FieldSet fieldSet = fieldReader.fieldSet();
        for (Field field : fieldReader.mapping().fields()) {
            if (fieldSet.originalOnly().contains(field.name())) {
                reportOriginalOnly(fieldReader, field.key(), original);
            } else if (!fieldSet.has(field.name())) {
                reportUnknown(fieldReader, field.key());
            } else if (fieldSet.spec(field.name()).orElseThrow().type() instanceof FieldType.GroupType
                    && field.value() instanceof Mapping inner
                    && !field.name().equals(RELATIONS)) {
                check(fieldReader.nested(field.name(), inner), original);
            }
        }
    }

    private static void reportOriginalOnly(FieldReader fieldReader, Scalar key, String original) {
        fieldReader.reportUnknown(
                key,
                Message.of("译文里不写“{0}”这样的事实", "\"{0}\" cannot be set in a translation", key.text()),
                original.isEmpty()
                        ? Message.of("删去这一行，事实只在原文里写一次", "delete the line; only the original sets it")
                        : Message.of("删去这一行，事实写在 {0} 里", "delete the line; it is set in {0}", original));
    }

    private static void reportUnknown(FieldReader fieldReader, Scalar key) {
        List<String> known = fieldReader.fieldSet().names();
        if (fieldReader.isSettings()) {
            String meant = FieldNames.guess(key.text(), known).orElse(key.text());
            fieldReader.reportUnknown(
                    key,
                    Message.of("没有“{0}”这一项", "unknown setting \"{0}\"", key.text()),
                    Message.of("可用的有 {0}", "write one of {0}", Suggestions.allOf(meant, known)));
        } else {
            fieldReader.reportUnknown(
                    key,
                    Message.of("没有“{0}”这个字段", "unknown field \"{0}\"", key.text()),
                    mendUnknown(key.text(), known));
        }
    }

    private static Message mendUnknown(String name, List<String> known) {
        return switch (name) {
            case "slug", "url", "permalink" ->
                Message.of("删去这一行，网址由文件名决定", "delete the line; the file name determines the address");
            case "lang", "language" ->
                Message.of("删去这一行，语言由文件名决定", "delete the line; the file name determines the language");
            case "year" -> Message.of("删去这一行，年份由文件夹决定", "delete the line; the folder determines the year");
            default ->
                FieldNames.guess(name, known)
                        .map(meant -> Message.of("是不是“{0}”？", "did you mean \"{0}\"?", meant))
                        .orElse(Message.of(
                                "删去这一行；可用的字段有 {0}", "delete the line; the fields are {0}", Message.list(known)));
        };
    }
}
