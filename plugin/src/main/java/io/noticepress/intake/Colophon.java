package io.noticepress.intake;

import io.noticepress.content.DateReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last lines of a document (GB/T 9704-2012, 7.4): who else gets it, who printed it and when. */
final class Colophon {
    private static final Pattern PRINTED =
            Pattern.compile("(?<office>.*?)(?<blank>\\s*)(?<day>" + Idioms.DAY + ")(?<mark>\\s*印发[。]?)");
    private static final Pattern COPIES = Pattern.compile("(?:抄送|抄报|分送)\\s*[：:].*");

    private final Manuscript rows;
    private final Ledger ledger;
    private final Draft draft;

    Colophon(Manuscript rows, Ledger ledger, Draft draft) {
        this.rows = rows;
        this.ledger = ledger;
        this.draft = draft;
    }

    void take() {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Matcher print = PRINTED.matcher(row.text());
            if (row.isTable()) {
                continue;
            }
            if (COPIES.matcher(row.text()).matches()) {
                Row whole = row;
                while (!whole.text().endsWith("。")
                        && i + 1 < rows.size()
                        && whole.full()
                        && !PRINTED.matcher(rows.get(i + 1).text()).matches()) {
                    whole = Joiner.joined(whole, rows.remove(i + 1));
                }
                int colon = Math.max(whole.text().indexOf('：'), whole.text().indexOf(':')) + 1;
                ledger.turn(whole.words().sub(0, colon), Fate.LABEL);
                draft.cc.addAll(Names.of(whole.words().sub(colon), ledger));
                rows.remove(i--);
            } else if (print.matches() && draft.printed.isEmpty()) {
                Strand words = row.words();
                draft.office = words.sub(0, print.end("office"));
                ledger.turn(words.sub(print.start("blank"), print.end("blank")), Fate.STRAY_SPACE);
                ledger.turn(words.sub(print.start("day"), print.end("day")), Fate.DATE_FORM);
                ledger.turn(words.sub(print.start("mark")), Fate.LABEL);
                draft.printed = DateReader.recognised(print.group("day").replaceAll("\\s", ""));
                rows.remove(i--);
                if (draft.office.isEmpty()
                        && i >= 0
                        && rows.get(i).width() <= 30
                        && !rows.get(i).ends()) {
                    draft.office = rows.remove(i--).words();
                }
            } else if (row.text().matches("主题词\\s*[：:].*")) {
                ledger.turn(row.words(), Fate.KEYWORDS);
                rows.remove(i--);
            } else if (row.text().matches("[（(]?共印\\s*\\d+\\s*份[）)]?")) {
                ledger.turn(row.words(), Fate.PRINT_RUN);
                rows.remove(i--);
            }
        }
        draft.office = ledger.tight(draft.office);
    }
}
