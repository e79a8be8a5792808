package io.noticepress.importer.draft;

import io.noticepress.content.frontmatter.KindMatcher;
import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.clean.DocumentPatterns;
import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.recognise.IssuerMatcher;
import io.noticepress.importer.recognise.RecognisedDocument;
import io.noticepress.importer.source.MappedText;
import io.noticepress.importer.source.SourceDocument;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the front matter of a draft: recognised fields, remarks for the editor as comments, and {@code TODO} for what is missing. */
public final class DraftFrontMatter {
    private final Site site;
    private final Language language;
    private final SourceDocument sourceDocument;
    private final CharLedger charLedger;
    private final RecognisedDocument document;

    public DraftFrontMatter(
            Site site,
            Language language,
            SourceDocument sourceDocument,
            CharLedger charLedger,
            RecognisedDocument document) {
        this.site = site;
        this.language = language;
        this.sourceDocument = sourceDocument;
        this.charLedger = charLedger;
        this.document = document;
    }

    /** The front matter of the original. */
    public String original() {
        FrontMatterBuilder builder = new FrontMatterBuilder();
        document.remarks.forEach(builder::comment);
        builder.field("title", document.title.isEmpty() ? "TODO" : keep(document.title, "title"));
        document.number.ifPresent(number -> builder.field("number", keep(number, "number")));
        addIssuer(builder);
        builder.field("issued", document.issued.map(LocalDate::toString).orElse("TODO"));
        document.published.ifPresent(day -> builder.field("published", day.toString()));
        addTopics(builder);
        if (!document.title.isEmpty()
                && new KindMatcher(site.kinds().values())
                        .byTitle(document.title.text())
                        .isEmpty()) {
            builder.field("kind", "TODO");
        }
        addLetterhead(builder);
        if (!document.recipients.isEmpty()) {
            builder.list("recipients", keep(document.recipients, "recipients"));
        }
        addSignatories(builder);
        if (!document.note.isEmpty()) {
            builder.field("note", keep(document.note, "note"));
        }
        if (!document.cc.isEmpty()) {
            builder.list("cc", keep(document.cc, "cc"));
        }
        document.printDate.ifPresent(date -> {
            String office = document.printingOffice.isEmpty()
                    ? ""
                    : "office: " + FrontMatterBuilder.quoted(keep(document.printingOffice, "printed")) + ", ";
            builder.rawYaml("printed: {" + office + "date: " + date + "}");
        });
        addAttachments(builder);
        builder.rawYaml("source:\n  file: " + FrontMatterBuilder.quoted(sourceDocument.fileName()) + "\n  sha256: "
                + sourceDocument.sha256());
        builder.field("draft", "true");
        String text = document.parts.stream()
                .flatMap(documentPart -> documentPart.paragraphs().stream())
                .map(LayoutRow::text)
                .collect(Collectors.joining());
        List<String> misprints = Misprints.of(text);
        if (document.isChinese && !misprints.isEmpty()) {
            builder.comment("疑似排印错误，照录未改：" + String.join("、", misprints));
        }
        return builder.text();
    }

    private void addIssuer(FrontMatterBuilder builder) {
        if (document.issuerKeys.isEmpty()) {
            String letterheadName = IssuerMatcher.LETTERHEAD_SUFFIX
                    .matcher(document.letterhead.text())
                    .replaceFirst("");
            String name = letterheadName.isBlank()
                    ? document.signatories.stream()
                            .map(MappedText::text)
                            .filter(signer -> !DocumentPatterns.isOfficerName(signer))
                            .findFirst()
                            .orElse("")
                    : letterheadName;
            builder.comment(unknownIssuerComment(name.isBlank() ? nameInTitle() : name));
            builder.field("issuer", "TODO");
        } else if (document.issuerKeys.size() == 1) {
            builder.field("issuer", document.issuerKeys.get(0));
        } else {
            builder.list("issuer", document.issuerKeys);
        }
    }

    /** The name before 关于 in the title; empty if there is none. */
    private String nameInTitle() {
        String title = document.title.withoutBlanks();
        int about = title.indexOf("关于");
        return about > 0 ? title.substring(0, about) : "";
    }

    private String unknownIssuerComment(String name) {
        if (name.isBlank()) {
            return document.isChinese
                    ? "没有认出发文机关：从 issuers.yaml 中选一个键写在这里"
                    : "no issuer was recognised: write a key of issuers.yaml here";
        }
        return document.isChinese
                ? "issuers.yaml 中没有“" + name + "”：添加 键: {名称} 后，把键写在这里"
                : "issuers.yaml has no \"" + name + "\": add it, then write its key here";
    }

    /** Adds the annexes that are listed but not in the document, each with {@code TODO} for its file. */
    private void addAttachments(FrontMatterBuilder builder) {
        if (document.missingAnnexes.isEmpty()) {
            return;
        }
        builder.comment(
                document.isChinese
                        ? "附件说明列有、来源里没有的附件：把文件放进与本文件同名的文件夹，写上文件名；不公开的，删去这一条"
                        : "annexes that are listed and not in the source: put the file into the folder of this notice and write its name; delete what is not published");
        builder.rawYaml("attachments:");
        document.missingAnnexes.forEach(
                title -> builder.rawYaml("  - {file: TODO, title: " + FrontMatterBuilder.quoted(title) + "}"));
    }

    /** Suggests up to five topics whose names are in the text. */
    private void addTopics(FrontMatterBuilder builder) {
        String text = sourceDocument.text();
        List<String> suggested = site.topics().values().stream()
                .filter(topic -> topic.name().words().values().stream()
                        .anyMatch(name -> name.length() > 1 && text.contains(name)))
                .map(topic -> topic.key() + "（" + topic.name().in(language) + "）")
                .limit(5)
                .toList();
        if (!suggested.isEmpty()) {
            builder.comment((document.isChinese ? "可选主题：" : "topics that may fit: ") + String.join("、", suggested));
        }
        builder.list("topics", List.of("TODO"));
    }

    /** Adds the letterhead unless it consists of the issuers' names. */
    private void addLetterhead(FrontMatterBuilder builder) {
        String names = document.issuerKeys.stream()
                .filter(site.issuers()::containsKey)
                .map(key -> site.issuers().get(key).name().in(language))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        if (document.letterhead.isEmpty()) {
            return;
        }
        if (document.letterhead.text().equals(names)) {
            charLedger.assign(document.letterhead, Disposition.ISSUER_KEY);
        } else {
            builder.field("letterhead", keep(document.letterhead, "letterhead"));
        }
    }

    /** Adds the signatories unless they are the issuers in the same order. */
    private void addSignatories(FrontMatterBuilder builder) {
        List<String> names = document.issuerKeys.stream()
                .filter(site.issuers()::containsKey)
                .map(key -> site.issuers().get(key).name().in(language))
                .toList();
        if (document.signatories.isEmpty()) {
            return;
        }
        if (document.signatories.stream().map(MappedText::text).toList().equals(names)) {
            document.signatories.forEach(signatory -> charLedger.assign(signatory, Disposition.SIGNATURE));
        } else {
            builder.list("signatories", keep(document.signatories, "signatories"));
        }
    }

    private String keep(MappedText words, String field) {
        charLedger.keep(words, field);
        return words.text();
    }

    private List<String> keep(List<MappedText> words, String field) {
        return words.stream().map(each -> keep(each, field)).toList();
    }

    /** The front matter of a translation: only the translated fields, each with {@code TODO}. */
    public String translationStub() {
        FrontMatterBuilder builder = new FrontMatterBuilder().field("title", "TODO");
        if (!document.recipients.isEmpty()) {
            builder.list(
                    "recipients",
                    document.recipients.stream().map(each -> "TODO").toList());
        }
        if (!document.cc.isEmpty()) {
            builder.list("cc", document.cc.stream().map(each -> "TODO").toList());
        }
        if (!document.note.isEmpty()) {
            builder.field("note", "TODO");
        }
        if (document.printDate.isPresent() && !document.printingOffice.isEmpty()) {
            builder.rawYaml("printed: {office: TODO}");
        }
        return builder.rawYaml("translation: {state: draft}").text();
    }
}
