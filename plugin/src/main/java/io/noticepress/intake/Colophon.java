package io.noticepress.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last lines of a document (GB/T 9704-2012, 7.4): who else gets it, who printed it and when. */
final class Colophon {
    private static final Pattern PRINTED = Pattern.compile("(?<office>[^，。；：《》]{0,30}?)(?<blank>[\\s\\u3000]*)(?<day>"
            + Days.PATTERN + ")(?<mark>[\\s\\u3000]*印(?:发|制)?。?)");
    private static final Pattern PRINTED_BY = Pattern.compile(
            "(?i)(?<label>(?:printed(?: and distributed)?|issued) by (?:the )?)(?<office>.{2,80}?)(?<blank>,? on )(?<day>"
                    + Days.PATTERN + ")(?<mark>\\.?)");
    private static final Pattern COPIES = Pattern.compile("(?:[抄分印发报]\\s*[送报发]|(?i:cc|copies to|copied to))\\s*[：:].*");
    private static final Pattern KEYWORDS = Pattern.compile("主\\s*题\\s*词\\s*[：:].*");
    private static final Pattern PRINT_RUN = Pattern.compile("[（(]?(?:共印|印数[：:]?|印)\\s*\\d+\\s*份[）)]?");

    private final Manuscript rows;
    private final Ledger ledger;
    private final Draft draft;

    Colophon(Manuscript rows, Ledger ledger, Draft draft) {
        this.rows = rows;
        this.ledger = ledger;
        this.draft = draft;
    }

    /** Takes the colophon out of the rows, wherever it stands: below the notice or below its annexes. */
    void take() {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.isTable()) {
                continue;
            }
            Matcher print = printed(row);
            if (COPIES.matcher(row.text()).matches()) {
                copies(i--);
            } else if (print.matches() && draft.printed.isEmpty() && isOffice(print)) {
                printed(row.words(), print);
                rows.remove(i--);
                boolean above = draft.office.isEmpty()
                        && i >= 0
                        && Idioms.isBody(rows.get(i).text())
                        && rows.get(i).width() <= 30
                        && !rows.get(i).ends();
                if (above) {
                    draft.office = rows.remove(i--).words();
                }
            } else if (KEYWORDS.matcher(row.text()).matches()) {
                ledger.turn(row.words(), Fate.KEYWORDS);
                rows.remove(i--);
            } else if (PRINT_RUN.matcher(row.text()).matches()) {
                ledger.turn(row.words(), Fate.PRINT_RUN);
                rows.remove(i--);
            }
        }
        draft.office = ledger.tight(draft.office);
    }

    private static Matcher printed(Row row) {
        String text = row.isLong() ? "" : row.text();
        Matcher english = PRINTED_BY.matcher(text);
        return english.matches() ? english : PRINTED.matcher(text);
    }

    /** Whether an office stands there, or nothing; a sentence that ends so was broken there by chance. */
    private static boolean isOffice(Matcher print) {
        String office = print.group("office");
        return office.isEmpty() || print.group("blank").length() > 1 || Idioms.isBody(office);
    }

    private void printed(Strand words, Matcher print) {
        ledger.turn(words.sub(0, print.start("office")), Fate.LABEL);
        draft.office = words.sub(print.start("office"), print.end("office"));
        ledger.turn(words.sub(print.start("blank"), print.end("blank")), Fate.STRAY_SPACE);
        ledger.turn(words.sub(print.start("day"), print.end("day")), Fate.DATE_FORM);
        ledger.turn(words.sub(print.start("mark")), Fate.LABEL);
        draft.printed = Days.read(print.group("day"));
    }

    private void copies(int place) {
        Row whole = rows.remove(place);
        while (place < rows.size() && goesOn(whole, rows.get(place))) {
            whole = Joiner.joined(whole, rows.remove(place));
        }
        int colon = whole.text().replace(':', '：').indexOf('：') + 1;
        ledger.turn(whole.words().sub(0, colon), Fate.LABEL);
        draft.cc.addAll(Names.of(whole.words().sub(colon), ledger));
    }

    private static boolean goesOn(Row whole, Row next) {
        boolean hangs = whole.indent() >= 0 && next.indent() > whole.indent() + 1.5;
        return (hangs || !whole.text().endsWith("。"))
                && !next.isTable()
                && !printed(next).matches()
                && !COPIES.matcher(next.text()).matches()
                && (hangs || whole.full() || whole.text().matches(".*[，、；,]"));
    }
}
