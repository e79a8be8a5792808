package io.noticepress.content;

import io.noticepress.model.Edition;
import io.noticepress.model.Extent;
import io.noticepress.model.Language;
import io.noticepress.model.RelationType;
import io.noticepress.model.Translation;
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

/** Reads a translation: words only, those of attachments and relations by the position they have in the original. */
final class TranslationReader {
    private static final List<String> STATES = Forms.STATES.words();

    private final EditionWords words;
    private final RelationReader relations;
    private final Problems problems;

    TranslationReader(Pool pool, Problems problems) {
        this.words = new EditionWords(pool, problems);
        this.relations = new RelationReader(problems);
        this.problems = problems;
    }

    /**
     * What the original has room for.
     *
     * @param file of the original, as shown; empty if there is none
     * @param attachments how many it lists, -1 if that is not known
     * @param relations how many of each type it states
     */
    record Room(String file, Extent extent, int attachments, Map<RelationType, Integer> relations, boolean draft) {
        boolean isKnown() {
            return attachments >= 0;
        }
    }

    /** A translation: its edition, and the titles at the positions of the original, empty where it has none. */
    record Reading(Edition edition, List<String> attachments, Map<RelationType, List<String>> relations) {}

    Reading read(Language language, SourceText text, Room room) {
        Sheet sheet = Sheet.notice(text.front().orElseThrow(), Forms.TRANSLATION, room.draft(), problems);
        UnknownFields.in(sheet, room.file());
        Optional<Translation> translation = sheet.map("translation").map(TranslationReader::translation);
        Edition edition = words.read(
                sheet,
                language,
                text.source(),
                Optional.of(translation.orElse(new Translation(Translation.State.DRAFT, "", List.of()))),
                room.extent());
        List<String> attachments = titles(sheet, "attachments", room.attachments(), room);
        Map<RelationType, List<String>> ties = new EnumMap<>(RelationType.class);
        sheet.map("relations").ifPresent(map -> {
            for (Field field : map.fields().fields()) {
                Optional<RelationType> type = RelationType.ofField(field.name());
                if (type.isEmpty()) {
                    relations.unknown(field.key());
                } else {
                    int most = room.isKnown() ? room.relations().getOrDefault(type.get(), 0) : -1;
                    ties.put(type.get(), titles(map, field.name(), most, room));
                }
            }
        });
        return new Reading(edition, attachments, ties);
    }

    private static List<String> titles(Sheet sheet, String name, int most, Room room) {
        List<String> titles = new ArrayList<>();
        for (Value entry : sheet.entries(name)) {
            if (most >= 0 && titles.size() >= most) {
                sheet.invalid(
                        entry,
                        Message.of("原文的“{0}”只有 {1} 项", "the original has {1} entries in \"{0}\"", name, most),
                        Message.of(
                                "删去多出的项；译名按原文的顺序对应", "delete what is beyond; titles go by position in the original"));
                return titles;
            }
            if (entry instanceof Mapping map) {
                Sheet inner = sheet.within(name, map);
                UnknownFields.in(inner, room.file());
                titles.add(inner.text("title").map(Scalar::text).orElse(""));
            } else {
                sheet.invalid(
                        entry,
                        Message.of("译文里只写名称", "a translation gives titles only"),
                        Message.of("写成 {title: …}，没有译名的写 {}", "write {title: …}, or {} where there is none"));
                titles.add("");
            }
        }
        return titles;
    }

    private static Translation translation(Sheet sheet) {
        sheet.requireHere("state");
        Optional<Scalar> state = sheet.token("state");
        state.filter(value -> !STATES.contains(value.text()))
                .ifPresent(value -> sheet.invalid(
                        value,
                        Message.of(
                                "“state”应是 {0} 之一，这里是“{1}”",
                                "\"state\" should be one of {0}, found \"{1}\"", Message.list(STATES), value.text()),
                        Message.of("改成 {0} 之一", "write one of {0}", Known.anyOf(value.text(), STATES))));
        return new Translation(
                state.map(Scalar::text)
                        .filter(STATES::contains)
                        .map(text -> Translation.State.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(Translation.State.DRAFT),
                sheet.text("by").map(Scalar::text).orElse(""),
                basis(sheet));
    }

    private static List<String> basis(Sheet sheet) {
        Optional<Scalar> value = sheet.prose("basis").filter(text -> !Sheet.isTodo(text));
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> parts = List.of(value.get().text().split("\\s+"));
        if (!Forms.BASIS.fits(value.get().text())) {
            sheet.invalid(
                    value.get(),
                    Message.of("“basis”应是“v1”加各段指纹", "\"basis\" should be \"v1\" and a fingerprint for each block"),
                    Message.of(
                            "删去这一行，再用 translations 目标的 record 参数记录",
                            "delete the line and record it with the goal translations, parameter record"));
            return List.of();
        }
        return parts;
    }
}
