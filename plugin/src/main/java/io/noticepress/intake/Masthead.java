package io.noticepress.intake;

import io.noticepress.model.DocumentNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands above the title (GB/T 9704-2012, 7.2): copy number, urgency, the mark of the issuer, number, who authorised it. */
final class Masthead {
    private static final Pattern COPY = Pattern.compile("(?:份号[：:]?)?0\\d{5}");
    private static final Pattern URGENT = Pattern.compile("(?:紧急程度[：:]?)?(?:特急|加急|平急|特提|急件)");
    private static final Pattern SIGNER = Pattern.compile("(?<number>.*?)\\s*签\\s*发\\s*人?\\s*[：:].*");
    private static final Pattern SERIAL = Pattern.compile("[（(]?第[1-9]\\d{0,4}号[）)]?");
    /** The issue of minutes or a bulletin, which is no document number: 〔2031〕第3期, 第5期, 〔2031〕18号. */
    private static final Pattern ISSUE = Pattern.compile(
            "[（(]?(?:(?:[〔\\[【﹝（(]?\\d{4}[〕\\]】﹝）)]?年?)?第?\\d{1,4}[期次]|[〔\\[【﹝]\\d{4}[〕\\]】﹞]第?\\d{1,4}号)(?:[（(]?总第?\\d{1,4}期[）)]?)?[）)]?");

    private static final Pattern OFFICE = Pattern.compile(
            "(?<office>\\S.{1,28}[^\\s：:])(?<blank>[\\s\\u3000]+)(?<day>" + Days.PATTERN + ")(?<mark>\\s*(?:编|编印)?)");
    private static final Pattern MARK = Pattern.compile(".*(?:文件|纪要|令|公告|通告|简报|[^签发]函)|会议纪要");
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)(?:\\p{L}+\\s+)?No\\.?\\s*\\d{1,5}(?:\\s*[\\[(〔]\\d{4}[\\])〕]"
                    + "|\\s*(?:of|,|/)\\s*\\d{4})?|.{0,40}[\\[(〔]\\d{4}[\\])〕]\\s*(?:No\\.?\\s*)?\\d{1,5}");
    /** A number behind its label, or in brackets below a title. */
    private static final Pattern BARE = Pattern.compile(
            "(?:发文字号|文\\s*号|编\\s*号)\\s*[：:]\\s*(?<number>.*)|[（(](?<framed>\\p{IsHan}+[〔\\[【]\\d{4}.*号)[）)]");

    private static final int LONGEST = 16;

    private final Manuscript rows;
    private final Ledger ledger;
    private final Draft draft;
    private final Set<String> issuers;
    private final List<Strand> bodies = new ArrayList<>();
    private Strand mark = Strand.NONE;

    /** A reader of mastheads that knows the names of issuers, without blanks and in small letters. */
    Masthead(Manuscript rows, Ledger ledger, Draft draft, Set<String> issuers) {
        this.rows = rows;
        this.ledger = ledger;
        this.draft = draft;
        this.issuers = issuers;
    }

    void take() {
        int number = number();
        int end = number < 0 ? end() : number;
        while (rows.at() < end) {
            row(rows.next());
        }
        nameInTitle(number >= 0);
        letterhead();
        if (number >= 0) {
            rest(rows.next());
            if (!rows.isEnd() && isOffice(rows.get(rows.at()))) {
                row(rows.next());
                letterhead();
            }
        }
    }

    /** The row with the document number; -1 if there is none above the text. */
    private int number() {
        for (int i = 0; i < Math.min(rows.size(), LONGEST); i++) {
            Row row = rows.get(i);
            if (row.isLong()) {
                return -1;
            }
            String text = row.isTable() ? "" : numberOf(row.text());
            boolean serial = i > 0
                    && SERIAL.matcher(text.replaceAll("\\s", "")).matches()
                    && MARK.matcher(rows.get(i - 1).words().compact()).matches();
            if (serial || isNumber(text)) {
                return i;
            }
            if (row.text().matches(".*[。：:；！？]") && !SIGNER.matcher(row.text()).matches()) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isNumber(String text) {
        if (!draft.chinese && ENGLISH.matcher(text).matches()) {
            return true;
        }
        return NumberForm.isNumber(text);
    }

    private static String numberOf(String text) {
        Matcher signer = SIGNER.matcher(text);
        return BARE.matcher(signer.matches() ? signer.group("number") : text).replaceFirst("${number}${framed}");
    }

    /** Where the masthead ends of a document without a number. */
    private int end() {
        int end = 0;
        boolean marked = false;
        while (end < Math.min(rows.size(), 8) && !rows.get(end).isLong()) {
            Row row = rows.get(end);
            String plain = row.words().compact();
            boolean head = isMark(plain)
                    || COPY.matcher(plain).matches()
                    || URGENT.matcher(plain).matches()
                    || SIGNER.matcher(row.text()).matches()
                    || marked && (ISSUE.matcher(plain).matches() || isOffice(row))
                    || issuers.contains(plain.toLowerCase(Locale.ROOT)) && end + 1 < rows.size() && !nameOfTitle(end);
            boolean title = marked && plain.endsWith("纪要");
            if (!head || title || row.isTable()) {
                return end;
            }
            marked |= MARK.matcher(plain).matches();
            end++;
        }
        return end;
    }

    private boolean isMark(String plain) {
        String body = Origin.MARKS.matcher(plain).replaceFirst("");
        boolean named = body.isEmpty() || Idioms.isBody(body) || issuers.contains(body.toLowerCase(Locale.ROOT));
        return MARK.matcher(plain).matches()
                && !plain.contains("关于")
                && plain.length() <= 30
                && (named || !plain.matches(".*(?:公告|通告|令)"));
    }

    /** Whether a title goes on in the next row that begins with the name of its issuer in this one. */
    private boolean nameOfTitle(int place) {
        Row next = rows.get(place + 1);
        return next.text().startsWith("关于") && next.gap() == 0;
    }

    private static boolean isOffice(Row row) {
        return !row.isTable() && OFFICE.matcher(row.text()).matches();
    }

    private void row(Row row) {
        String plain = row.words().compact();
        Matcher office = OFFICE.matcher(row.text());
        if (COPY.matcher(plain).matches()) {
            ledger.turn(row.words(), Fate.COPY_NUMBER);
        } else if (URGENT.matcher(plain).matches()) {
            ledger.turn(row.words(), Fate.URGENCY);
            draft.remark("紧急程度：" + plain.replaceFirst("紧急程度[：:]?", ""), "urgency: " + plain);
        } else if (ISSUE.matcher(plain).matches()) {
            ledger.turn(row.words(), Fate.ISSUE_NUMBER);
            draft.remark("期号：" + plain + "（不是发文字号，没有对应字段）", "issue: " + plain + " (no document number)");
        } else if (SIGNER.matcher(plain).matches()) {
            signer(row.words());
        } else if (office.matches() && !row.text().contains("关于")) {
            draft.signatories.add(ledger.tight(row.words().sub(0, office.end("office"))));
            ledger.turn(row.words().sub(office.start("blank"), office.end("blank")), Fate.STRAY_SPACE);
            ledger.turn(row.words().sub(office.start("day"), office.end("day")), Fate.DATE_FORM);
            ledger.turn(row.words().sub(office.start("mark")), Fate.LABEL);
            draft.issued = Days.read(office.group("day"));
            draft.remark("成文日期系推定：取自版头。", "The date of issue is inferred: it stands in the letterhead.");
        } else if (row.text().contains("关于") || !draft.title.isEmpty()) {
            draft.title = ledger.title(draft.title.plus(row.words()));
        } else if (isTitle(plain)) {
            draft.title = ledger.title(row.words());
        } else {
            names(row.words()).forEach(name -> body(ledger.tight(name)));
        }
    }

    /** Whether a line below the name of a body is none itself, but says what the document is: 责令改正通知书. */
    private boolean isTitle(String plain) {
        return draft.chinese
                && !bodies.isEmpty()
                && plain.length() > 4
                && plain.matches(".*[书表案单]")
                && !issuers.contains(plain);
    }

    /** The bodies on a line: several if each of its words may be one. */
    private List<Strand> names(Strand line) {
        List<Strand> names = new ArrayList<>();
        Matcher word = Pattern.compile("\\S+").matcher(line.text());
        int from = 0;
        while (word.find()) {
            if (!Idioms.isChinese(word.group()) || word.group().length() < 4 || !Idioms.isBody(word.group())) {
                return List.of(line);
            }
            names.add(line.sub(from, word.end()));
            from = word.end();
        }
        return names.stream().map(new Letters(ledger)::stripped).toList();
    }

    /** A body, and 文件 behind it or on a line of its own, which stands behind the last of several bodies. */
    private void body(Strand name) {
        int at = name.text().endsWith("文件") ? name.length() - 2 : name.length();
        if (at < name.length()) {
            mark = name.sub(at);
        }
        if (at > 0) {
            bodies.add(new Letters(ledger).stripped(name.sub(0, at)));
        }
    }

    /** A name that stood above 关于 begins the title, unless the number parts the two. */
    private void nameInTitle(boolean numbered) {
        if (numbered && draft.title.text().startsWith("关于") && mark.isEmpty()) {
            draft.title = joined(bodies).plus(draft.title);
            bodies.clear();
        }
    }

    private void letterhead() {
        draft.letterhead = joined(bodies).plus(mark);
    }

    private static Strand joined(List<Strand> names) {
        Strand joined = Strand.NONE;
        for (Strand name : names) {
            joined = joined.isEmpty() ? name : joined.plus(Strand.typed(" ")).plus(name);
        }
        return joined;
    }

    private void signer(Strand words) {
        String shown = words.text().strip().replaceAll("[\\s\\u3000]+", " ");
        draft.remark(shown, shown);
        ledger.turn(words, Fate.SIGNER);
    }

    private void rest(Row row) {
        Strand words = row.words();
        Matcher signer = SIGNER.matcher(row.text());
        int to = signer.matches() ? signer.end("number") : words.length();
        if (to < words.length()) {
            signer(words.sub(to));
        }
        Matcher bare = BARE.matcher(words.text().substring(0, to));
        boolean framed = bare.matches();
        String part = framed && bare.group("number") == null ? "framed" : "number";
        int start = framed ? bare.start(part) : 0;
        int end = framed ? bare.end(part) : to;
        ledger.turn(words.sub(0, start), Fate.LABEL);
        ledger.turn(words.sub(end, to), Fate.LABEL);
        Strand number = words.sub(start, end);
        boolean free = !draft.chinese && DocumentNumber.parse(number.text()).isEmpty();
        draft.number = java.util.Optional.of(free ? number : NumberForm.mended(number, ledger, draft));
    }
}
