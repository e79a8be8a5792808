package io.noticepress.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the text of a document ends (GB/T 9704-2012, 7.3.5 and 7.3.6): signature, date, note. */
final class Closing {
    private static final Pattern DATED =
            Pattern.compile("(?<sign>.{0,40}?)(?<blank>[\\s\\u3000]*)(?<day>" + Days.PATTERN + ")");
    private static final Pattern CLOSING = Pattern.compile("(?:特此|此复|此令|妥否|专此|以上|当否|请予|为盼|此致|敬礼).{0,14}");
    private static final Pattern LABELLED = Pattern.compile("附\\s*件.*|.*[，、：:]|[^：:]{2,8}[：:].*");
    private static final Pattern NOTE = Pattern.compile("[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]");
    private static final Pattern VALEDICTION = Pattern.compile(
            "(?i)(?:yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|(?:kind |best )?regards|respectfully(?: yours)?)[,.]?");
    /** The name of a file to be fetched, as pages list them below a notice. */
    private static final Pattern FILE =
            Pattern.compile("(?:\\d{1,2}\\s*[.．、]\\s*)?(?<title>.{1,80}\\.(?:docx?|pdf|xlsx?|zip|rar|wps|et|ofd))");

    private static final Pattern DOWNLOADS = Pattern.compile("(?:相关)?附件下载[：:]?|" + FILE);
    private static final Pattern CONTACT =
            Pattern.compile("(?:联\\s*系|咨\\s*询|电|传|邮|地|网|E-?mail|Contact|Tel).{0,12}[：:].+");
    private static final int MOST_NAMES = 5;
    private static final int WIDEST = 34;
    /** An indent in em that no paragraph has. */
    private static final double SET_RIGHT = 2.6;

    private static final int LONGEST_NOTE = 160;

    private final Manuscript rows;
    private final Ledger ledger;
    private final Draft draft;
    private final Set<String> issuers;

    Closing(Manuscript rows, Ledger ledger, Draft draft, Set<String> issuers) {
        this.rows = rows;
        this.ledger = ledger;
        this.draft = draft;
        this.issuers = issuers;
    }

    /**
     * The line with the date of issue; -1 if there is none: the first that stands below the name of a body or behind it, else
     * the last date alone on a line above the annexes.
     */
    int date() {
        int weak = -1;
        boolean annexes = false;
        for (int i = rows.at(); i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.isTable() || row.isLong()) {
                continue;
            }
            annexes |= Idioms.BARE_ANNEX.matcher(row.text()).matches();
            Matcher dated = DATED.matcher(row.text());
            if (!dated.matches()) {
                continue;
            }
            String sign = dated.group("sign").strip();
            boolean alone = sign.isEmpty();
            boolean below = alone && i > rows.at() && isSignature(rows.get(i - 1));
            boolean strong = alone
                    ? below && isName(rows.get(i - 1).text())
                    : (!dated.group("blank").isEmpty() || isNamed(sign) && !row.full())
                            && isName(sign)
                            && sign.matches("[^，。；：:（(]*");
            if (strong) {
                return i;
            }
            boolean end = i + 1 == rows.size()
                    || Idioms.ANNEX.matcher(rows.get(i + 1).text()).matches()
                    || isNote(rows.get(i + 1));
            if (alone && (below || end) && !(annexes && weak >= 0)) {
                weak = i;
            }
        }
        return weak;
    }

    private boolean isName(String text) {
        String plain = text.replaceAll("[\\s\\u3000]+", "").toLowerCase(Locale.ROOT);
        return issuers.contains(plain)
                || (Idioms.isChinese(text) ? Idioms.isBody(text) || Idioms.isOfficer(text) : !draft.chinese);
    }

    /** Whether title or letterhead begin with a name, or the site knows it. */
    private boolean isNamed(String sign) {
        String plain = sign.replaceAll("[\\s\\u3000]+", "");
        return plain.length() > 3
                && (issuers.contains(plain)
                        || draft.title.compact().startsWith(plain)
                        || draft.letterhead.compact().startsWith(plain));
    }

    private static boolean isSignature(Row row) {
        return !row.isTable()
                && !row.ends()
                && row.marker().isEmpty()
                && row.width() <= WIDEST
                && !CLOSING.matcher(row.text()).matches()
                && (!LABELLED.matcher(row.text()).matches() || Idioms.isOfficer(row.text()))
                && (!row.full() || row.indent() > (Idioms.isChinese(row.text()) ? SET_RIGHT : SET_RIGHT / 2));
    }

    /** Where the text ends of a letter that closes with {@code Yours sincerely,} and the names below; else where it ended. */
    int valediction(int end) {
        for (int i = Math.max(rows.at(), end - 1 - MOST_NAMES); i < end - 1; i++) {
            if (VALEDICTION.matcher(rows.get(i).text()).matches()) {
                rows.between(i + 1, end).forEach(row -> draft.signatories.add(row.words()));
                return i + 1;
            }
        }
        return end;
    }

    /** Reads date and signature; gives where the text above them ends. */
    int signature(int date) {
        Row row = rows.get(date);
        Matcher dated = DATED.matcher(row.text());
        dated.matches();
        ledger.turn(row.words().sub(dated.start("day"), dated.end("day")), Fate.DATE_FORM);
        ledger.turn(row.words().sub(dated.start("blank"), dated.end("blank")), Fate.STRAY_SPACE);
        draft.issued = Days.read(dated.group("day"));
        if (dated.end("sign") > 0) {
            sign(row.words().sub(0, dated.end("sign")));
            return date;
        }
        int end = date;
        while (end > rows.at()
                && date - end < 8
                && isSignature(rows.get(end - 1))
                && (end == date
                        || rows.get(end).gap() <= 3 && isName(rows.get(end - 1).text()))) {
            end--;
        }
        for (int i = end; i < date; i++) {
            sign(rows.get(i).words());
        }
        return end;
    }

    /** One who signs, or several bodies on one line. */
    private void sign(Strand line) {
        String[] names = line.text().strip().split("[\\s\\u3000]+");
        boolean several = names.length > 1;
        for (String name : names) {
            several &= Idioms.isChinese(name) && isName(name);
        }
        int from = 0;
        for (String name : several ? names : new String[] {line.text()}) {
            int at = line.text().indexOf(name, from);
            ledger.turn(line.sub(from, at), Fate.SEPARATOR);
            draft.signatories.add(ledger.single(line.sub(at, at + name.length())));
            from = at + name.length();
        }
        ledger.turn(line.sub(from), Fate.SEPARATOR);
    }

    /** Without a date below the text, the day on which it was adopted is that of its issue. */
    void adopted() {
        draft.parts.get(0).paragraphs().stream()
                .map(row -> Idioms.ADOPTED.matcher(row.text()))
                .filter(Matcher::matches)
                .findFirst()
                .ifPresent(found -> {
                    draft.issued = Days.read(found.group("day"));
                    draft.remark("成文日期系推定：取自题注的通过日期。", "The date of issue is inferred: it is that of adoption.");
                });
    }

    /** Whom to ask, where that stands below the date: it belongs to the text. */
    void contacts() {
        List<Row> contacts = new ArrayList<>();
        while (!rows.isEnd() && isContact(rows.get(rows.at()))) {
            Matcher file = FILE.matcher(rows.get(rows.at()).text());
            if (file.matches()) {
                draft.attachments.add(file.group("title"));
            }
            contacts.add(rows.next());
        }
        if (!contacts.isEmpty()) {
            Draft.Part text = draft.parts.get(0);
            contacts.addAll(0, text.paragraphs());
            draft.parts.set(0, new Draft.Part(text.title(), contacts));
        }
    }

    /** Without any of these: the day that stands above the text or beside it on a web page. */
    void dated() {
        if (draft.issued.isEmpty() && draft.dated.isPresent()) {
            draft.issued = draft.dated;
            draft.remark(
                    "成文日期系推定：正文之后没有，取自标题下方或网页信息表。",
                    "The date of issue is inferred: it stands above the text, or beside it on a web page.");
        }
    }

    private static boolean isContact(Row row) {
        return !row.isTable()
                && row.width() <= 60
                && (DOWNLOADS.matcher(row.text()).matches()
                        || CONTACT.matcher(row.text()).matches()
                                && !Idioms.ANNEX.matcher(row.text()).matches());
    }

    private static boolean isNote(Row row) {
        return !row.isTable()
                && row.length() > 3
                && row.length() <= LONGEST_NOTE
                && NOTE.matcher(row.text()).matches();
    }

    void note() {
        if (draft.note.isEmpty() && !rows.isEnd() && isNote(rows.get(rows.at()))) {
            Strand words = rows.next().words();
            ledger.turn(words.sub(0, 1), Fate.NOTE_BRACKETS);
            ledger.turn(words.sub(words.length() - 1), Fate.NOTE_BRACKETS);
            draft.note = words.sub(1, words.length() - 1);
        }
    }
}
