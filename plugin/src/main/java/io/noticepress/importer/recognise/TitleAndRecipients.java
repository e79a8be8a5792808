package io.noticepress.importer.recognise;

import io.noticepress.content.frontmatter.KindMatcher;
import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.clean.DateParser;
import io.noticepress.importer.clean.DocumentPatterns;
import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.source.MappedText;
import io.noticepress.model.DocumentNumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a document begins below its number (GB/T 9704-2012, 7.3.1 and 7.3.2): title and recipients. */
final class TitleAndRecipients {
    private static final int MOST_ROWS = 6;
    private static final int WIDEST_ROW = 90;
    /** Kinds that address everybody or nobody. */
    private static final Set<String> UNADDRESSED =
            Set.of("gonggao", "tonggao", "jueyi", "gongbao", "mingling", "jiyao");

    private static final Pattern LABEL = Pattern.compile("(?i)(?:主\\s*送|To)\\s*[：:].*");
    private static final Pattern SENTENCE = Pattern.compile(".*(?:如下|以下|现将|为了|根据|按照|附件|认为|指出|强调|要求|决定).*");

    private static final Pattern DATE_LINE =
            Pattern.compile("(?:(?:Date|Issued|日\\s*期)\\s*[：:]\\s*|[（(])?(?<day>" + DateParser.DATE_REGEX + ")[）)]?");
    /** By whom and when it was adopted, though the line be broken: （2031年4月15日示例省第五次…. */
    private static final Pattern BRACKETED_DATE = Pattern.compile("[（(]" + DateParser.DATE_REGEX);

    private static final int WIDEST_LONE_TITLE = 34;

    private final RowCursor rows;
    private final CharLedger charLedger;
    private final RecognisedDocument document;
    private final KindMatcher kinds;

    TitleAndRecipients(RowCursor rows, CharLedger charLedger, RecognisedDocument document, KindMatcher kinds) {
        this.rows = rows;
        this.charLedger = charLedger;
        this.document = document;
        this.kinds = kinds;
    }

    void takeTitle() {
        if (!document.title.isEmpty()) {
            return;
        }
        int start = document.isChinese ? rows.position() : findEnglishTitle();
        MappedText title = MappedText.EMPTY;
        MappedText found = MappedText.EMPTY;
        MappedText about = MappedText.EMPTY;
        int end = rows.position();
        int aboutEnd = end;
        for (int i = start; i < Math.min(rows.size(), start + MOST_ROWS) && !endsTitle(rows.get(i)); i++) {
            LayoutRow layoutRow = rows.get(i);
            if (!document.isChinese && !found.isEmpty() && layoutRow.blankLinesBefore() > 0) {
                break;
            }
            title = title.plus(title.isEmpty() ? MappedText.EMPTY : MappedText.unmapped(" "))
                    .plus(layoutRow.mappedText());
            String plain = DocumentPatterns.hasHan(layoutRow.text()) ? title.withoutBlanks() : title.text();
            if (plain.length() > 3 && isBalanced(plain)) {
                boolean named = kinds.byTitle(plain).isPresent();
                found = named ? title : found;
                end = named ? i + 1 : end;
                boolean unnamed = plain.contains("关于") && !plain.contains("，");
                about = unnamed ? title : about;
                aboutEnd = unnamed ? i + 1 : aboutEnd;
            }
        }
        boolean kindless = found.isEmpty() && !about.isEmpty();
        takeLetterhead(start, found.isEmpty() && !kindless ? start : kindless ? aboutEnd : end);
        document.title = charLedger.cleanTitle(kindless ? about : found);
        if (document.title.isEmpty()) {
            titleFromLetterhead();
        }
        if (document.title.isEmpty()) {
            titleFromFirstRow();
        }
    }

    /** Reports may have a title of no kind; it stands alone on the first line. */
    private void titleFromFirstRow() {
        for (int i = rows.position();
                i < Math.min(rows.size(), rows.position() + MOST_ROWS) && !document.isChinese;
                i++) {
            if (rows.get(i).text().matches("[\\p{Lu}\\d ,.'’&/-]{8,90}")) {
                document.title = rows.remove(i).mappedText();
                document.addRemark("", "The title is inferred: it is the line in capitals and names no kind.");
                return;
            }
        }
        LayoutRow layoutRow = rows.isAtEnd() ? null : rows.get(rows.position());
        boolean alone = layoutRow != null
                && document.number.isEmpty()
                && rows.position() + 1 < rows.size()
                && !endsTitle(layoutRow)
                && !layoutRow.reachesMargin()
                && layoutRow.width() >= 4
                && layoutRow.width() <= WIDEST_LONE_TITLE
                && !layoutRow.text().matches(".*[，、,]")
                && rows.get(rows.position() + 1).width() > layoutRow.width();
        if (alone) {
            document.title = charLedger.cleanTitle(rows.next().mappedText());
            document.addRemark("标题系推定：取自首行，不含文种。", "The title is inferred: it is the first line and names no kind.");
        }
    }

    /** A day on a line of its own between title and text, for a document that has none below its text. */
    void takeDate() {
        Matcher day = DATE_LINE.matcher(
                rows.isAtEnd() ? "" : rows.get(rows.position()).text());
        if (day.matches()) {
            MappedText words = rows.next().mappedText();
            charLedger.assign(words.sub(0, day.start("day")), Disposition.NOTE_BRACKETS);
            charLedger.assign(words.sub(day.start("day"), day.end("day")), Disposition.DATE_FORM);
            charLedger.assign(words.sub(day.end("day")), Disposition.NOTE_BRACKETS);
            document.dateOutsideText = DateParser.parse(day.group("day")).or(() -> document.dateOutsideText);
        }
    }

    private boolean endsTitle(LayoutRow layoutRow) {
        return layoutRow.isTable()
                || layoutRow.isLong()
                || !document.isChinese
                        && (layoutRow.endsSentence()
                                || LABEL.matcher(layoutRow.text()).matches())
                || layoutRow.text().matches(".*[。；：:！？]")
                || BRACKETED_DATE.matcher(layoutRow.text()).lookingAt()
                || layoutRow.marker().isPresent()
                || layoutRow.width() > WIDEST_ROW
                || layoutRow.text().matches(DateParser.DATE_REGEX);
    }

    /** Where an English title begins: with the name of its kind, below the names of bodies. */
    private int findEnglishTitle() {
        for (int i = rows.position(); i < Math.min(rows.size(), rows.position() + 4); i++) {
            if (!rows.get(i).isLong() && kinds.byTitle(rows.get(i).text()).isPresent()) {
                return i;
            }
        }
        return rows.position();
    }

    private void takeLetterhead(int start, int end) {
        while (rows.position() < start) {
            MappedText name = rows.next().mappedText();
            document.letterhead = document.letterhead.isEmpty()
                    ? name
                    : document.letterhead.plus(MappedText.unmapped(" ")).plus(name);
        }
        rows.moveTo(end);
    }

    /** Orders and announcements may have no title but the mark of their issuer. */
    private void titleFromLetterhead() {
        String code = document.number
                .flatMap(number -> DocumentNumber.parse(number.text()))
                .map(DocumentNumber::code)
                .orElse("");
        Optional<String> title = Optional.of(
                        document.isChinese ? document.letterhead.withoutBlanks() : document.letterhead.text())
                .filter(text -> kinds.byTitle(text).isPresent())
                .or(() -> Optional.of(code)
                        .filter(text -> text.length() > 3 && kinds.byTitle(text).isPresent()));
        title.ifPresent(text -> {
            document.title = MappedText.unmapped(text);
            document.addRemark(
                    "标题系推定：来源没有标题，取自发文机关标志。", "The title is inferred: the source has none; it is the letterhead's.");
        });
    }

    private static boolean isBalanced(String text) {
        return text.chars().filter(c -> c == '《').count()
                == text.chars().filter(c -> c == '》').count();
    }

    void takeRecipients() {
        boolean none = kinds.byTitle(document.title.withoutBlanks())
                .filter(documentKind -> UNADDRESSED.contains(documentKind.code()))
                .isPresent();
        MappedText list = MappedText.EMPTY;
        for (int i = rows.position(); i < Math.min(rows.size(), rows.position() + 8) && !none; i++) {
            LayoutRow layoutRow = rows.get(i);
            boolean labelled = list.isEmpty() && LABEL.matcher(layoutRow.text()).matches();
            if (layoutRow.isTable()
                    || !labelled && layoutRow.text().matches(".*[。；].*")
                    || layoutRow.marker().isPresent()) {
                return;
            }
            list = list.plus(layoutRow.mappedText());
            boolean last = layoutRow.text().matches(".*[：:]")
                    || labelled
                            && !layoutRow.reachesMargin()
                            && !layoutRow.text().matches(".*[、，,;；]");
            if (last) {
                String text = list.text();
                if (!SENTENCE.matcher(text).matches() && text.length() <= 400) {
                    int from = LABEL.matcher(text).matches()
                            ? text.replace(':', '：').indexOf('：') + 1
                            : 0;
                    charLedger.assign(list.sub(0, from), Disposition.LABEL);
                    document.recipients.addAll(NameListParser.parse(list.sub(from), charLedger));
                    rows.moveTo(i + 1);
                }
                return;
            }
            if (!layoutRow.reachesMargin() && !layoutRow.text().matches(".*[、，,;；]")) {
                return;
            }
        }
    }
}
