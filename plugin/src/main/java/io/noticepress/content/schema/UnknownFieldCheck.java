package io.noticepress.content.schema;

import io.noticepress.problem.Message;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Mapping.Field;
import io.noticepress.yaml.Scalar;
import java.util.Collection;
import java.util.Optional;

/** Fields that have no place where they stand: mistyped, stated by the path, or a fact that only the original may state. */
public final class UnknownFieldCheck {
    /** Its names are relations, which have a code of their own when unknown. */
    private static final String RELATIONS = "relations";

    private UnknownFieldCheck() {}

    /** Reports them for a sheet and the groups within it; entries of lists are judged when they are read. */
    public static void check(FieldReader fieldReader) {
        check(fieldReader, "");
    }

    /** The same for a translation; {@code original} is the file that states the facts, as shown, or empty. */
    public static void check(FieldReader fieldReader, String original) {
        FieldSet fieldSet = fieldReader.fieldSet();
        for (Field field : fieldReader.mapping().fields()) {
            Optional<FieldSpec> slot = fieldSet.spec(field.name());
            if (fieldSet.originalOnly().contains(field.name())) {
                reportOriginalOnly(fieldReader, field.key(), original);
            } else if (slot.isEmpty()) {
                reportUnknown(fieldReader, field.key(), fieldSet.names());
            } else if (slot.get().type() instanceof FieldType.GroupType
                    && field.value() instanceof Mapping inner
                    && !field.name().equals(RELATIONS)) {
                check(fieldReader.nested(field.name(), inner), original);
            }
        }
    }

    private static void reportOriginalOnly(FieldReader fieldReader, Scalar key, String original) {
        fieldReader.reportUnknown(
                key,
                Message.of("译文里不写“{0}”这样的事实", "a translation does not state \"{0}\"", key.text()),
                original.isEmpty()
                        ? Message.of("删去这一行，事实只在原文里写一次", "delete the line, facts stand in the original only")
                        : Message.of("删去这一行，事实写在 {0} 里", "delete the line, the fact stands in {0}", original));
    }

    private static void reportUnknown(FieldReader fieldReader, Scalar key, Collection<String> known) {
        Message what = Message.of("没有“{0}”这个字段", "unknown field \"{0}\"", key.text());
        Message mend = switch (key.text()) {
            case "slug", "url", "permalink" ->
                Message.of("删去这一行，网址由文件名决定", "delete the line, the file name decides the address");
            case "lang", "language" ->
                Message.of("删去这一行，语言由文件名决定", "delete the line, the file name decides the language");
            case "year" -> Message.of("删去这一行，年份由文件夹决定", "delete the line, the folder decides the year");
            default ->
                FieldNames.guess(key.text(), known)
                        .map(name -> Message.of("是不是“{0}”？", "did you mean \"{0}\"?", name))
                        .orElse(Message.of(
                                "删去这一行；可用的字段有 {0}", "delete the line; the fields are {0}", Message.list(known)));
        };
        fieldReader.reportUnknown(key, what, mend);
    }
}
