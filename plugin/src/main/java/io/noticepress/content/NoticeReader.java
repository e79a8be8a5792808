package io.noticepress.content;

import io.noticepress.content.TranslationReader.Reading;
import io.noticepress.content.TranslationReader.Room;
import io.noticepress.model.Attachment;
import io.noticepress.model.Edition;
import io.noticepress.model.Extent;
import io.noticepress.model.ImageSize;
import io.noticepress.model.Language;
import io.noticepress.model.LocalizedText;
import io.noticepress.model.Notice;
import io.noticepress.model.Relation;
import io.noticepress.model.RelationType;
import io.noticepress.model.Site;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Mapping.Field;
import io.noticepress.yaml.Scalar;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the facts of notices: the front matter of their editions and the files beside them, never their bodies. What it
 * makes of some files depends on them and the settings alone. Safe for use by several threads.
 */
public final class NoticeReader {
    private final ContentFolder folder;
    private final Site site;
    private final KindNames kinds;
    private final Pool pool = new Pool();

    public NoticeReader(ContentFolder folder, Site site) {
        this.folder = folder;
        this.site = site;
        this.kinds = new KindNames(site.kinds().values());
    }

    /** What a notice's files say, and what is wrong with them. */
    public Facts facts(NoticeFiles files) {
        return new Run().facts(files);
    }

    /** The reading of one notice. */
    private final class Run {
        private final Problems problems = new Problems();
        private final OriginalReader originals = new OriginalReader(folder, site, kinds, pool, problems);
        private final TranslationReader translations = new TranslationReader(pool, problems);

        Facts facts(NoticeFiles files) {
            Map<Language, SourceText> texts = new LinkedHashMap<>();
            for (String key : files.languages()) {
                SourceText.read(folder, files.edition(key), problems)
                        .ifPresent(text -> texts.put(site.language(key).orElseThrow(), text));
            }
            Optional<Language> original = original(files, texts);
            boolean draft = original.map(texts::get).map(NoticeReader::isDraft).orElse(false);
            Optional<Notice> notice =
                    original.flatMap(language -> originals.read(files, language, texts.get(language), draft));
            Room room = room(original.map(texts::get), notice, draft);
            List<Reading> readings = new ArrayList<>();
            texts.forEach((language, text) -> {
                boolean translation = text.front()
                        .flatMap(front -> front.field("translation"))
                        .isPresent();
                if (translation && !original.equals(Optional.of(language))) {
                    readings.add(translations.read(language, text, room));
                }
            });
            Map<String, ImageSize> pictures =
                    notice.map(found -> pictures(files, found)).orElse(Map.of());
            List<TextSource> sources = new ArrayList<>(texts.size());
            texts.forEach((language, text) -> {
                if (text.hasBody()) {
                    sources.add(new TextSource(text.source(), language, title(text), draft, pictures));
                }
            });
            return new Facts(files, notice.map(found -> joined(found, readings)), draft, sources, problems.sorted());
        }

        /** The language of the edition that states the facts: the one without a translation block. */
        private Optional<Language> original(NoticeFiles files, Map<Language, SourceText> texts) {
            List<Language> without = new ArrayList<>();
            boolean unread = texts.size() < files.languages().size();
            for (Map.Entry<Language, SourceText> entry : texts.entrySet()) {
                Optional<Mapping> front = entry.getValue().front();
                unread |= front.isEmpty();
                if (front.isPresent() && front.get().field("translation").isEmpty()) {
                    without.add(entry.getKey());
                }
            }
            if (without.isEmpty() && !unread) {
                orphan(files, texts);
            }
            Optional<Language> chosen = without.stream()
                    .filter(language -> states(texts.get(language), "issuer") || states(texts.get(language), "issued"))
                    .findFirst()
                    .or(() -> without.stream().findFirst());
            chosen.ifPresent(language -> without.stream()
                    .filter(other -> !other.equals(language))
                    .forEach(other -> second(texts.get(other), texts.get(language))));
            return chosen;
        }

        private void orphan(NoticeFiles files, Map<Language, SourceText> texts) {
            SourceText first = texts.values().iterator().next();
            Scalar key = first.front()
                    .flatMap(front -> front.field("translation"))
                    .map(Field::key)
                    .orElseThrow();
            problems.add(
                    ProblemCode.ORPHAN_TRANSLATION,
                    key.at(),
                    key.width(),
                    Message.of("“{0}”只有译文，没有原文", "\"{0}\" has translations only and no original", files.slug()),
                    Message.of(
                            "加上原文文件，或删去原文里的 translation",
                            "add the file of the original, or delete \"translation\" from it"));
        }

        private void second(SourceText other, SourceText original) {
            problems.add(
                    ProblemCode.TWO_ORIGINALS,
                    folder.shown(other.source().path()),
                    Message.of(
                            "已有原文 {0}，这里又没有 translation",
                            "{0} is the original already, and this file has no \"translation\"",
                            folder.shown(original.source().path())),
                    Message.of(
                            "若是译文，加上 translation: {state: draft}",
                            "add translation: {state: draft} if this is a translation"));
        }
    }

    /** How large the pictures beside a notice are, by their paths below the content folder. */
    static Map<String, ImageSize> pictures(NoticeFiles files, Notice notice) {
        Map<String, ImageSize> pictures = new HashMap<>();
        for (Attachment attachment : notice.attachments()) {
            attachment.pixels().ifPresent(imageSize -> pictures.put(files.folder() + attachment.file(), imageSize));
        }
        return pictures;
    }

    private static boolean states(SourceText text, String field) {
        return text.front().flatMap(front -> front.field(field)).isPresent();
    }

    private static boolean isDraft(SourceText text) {
        return text.front()
                .flatMap(front -> front.field("draft"))
                .map(Field::value)
                .filter(value ->
                        value instanceof Scalar scalar && scalar.text().strip().equals("true"))
                .isPresent();
    }

    private static String title(SourceText text) {
        return text.front()
                .flatMap(front -> front.field("title"))
                .map(Field::value)
                .map(value -> value instanceof Scalar scalar ? scalar.text().strip() : "")
                .orElse("");
    }

    private Room room(Optional<SourceText> original, Optional<Notice> notice, boolean draft) {
        String file = original.map(text -> folder.shown(text.source().path())).orElse("");
        if (notice.isEmpty()) {
            return new Room(file, Extent.FULL, -1, Map.of(), draft);
        }
        Map<RelationType, Integer> relations = new EnumMap<>(RelationType.class);
        notice.get().relations().forEach(relation -> relations.merge(relation.type(), 1, Integer::sum));
        int listed = (int)
                notice.get().attachments().stream().filter(Attachment::isListed).count();
        return new Room(file, notice.get().originalEdition().extent(), listed, relations, draft);
    }

    /** The notice with its translations. */
    private Notice joined(Notice notice, List<Reading> readings) {
        if (readings.isEmpty()) {
            return notice;
        }
        Map<String, Edition> read = new LinkedHashMap<>(notice.editions());
        readings.forEach(reading -> read.put(reading.edition().language().key(), reading.edition()));
        Map<String, Edition> editions = new LinkedHashMap<>();
        site.languages().stream()
                .map(Language::key)
                .filter(read::containsKey)
                .forEach(key -> editions.put(key, read.get(key)));
        return new Notice(
                notice.slug(),
                notice.number(),
                notice.kind(),
                notice.dates(),
                notice.issuers(),
                notice.topics(),
                attachments(notice.attachments(), readings),
                relations(notice.relations(), readings),
                notice.source(),
                notice.draft(),
                notice.original(),
                editions);
    }

    private static List<Attachment> attachments(List<Attachment> attachments, List<Reading> readings) {
        List<Attachment> titled = new ArrayList<>(attachments.size());
        for (int i = 0; i < attachments.size(); i++) {
            Attachment attachment = attachments.get(i);
            LocalizedText title = attachment.title();
            if (attachment.isListed()) {
                for (Reading reading : readings) {
                    title = with(title, reading, reading.attachments(), i);
                }
            }
            titled.add(new Attachment(
                    attachment.file(),
                    title,
                    attachment.size(),
                    attachment.type(),
                    attachment.digest(),
                    attachment.pixels()));
        }
        return titled;
    }

    private static List<Relation> relations(List<Relation> relations, List<Reading> readings) {
        Map<RelationType, Integer> positions = new EnumMap<>(RelationType.class);
        List<Relation> titled = new ArrayList<>(relations.size());
        for (Relation relation : relations) {
            int position = positions.merge(relation.type(), 1, Integer::sum) - 1;
            LocalizedText title = relation.title();
            if (!title.isEmpty()) {
                for (Reading reading : readings) {
                    title = with(
                            title, reading, reading.relations().getOrDefault(relation.type(), List.of()), position);
                }
            }
            titled.add(new Relation(relation.type(), relation.slug(), title, relation.number()));
        }
        return titled;
    }

    private static LocalizedText with(LocalizedText title, Reading reading, List<String> words, int position) {
        if (position >= words.size() || words.get(position).isEmpty()) {
            return title;
        }
        Map<String, String> all = new LinkedHashMap<>(title.words());
        all.put(reading.edition().language().key(), words.get(position));
        return new LocalizedText(all);
    }
}
