package io.noticepress.content;

import io.noticepress.model.Attachment;
import io.noticepress.model.DocumentKind;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Extent;
import io.noticepress.model.Issuer;
import io.noticepress.model.Language;
import io.noticepress.model.Notice;
import io.noticepress.model.NoticeDates;
import io.noticepress.model.Provenance;
import io.noticepress.model.Relation;
import io.noticepress.model.Site;
import io.noticepress.model.Topic;
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

/** Reads the facts of a notice from the edition that states them. */
final class OriginalReader {
    private final ContentFolder folder;
    private final Site site;
    private final KindNames kinds;
    private final Authorities authorities;
    private final EditionWords words;
    private final NumberReader numbers;
    private final DateReader dates;
    private final AttachmentReader attachments;
    private final RelationReader relations;
    private final Problems problems;

    OriginalReader(ContentFolder folder, Site site, KindNames kinds, Pool pool, Problems problems) {
        this.folder = folder;
        this.site = site;
        this.kinds = kinds;
        this.authorities = new Authorities(folder, site, problems);
        this.words = new EditionWords(pool, problems);
        this.numbers = new NumberReader(pool, problems);
        this.dates = new DateReader(problems);
        this.attachments = new AttachmentReader(folder, problems);
        this.relations = new RelationReader(problems);
        this.problems = problems;
    }

    /** The notice with its original edition alone; empty if it has no title, issuer, date or kind. */
    Optional<Notice> read(NoticeFiles files, Language language, SourceText text, boolean draft) {
        Mapping front = text.front().orElseThrow();
        Sheet sheet = Sheet.notice(front, Forms.ORIGINAL, draft, problems);
        UnknownFields.in(sheet);
        sheet.flag("draft");
        Edition edition = words.read(sheet, language, text.source(), Optional.empty(), Extent.FULL);
        List<Issuer> issuers = authorities.issuers(sheet);
        List<Topic> topics = authorities.topics(sheet);
        Optional<DocumentNumber> number =
                sheet.token("number").flatMap(value -> numbers.read(value, language.isChinese()));
        Optional<DocumentKind> kind = kind(sheet, edition.title());
        Optional<NoticeDates> days = dates(sheet, files, number);
        number.filter(found -> !issuers.isEmpty()).ifPresent(found -> prefix(sheet, found, issuers.get(0)));
        List<Attachment> found = attachments.read(files, sheet, language);
        List<Relation> ties = relations.read(sheet, files.slug(), language);
        Optional<Provenance> source = sheet.map("source").map(this::provenance);
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
                found,
                ties,
                source,
                draft,
                language.key(),
                Map.of(language.key(), edition)));
    }

    private Optional<DocumentKind> kind(Sheet sheet, String title) {
        Optional<DocumentKind> ending = kinds.ofTitle(title);
        Optional<Scalar> value = sheet.text("kind");
        if (value.isEmpty()) {
            if (ending.isEmpty() && !title.isEmpty() && !sheet.has("kind")) {
                sheet.require("kind");
            }
            return ending;
        }
        if (Sheet.isTodo(value.get())) {
            return ending;
        }
        Optional<DocumentKind> kind = kinds.named(value.get().text());
        if (kind.isEmpty()) {
            authorities.unknownKind(value.get());
        } else if (ending.isPresent() && !ending.get().code().equals(kind.get().code())) {
            Language language = site.defaultLanguage();
            problems.add(
                    ProblemCode.KIND_TITLE,
                    value.get().at(),
                    value.get().width(),
                    Message.of(
                            "标题的文种是“{0}”，这里写的是“{1}”",
                            "the title is that of a \"{0}\", the kind given is \"{1}\"",
                            ending.get().name().in(language),
                            kind.get().name().in(language)),
                    Message.of(
                            "改成 kind: {0}，或删去这一行",
                            "write kind: {0}, or delete the line", ending.get().code()));
        }
        return kind;
    }

    private Optional<NoticeDates> dates(Sheet sheet, NoticeFiles files, Optional<DocumentNumber> number) {
        sheet.require("issued");
        Optional<LocalDate> issued = dates.read(sheet, "issued");
        Optional<Sheet> print = sheet.map("printed");
        Optional<LocalDate> published = dates.read(sheet, "published");
        Optional<LocalDate> updated = dates.read(sheet, "updated");
        Optional<LocalDate> effective = dates.read(sheet, "effective");
        Optional<LocalDate> expires = dates.read(sheet, "expires");
        Optional<LocalDate> printed = print.flatMap(inner -> dates.read(inner, "date"));
        if (issued.isEmpty()) {
            return Optional.empty();
        }
        year(sheet, files, issued.get());
        before(sheet, "published", published, "issued", issued);
        print.ifPresent(inner -> before(inner, "date", printed, "issued", issued));
        before(sheet, "updated", updated, published.isPresent() ? "published" : "issued", published.or(() -> issued));
        before(sheet, "expires", expires, effective.isPresent() ? "effective" : "issued", effective.or(() -> issued));
        number.filter(found -> found.year() != 0 && found.year() != issued.get().getYear())
                .ifPresent(found -> dateOrder(
                        sheet.text("number").orElseThrow(),
                        Message.of(
                                "字号的年份是 {0}，成文日期是 {1}",
                                "the number is of {0}, the date of issue is {1}",
                                Integer.toString(found.year()),
                                issued.get())));
        return Optional.of(new NoticeDates(issued.get(), published, updated, effective, expires, printed));
    }

    private void year(Sheet sheet, NoticeFiles files, LocalDate issued) {
        String year = Integer.toString(issued.getYear());
        if (!year.equals(files.year())) {
            Scalar value = sheet.text("issued").orElseThrow();
            problems.add(
                    ProblemCode.WRONG_YEAR,
                    value.at(),
                    value.width(),
                    Message.of(
                            "成文于 {0} 年，文件却在 {1} 文件夹",
                            "issued in {0}, but the file is in the folder {1}", year, files.year()),
                    Message.of(
                            "把文件移到 {0}，或改正日期",
                            "move the files to {0}, or correct the date", folder.shown("notices/" + year)));
        }
    }

    private void before(
            Sheet sheet, String field, Optional<LocalDate> later, String earlier, Optional<LocalDate> than) {
        if (later.isPresent() && than.isPresent() && later.get().isBefore(than.get())) {
            Message name = named(field);
            Message other = named(earlier);
            dateOrder(
                    sheet.text(field).orElseThrow(),
                    Message.of("{0} {1} 早于{2} {3}", "{0} {1} is before {2} {3}", name, later.get(), other, than.get()));
        }
    }

    /** What a date is called: 成文日期, {@code issued}. */
    private static Message named(String field) {
        return switch (field) {
            case "issued" -> new Message("成文日期", field);
            case "published" -> new Message("发布日期", field);
            case "updated" -> new Message("更新日期", field);
            case "effective" -> new Message("施行日期", field);
            case "expires" -> new Message("失效日期", field);
            default -> new Message("印发日期", "printed");
        };
    }

    private void dateOrder(Scalar value, Message what) {
        problems.add(
                ProblemCode.DATE_ORDER,
                value.at(),
                value.width(),
                what,
                Message.of("核对原件，改正其中一处", "compare the document and correct one of the two"));
    }

    private void prefix(Sheet sheet, DocumentNumber number, Issuer lead) {
        boolean fits = lead.prefixes().isEmpty()
                || number.code().isEmpty()
                || lead.prefixes().stream().anyMatch(number.code()::startsWith);
        if (!fits) {
            Scalar value = sheet.text("number").orElseThrow();
            problems.add(
                    ProblemCode.ISSUER_NUMBER,
                    value.at(),
                    value.width(),
                    Message.of(
                            "字号的机关代字“{0}”不是 {1} 的",
                            "the prefix \"{0}\" of the number is not that of {1}", number.code(), lead.key()),
                    Message.of(
                            "核对字号和 issuer；{1} 的代字是 {0}，其他代字可加到 {2}",
                            "check number and issuer; {1} uses {0}, and another prefix can be added to {2}",
                            Message.list(lead.prefixes()),
                            lead.key(),
                            folder.shown("issuers.yaml")));
        }
    }

    private Provenance provenance(Sheet source) {
        Optional<Scalar> url = source.token("url");
        url.filter(value -> !isWeb(value.text()))
                .ifPresent(value -> source.invalid(
                        value,
                        Message.of("“{0}”不是网址", "\"{0}\" is no web address", value.text()),
                        Message.of(
                                "写以 http:// 或 https:// 开头的网址",
                                "write an address that begins with http:// or https://")));
        Optional<Scalar> sha256 = source.fitting(
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
