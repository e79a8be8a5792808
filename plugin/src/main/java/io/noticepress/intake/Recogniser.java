package io.noticepress.intake;

import io.noticepress.content.DateReader;
import io.noticepress.content.KindNames;
import io.noticepress.model.DocNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the elements of a document by the rules of the genre (GB/T 9704-2012, 7.2 to 7.4): letterhead, number, title,
 * recipients, text, signature, date, note, issued documents, annexes, copies and colophon.
 */
final class Recogniser {
    private static final String DAY =
            "(?:\\d{4}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日|[二一][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|\\d{4}-\\d{2}-\\d{2})";
    private static final Pattern DATED = Pattern.compile("(?<sign>.{0,40}?)(?<blank>\\s*)(?<day>" + DAY + ")");
    private static final Pattern PRINTED =
            Pattern.compile("(?<office>.*?)(?<blank>\\s*)(?<day>" + DAY + ")(?<mark>\\s*印发[。]?)");
    private static final Pattern COPIES = Pattern.compile("(?:抄送|抄报|分送)\\s*[：:].*");
    private static final Pattern ANNEX =
            Pattern.compile("附\\s*件\\s*[0-9０-９一二三四五六七八九十]{0,3}\\s*[：:]?(?:\\s*[^\\s。；].{0,40})?");
    private static final Pattern LISTED = Pattern.compile("附\\s*件?\\s*[：:].*");
    private static final Pattern SIGNER = Pattern.compile("(?<number>.*?)\\s*签发人\\s*[：:].*");
    private static final Pattern URGENT = Pattern.compile("(?:紧急程度[：:]?)?(?:特急|加急|平急|特提|急件)");
    private static final Pattern NAMED = Pattern.compile("《([^《》]+)》");
    private static final Pattern SERIAL = Pattern.compile("第\\s*[1-9]\\d{0,4}\\s*号");
    private static final Pattern CLOSING = Pattern.compile("(?:特此|此复|此令|妥否|专此|以上|当否).{0,14}");

    private final List<Row> rows;
    private final Ledger ledger;
    private final KindNames kinds;
    private final Set<String> issuerNames;
    private final Joiner joiner;
    private final Draft draft = new Draft();
    private int at;

    Recogniser(List<Row> rows, boolean wrapped, Ledger ledger, KindNames kinds, Set<String> issuerNames) {
        this.rows = new ArrayList<>(rows);
        this.ledger = ledger;
        this.kinds = kinds;
        this.issuerNames = issuerNames;
        this.joiner = Joiner.of(rows, wrapped);
    }

    Draft draft() {
        colophon();
        head();
        title();
        recipients();
        int date = date();
        int end = date < 0 ? documentsFrom(at) : signature(date);
        cover(end);
        at = date < 0 ? end : date + 1;
        note();
        documents();
        return draft;
    }

    /** The last lines: who else gets it, who printed it and when. */
    private void colophon() {
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

    /** Everything above the title. */
    private void head() {
        int number = -1;
        for (int i = 0; i < Math.min(rows.size(), 16) && number < 0; i++) {
            String text = numberOf(rows.get(i));
            boolean serial = i > 0
                    && SERIAL.matcher(text).matches()
                    && rows.get(i - 1).text().matches(".*(?:令|公告|通告)");
            number = serial || DocNumber.parse(text).isPresent() && !text.startsWith("第") ? i : -1;
        }
        int end = number < 0 ? letterheadEnd() : number;
        for (; at < end; at++) {
            Row row = rows.get(at);
            String plain = row.words().compact();
            if (plain.matches("(?:份号[：:]?)?0\\d{5}")) {
                ledger.turn(row.words(), Fate.COPY_NUMBER);
            } else if (URGENT.matcher(plain).matches()) {
                ledger.turn(row.words(), Fate.URGENCY);
                draft.remark("紧急程度：" + plain, "urgency: " + plain);
            } else {
                Strand name = ledger.tight(row.words());
                draft.letterhead = draft.letterhead.isEmpty()
                        ? name
                        : draft.letterhead.plus(Strand.typed(" ")).plus(name);
            }
        }
        if (number >= 0) {
            number(rows.get(at++));
        }
    }

    private int letterheadEnd() {
        int end = 0;
        while (end < Math.min(rows.size(), 6)
                && (rows.get(end).text().matches(".*(?:文件|会议纪要)|0\\d{5}")
                        || URGENT.matcher(rows.get(end).text()).matches()
                        || issuerNames.contains(rows.get(end).words().compact()) && end + 1 < rows.size())
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

    private void title() {
        Strand title = Strand.NONE;
        Strand found = Strand.NONE;
        int end = at;
        for (int i = at; i < Math.min(rows.size(), at + 6); i++) {
            Row row = rows.get(i);
            boolean stops = row.isTable()
                    || row.text().matches(".*[。；：:！？]")
                    || row.marker().isPresent()
                    || row.width() > 90
                    || row.text().matches(DAY);
            if (stops) {
                break;
            }
            title = title.plus(title.isEmpty() ? Strand.NONE : Strand.typed(" "))
                    .plus(row.words());
            String plain = row.text().codePoints().anyMatch(Character::isIdeographic) ? title.compact() : title.text();
            if (kinds.ofTitle(plain).isPresent() && balanced(plain) && plain.length() > 3) {
                found = title;
                end = i + 1;
            }
        }
        at = end;
        if (found.isEmpty() && kinds.ofTitle(draft.letterhead.compact()).isPresent()) {
            draft.title = draft.letterhead.at().length == 0 ? Strand.NONE : Strand.typed(draft.letterhead.text());
            draft.remark(
                    "标题系推定：来源没有标题，取自发文机关标志。", "The title is inferred: the source has none; it is the letterhead's.");
            return;
        }
        draft.title = ledger.tight(found);
        draft.chinese = found.isEmpty() || found.text().codePoints().anyMatch(Character::isIdeographic);
    }

    private static boolean balanced(String text) {
        return text.chars().filter(c -> c == '《').count()
                == text.chars().filter(c -> c == '》').count();
    }

    private void recipients() {
        Strand list = Strand.NONE;
        for (int i = at; i < Math.min(rows.size(), at + 8); i++) {
            Row row = rows.get(i);
            if (row.isTable() || row.text().matches(".*[。；].*") || row.marker().isPresent()) {
                return;
            }
            list = list.plus(row.words());
            if (row.text().matches(".*[：:]")) {
                String text = list.text();
                boolean names = !text.matches(".*(?:如下|以下|现将|为了|根据|按照|附件).*") && text.length() <= 400;
                if (names) {
                    int from = text.matches("(?i)(?:主送|To)\\s*[：:].*")
                            ? text.replace(':', '：').indexOf('：') + 1
                            : 0;
                    ledger.turn(list.sub(0, from), Fate.LABEL);
                    draft.recipients.addAll(Names.of(list.sub(from), ledger));
                    at = i + 1;
                }
                return;
            }
            if (!row.full() && !row.text().matches(".*[、，,]")) {
                return;
            }
        }
    }

    /** The line with the date of issue; -1 if there is none. */
    private int date() {
        int last = -1;
        for (int i = at; i < rows.size(); i++) {
            Matcher dated = DATED.matcher(rows.get(i).text());
            if (rows.get(i).isTable() || !dated.matches()) {
                continue;
            }
            boolean signed =
                    !dated.group("sign").isEmpty() && !dated.group("blank").isEmpty();
            boolean below = i > at && isSignature(rows.get(i - 1));
            if (dated.group("sign").isEmpty()
                    ? below
                    : signed && !dated.group("sign").matches(".*[，。：；（(].*")) {
                return i;
            }
            last = dated.group("sign").isEmpty()
                            && last < 0
                            && (i + 1 == rows.size()
                                    || ANNEX.matcher(rows.get(i + 1).text()).matches())
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
    private int signature(int date) {
        Row row = rows.get(date);
        Matcher dated = DATED.matcher(row.text());
        dated.matches();
        ledger.turn(row.words().sub(dated.start("day"), dated.end("day")), Fate.DATE_FORM);
        ledger.turn(row.words().sub(dated.start("blank"), dated.end("blank")), Fate.STRAY_SPACE);
        draft.issued = DateReader.recognised(dated.group("day").replaceAll("\\s", ""));
        if (dated.end("sign") > 0) {
            draft.signatories.add(ledger.tight(row.words().sub(0, dated.end("sign"))));
            return date;
        }
        int end = date;
        while (end > at
                && date - end < 6
                && isSignature(rows.get(end - 1))
                && (end == date || rows.get(end).gap() <= 1 && isBody(rows.get(end - 1)))) {
            end--;
            draft.signatories.add(0, ledger.tight(rows.get(end).words()));
        }
        return end;
    }

    private static boolean isBody(Row row) {
        return row.text().matches(".*(?:会|委|局|部|厅|院|处|室|府|中心|馆|所|校|学|公司|组|社|团|署|行|站|办)");
    }

    private void cover(int end) {
        List<Row> text = new ArrayList<>(rows.subList(at, end));
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

    private void note() {
        if (at < rows.size() && rows.get(at).text().matches("[（(][^（）()]{2,120}[）)]")) {
            Strand words = rows.get(at++).words();
            ledger.turn(words.sub(0, 1), Fate.NOTE_BRACKETS);
            ledger.turn(words.sub(words.length() - 1), Fate.NOTE_BRACKETS);
            draft.note = words.sub(1, words.length() - 1);
        }
    }

    /** Without a date: where an annex begins, or the end. */
    private int documentsFrom(int from) {
        for (int i = from + 1; i < rows.size(); i++) {
            if (isAnnex(i)) {
                return i;
            }
        }
        return rows.size();
    }

    private boolean isAnnex(int i) {
        String text = rows.get(i).text();
        return !rows.get(i).isTable()
                        && ANNEX.matcher(text).matches()
                        && !text.matches("附\\s*件\\s*[：:]\\s*[1１][.．、].*")
                        && !rows.get(i).ends()
                || text.matches("(?:Annex|Appendix|Attachment)\\s*(?:[0-9IVX]+|[A-Z])?(?:[.: ].{0,80})?");
    }

    private void documents() {
        Set<String> names = new HashSet<>();
        names(draft.title.compact(), names);
        draft.parts.get(0).paragraphs().forEach(row -> names(row.words().compact(), names));
        Strand title = Strand.NONE;
        List<Row> text = new ArrayList<>();
        boolean first = true;
        while (at < rows.size()) {
            int begun = isAnnex(at) ? annexEnd() : titleEnd(names, first);
            if (begun > at) {
                flush(title, text);
                title = words(at, begun);
                at = begun;
            } else {
                text.add(rows.get(at++));
            }
            first = false;
        }
        flush(title, text);
    }

    private static void names(String text, Set<String> names) {
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            names.add(named.group(1));
        }
    }

    /** A title of an issued document that begins here: one that the notice names, or, right below the date, any short line. */
    private int titleEnd(Set<String> names, boolean first) {
        StringBuilder title = new StringBuilder();
        for (int i = at; i < Math.min(rows.size(), at + 4); i++) {
            title.append(rows.get(i).words().compact());
            if (names.contains(title.toString())) {
                return i + 1;
            }
        }
        Row row = rows.get(at);
        return first && !row.isTable() && !row.ends() && row.marker().isEmpty() && row.width() <= 40 && !row.full()
                ? at + 1
                : at;
    }

    private int annexEnd() {
        Row row = rows.get(at);
        boolean bare = row.text()
                .matches("附\\s*件\\s*[0-9０-９一二三四五六七八九十]{0,3}\\s*[：:]?|(?:Annex|Appendix|Attachment)\\s*[0-9IVXA-Z]*");
        int end = at + 1;
        boolean titled = bare
                && end < rows.size()
                && !rows.get(end).isTable()
                && !rows.get(end).ends()
                && rows.get(end).marker().isEmpty()
                && rows.get(end).width() <= 40;
        return titled ? end + 1 : end;
    }

    private Strand words(int from, int to) {
        Strand words = rows.get(from).words();
        for (int i = from + 1; i < to; i++) {
            boolean annex = i == from + 1 && isAnnex(from);
            words = words.plus(annex ? Strand.typed(" ") : Strand.NONE)
                    .plus(rows.get(i).words());
        }
        return words;
    }

    /** A document ends; text below the date without a title gets the name the notice gives it, or is left to the editor. */
    private void flush(Strand title, List<Row> text) {
        if (title.isEmpty() && text.isEmpty()) {
            return;
        }
        Strand named = title;
        if (title.isEmpty()) {
            Matcher name = Pattern.compile("(?<=印发|转发|公布|发布)《([^《》]+)》|《([^《》]+)》(?=[^《》。]{0,6}(?:印发|转发|公布|发布))")
                    .matcher(draft.parts.get(0).paragraphs().stream()
                            .map(Row::text)
                            .reduce("", String::concat));
            boolean inferred = name.find();
            named = Strand.typed(!inferred ? "TODO" : name.group(1) != null ? name.group(1) : name.group(2));
            if (inferred) {
                draft.remark(
                        "印发件的标题系推定：来源没有，取自书名号内。",
                        "The title of the issued document is inferred: it is drawn from the text.");
            }
        }
        draft.parts.add(new Draft.Part(named, joiner.paragraphs(text)));
        text.clear();
    }
}
