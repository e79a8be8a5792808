package io.noticepress.intake;

import io.noticepress.content.KindNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises the elements of a document by the rules of the genre (GB/T 9704-2012, 7.2 to 7.4): letterhead, number, title,
 * recipients, text, signature, date, note, issued documents, annexes, copies and colophon.
 */
final class Recogniser {
    private static final Pattern LISTED = Pattern.compile("附\\s*件?\\s*[：:].*");

    private final Manuscript rows;
    private final Ledger ledger;
    private final KindNames kinds;
    private final Set<String> issuers;
    private final Joiner joiner;
    private final Draft draft = new Draft();

    Recogniser(List<Row> rows, boolean wrapped, Ledger ledger, KindNames kinds, Set<String> issuers) {
        this.rows = new Manuscript(rows);
        this.ledger = ledger;
        this.kinds = kinds;
        this.issuers = issuers;
        this.joiner = Joiner.of(rows, wrapped);
    }

    Draft draft() {
        new Colophon(rows, ledger, draft).take();
        new Masthead(rows, ledger, draft, issuers).take();
        Opening opening = new Opening(rows, ledger, draft, kinds);
        opening.title();
        opening.recipients();
        Closing closing = new Closing(rows, ledger, draft);
        Enclosures enclosures = new Enclosures(rows, draft, joiner);
        int date = closing.date();
        int end = date < 0 ? enclosures.from(rows.at()) : closing.signature(date);
        cover(end);
        rows.go(date < 0 ? end : date + 1);
        if (date < 0) {
            closing.adopted();
        }
        closing.note();
        enclosures.take();
        return draft;
    }

    private void cover(int end) {
        List<Row> text = new ArrayList<>(rows.between(rows.at(), end));
        List<Row> listed = new ArrayList<>();
        for (int i = text.size() - 1; i >= 0; i--) {
            if (LISTED.matcher(text.get(i).text()).matches()) {
                listed.addAll(text.subList(i, text.size()));
                text.subList(i, text.size()).clear();
                break;
            }
        }
        List<Row> paragraphs = new ArrayList<>(joiner.paragraphs(text));
        paragraphs.addAll(listed(listed));
        draft.parts.add(new Draft.Part(Strand.NONE, paragraphs));
    }

    /** The list of annexes: each on a line of its own, a name that turned over joined to its beginning. */
    private static List<Row> listed(List<Row> rows) {
        List<Row> items = new ArrayList<>();
        for (Row row : rows) {
            boolean turned = !items.isEmpty() && row.marker().isEmpty();
            if (turned) {
                items.set(items.size() - 1, Joiner.joined(items.get(items.size() - 1), row));
            } else {
                items.add(row);
            }
        }
        return items;
    }
}
