package io.noticepress.content.frontmatter;

import io.noticepress.content.files.Slug;
import io.noticepress.content.files.Suggestions;
import io.noticepress.content.schema.FieldNames;
import io.noticepress.content.schema.FieldReader;
import io.noticepress.content.schema.UnknownFieldCheck;
import io.noticepress.model.Relation;
import io.noticepress.model.RelationType;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Mapping.Field;
import io.noticepress.yaml.Scalar;
import io.noticepress.yaml.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads relations to other documents: {@code relations: {repeals: [kx-2020-1], cites: [{title: …, number: …}]}}. */
final class RelationReader {
    private static final List<String> TYPES =
            Arrays.stream(RelationType.values()).map(RelationType::field).toList();

    private final Problems problems;

    RelationReader(Problems problems) {
        this.problems = problems;
    }

    /** The relations of an original, in its order. Whether the notices exist is checked later. */
    List<Relation> read(FieldReader fieldReader, String slug, Language language) {
        Optional<FieldReader> map = fieldReader.map("relations");
        List<Relation> relations = new ArrayList<>();
        map.ifPresent(found -> {
            for (Field field : found.mapping().fields()) {
                Optional<RelationType> type = RelationType.ofField(field.name());
                if (type.isEmpty()) {
                    reportUnknown(field.key());
                    continue;
                }
                for (Value entry : found.entries(field.name())) {
                    readEntry(found, type.get(), entry, slug, language).ifPresent(relations::add);
                }
            }
        });
        return relations;
    }

    /** Reports an unknown type of relation. */
    void reportUnknown(Scalar key) {
        problems.add(
                ProblemCode.UNKNOWN_RELATION,
                key.at(),
                key.width(),
                Message.of("没有“{0}”这种关联", "unknown relation \"{0}\"", key.text()),
                Message.of(
                        "改成 {0} 之一",
                        "write one of {0}",
                        Suggestions.allOf(FieldNames.guess(key.text(), TYPES).orElse(key.text()), TYPES)));
    }

    private Optional<Relation> readEntry(
            FieldReader fieldReader, RelationType type, Value entry, String ownSlug, Language language) {
        if (entry instanceof Mapping map) {
            FieldReader inner = fieldReader.nested(type.field(), map);
            UnknownFieldCheck.check(inner);
            inner.requireInMap("title");
            Optional<Scalar> title = inner.text("title");
            String number = inner.text("number").map(Scalar::text).orElse("");
            return title.map(text -> new Relation(
                    type, Optional.empty(), new LocalizedText(Map.of(language.key(), text.text())), number));
        }
        String field = type.field();
        Optional<Scalar> slug = fieldReader.singleLine(field, entry, new Scalar(field, entry.at(), entry.width()));
        if (slug.isEmpty() || FieldReader.isTodo(slug.get())) {
            return Optional.empty();
        }
        String text = slug.get().text();
        if (Slug.fault(text).isPresent()) {
            String name = text.replaceFirst("^.*/", "").replaceFirst("(?:\\.[a-z0-9-]+)?\\.md$", "");
            fieldReader.reportInvalid(
                    entry,
                    Message.of("“{0}”不是通知的名称", "\"{0}\" is not the name of a notice", text),
                    Slug.fault(name).isEmpty()
                            ? Message.of("写成 {0}", "write {0}", name)
                            : Message.of(
                                    "写本站通知的名称；站外文件写成 {title: …, number: …}",
                                    "write the name of a notice of this site, or {title: …, number: …} for a document outside it"));
            return Optional.empty();
        }
        if (text.equals(ownSlug)) {
            fieldReader.reportInvalid(
                    entry,
                    Message.of("通知不能关联自己", "a notice cannot be related to itself"),
                    Message.of("改成另一个通知的名称，或删去", "write the name of another notice, or delete it"));
            return Optional.empty();
        }
        return Optional.of(new Relation(type, Optional.of(text), LocalizedText.NONE, ""));
    }
}
