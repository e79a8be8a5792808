package io.noticepress.content.frontmatter;

import io.noticepress.content.attachments.AttachmentReader;
import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.MarkdownFile;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.schema.FieldReader;
import io.noticepress.content.schema.FieldSchemas;
import io.noticepress.content.schema.UnknownFieldCheck;
import io.noticepress.model.Attachment;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Extent;
import io.noticepress.model.Notice;
import io.noticepress.model.NoticeDates;
import io.noticepress.model.Provenance;
import io.noticepress.model.Relation;
import io.noticepress.model.site.DocumentKind;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.model.site.Topic;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Scalar;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a notice from the front matter of its original. */
final class OriginalReader {
    private final ContentFolder folder;
    private final Site site;
    private final KindMatcher kinds;
    private final KeyLookup keys;
    private final EditionTextReader editions;
    private final DocNumberReader numbers;
    private final DateReader dates;
    private final AttachmentReader attachments;
    private final RelationReader relations;
    private final Problems problems;

    OriginalReader(ContentFolder folder, Site site, KindMatcher kinds, StringPool stringPool, Problems problems) {
        this.folder = folder;
        this.site = site;
        this.kinds = kinds;
        this.keys = new KeyLookup(folder, site, problems);
        this.editions = new EditionTextReader(stringPool, problems);
        this.numbers = new DocNumberReader(stringPool, problems);
        this.dates = new DateReader(problems);
        this.attachments = new AttachmentReader(folder, problems);
        this.relations = new RelationReader(problems);
        this.problems = problems;
    }

    /** The notice with only its original edition; empty if title, issuer, date of issue or kind is missing. */
    Optional<Notice> read(NoticeFiles files, Language language, MarkdownFile text, boolean draft) {
        Mapping front = text.frontMatter().orElseThrow();
        FieldReader fieldReader = FieldReader.ofNotice(front, FieldSchemas.ORIGINAL, draft, problems);
        UnknownFieldCheck.check(fieldReader);
        fieldReader.flag("draft");
        Edition edition = editions.read(fieldReader, language, text.source(), Optional.empty(), Extent.FULL);
        List<Issuer> issuers = keys.issuers(fieldReader);
        List<Topic> topics = keys.topics(fieldReader);
        Optional<DocumentNumber> number =
                fieldReader.textUnlessTodo("number").flatMap(value -> numbers.read(value, language.isChinese()));
        Optional<DocumentKind> kind = kind(fieldReader, edition.title());
        Optional<NoticeDates> days = dates(fieldReader, files, number);
        number.filter(found -> !issuers.isEmpty()).ifPresent(found -> checkPrefix(fieldReader, found, issuers.get(0)));
        List<Attachment> attached = attachments.read(files, fieldReader, language);
        List<Relation> related = relations.read(fieldReader, files.slug(), language);
        Optional<Provenance> source = fieldReader.map("source").map(this::provenance);
        if (edition.title().isEmpty() || issuers.isEmpty() || kind.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                files.slug(),
                number,
                kind.get(),
                days.get(),
                issuers,
                topics,
                attached,
                related,
                source,
                draft,
                language.key(),
                Map.of(language.key(), edition)));
    }

    private Optional<DocumentKind> kind(FieldReader fieldReader, String title) {
        Optional<DocumentKind> ending = kinds.byTitle(title);
        Optional<Scalar> value = fieldReader.text("kind");
        if (value.isEmpty()) {
            if (ending.isEmpty() && !title.isEmpty() && !fieldReader.has("kind")) {
                fieldReader.require("kind");
            }
            return ending;
        }
        if (FieldReader.isTodo(value.get())) {
            return ending;
        }
        Optional<DocumentKind> kind = kinds.byName(value.get().text());
        if (kind.isEmpty()) {
            keys.reportUnknownKind(value.get());
        } else if (ending.isPresent() && !ending.get().code().equals(kind.get().code())) {
            Language language = site.defaultLanguage();
            problems.add(
                    ProblemCode.KIND_TITLE,
                    value.get().at(),
                    value.get().width(),
                    Message.of(
                            "标题的文种是“{0}”，这里写的是“{1}”",
                            "the kind in the title is \"{0}\", but the kind given is \"{1}\"",
                            ending.get().name().in(language),
                            kind.get().name().in(language)),
                    Message.of(
                            "改成 kind: {0}，或删去这一行",
                            "write kind: {0}, or delete the line", ending.get().code()));
        }
        return kind;
    }

    private Optional<NoticeDates> dates(FieldReader fieldReader, NoticeFiles files, Optional<DocumentNumber> number) {
        fieldReader.require("issued");
        Optional<LocalDate> issued = dates.read(fieldReader, "issued");
        Optional<FieldReader> printing = fieldReader.map("printed");
        Optional<LocalDate> published = dates.read(fieldReader, "published");
        Optional<LocalDate> updated = dates.read(fieldReader, "updated");
        Optional<LocalDate> effective = dates.read(fieldReader, "effective");
        Optional<LocalDate> expires = dates.read(fieldReader, "expires");
        Optional<LocalDate> printed = printing.flatMap(inner -> dates.read(inner, "date"));
        if (issued.isEmpty()) {
            return Optional.empty();
        }
        checkYear(fieldReader, files, issued.get());
        checkOrder(fieldReader, "published", published, "issued", issued);
        printing.ifPresent(inner -> checkOrder(inner, "date", printed, "issued", issued));
        checkOrder(
                fieldReader,
                "updated",
                updated,
                published.isPresent() ? "published" : "issued",
                published.or(() -> issued));
        checkOrder(
                fieldReader,
                "expires",
                expires,
                effective.isPresent() ? "effective" : "issued",
                effective.or(() -> issued));
        number.filter(found -> found.year() != 0 && found.year() != issued.get().getYear())
                .ifPresent(found -> reportDateOrder(
                        fieldReader.text("number").orElseThrow(),
                        Message.of(
                                "字号的年份是 {0}，成文日期是 {1}",
                                "the year in the number is {0}, but the date of issue is {1}",
                                Integer.toString(found.year()),
                                issued.get())));
        return Optional.of(new NoticeDates(issued.get(), published, updated, effective, expires, printed));
    }

    private void checkYear(FieldReader fieldReader, NoticeFiles files, LocalDate issued) {
        String year = Integer.toString(issued.getYear());
        if (!year.equals(files.year())) {
            Scalar value = fieldReader.text("issued").orElseThrow();
            problems.add(
                    ProblemCode.WRONG_YEAR,
                    value.at(),
                    value.width(),
                    Message.of(
                            "成文于 {0} 年，文件却在 {1} 文件夹",
                            "issued in {0}, but the file is in the folder {1}", year, files.year()),
                    Message.of(
                            "把文件移到 {0}，或改正日期",
                            "move the files to {0}, or correct the date", folder.displayPath("notices/" + year)));
        }
    }

    private void checkOrder(
            FieldReader fieldReader,
            String field,
            Optional<LocalDate> later,
            String earlier,
            Optional<LocalDate> limit) {
        if (later.isPresent() && limit.isPresent() && later.get().isBefore(limit.get())) {
            Message name = dateName(field);
            Message other = dateName(earlier);
            reportDateOrder(
                    fieldReader.text(field).orElseThrow(),
                    Message.of(
                            "{0} {1} 早于{2} {3}", "{0} {1} is before {2} {3}", name, later.get(), other, limit.get()));
        }
    }

    /** The name of a date in messages: 成文日期, {@code issued}. */
    private static Message dateName(String field) {
        return switch (field) {
            case "issued" -> new Message("成文日期", field);
            case "published" -> new Message("发布日期", field);
            case "updated" -> new Message("更新日期", field);
            case "effective" -> new Message("施行日期", field);
            case "expires" -> new Message("失效日期", field);
            default -> new Message("印发日期", "printed");
        };
    }

    private void reportDateOrder(Scalar value, Message what) {
        problems.add(
                ProblemCode.DATE_ORDER,
                value.at(),
                value.width(),
                what,
                Message.of("核对原件，改正其中一处", "check the original document and correct one of the two"));
    }

    private void checkPrefix(FieldReader fieldReader, DocumentNumber number, Issuer lead) {
        boolean isOwn = lead.prefixes().isEmpty()
                || number.code().isEmpty()
                || lead.prefixes().stream().anyMatch(number.code()::startsWith);
        if (!isOwn) {
            Scalar value = fieldReader.text("number").orElseThrow();
            problems.add(
                    ProblemCode.ISSUER_NUMBER,
                    value.at(),
                    value.width(),
                    Message.of(
                            "字号的机关代字“{0}”不是 {1} 的",
                            "the prefix \"{0}\" of the number does not belong to {1}", number.code(), lead.key()),
                    Message.of(
                            "核对字号和 issuer；{1} 的代字是 {0}，其他代字可加到 {2}",
                            "check the number and the issuer; {1} uses {0}, and other prefixes can be added to {2}",
                            Message.list(lead.prefixes()),
                            lead.key(),
                            folder.displayPath("issuers.yaml")));
        }
    }

    private Provenance provenance(FieldReader source) {
        Optional<Scalar> url = source.textUnlessTodo("url");
        url.filter(value -> !isWeb(value.text()))
                .ifPresent(value -> source.reportInvalid(
                        value,
                        Message.of("“{0}”不是网址", "\"{0}\" is not a web address", value.text()),
                        Message.of(
                                "写以 http:// 或 https:// 开头的网址",
                                "write an address that begins with http:// or https://")));
        Optional<Scalar> sha256 = source.matching(
                "sha256",
                Message.of("“sha256”应是 64 位十六进制数", "\"sha256\" should be 64 hexadecimal digits"),
                Message.of("写 sha256sum 给出的值", "write what sha256sum prints"));
        return new Provenance(
                url.map(Scalar::text).filter(OriginalReader::isWeb).orElse(""),
                source.text("file").map(Scalar::text).orElse(""),
                sha256.map(Scalar::text).orElse(""),
                dates.read(source, "retrieved"));
    }

    private static boolean isWeb(String text) {
        try {
            URI uri = new URI(text);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
