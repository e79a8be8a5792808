package io.noticepress.content.frontmatter;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.MarkdownFile;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.frontmatter.TranslationReader.OriginalSummary;
import io.noticepress.content.frontmatter.TranslationReader.TranslationContent;
import io.noticepress.model.Attachment;
import io.noticepress.model.Edition;
import io.noticepress.model.Extent;
import io.noticepress.model.Notice;
import io.noticepress.model.Relation;
import io.noticepress.model.RelationType;
import io.noticepress.model.SourceFile;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.site.Site;
import io.noticepress.model.values.Digest;
import io.noticepress.model.values.ImageSize;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
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
 * Reads notices: the front matter of their editions and their attachments, never their bodies. The result depends only on
 * these files and the settings. Safe for use by several threads.
 */
public final class NoticeReader {
    private final ContentFolder folder;
    private final Site site;
    private final KindMatcher kinds;
    private final StringPool stringPool = new StringPool();

    /** A reader for the notices of a site. */
    public NoticeReader(ContentFolder folder, Site site) {
        this.folder = folder;
        this.site = site;
        this.kinds = new KindMatcher(site.kinds().values());
    }

    /** Reads the files of a notice. */
    public NoticeFacts read(NoticeFiles files) {
        return new ReadOperation().read(files);
    }

    /**
     * What is wrong with the front matter of an edition that need not exist as a file: of a translation if it has the field
     * {@code translation}, else of an original.
     *
     * @param files where it would be, and the files that could be attached to it
     */
    public List<Problem> check(NoticeFiles files, Language language, Mapping frontMatter) {
        return new ReadOperation().check(files, language, frontMatter);
    }

    /** Reads one notice. */
    private final class ReadOperation {
        private final Problems problems = new Problems();
        private final OriginalReader originalReader = new OriginalReader(folder, site, kinds, stringPool, problems);
        private final TranslationReader translationReader = new TranslationReader(stringPool, problems);

        NoticeFacts read(NoticeFiles files) {
            Map<Language, MarkdownFile> texts = new LinkedHashMap<>();
            for (String key : files.languages()) {
                MarkdownFile.read(folder, files.editionPath(key), problems)
                        .ifPresent(text -> texts.put(site.language(key).orElseThrow(), text));
            }
            Optional<Language> original = findOriginal(files, texts);
            boolean draft = original.map(texts::get).map(NoticeReader::isDraft).orElse(false);
            Optional<Notice> notice =
                    original.flatMap(language -> originalReader.read(files, language, texts.get(language), draft));
            OriginalSummary originalSummary = originalSummary(original.map(texts::get), notice, draft);
            List<TranslationContent> translated = new ArrayList<>();
            texts.forEach((language, text) -> {
                boolean translation = text.frontMatter()
                        .flatMap(front -> front.field("translation"))
                        .isPresent();
                if (translation && !original.equals(Optional.of(language))) {
                    translated.add(translationReader.read(language, text, originalSummary));
                }
            });
            Map<String, ImageSize> pictures =
                    notice.map(found -> pictureSizes(files, found)).orElse(Map.of());
            List<BodySource> sources = new ArrayList<>(texts.size());
            texts.forEach((language, text) -> {
                if (text.hasBody()) {
                    sources.add(new BodySource(text.source(), language, title(text), draft, pictures));
                }
            });
            return new NoticeFacts(
                    files, notice.map(found -> withTranslations(found, translated)), draft, sources, problems.sorted());
        }

        List<Problem> check(NoticeFiles files, Language language, Mapping frontMatter) {
            SourceFile source = new SourceFile(files.editionPath(language.key()), 0, Digest.of(""));
            MarkdownFile text = new MarkdownFile(source, Optional.of(frontMatter), "");
            if (hasField(text, "translation")) {
                translationReader.read(language, text, originalSummary(Optional.empty(), Optional.empty(), false));
            } else {
                originalReader.read(files, language, text, isDraft(text));
            }
            return problems.sorted();
        }

        /** The language of the original: the edition without the field {@code translation}. */
        private Optional<Language> findOriginal(NoticeFiles files, Map<Language, MarkdownFile> texts) {
            List<Language> candidates = new ArrayList<>();
            boolean anyUnreadable = texts.size() < files.languages().size();
            for (Map.Entry<Language, MarkdownFile> entry : texts.entrySet()) {
                Optional<Mapping> front = entry.getValue().frontMatter();
                anyUnreadable |= front.isEmpty();
                if (front.isPresent() && front.get().field("translation").isEmpty()) {
                    candidates.add(entry.getKey());
                }
            }
            if (candidates.isEmpty() && !anyUnreadable) {
                reportNoOriginal(files, texts);
            }
            Optional<Language> chosen = candidates.stream()
                    .filter(language ->
                            hasField(texts.get(language), "issuer") || hasField(texts.get(language), "issued"))
                    .findFirst()
                    .or(() -> candidates.stream().findFirst());
            chosen.ifPresent(language -> candidates.stream()
                    .filter(other -> !other.equals(language))
                    .forEach(other -> reportSecondOriginal(texts.get(other), texts.get(language))));
            return chosen;
        }

        private void reportNoOriginal(NoticeFiles files, Map<Language, MarkdownFile> texts) {
            MarkdownFile first = texts.values().iterator().next();
            Scalar key = first.frontMatter()
                    .flatMap(front -> front.field("translation"))
                    .map(Field::key)
                    .orElseThrow();
            problems.add(
                    ProblemCode.ORPHAN_TRANSLATION,
                    key.at(),
                    key.width(),
                    Message.of("“{0}”只有译文，没有原文", "\"{0}\" has only translations and no original", files.slug()),
                    Message.of(
                            "加上原文文件，或删去原文里的 translation",
                            "add the file of the original, or delete \"translation\" from it"));
        }

        private void reportSecondOriginal(MarkdownFile other, MarkdownFile original) {
            problems.add(
                    ProblemCode.TWO_ORIGINALS,
                    folder.displayPath(other.source().path()),
                    Message.of(
                            "已有原文 {0}，这里又没有 translation",
                            "{0} is already the original, and this file has no \"translation\" either",
                            folder.displayPath(original.source().path())),
                    Message.of(
                            "若是译文，加上 translation: {state: draft}",
                            "add translation: {state: draft} if this is a translation"));
        }
    }

    /** The sizes of a notice's pictures, by their paths below the content folder. */
    public static Map<String, ImageSize> pictureSizes(NoticeFiles files, Notice notice) {
        Map<String, ImageSize> pictures = new HashMap<>();
        for (Attachment attachment : notice.attachments()) {
            attachment.pixels().ifPresent(imageSize -> pictures.put(files.folderPath() + attachment.file(), imageSize));
        }
        return pictures;
    }

    private static boolean hasField(MarkdownFile text, String field) {
        return text.frontMatter().flatMap(front -> front.field(field)).isPresent();
    }

    private static boolean isDraft(MarkdownFile text) {
        return text.frontMatter()
                .flatMap(front -> front.field("draft"))
                .map(Field::value)
                .filter(value ->
                        value instanceof Scalar scalar && scalar.text().strip().equals("true"))
                .isPresent();
    }

    private static String title(MarkdownFile text) {
        return text.frontMatter()
                .flatMap(front -> front.field("title"))
                .map(Field::value)
                .map(value -> value instanceof Scalar scalar ? scalar.text().strip() : "")
                .orElse("");
    }

    private OriginalSummary originalSummary(Optional<MarkdownFile> original, Optional<Notice> notice, boolean draft) {
        String file =
                original.map(text -> folder.displayPath(text.source().path())).orElse("");
        if (notice.isEmpty()) {
            return new OriginalSummary(file, Extent.FULL, -1, Map.of(), draft);
        }
        Map<RelationType, Integer> relations = new EnumMap<>(RelationType.class);
        notice.get().relations().forEach(relation -> relations.merge(relation.type(), 1, Integer::sum));
        int listed = (int)
                notice.get().attachments().stream().filter(Attachment::isListed).count();
        return new OriginalSummary(file, notice.get().originalEdition().extent(), listed, relations, draft);
    }

    /** The notice with its translations, editions in the order of the site's languages. */
    private Notice withTranslations(Notice notice, List<TranslationContent> translated) {
        if (translated.isEmpty()) {
            return notice;
        }
        Map<String, Edition> read = new LinkedHashMap<>(notice.editions());
        translated.forEach(translationContent ->
                read.put(translationContent.edition().language().key(), translationContent.edition()));
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
                withAttachmentTitles(notice.attachments(), translated),
                withRelationTitles(notice.relations(), translated),
                notice.source(),
                notice.draft(),
                notice.original(),
                editions);
    }

    private static List<Attachment> withAttachmentTitles(
            List<Attachment> attachments, List<TranslationContent> translated) {
        List<Attachment> titled = new ArrayList<>(attachments.size());
        for (int i = 0; i < attachments.size(); i++) {
            Attachment attachment = attachments.get(i);
            LocalizedText title = attachment.title();
            if (attachment.isListed()) {
                for (TranslationContent translationContent : translated) {
                    title = withTitle(title, translationContent, translationContent.attachmentTitles(), i);
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

    private static List<Relation> withRelationTitles(List<Relation> relations, List<TranslationContent> translated) {
        Map<RelationType, Integer> positions = new EnumMap<>(RelationType.class);
        List<Relation> titled = new ArrayList<>(relations.size());
        for (Relation relation : relations) {
            int position = positions.merge(relation.type(), 1, Integer::sum) - 1;
            LocalizedText title = relation.title();
            if (!title.isEmpty()) {
                for (TranslationContent translationContent : translated) {
                    title = withTitle(
                            title,
                            translationContent,
                            translationContent.relationTitles().getOrDefault(relation.type(), List.of()),
                            position);
                }
            }
            titled.add(new Relation(relation.type(), relation.slug(), title, relation.number()));
        }
        return titled;
    }

    private static LocalizedText withTitle(
            LocalizedText title, TranslationContent translationContent, List<String> translatedTitles, int position) {
        if (position >= translatedTitles.size()
                || translatedTitles.get(position).isEmpty()) {
            return title;
        }
        Map<String, String> titles = new LinkedHashMap<>(title.words());
        titles.put(translationContent.edition().language().key(), translatedTitles.get(position));
        return new LocalizedText(titles);
    }
}
