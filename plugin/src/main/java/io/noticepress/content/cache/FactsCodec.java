package io.noticepress.content.cache;

import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.content.frontmatter.NoticeReader;
import io.noticepress.content.frontmatter.StringPool;
import io.noticepress.model.Attachment;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Extent;
import io.noticepress.model.Notice;
import io.noticepress.model.NoticeDates;
import io.noticepress.model.Provenance;
import io.noticepress.model.Relation;
import io.noticepress.model.RelationType;
import io.noticepress.model.SourceFile;
import io.noticepress.model.Translation;
import io.noticepress.model.site.DocumentKind;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.site.Site;
import io.noticepress.model.site.Topic;
import io.noticepress.model.values.Digest;
import io.noticepress.model.values.FileType;
import io.noticepress.model.values.ImageSize;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCodec;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts of a notice as bytes, to be kept between runs under the same settings: issuers, topics, kinds and languages are
 * named by their keys only, and files are those of the notice. Safe for use by several threads.
 */
final class FactsCodec {
    private final Site site;
    private final StringPool stringPool = new StringPool();

    FactsCodec(Site site) {
        this.site = site;
    }

    /** Writes facts of which there is a notice. */
    void encode(NoticeFacts noticeFacts, DataOutputStream out) throws IOException {
        Notice notice = noticeFacts.notice().orElseThrow();
        out.writeBoolean(noticeFacts.draft());
        out.writeInt(noticeFacts.texts().size());
        for (BodySource text : noticeFacts.texts()) {
            text(out, text.language().key());
            source(out, text.source());
            text(out, text.title());
        }
        ProblemCodec.encode(out, noticeFacts.problems());
        out.writeBoolean(notice.number().isPresent());
        if (notice.number().isPresent()) {
            DocumentNumber number = notice.number().get();
            text(out, number.printed());
            text(out, number.canonical());
            text(out, number.code());
            out.writeInt(number.year());
            out.writeInt(number.serial());
        }
        text(out, notice.kind().code());
        NoticeDates noticeDates = notice.dates();
        out.writeLong(noticeDates.issued().toEpochDay());
        day(out, noticeDates.published());
        day(out, noticeDates.updated());
        day(out, noticeDates.effective());
        day(out, noticeDates.expires());
        day(out, noticeDates.printed());
        texts(out, notice.issuers().stream().map(Issuer::key).toList());
        texts(out, notice.topics().stream().map(Topic::key).toList());
        out.writeInt(notice.attachments().size());
        for (Attachment attachment : notice.attachments()) {
            text(out, attachment.file());
            words(out, attachment.title());
            out.writeLong(attachment.size());
            text(out, attachment.type().name());
            digest(out, attachment.digest());
            out.writeInt(attachment.pixels().map(ImageSize::width).orElse(0));
            out.writeInt(attachment.pixels().map(ImageSize::height).orElse(0));
        }
        out.writeInt(notice.relations().size());
        for (Relation relation : notice.relations()) {
            text(out, relation.type().name());
            text(out, relation.slug().orElse(""));
            words(out, relation.title());
            text(out, relation.number());
        }
        out.writeBoolean(notice.source().isPresent());
        if (notice.source().isPresent()) {
            Provenance source = notice.source().get();
            text(out, source.url());
            text(out, source.file());
            text(out, source.sha256());
            day(out, source.retrieved());
        }
        out.writeBoolean(notice.draft());
        text(out, notice.original());
        out.writeInt(notice.editions().size());
        for (Edition edition : notice.editions().values()) {
            edition(out, edition);
        }
    }

    private static void edition(DataOutputStream out, Edition edition) throws IOException {
        text(out, edition.language().key());
        text(out, edition.title());
        text(out, edition.summary());
        texts(out, edition.recipients());
        texts(out, edition.cc());
        text(out, edition.letterhead());
        texts(out, edition.signatories());
        text(out, edition.note());
        text(out, edition.printOffice());
        text(out, edition.extent().name());
        out.writeBoolean(edition.translation().isPresent());
        if (edition.translation().isPresent()) {
            Translation translation = edition.translation().get();
            text(out, translation.state().name());
            text(out, translation.by());
            texts(out, translation.basis());
        }
        source(out, edition.source());
    }

    /** The facts of these files; nothing if they speak of something this version does not know. */
    Optional<NoticeFacts> decode(NoticeFiles files, ByteBuffer in) {
        boolean draft = in.get() != 0;
        List<DecodedText> texts = new ArrayList<>(2);
        for (int left = in.getInt(); left > 0; left--) {
            Language language = language(text(in));
            texts.add(new DecodedText(language, source(in, files, language), text(in)));
        }
        Optional<List<Problem>> problems = ProblemCodec.decode(in);
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        Notice notice = notice(files, texts, in);
        Map<String, ImageSize> pictures = NoticeReader.pictureSizes(files, notice);
        List<BodySource> sources = texts.stream()
                .map(decodedText -> new BodySource(
                        decodedText.source(), decodedText.language(), decodedText.title(), draft, pictures))
                .toList();
        return Optional.of(new NoticeFacts(files, Optional.of(notice), draft, sources, problems.get()));
    }

    /** A text of a notice; its edition says the same of it, and takes it from here. */
    private record DecodedText(Language language, SourceFile source, String title) {}

    private Notice notice(NoticeFiles files, List<DecodedText> texts, ByteBuffer in) {
        Optional<DocumentNumber> number = in.get() != 0 ? Optional.of(number(in)) : Optional.empty();
        DocumentKind documentKind = site.kinds().get(text(in));
        NoticeDates noticeDates =
                new NoticeDates(LocalDate.ofEpochDay(in.getLong()), day(in), day(in), day(in), day(in), day(in));
        List<Issuer> issuers = texts(in).stream().map(site.issuers()::get).toList();
        List<Topic> topics = texts(in).stream().map(site.topics()::get).toList();
        List<Attachment> attachments = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            attachments.add(new Attachment(
                    text(in), words(in), in.getLong(), FileType.valueOf(text(in)), digest(in), pixels(in)));
        }
        List<Relation> relations = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            relations.add(new Relation(
                    RelationType.valueOf(text(in)),
                    Optional.of(text(in)).filter(other -> !other.isEmpty()),
                    words(in),
                    text(in)));
        }
        Optional<Provenance> source =
                in.get() != 0 ? Optional.of(new Provenance(text(in), text(in), text(in), day(in))) : Optional.empty();
        boolean draft = in.get() != 0;
        String original = stringPool.intern(text(in));
        Map<String, Edition> editions = new LinkedHashMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            Edition edition = edition(files, texts, in);
            editions.put(edition.language().key(), edition);
        }
        return new Notice(
                files.slug(),
                number,
                documentKind,
                noticeDates,
                issuers,
                topics,
                attachments,
                relations,
                source,
                draft,
                original,
                editions);
    }

    private DocumentNumber number(ByteBuffer in) {
        String printed = text(in);
        String canonical = text(in);
        return new DocumentNumber(
                printed,
                canonical.equals(printed) ? printed : canonical,
                stringPool.intern(text(in)),
                in.getInt(),
                in.getInt());
    }

    private Edition edition(NoticeFiles files, List<DecodedText> texts, ByteBuffer in) {
        Language language = language(text(in));
        String title = text(in);
        String summary = text(in);
        List<String> recipients = stringPool.intern(texts(in));
        List<String> cc = stringPool.intern(texts(in));
        String letterhead = stringPool.intern(text(in));
        List<String> signatories = stringPool.intern(texts(in));
        String note = text(in);
        String office = stringPool.intern(text(in));
        Extent extent = Extent.valueOf(text(in));
        Optional<Translation> translation = in.get() != 0
                ? Optional.of(
                        new Translation(Translation.State.valueOf(text(in)), stringPool.intern(text(in)), texts(in)))
                : Optional.empty();
        SourceFile source = source(in, files, language);
        DecodedText decodedText = texts.stream()
                .filter(each -> each.source().equals(source) && each.title().equals(title))
                .findFirst()
                .orElse(new DecodedText(language, source, title));
        return new Edition(
                language,
                decodedText.title(),
                summary,
                recipients,
                cc,
                letterhead,
                signatories,
                note,
                office,
                extent,
                translation,
                decodedText.source());
    }

    private Language language(String key) {
        return site.language(key).orElseThrow();
    }

    private static void source(DataOutputStream out, SourceFile source) throws IOException {
        out.writeInt(source.bodyLine());
        digest(out, source.digest());
    }

    private static SourceFile source(ByteBuffer in, NoticeFiles files, Language language) {
        return new SourceFile(files.editionPath(language.key()), in.getInt(), digest(in));
    }

    private static Optional<ImageSize> pixels(ByteBuffer in) {
        int width = in.getInt();
        int height = in.getInt();
        return width == 0 ? Optional.empty() : Optional.of(new ImageSize(width, height));
    }

    private static void day(DataOutputStream out, Optional<LocalDate> day) throws IOException {
        out.writeLong(day.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE));
    }

    private static Optional<LocalDate> day(ByteBuffer in) {
        long day = in.getLong();
        return day == Long.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    private static void words(DataOutputStream out, LocalizedText words) throws IOException {
        out.writeInt(words.words().size());
        for (Map.Entry<String, String> entry : words.words().entrySet()) {
            text(out, entry.getKey());
            text(out, entry.getValue());
        }
    }

    private static LocalizedText words(ByteBuffer in) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            words.put(text(in), text(in));
        }
        return words.isEmpty() ? LocalizedText.NONE : new LocalizedText(words);
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static List<String> texts(ByteBuffer in) {
        List<String> texts = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    static void digest(DataOutputStream out, Digest digest) throws IOException {
        out.writeLong(digest.a());
        out.writeLong(digest.b());
        out.writeLong(digest.c());
        out.writeLong(digest.d());
    }

    static Digest digest(ByteBuffer in) {
        return new Digest(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        ProblemCodec.text(out, text);
    }

    private static String text(ByteBuffer in) {
        return ProblemCodec.text(in);
    }
}
