package io.noticepress.importer.recognise;

import io.noticepress.content.frontmatter.KindMatcher;
import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.clean.CharCleaner;
import io.noticepress.importer.clean.DateParser;
import io.noticepress.importer.clean.DocumentPatterns;
import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.source.MappedText;
import io.noticepress.model.DocumentNumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the title and the recipients below the masthead (GB/T 9704-2012, 7.3.1 and 7.3.2).
 *
 * <p>Example: {@code 关于开展检查的} and {@code 通知} give the title {@code 关于开展检查的通知}; {@code 各区、各部门：} gives two recipients.
 */
final class TitleAndRecipients {
    private static final int MAX_ROWS = 6;
    private static final int MAX_ROW_WIDTH = 90;
    /** Kinds of documents without recipients. */
    private static final Set<String> UNADDRESSED =
            Set.of("gonggao", "tonggao", "jueyi", "gongbao", "mingling", "jiyao");

    private static final Pattern LABEL = Pattern.compile("(?i)(?:主\\s*送|To)\\s*[：:].*");
    private static final Pattern SENTENCE = Pattern.compile(".*(?:如下|以下|现将|为了|根据|按照|附件|认为|指出|强调|要求|决定).*");

    private static final Pattern DATE_LINE =
            Pattern.compile("(?:(?:Date|Issued|日\\s*期)\\s*[：:]\\s*|[（(])?(?<day>" + DateParser.DATE_REGEX + ")[）)]?");
    /** The beginning of an adoption note, whose end may be on the next line: （2031年4月15日示例省第五次…. */
    private static final Pattern BRACKETED_DATE = Pattern.compile("[（(]" + DateParser.DATE_REGEX);

    private static final int MAX_LONE_TITLE_WIDTH = 34;

    private final RowCursor rows;
    private final CharLedger charLedger;
    private final CharCleaner charCleaner;
    private final RecognisedDocument document;
    private final KindMatcher kinds;

    TitleAndRecipients(RowCursor rows, CharLedger charLedger, RecognisedDocument document, KindMatcher kinds) {
        this.rows = rows;
        this.charLedger = charLedger;
        this.charCleaner = new CharCleaner(charLedger);
        this.document = document;
        this.kinds = kinds;
    }

    /** Takes the title: the longest run of rows that ends with a kind of document, else one with 关于, else an inferred one. */
    void takeTitle() {
        if (!document.title.isEmpty()) {
            return;
        }
        int start = document.isChinese ? rows.position() : findEnglishTitle();
        MappedText title = MappedText.EMPTY;
        MappedText titleWithKind = MappedText.EMPTY;
        MappedText about = MappedText.EMPTY;
        int end = rows.position();
        int aboutEnd = end;
        for (int i = start; i < Math.min(rows.size(), start + MAX_ROWS) && !endsTitle(rows.get(i)); i++) {
            LayoutRow layoutRow = rows.get(i);
            if (!document.isChinese && !titleWithKind.isEmpty() && layoutRow.blankLinesBefore() > 0) {
                break;
            }
            title = title.plus(title.isEmpty() ? MappedText.EMPTY : MappedText.unmapped(" "))
                    .plus(layoutRow.mappedText());
            String plain = DocumentPatterns.hasHan(layoutRow.text()) ? title.withoutBlanks() : title.text();
            if (plain.length() > 3 && isBalanced(plain)) {
                boolean hasKind = kinds.byTitle(plain).isPresent();
                titleWithKind = hasKind ? title : titleWithKind;
                end = hasKind ? i + 1 : end;
                boolean hasAbout = plain.contains("关于") && !plain.contains("，");
                about = hasAbout ? title : about;
                aboutEnd = hasAbout ? i + 1 : aboutEnd;
            }
        }
        boolean lacksKind = titleWithKind.isEmpty() && !about.isEmpty();
        takeLetterhead(start, titleWithKind.isEmpty() && !lacksKind ? start : lacksKind ? aboutEnd : end);
        document.title = charCleaner.cleanTitle(lacksKind ? about : titleWithKind);
        if (document.title.isEmpty()) {
            titleFromLetterhead();
        }
        if (document.title.isEmpty()) {
            titleFromFirstRow();
        }
    }

    /** Takes the first line, or an English line in capitals, as a title without a kind. */
    private void titleFromFirstRow() {
        for (int i = rows.position();
                i < Math.min(rows.size(), rows.position() + MAX_ROWS) && !document.isChinese;
                i++) {
            if (rows.get(i).text().matches("[\\p{Lu}\\d ,.'’&/-]{8,90}")) {
                document.title = rows.remove(i).mappedText();
                document.addRemark("", "The title is inferred: it is the line in capitals and names no kind.");
                return;
            }
        }
        LayoutRow layoutRow = rows.isAtEnd() ? null : rows.get(rows.position());
        boolean isTitle = layoutRow != null
                && document.number.isEmpty()
                && rows.position() + 1 < rows.size()
                && !endsTitle(layoutRow)
                && !layoutRow.reachesMargin()
                && layoutRow.width() >= 4
                && layoutRow.width() <= MAX_LONE_TITLE_WIDTH
                && !layoutRow.text().matches(".*[，、,]")
                && rows.get(rows.position() + 1).width() > layoutRow.width();
        if (isTitle) {
            document.title = charCleaner.cleanTitle(rows.next().mappedText());
            document.addRemark("标题系推定：取自首行，不含文种。", "The title is inferred: it is the first line and names no kind.");
        }
    }

    /** Takes a date alone on a line between title and text, for a document without a date below its text. */
    void takeDate() {
        Matcher dateLine = DATE_LINE.matcher(
                rows.isAtEnd() ? "" : rows.get(rows.position()).text());
        if (dateLine.matches()) {
            MappedText words = rows.next().mappedText();
            charLedger.assign(words.sub(0, dateLine.start("day")), Disposition.NOTE_BRACKETS);
            charLedger.assign(words.sub(dateLine.start("day"), dateLine.end("day")), Disposition.DATE_FORM);
            charLedger.assign(words.sub(dateLine.end("day")), Disposition.NOTE_BRACKETS);
            document.dateOutsideText = DateParser.parse(dateLine.group("day")).or(() -> document.dateOutsideText);
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
                || layoutRow.width() > MAX_ROW_WIDTH
                || layoutRow.text().matches(DateParser.DATE_REGEX);
    }

    /** Index of the first row with a kind of document, below the names of bodies; the current row if there is none. */
    private int findEnglishTitle() {
        for (int i = rows.position(); i < Math.min(rows.size(), rows.position() + 4); i++) {
            if (!rows.get(i).isLong() && kinds.byTitle(rows.get(i).text()).isPresent()) {
                return i;
            }
        }
        return rows.position();
    }

    /** Takes the rows before the title as letterhead, and the rows of the title. */
    private void takeLetterhead(int start, int end) {
        while (rows.position() < start) {
            MappedText name = rows.next().mappedText();
            document.letterhead = document.letterhead.isEmpty()
                    ? name
                    : document.letterhead.plus(MappedText.unmapped(" ")).plus(name);
        }
        rows.moveTo(end);
    }

    /** Takes the letterhead as the title, or the code of the number: orders and announcements may have no other. */
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

    /** Takes the list of recipients that ends with a colon, with or without a label. */
    void takeRecipients() {
        boolean isUnaddressed = kinds.byTitle(document.title.withoutBlanks())
                .filter(documentKind -> UNADDRESSED.contains(documentKind.code()))
                .isPresent();
        MappedText list = MappedText.EMPTY;
        for (int i = rows.position(); i < Math.min(rows.size(), rows.position() + 8) && !isUnaddressed; i++) {
            LayoutRow layoutRow = rows.get(i);
            boolean isLabelled =
                    list.isEmpty() && LABEL.matcher(layoutRow.text()).matches();
            if (layoutRow.isTable()
                    || !isLabelled && layoutRow.text().matches(".*[。；].*")
                    || layoutRow.marker().isPresent()) {
                return;
            }
            list = list.plus(layoutRow.mappedText());
            boolean isLast = layoutRow.text().matches(".*[：:]")
                    || isLabelled
                            && !layoutRow.reachesMargin()
                            && !layoutRow.text().matches(".*[、，,;；]");
            if (isLast) {
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
