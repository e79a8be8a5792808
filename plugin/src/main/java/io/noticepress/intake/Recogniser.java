package io.noticepress.intake;

import io.noticepress.content.KindNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Recognises the elements of a document by the rules of the genre (GB/T 9704-2012, 7.2 to 7.4): letterhead, number, title,
 * recipients, text, signature, date, note, issued documents, annexes, copies and colophon.
 */
final class Recogniser {
    private final Manuscript rows;
    private final Ledger ledger;
    private final KindNames kinds;
    private final Set<String> issuers;
    private final Joiner joiner;
    private final Draft draft = new Draft();

    Recogniser(List<Row> rows, boolean wrapped, boolean chinese, Ledger ledger, KindNames kinds, Set<String> issuers) {
        this.rows = new Manuscript(rows);
        this.draft.chinese = chinese;
        new Furniture(this.rows, ledger, draft).take();
        this.ledger = ledger;
        this.kinds = kinds;
        this.issuers = issuers;
        this.joiner = Joiner.of(this.rows.between(0, this.rows.size()), wrapped);
    }

    Draft draft() {
        new Colophon(rows, ledger, draft).take();
        Strand subject = new Letter(rows, ledger, draft, kinds).take();
        new Masthead(rows, ledger, draft, issuers).take();
        draft.title = draft.title.isEmpty() ? subject : draft.title;
        Opening opening = new Opening(rows, ledger, draft, kinds);
        opening.title();
        Closing closing = new Closing(rows, ledger, draft, issuers);
        if (closing.date() < 0) {
            opening.day();
        }
        opening.recipients();
        Enclosures enclosures = new Enclosures(rows, draft, joiner);
        int date = closing.date();
        int end = date < 0 ? enclosures.from(rows.at()) : closing.signature(date);
        AnnexList annexes = AnnexList.of(rows.between(rows.at(), date < 0 ? closing.valediction(end) : end));
        text(annexes);
        rows.go(date < 0 ? end : date + 1);
        if (date < 0) {
            closing.adopted();
            closing.dated();
        }
        closing.note();
        closing.contacts();
        closing.note();
        enclosures.take(annexes.titles());
        draft.attachments.addAll(annexes.missing(draft.parts));
        return draft;
    }

    private void text(AnnexList annexes) {
        List<Row> paragraphs = new ArrayList<>(joiner.paragraphs(annexes.before()));
        paragraphs.addAll(annexes.paragraph());
        paragraphs.addAll(joiner.paragraphs(annexes.after()));
        draft.parts.add(new Draft.Part(Strand.NONE, paragraphs));
    }
}
