package io.noticepress.intake;

import io.noticepress.content.DateReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the text of a document ends (GB/T 9704-2012, 7.3.5 and 7.3.6): signature, date, note. */
final class Closing {
    private static final Pattern DATED = Pattern.compile("(?<sign>.{0,40}?)(?<blank>\\s*)(?<day>" + Idioms.DAY + ")");
    private static final Pattern CLOSING = Pattern.compile("(?:特此|此复|此令|妥否|专此|以上|当否).{0,14}");

    private final Manuscript rows;
    private final Ledger ledger;
    private final Draft draft;

    Closing(Manuscript rows, Ledger ledger, Draft draft) {
        this.rows = rows;
        this.ledger = ledger;
        this.draft = draft;
    }

    /** The line with the date of issue; -1 if there is none. */
    int date() {
        int last = -1;
        for (int i = rows.at(); i < rows.size(); i++) {
            Matcher dated = DATED.matcher(rows.get(i).text());
            if (rows.get(i).isTable() || !dated.matches()) {
                continue;
            }
            boolean signed =
                    !dated.group("sign").isEmpty() && !dated.group("blank").isEmpty();
            boolean below = i > rows.at() && isSignature(rows.get(i - 1));
            if (dated.group("sign").isEmpty()
                    ? below
                    : signed && !dated.group("sign").matches(".*[，。：；（(].*")) {
                return i;
            }
            last = dated.group("sign").isEmpty()
                            && last < 0
                            && (i + 1 == rows.size()
                                    || Idioms.ANNEX
                                            .matcher(rows.get(i + 1).text())
                                            .matches())
                    ? i
                    : last;
        }
        return last;
    }

    private static boolean isSignature(Row row) {
        return !row.isTable()
                && !row.ends()
                && row.marker().isEmpty()
                && row.width() <= 34
                && !CLOSING.matcher(row.text()).matches()
                && !row.text().matches("附\\s*件.*|.*[，、]")
                && !row.full();
    }

    /** Reads date and signature; gives where the text above them ends. */
    int signature(int date) {
        Row row = rows.get(date);
        Matcher dated = DATED.matcher(row.text());
        dated.matches();
        ledger.turn(row.words().sub(dated.start("day"), dated.end("day")), Fate.DATE_FORM);
        ledger.turn(row.words().sub(dated.start("blank"), dated.end("blank")), Fate.STRAY_SPACE);
        draft.issued = DateReader.recognised(dated.group("day").replaceAll("\\s", ""));
        if (dated.end("sign") > 0) {
            draft.signatories.add(row.words().sub(0, dated.end("sign")));
            return date;
        }
        int end = date;
        while (end > rows.at()
                && date - end < 6
                && isSignature(rows.get(end - 1))
                && (end == date || rows.get(end).gap() <= 1 && isBody(rows.get(end - 1)))) {
            end--;
            draft.signatories.add(0, rows.get(end).words());
        }
        return end;
    }

    private static boolean isBody(Row row) {
        return row.text().matches(".*(?:会|委|局|部|厅|院|处|室|府|中心|馆|所|校|学|公司|组|社|团|署|行|站|办)");
    }

    /** Without a date below the text, the day on which it was adopted is that of its issue. */
    void adopted() {
        draft.parts.get(0).paragraphs().stream()
                .map(row -> Idioms.ADOPTED.matcher(row.text()))
                .filter(Matcher::matches)
                .findFirst()
                .ifPresent(found -> {
                    draft.issued = DateReader.recognised(found.group("day").replaceAll("\\s", ""));
                    draft.remark("成文日期系推定：取自题注的通过日期。", "The date of issue is inferred: it is that of adoption.");
                });
    }

    void note() {
        if (!rows.isEnd() && rows.get(rows.at()).text().matches("[（(][^（）()]{2,120}[）)]")) {
            Strand words = rows.next().words();
            ledger.turn(words.sub(0, 1), Fate.NOTE_BRACKETS);
            ledger.turn(words.sub(words.length() - 1), Fate.NOTE_BRACKETS);
            draft.note = words.sub(1, words.length() - 1);
        }
    }
}
