package io.noticepress.intake;

import io.noticepress.content.KindNames;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a letter in English begins: with its day, and a subject beside the salutation, which make date and title. */
final class Letter {
    private static final Pattern SALUTATION =
            Pattern.compile("Dear .{1,60}[,:]?|To [Ww]hom [Ii]t [Mm]ay [Cc]oncern[,:]?");
    private static final Pattern SUBJECT = Pattern.compile("(?i)(?:subject|re)\\s*:\\s*(?<title>\\S.*)");
    private static final int HEAD = 15;

    private final Manuscript rows;
    private final Ledger ledger;
    private final Draft draft;
    private final KindNames kinds;

    Letter(Manuscript rows, Ledger ledger, Draft draft, KindNames kinds) {
        this.rows = rows;
        this.ledger = ledger;
        this.draft = draft;
        this.kinds = kinds;
    }

    /** Takes day and subject out of the rows, if there is a salutation; gives the subject. */
    Strand take() {
        Strand title = Strand.NONE;
        int salutation = salutation();
        for (int i = Math.min(rows.size() - 1, salutation + 2); salutation >= 0 && i >= 0; i--) {
            Row row = rows.get(i);
            Matcher subject = SUBJECT.matcher(row.text());
            boolean labelled = subject.matches();
            if (row.isTable() || row.isLong() || i == salutation) {
                continue;
            }
            if (i < salutation && row.text().matches(Days.PATTERN)) {
                ledger.turn(rows.remove(i).words(), Fate.DATE_FORM);
                draft.dated = Days.read(row.text());
            } else if (title.isEmpty()
                    && (labelled || !row.ends() && kinds.ofTitle(row.text()).isPresent())) {
                int from = labelled ? subject.start("title") : 0;
                ledger.turn(row.words().sub(0, from), Fate.LABEL);
                title = rows.remove(i).words().sub(from);
            }
        }
        return title;
    }

    private int salutation() {
        for (int i = 0; i < Math.min(rows.size(), HEAD) && !draft.chinese; i++) {
            if (SALUTATION.matcher(rows.get(i).text()).matches()) {
                return i;
            }
        }
        return -1;
    }
}
