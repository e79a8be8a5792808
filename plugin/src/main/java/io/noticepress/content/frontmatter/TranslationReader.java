package io.noticepress.content.frontmatter;

import io.noticepress.content.files.MarkdownFile;
import io.noticepress.content.files.Suggestions;
import io.noticepress.content.schema.FieldReader;
import io.noticepress.content.schema.FieldSchemas;
import io.noticepress.content.schema.UnknownFieldCheck;
import io.noticepress.model.Edition;
import io.noticepress.model.Extent;
import io.noticepress.model.RelationType;
import io.noticepress.model.Translation;
import io.noticepress.model.site.Language;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Mapping.Field;
import io.noticepress.yaml.Scalar;
import io.noticepress.yaml.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the front matter of a translation. Titles of attachments and relations are matched to the original by position. */
final class TranslationReader {
    private static final List<String> STATES = FieldSchemas.STATES.names();

    private final EditionTextReader editions;
    private final RelationReader relations;
    private final Problems problems;

    TranslationReader(StringPool stringPool, Problems problems) {
        this.editions = new EditionTextReader(stringPool, problems);
        this.relations = new RelationReader(problems);
        this.problems = problems;
    }

    /**
     * What must be known of the original to read a translation.
     *
     * @param file its path in messages; empty if there is no original
     * @param attachmentCount the number of attachments it lists; -1 if that is not known
     * @param relationCounts the number of its relations of each type
     */
    record OriginalSummary(
            String file, Extent extent, int attachmentCount, Map<RelationType, Integer> relationCounts, boolean draft) {
        boolean hasCounts() {
            return attachmentCount >= 0;
        }
    }

    /** A translation: its edition, and its titles in the order of the original, empty where it has none. */
    record TranslationContent(
            Edition edition, List<String> attachmentTitles, Map<RelationType, List<String>> relationTitles) {}

    /** Reads a translation. */
    TranslationContent read(Language language, MarkdownFile text, OriginalSummary originalSummary) {
        FieldReader fieldReader = FieldReader.ofNotice(
                text.frontMatter().orElseThrow(), FieldSchemas.TRANSLATION, originalSummary.draft(), problems);
        UnknownFieldCheck.check(fieldReader, originalSummary.file());
        Optional<Translation> translation = fieldReader.map("translation").map(TranslationReader::translation);
        Edition edition = editions.read(
                fieldReader,
                language,
                text.source(),
                Optional.of(translation.orElse(new Translation(Translation.State.DRAFT, "", List.of()))),
                originalSummary.extent());
        List<String> attachments =
                titles(fieldReader, "attachments", originalSummary.attachmentCount(), originalSummary);
        Map<RelationType, List<String>> relationTitles = new EnumMap<>(RelationType.class);
        fieldReader.map("relations").ifPresent(map -> {
            for (Field field : map.mapping().fields()) {
                Optional<RelationType> type = RelationType.ofField(field.name());
                if (type.isEmpty()) {
                    relations.reportUnknown(field.key());
                } else {
                    int limit = originalSummary.hasCounts()
                            ? originalSummary.relationCounts().getOrDefault(type.get(), 0)
                            : -1;
                    relationTitles.put(type.get(), titles(map, field.name(), limit, originalSummary));
                }
            }
        });
        return new TranslationContent(edition, attachments, relationTitles);
    }

    private static List<String> titles(
            FieldReader fieldReader, String name, int limit, OriginalSummary originalSummary) {
        List<String> titles = new ArrayList<>();
        for (Value entry : fieldReader.entries(name)) {
            if (limit >= 0 && titles.size() >= limit) {
                fieldReader.reportInvalid(
                        entry,
                        Message.of("原文的“{0}”只有 {1} 项", "the original has {1} entries in \"{0}\"", name, limit),
                        Message.of("删去多出的项；译名按原文的顺序对应", "delete the extra entries; titles are matched by position"));
                return titles;
            }
            if (entry instanceof Mapping map) {
                FieldReader inner = fieldReader.nested(name, map);
                UnknownFieldCheck.check(inner, originalSummary.file());
                titles.add(inner.text("title").map(Scalar::text).orElse(""));
            } else {
                fieldReader.reportInvalid(
                        entry,
                        Message.of("译文里只写名称", "a translation gives titles only"),
                        Message.of("写成 {title: …}，没有译名的写 {}", "write {title: …}, or {} where there is none"));
                titles.add("");
            }
        }
        return titles;
    }

    private static Translation translation(FieldReader fieldReader) {
        fieldReader.requireInMap("state");
        Optional<Scalar> state = fieldReader.textUnlessTodo("state");
        state.filter(value -> !STATES.contains(value.text()))
                .ifPresent(value -> fieldReader.reportInvalid(
                        value,
                        Message.of(
                                "“state”应是 {0} 之一，这里是“{1}”",
                                "\"state\" should be one of {0}, found \"{1}\"", Message.list(STATES), value.text()),
                        Message.of("改成 {0} 之一", "write one of {0}", Suggestions.allOf(value.text(), STATES))));
        return new Translation(
                state.map(Scalar::text)
                        .filter(STATES::contains)
                        .map(text -> Translation.State.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(Translation.State.DRAFT),
                fieldReader.text("by").map(Scalar::text).orElse(""),
                basis(fieldReader));
    }

    private static List<String> basis(FieldReader fieldReader) {
        Optional<Scalar> value = fieldReader.prose("basis").filter(text -> !FieldReader.isTodo(text));
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> parts = List.of(value.get().text().split("\\s+"));
        if (!FieldSchemas.BASIS.matches(value.get().text())) {
            fieldReader.reportInvalid(
                    value.get(),
                    Message.of("“basis”应是“v1”加各段指纹", "\"basis\" should be \"v1\" and a fingerprint for each block"),
                    Message.of(
                            "删去这一行，再用 translations 目标的 record 参数记录",
                            "delete the line, then record it with the parameter record of the goal translations"));
            return List.of();
        }
        return parts;
    }
}
