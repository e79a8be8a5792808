package io.noticepress.intake;

import io.noticepress.content.KindNames;
import io.noticepress.model.DocumentNumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a document begins below its number (GB/T 9704-2012, 7.3.1 and 7.3.2): title and recipients. */
final class Opening {
    private static final int MOST_ROWS = 6;
    private static final int WIDEST = 90;
    /** Kinds that address everybody or nobody. */
    private static final Set<String> UNADDRESSED =
            Set.of("gonggao", "tonggao", "jueyi", "gongbao", "mingling", "jiyao");

    private static final Pattern LABEL = Pattern.compile("(?i)(?:主\\s*送|To)\\s*[：:].*");
    private static final Pattern SENTENCE = Pattern.compile(".*(?:如下|以下|现将|为了|根据|按照|附件|认为|指出|强调|要求|决定).*");

    private static final Pattern DAY =
            Pattern.compile("(?:(?:Date|Issued|日\\s*期)\\s*[：:]\\s*|[（(])?(?<day>" + Days.PATTERN + ")[）)]?");
    /** By whom and when it was adopted, though the line be broken: （2031年4月15日示例省第五次…. */
    private static final Pattern BRACKETED_DAY = Pattern.compile("[（(]" + Days.PATTERN);

    private static final int LINE = 34;

    private final Manuscript rows;
    private final Ledger ledger;
    private final Draft draft;
    private final KindNames kinds;

    Opening(Manuscript rows, Ledger ledger, Draft draft, KindNames kinds) {
        this.rows = rows;
        this.ledger = ledger;
        this.draft = draft;
        this.kinds = kinds;
    }

    void title() {
        if (!draft.title.isEmpty()) {
            return;
        }
        int start = draft.chinese ? rows.at() : english();
        Strand title = Strand.NONE;
        Strand found = Strand.NONE;
        Strand about = Strand.NONE;
        int end = rows.at();
        int aboutEnd = end;
        for (int i = start; i < Math.min(rows.size(), start + MOST_ROWS) && !stops(rows.get(i)); i++) {
            Row row = rows.get(i);
            if (!draft.chinese && !found.isEmpty() && row.gap() > 0) {
                break;
            }
            title = title.plus(title.isEmpty() ? Strand.NONE : Strand.typed(" "))
                    .plus(row.words());
            String plain = Idioms.isChinese(row.text()) ? title.compact() : title.text();
            if (plain.length() > 3 && isBalanced(plain)) {
                boolean named = kinds.ofTitle(plain).isPresent();
                found = named ? title : found;
                end = named ? i + 1 : end;
                boolean unnamed = plain.contains("关于") && !plain.contains("，");
                about = unnamed ? title : about;
                aboutEnd = unnamed ? i + 1 : aboutEnd;
            }
        }
        boolean kindless = found.isEmpty() && !about.isEmpty();
        letterhead(start, found.isEmpty() && !kindless ? start : kindless ? aboutEnd : end);
        draft.title = ledger.title(kindless ? about : found);
        if (draft.title.isEmpty()) {
            fromLetterhead();
        }
        if (draft.title.isEmpty()) {
            fromFirstRow();
        }
    }

    /** Reports may have a title of no kind; it stands alone on the first line. */
    private void fromFirstRow() {
        for (int i = rows.at(); i < Math.min(rows.size(), rows.at() + MOST_ROWS) && !draft.chinese; i++) {
            if (rows.get(i).text().matches("[\\p{Lu}\\d ,.'’&/-]{8,90}")) {
                draft.title = rows.remove(i).words();
                draft.remark("", "The title is inferred: it is the line in capitals and names no kind.");
                return;
            }
        }
        Row row = rows.isEnd() ? null : rows.get(rows.at());
        boolean alone = row != null
                && draft.number.isEmpty()
                && rows.at() + 1 < rows.size()
                && !stops(row)
                && !row.full()
                && row.width() >= 4
                && row.width() <= LINE
                && !row.text().matches(".*[，、,]")
                && rows.get(rows.at() + 1).width() > row.width();
        if (alone) {
            draft.title = ledger.title(rows.next().words());
            draft.remark("标题系推定：取自首行，不含文种。", "The title is inferred: it is the first line and names no kind.");
        }
    }

    /** A day on a line of its own between title and text, for a document that has none below its text. */
    void day() {
        Matcher day = DAY.matcher(rows.isEnd() ? "" : rows.get(rows.at()).text());
        if (day.matches()) {
            Strand words = rows.next().words();
            ledger.turn(words.sub(0, day.start("day")), Fate.NOTE_BRACKETS);
            ledger.turn(words.sub(day.start("day"), day.end("day")), Fate.DATE_FORM);
            ledger.turn(words.sub(day.end("day")), Fate.NOTE_BRACKETS);
            draft.dated = Days.read(day.group("day")).or(() -> draft.dated);
        }
    }

    private boolean stops(Row row) {
        return row.isTable()
                || row.isLong()
                || !draft.chinese && (row.ends() || LABEL.matcher(row.text()).matches())
                || row.text().matches(".*[。；：:！？]")
                || BRACKETED_DAY.matcher(row.text()).lookingAt()
                || row.marker().isPresent()
                || row.width() > WIDEST
                || row.text().matches(Days.PATTERN);
    }

    /** Where an English title begins: with the name of its kind, below the names of bodies. */
    private int english() {
        for (int i = rows.at(); i < Math.min(rows.size(), rows.at() + 4); i++) {
            if (!rows.get(i).isLong() && kinds.ofTitle(rows.get(i).text()).isPresent()) {
                return i;
            }
        }
        return rows.at();
    }

    private void letterhead(int start, int end) {
        while (rows.at() < start) {
            Strand name = rows.next().words();
            draft.letterhead = draft.letterhead.isEmpty()
                    ? name
                    : draft.letterhead.plus(Strand.typed(" ")).plus(name);
        }
        rows.go(end);
    }

    /** Orders and announcements may have no title but the mark of their issuer. */
    private void fromLetterhead() {
        String code = draft.number
                .flatMap(number -> DocumentNumber.parse(number.text()))
                .map(DocumentNumber::code)
                .orElse("");
        Optional<String> title = Optional.of(draft.chinese ? draft.letterhead.compact() : draft.letterhead.text())
                .filter(text -> kinds.ofTitle(text).isPresent())
                .or(() -> Optional.of(code)
                        .filter(text -> text.length() > 3 && kinds.ofTitle(text).isPresent()));
        title.ifPresent(text -> {
            draft.title = Strand.typed(text);
            draft.remark(
                    "标题系推定：来源没有标题，取自发文机关标志。", "The title is inferred: the source has none; it is the letterhead's.");
        });
    }

    private static boolean isBalanced(String text) {
        return text.chars().filter(c -> c == '《').count()
                == text.chars().filter(c -> c == '》').count();
    }

    void recipients() {
        boolean none = kinds.ofTitle(draft.title.compact())
                .filter(documentKind -> UNADDRESSED.contains(documentKind.code()))
                .isPresent();
        Strand list = Strand.NONE;
        for (int i = rows.at(); i < Math.min(rows.size(), rows.at() + 8) && !none; i++) {
            Row row = rows.get(i);
            boolean labelled = list.isEmpty() && LABEL.matcher(row.text()).matches();
            if (row.isTable()
                    || !labelled && row.text().matches(".*[。；].*")
                    || row.marker().isPresent()) {
                return;
            }
            list = list.plus(row.words());
            boolean last = row.text().matches(".*[：:]")
                    || labelled && !row.full() && !row.text().matches(".*[、，,;；]");
            if (last) {
                String text = list.text();
                if (!SENTENCE.matcher(text).matches() && text.length() <= 400) {
                    int from = LABEL.matcher(text).matches()
                            ? text.replace(':', '：').indexOf('：') + 1
                            : 0;
                    ledger.turn(list.sub(0, from), Fate.LABEL);
                    draft.recipients.addAll(Names.of(list.sub(from), ledger));
                    rows.go(i + 1);
                }
                return;
            }
            if (!row.full() && !row.text().matches(".*[、，,;；]")) {
                return;
            }
        }
    }
}
