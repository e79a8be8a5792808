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

/** The front matter of a draft: what was recognised, what an editor should know of it, and places for what is missing. */
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
        FrontMatterBuilder frontMatterBuilder = new FrontMatterBuilder();
        document.remarks.forEach(frontMatterBuilder::comment);
        frontMatterBuilder.field("title", document.title.isEmpty() ? "TODO" : keep(document.title, "title"));
        document.number.ifPresent(number -> frontMatterBuilder.field("number", keep(number, "number")));
        addIssuer(frontMatterBuilder);
        frontMatterBuilder.field(
                "issued", document.issued.map(LocalDate::toString).orElse("TODO"));
        document.published.ifPresent(day -> frontMatterBuilder.field("published", day.toString()));
        addTopics(frontMatterBuilder);
        if (!document.title.isEmpty()
                && new KindMatcher(site.kinds().values())
                        .byTitle(document.title.text())
                        .isEmpty()) {
            frontMatterBuilder.field("kind", "TODO");
        }
        addLetterhead(frontMatterBuilder);
        if (!document.recipients.isEmpty()) {
            frontMatterBuilder.list("recipients", keep(document.recipients, "recipients"));
        }
        addSignatories(frontMatterBuilder);
        if (!document.note.isEmpty()) {
            frontMatterBuilder.field("note", keep(document.note, "note"));
        }
        if (!document.cc.isEmpty()) {
            frontMatterBuilder.list("cc", keep(document.cc, "cc"));
        }
        document.printDate.ifPresent(date -> {
            String office = document.printingOffice.isEmpty()
                    ? ""
                    : "office: " + FrontMatterBuilder.quoted(keep(document.printingOffice, "printed")) + ", ";
            frontMatterBuilder.rawYaml("printed: {" + office + "date: " + date + "}");
        });
        addAttachments(frontMatterBuilder);
        frontMatterBuilder.rawYaml("source:\n  file: " + FrontMatterBuilder.quoted(sourceDocument.fileName())
                + "\n  sha256: " + sourceDocument.sha256());
        frontMatterBuilder.field("draft", "true");
        String text = document.parts.stream()
                .flatMap(documentPart -> documentPart.paragraphs().stream())
                .map(LayoutRow::text)
                .collect(Collectors.joining());
        List<String> misprints = Misprints.of(text);
        if (document.isChinese && !misprints.isEmpty()) {
            frontMatterBuilder.comment("疑似排印错误，照录未改：" + String.join("、", misprints));
        }
        return frontMatterBuilder.text();
    }

    private void addIssuer(FrontMatterBuilder frontMatterBuilder) {
        if (document.issuerKeys.isEmpty()) {
            String mark = IssuerMatcher.LETTERHEAD_SUFFIX
                    .matcher(document.letterhead.text())
                    .replaceFirst("");
            String name = mark.isBlank()
                    ? document.signatories.stream()
                            .map(MappedText::text)
                            .filter(signer -> !DocumentPatterns.isOfficerName(signer))
                            .findFirst()
                            .orElse("")
                    : mark;
            frontMatterBuilder.comment(unknownIssuerComment(name.isBlank() ? nameInTitle() : name));
            frontMatterBuilder.field("issuer", "TODO");
        } else if (document.issuerKeys.size() == 1) {
            frontMatterBuilder.field("issuer", document.issuerKeys.get(0));
        } else {
            frontMatterBuilder.list("issuer", document.issuerKeys);
        }
    }

    /** Whose name stands before 关于, or before the title's kind. */
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

    /** The annexes that are listed and not in the document, each with a place for its file. */
    private void addAttachments(FrontMatterBuilder frontMatterBuilder) {
        if (document.missingAnnexes.isEmpty()) {
            return;
        }
        frontMatterBuilder.comment(
                document.isChinese
                        ? "附件说明列有、来源里没有的附件：把文件放进与本文件同名的文件夹，写上文件名；不公开的，删去这一条"
                        : "annexes that are listed and not in the source: put the file into the folder of this notice and write its name; delete what is not published");
        frontMatterBuilder.rawYaml("attachments:");
        document.missingAnnexes.forEach(title ->
                frontMatterBuilder.rawYaml("  - {file: TODO, title: " + FrontMatterBuilder.quoted(title) + "}"));
    }

    private void addTopics(FrontMatterBuilder frontMatterBuilder) {
        String text = sourceDocument.text();
        List<String> suggested = site.topics().values().stream()
                .filter(topic -> topic.name().words().values().stream()
                        .anyMatch(name -> name.length() > 1 && text.contains(name)))
                .map(topic -> topic.key() + "（" + topic.name().in(language) + "）")
                .limit(5)
                .toList();
        if (!suggested.isEmpty()) {
            frontMatterBuilder.comment(
                    (document.isChinese ? "可选主题：" : "topics that may fit: ") + String.join("、", suggested));
        }
        frontMatterBuilder.list("topics", List.of("TODO"));
    }

    private void addLetterhead(FrontMatterBuilder frontMatterBuilder) {
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
            frontMatterBuilder.field("letterhead", keep(document.letterhead, "letterhead"));
        }
    }

    private void addSignatories(FrontMatterBuilder frontMatterBuilder) {
        List<String> names = document.issuerKeys.stream()
                .filter(site.issuers()::containsKey)
                .map(key -> site.issuers().get(key).name().in(language))
                .toList();
        if (document.signatories.isEmpty()) {
            return;
        }
        if (document.signatories.stream().map(MappedText::text).toList().equals(names)) {
            document.signatories.forEach(each -> charLedger.assign(each, Disposition.SIGNATURE));
        } else {
            frontMatterBuilder.list("signatories", keep(document.signatories, "signatories"));
        }
    }

    private String keep(MappedText words, String field) {
        charLedger.keep(words, field);
        return words.text();
    }

    private List<String> keep(List<MappedText> words, String field) {
        return words.stream().map(each -> keep(each, field)).toList();
    }

    /** The front matter of a translation: words alone, all to be done. */
    public String translationStub() {
        FrontMatterBuilder frontMatterBuilder = new FrontMatterBuilder().field("title", "TODO");
        if (!document.recipients.isEmpty()) {
            frontMatterBuilder.list(
                    "recipients",
                    document.recipients.stream().map(each -> "TODO").toList());
        }
        if (!document.cc.isEmpty()) {
            frontMatterBuilder.list(
                    "cc", document.cc.stream().map(each -> "TODO").toList());
        }
        if (!document.note.isEmpty()) {
            frontMatterBuilder.field("note", "TODO");
        }
        if (document.printDate.isPresent() && !document.printingOffice.isEmpty()) {
            frontMatterBuilder.rawYaml("printed: {office: TODO}");
        }
        return frontMatterBuilder.rawYaml("translation: {state: draft}").text();
    }
}
