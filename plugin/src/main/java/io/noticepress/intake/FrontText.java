package io.noticepress.intake;

import io.noticepress.content.KindNames;
import io.noticepress.model.Language;
import io.noticepress.model.Site;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The front matter of a draft: what was recognised, what an editor should know of it, and places for what is missing. */
final class FrontText {
    private final Site site;
    private final Language language;
    private final Source source;
    private final Ledger ledger;
    private final Draft draft;

    FrontText(Site site, Language language, Source source, Ledger ledger, Draft draft) {
        this.site = site;
        this.language = language;
        this.source = source;
        this.ledger = ledger;
        this.draft = draft;
    }

    /** The front matter of the original. */
    String original() {
        Front front = new Front();
        draft.remarks.forEach(front::comment);
        front.field("title", draft.title.isEmpty() ? "TODO" : kept(draft.title, "title"));
        draft.number.ifPresent(number -> front.field("number", kept(number, "number")));
        issuer(front);
        front.field("issued", draft.issued.map(LocalDate::toString).orElse("TODO"));
        draft.published.ifPresent(day -> front.field("published", day.toString()));
        topics(front);
        if (!draft.title.isEmpty()
                && new KindNames(site.kinds().values())
                        .ofTitle(draft.title.text())
                        .isEmpty()) {
            front.field("kind", "TODO");
        }
        letterhead(front);
        if (!draft.recipients.isEmpty()) {
            front.list("recipients", kept(draft.recipients, "recipients"));
        }
        signatories(front);
        if (!draft.note.isEmpty()) {
            front.field("note", kept(draft.note, "note"));
        }
        if (!draft.cc.isEmpty()) {
            front.list("cc", kept(draft.cc, "cc"));
        }
        draft.printed.ifPresent(date -> {
            String office =
                    draft.office.isEmpty() ? "" : "office: " + Front.quoted(kept(draft.office, "printed")) + ", ";
            front.lines("printed: {" + office + "date: " + date + "}");
        });
        attachments(front);
        front.lines("source:\n  file: " + Front.quoted(source.name()) + "\n  sha256: " + source.sha256());
        front.field("draft", "true");
        String text = draft.parts.stream()
                .flatMap(part -> part.paragraphs().stream())
                .map(Row::text)
                .collect(Collectors.joining());
        List<String> misprints = Misprints.of(text);
        if (draft.chinese && !misprints.isEmpty()) {
            front.comment("疑似排印错误，照录未改：" + String.join("、", misprints));
        }
        return front.text();
    }

    private void issuer(Front front) {
        if (draft.issuers.isEmpty()) {
            String mark = Origin.MARKS.matcher(draft.letterhead.text()).replaceFirst("");
            String name = mark.isBlank()
                    ? draft.signatories.stream()
                            .map(Strand::text)
                            .filter(signer -> !Idioms.isOfficer(signer))
                            .findFirst()
                            .orElse("")
                    : mark;
            front.comment(unknown(name.isBlank() ? nameInTitle() : name));
            front.field("issuer", "TODO");
        } else if (draft.issuers.size() == 1) {
            front.field("issuer", draft.issuers.get(0));
        } else {
            front.list("issuer", draft.issuers);
        }
    }

    /** Whose name stands before 关于, or before the title's kind. */
    private String nameInTitle() {
        String title = draft.title.compact();
        int about = title.indexOf("关于");
        return about > 0 ? title.substring(0, about) : "";
    }

    private String unknown(String name) {
        if (name.isBlank()) {
            return draft.chinese
                    ? "没有认出发文机关：从 issuers.yaml 中选一个键写在这里"
                    : "no issuer was recognised: write a key of issuers.yaml here";
        }
        return draft.chinese
                ? "issuers.yaml 中没有“" + name + "”：添加 键: {名称} 后，把键写在这里"
                : "issuers.yaml has no \"" + name + "\": add it, then write its key here";
    }

    /** The annexes that are listed and not in the document, each with a place for its file. */
    private void attachments(Front front) {
        if (draft.attachments.isEmpty()) {
            return;
        }
        front.comment(
                draft.chinese
                        ? "附件说明列有、来源里没有的附件：把文件放进与本文件同名的文件夹，写上文件名；不公开的，删去这一条"
                        : "annexes that are listed and not in the source: put the file into the folder of this notice and write its name; delete what is not published");
        front.lines("attachments:");
        draft.attachments.forEach(title -> front.lines("  - {file: TODO, title: " + Front.quoted(title) + "}"));
    }

    private void topics(Front front) {
        String text = source.text();
        List<String> suggested = site.topics().values().stream()
                .filter(topic -> topic.name().words().values().stream()
                        .anyMatch(name -> name.length() > 1 && text.contains(name)))
                .map(topic -> topic.key() + "（" + topic.name().in(language) + "）")
                .limit(5)
                .toList();
        if (!suggested.isEmpty()) {
            front.comment((draft.chinese ? "可选主题：" : "topics that may fit: ") + String.join("、", suggested));
        }
        front.list("topics", List.of("TODO"));
    }

    private void letterhead(Front front) {
        String names = draft.issuers.stream()
                .filter(site.issuers()::containsKey)
                .map(key -> site.issuers().get(key).name().in(language))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        if (draft.letterhead.isEmpty()) {
            return;
        }
        if (draft.letterhead.text().equals(names)) {
            ledger.turn(draft.letterhead, Fate.ISSUER_KEY);
        } else {
            front.field("letterhead", kept(draft.letterhead, "letterhead"));
        }
    }

    private void signatories(Front front) {
        List<String> names = draft.issuers.stream()
                .filter(site.issuers()::containsKey)
                .map(key -> site.issuers().get(key).name().in(language))
                .toList();
        if (draft.signatories.isEmpty()) {
            return;
        }
        if (draft.signatories.stream().map(Strand::text).toList().equals(names)) {
            draft.signatories.forEach(each -> ledger.turn(each, Fate.SIGNATURE));
        } else {
            front.list("signatories", kept(draft.signatories, "signatories"));
        }
    }

    private String kept(Strand words, String field) {
        ledger.keep(words, field);
        return words.text();
    }

    private List<String> kept(List<Strand> words, String field) {
        return words.stream().map(each -> kept(each, field)).toList();
    }

    /** The front matter of a translation: words alone, all to be done. */
    String stub() {
        Front front = new Front().field("title", "TODO");
        if (!draft.recipients.isEmpty()) {
            front.list(
                    "recipients", draft.recipients.stream().map(each -> "TODO").toList());
        }
        if (!draft.cc.isEmpty()) {
            front.list("cc", draft.cc.stream().map(each -> "TODO").toList());
        }
        if (!draft.note.isEmpty()) {
            front.field("note", "TODO");
        }
        if (draft.printed.isPresent() && !draft.office.isEmpty()) {
            front.lines("printed: {office: TODO}");
        }
        return front.lines("translation: {state: draft}").text();
    }
}
