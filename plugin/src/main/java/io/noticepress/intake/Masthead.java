package io.noticepress.intake;

import io.noticepress.model.DocNumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands above the title (GB/T 9704-2012, 7.2): copy number, urgency, the mark of the issuer, number, who authorised it. */
final class Masthead {
    private static final Pattern SIGNER = Pattern.compile("(?<number>.*?)\\s*签发人\\s*[：:].*");
    private static final Pattern URGENT = Pattern.compile("(?:紧急程度[：:]?)?(?:特急|加急|平急|特提|急件)");
    private static final Pattern SERIAL = Pattern.compile("第\\s*[1-9]\\d{0,4}\\s*号");

    private final Manuscript rows;
    private final Ledger ledger;
    private final Draft draft;
    private final Set<String> issuers;

    /** A reader of mastheads that knows the names of issuers. */
    Masthead(Manuscript rows, Ledger ledger, Draft draft, Set<String> issuers) {
        this.rows = rows;
        this.ledger = ledger;
        this.draft = draft;
        this.issuers = issuers;
    }

    void take() {
        int number = -1;
        for (int i = 0; i < Math.min(rows.size(), 16) && number < 0; i++) {
            String text = numberOf(rows.get(i));
            boolean serial = i > 0
                    && SERIAL.matcher(text).matches()
                    && rows.get(i - 1).text().matches(".*(?:令|公告|通告)");
            number = serial || DocNumber.parse(text).isPresent() && !text.startsWith("第") ? i : -1;
        }
        int end = number < 0 ? letterheadEnd() : number;
        while (rows.at() < end) {
            Row row = rows.next();
            String plain = row.words().compact();
            if (plain.matches("(?:份号[：:]?)?0\\d{5}")) {
                ledger.turn(row.words(), Fate.COPY_NUMBER);
            } else if (URGENT.matcher(plain).matches()) {
                ledger.turn(row.words(), Fate.URGENCY);
                draft.remark("紧急程度：" + plain, "urgency: " + plain);
            } else if (row.text().contains("关于") || !draft.title.isEmpty()) {
                draft.title = ledger.title(draft.title.plus(row.words()));
            } else {
                Strand name = ledger.tight(row.words());
                draft.letterhead = draft.letterhead.isEmpty()
                        ? name
                        : draft.letterhead.plus(Strand.typed(" ")).plus(name);
            }
        }
        if (number >= 0) {
            number(rows.next());
        }
    }

    private int letterheadEnd() {
        int end = 0;
        while (end < Math.min(rows.size(), 6)
                && (rows.get(end).text().matches(".*(?:文件|会议纪要)|0\\d{5}")
                        || URGENT.matcher(rows.get(end).text()).matches()
                        || issuers.contains(rows.get(end).words().compact()) && end + 1 < rows.size())
                && !rows.get(end).text().contains("关于")) {
            end++;
        }
        return end;
    }

    private static String numberOf(Row row) {
        Matcher signer = SIGNER.matcher(row.text());
        String text = signer.matches() ? signer.group("number") : row.text();
        return row.isTable() ? "" : text.replaceFirst("^(?:发文字号|文\\s*号)\\s*[：:]\\s*", "");
    }

    private void number(Row row) {
        Strand words = row.words();
        int from = row.text().matches("(?:发文字号|文\\s*号)\\s*[：:].*")
                ? row.text().replace(':', '：').indexOf('：') + 1
                : 0;
        ledger.turn(words.sub(0, from), Fate.LABEL);
        Matcher signer = SIGNER.matcher(row.text());
        int to = signer.matches() ? signer.end("number") : words.length();
        if (to < words.length()) {
            draft.remark(
                    row.text().substring(to).strip(), row.text().substring(to).strip());
            ledger.turn(words.sub(to), Fate.SIGNER);
        }
        Strand shown = Strand.NONE;
        for (int i = from; i < to; i++) {
            Strand letter = words.sub(i, i + 1);
            char c = letter.text().charAt(0);
            char form = "[［【（(﹝〈❲„".indexOf(c) >= 0
                    ? '〔'
                    : "]］】）)﹞〉❳‟".indexOf(c) >= 0 ? '〕' : c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c;
            if (Character.isWhitespace(c) || c == '\u3000') {
                ledger.turn(letter, Fate.NUMBER_FORM);
            } else if (form != c) {
                ledger.turn(letter, Fate.NUMBER_FORM);
                shown = shown.plus(letter.as(form));
            } else {
                shown = shown.plus(letter);
            }
        }
        boolean serial = SERIAL.matcher(shown.text()).matches();
        draft.number =
                Optional.of(serial ? Strand.typed(draft.letterhead.compact()).plus(shown) : shown);
    }
}
