package io.noticepress.importer.recognise;

import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.clean.CharCleaner;
import io.noticepress.importer.clean.DateParser;
import io.noticepress.importer.clean.DocumentPatterns;
import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.source.MappedText;
import io.noticepress.model.DocumentNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the masthead, all that precedes the title (GB/T 9704-2012, 7.2): copy number, urgency, letterhead, document number
 * and signer.
 *
 * <p>Example: {@code 000123}, {@code 特急}, {@code 示例市人民政府文件} and {@code 示府发〔2031〕8号　签发人：示范} give the letterhead
 * {@code 示例市人民政府文件} and the number {@code 示府发〔2031〕8号}; the rest is dropped, urgency and signer with a remark.
 */
final class Masthead {
    private static final Pattern COPY_NUMBER = Pattern.compile("(?:份号[：:]?)?0\\d{5}");
    private static final Pattern URGENCY = Pattern.compile("(?:紧急程度[：:]?)?(?:特急|加急|平急|特提|急件)");
    private static final Pattern SIGNER = Pattern.compile("(?<number>.*?)\\s*签\\s*发\\s*人?\\s*[：:].*");
    private static final Pattern SERIAL_NUMBER = Pattern.compile("[（(]?第[1-9]\\d{0,4}号[）)]?");
    /** The issue number of minutes or a bulletin, which is not a document number: 〔2031〕第3期, 第5期, 〔2031〕18号. */
    private static final Pattern ISSUE_NUMBER = Pattern.compile(
            "[（(]?(?:(?:[〔\\[【﹝（(]?\\d{4}[〕\\]】﹝）)]?年?)?第?\\d{1,4}[期次]|[〔\\[【﹝]\\d{4}[〕\\]】﹞]第?\\d{1,4}号)(?:[（(]?总第?\\d{1,4}期[）)]?)?[）)]?");

    private static final Pattern OFFICE_AND_DATE =
            Pattern.compile("(?<office>\\S.{1,28}[^\\s：:])(?<blank>[\\s\\u3000]+)(?<day>" + DateParser.DATE_REGEX
                    + ")(?<mark>\\s*(?:编|编印)?)");
    private static final Pattern LETTERHEAD = Pattern.compile(".*(?:文件|纪要|令|公告|通告|简报|[^签发]函)|会议纪要");
    private static final Pattern ENGLISH_NUMBER =
            Pattern.compile("(?i)(?:\\p{L}+\\s+)?No\\.?\\s*\\d{1,5}(?:\\s*[\\[(〔]\\d{4}[\\])〕]"
                    + "|\\s*(?:of|,|/)\\s*\\d{4})?|.{0,40}[\\[(〔]\\d{4}[\\])〕]\\s*(?:No\\.?\\s*)?\\d{1,5}");
    /** A number after its label, or in brackets below a title. */
    private static final Pattern LABELLED_NUMBER = Pattern.compile(
            "(?:发文字号|文\\s*号|编\\s*号)\\s*[：:]\\s*(?<number>.*)|[（(](?<bracketed>\\p{IsHan}+[〔\\[【]\\d{4}.*号)[）)]");

    private static final int MAX_ROWS = 16;

    private final RowCursor rows;
    private final CharLedger charLedger;
    private final CharCleaner charCleaner;
    private final RecognisedDocument document;
    private final Set<String> issuerNames;
    private final List<MappedText> bodies = new ArrayList<>();
    private MappedText letterheadSuffix = MappedText.EMPTY;

    /** A recogniser that knows the names of the site's issuers, without white space and in lower case. */
    Masthead(RowCursor rows, CharLedger charLedger, RecognisedDocument document, Set<String> issuerNames) {
        this.rows = rows;
        this.charLedger = charLedger;
        this.charCleaner = new CharCleaner(charLedger);
        this.document = document;
        this.issuerNames = issuerNames;
    }

    /** Takes the rows of the masthead. */
    void take() {
        int numberRow = findNumberRow();
        int end = numberRow < 0 ? findEnd() : numberRow;
        while (rows.position() < end) {
            takeRow(rows.next());
        }
        moveNameIntoTitle(numberRow >= 0);
        setLetterhead();
        if (numberRow >= 0) {
            takeNumberRow(rows.next());
            if (!rows.isAtEnd() && isOfficeAndDate(rows.get(rows.position()))) {
                takeRow(rows.next());
                setLetterhead();
            }
        }
    }

    /** Index of the row with the document number; -1 if there is none above the text. */
    private int findNumberRow() {
        for (int i = 0; i < Math.min(rows.size(), MAX_ROWS); i++) {
            LayoutRow layoutRow = rows.get(i);
            if (layoutRow.isLong()) {
                return -1;
            }
            String text = layoutRow.isTable() ? "" : numberText(layoutRow.text());
            boolean isSerial = i > 0
                    && SERIAL_NUMBER.matcher(text.replaceAll("\\s", "")).matches()
                    && LETTERHEAD
                            .matcher(rows.get(i - 1).mappedText().withoutBlanks())
                            .matches();
            if (isSerial || isNumber(text)) {
                return i;
            }
            if (layoutRow.text().matches(".*[。：:；！？]")
                    && !SIGNER.matcher(layoutRow.text()).matches()) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isNumber(String text) {
        if (!document.isChinese && ENGLISH_NUMBER.matcher(text).matches()) {
            return true;
        }
        return DocNumberNormalizer.isNumber(text);
    }

    /** The number in a row, without its label or brackets and without the signer. */
    private static String numberText(String text) {
        Matcher signer = SIGNER.matcher(text);
        return LABELLED_NUMBER
                .matcher(signer.matches() ? signer.group("number") : text)
                .replaceFirst("${number}${bracketed}");
    }

    /** End of the masthead of a document without a number. */
    private int findEnd() {
        int end = 0;
        boolean hasLetterhead = false;
        while (end < Math.min(rows.size(), 8) && !rows.get(end).isLong()) {
            LayoutRow layoutRow = rows.get(end);
            String plain = layoutRow.mappedText().withoutBlanks();
            boolean isMasthead = isLetterhead(plain)
                    || COPY_NUMBER.matcher(plain).matches()
                    || URGENCY.matcher(plain).matches()
                    || SIGNER.matcher(layoutRow.text()).matches()
                    || hasLetterhead && (ISSUE_NUMBER.matcher(plain).matches() || isOfficeAndDate(layoutRow))
                    || issuerNames.contains(plain.toLowerCase(Locale.ROOT))
                            && end + 1 < rows.size()
                            && !isStartOfTitle(end);
            boolean isTitle = hasLetterhead && plain.endsWith("纪要");
            if (!isMasthead || isTitle || layoutRow.isTable()) {
                return end;
            }
            hasLetterhead |= LETTERHEAD.matcher(plain).matches();
            end++;
        }
        return end;
    }

    private boolean isLetterhead(String plain) {
        String body = IssuerMatcher.LETTERHEAD_SUFFIX.matcher(plain).replaceFirst("");
        boolean isNamed = body.isEmpty()
                || DocumentPatterns.isBodyName(body)
                || issuerNames.contains(body.toLowerCase(Locale.ROOT));
        return LETTERHEAD.matcher(plain).matches()
                && !plain.contains("关于")
                && plain.length() <= 30
                && (isNamed || !plain.matches(".*(?:公告|通告|令)"));
    }

    /** Whether a row is the name of the issuer that begins the title, which continues in the next row. */
    private boolean isStartOfTitle(int index) {
        LayoutRow next = rows.get(index + 1);
        return next.text().startsWith("关于") && next.blankLinesBefore() == 0;
    }

    private static boolean isOfficeAndDate(LayoutRow layoutRow) {
        return !layoutRow.isTable() && OFFICE_AND_DATE.matcher(layoutRow.text()).matches();
    }

    private void takeRow(LayoutRow layoutRow) {
        String plain = layoutRow.mappedText().withoutBlanks();
        Matcher office = OFFICE_AND_DATE.matcher(layoutRow.text());
        if (COPY_NUMBER.matcher(plain).matches()) {
            charLedger.assign(layoutRow.mappedText(), Disposition.COPY_NUMBER);
        } else if (URGENCY.matcher(plain).matches()) {
            charLedger.assign(layoutRow.mappedText(), Disposition.URGENCY);
            document.addRemark("紧急程度：" + plain.replaceFirst("紧急程度[：:]?", ""), "urgency: " + plain);
        } else if (ISSUE_NUMBER.matcher(plain).matches()) {
            charLedger.assign(layoutRow.mappedText(), Disposition.ISSUE_NUMBER);
            document.addRemark("期号：" + plain + "（不是发文字号，没有对应字段）", "issue: " + plain + " (no document number)");
        } else if (SIGNER.matcher(plain).matches()) {
            dropSigner(layoutRow.mappedText());
        } else if (office.matches() && !layoutRow.text().contains("关于")) {
            document.signatories.add(
                    charCleaner.withoutStrayBlanks(layoutRow.mappedText().sub(0, office.end("office"))));
            charLedger.assign(
                    layoutRow.mappedText().sub(office.start("blank"), office.end("blank")), Disposition.STRAY_SPACE);
            charLedger.assign(
                    layoutRow.mappedText().sub(office.start("day"), office.end("day")), Disposition.DATE_FORM);
            charLedger.assign(layoutRow.mappedText().sub(office.start("mark")), Disposition.LABEL);
            document.issued = DateParser.parse(office.group("day"));
            document.addRemark("成文日期系推定：取自版头。", "The date of issue is inferred: it stands in the letterhead.");
        } else if (layoutRow.text().contains("关于") || !document.title.isEmpty()) {
            document.title = charCleaner.cleanTitle(document.title.plus(layoutRow.mappedText()));
        } else if (isTitle(plain)) {
            document.title = charCleaner.cleanTitle(layoutRow.mappedText());
        } else {
            splitBodies(layoutRow.mappedText()).forEach(name -> addBody(charCleaner.withoutStrayBlanks(name)));
        }
    }

    /** Whether a line below the name of a body is the title, a kind of document: 责令改正通知书. */
    private boolean isTitle(String plain) {
        return document.isChinese
                && !bodies.isEmpty()
                && plain.length() > 4
                && plain.matches(".*[书表案单]")
                && !issuerNames.contains(plain);
    }

    /** The bodies on a line: several if each of its words may be the name of one. */
    private List<MappedText> splitBodies(MappedText line) {
        List<MappedText> names = new ArrayList<>();
        Matcher word = Pattern.compile("\\S+").matcher(line.text());
        int from = 0;
        while (word.find()) {
            if (!DocumentPatterns.hasHan(word.group())
                    || word.group().length() < 4
                    || !DocumentPatterns.isBodyName(word.group())) {
                return List.of(line);
            }
            names.add(line.sub(from, word.end()));
            from = word.end();
        }
        return names.stream().map(charCleaner::stripped).toList();
    }

    /** Adds a body, and 文件 after its name or on a line of its own; 文件 follows the last body. */
    private void addBody(MappedText name) {
        int nameEnd = name.text().endsWith("文件") ? name.length() - 2 : name.length();
        if (nameEnd < name.length()) {
            letterheadSuffix = name.sub(nameEnd);
        }
        if (nameEnd > 0) {
            bodies.add(charCleaner.stripped(name.sub(0, nameEnd)));
        }
    }

    /** Moves the name of a body above 关于 into the title, if the document has a number and the letterhead no 文件. */
    private void moveNameIntoTitle(boolean hasNumber) {
        if (hasNumber && document.title.text().startsWith("关于") && letterheadSuffix.isEmpty()) {
            document.title = joinWithBlanks(bodies).plus(document.title);
            bodies.clear();
        }
    }

    private void setLetterhead() {
        document.letterhead = joinWithBlanks(bodies).plus(letterheadSuffix);
    }

    private static MappedText joinWithBlanks(List<MappedText> names) {
        MappedText joined = MappedText.EMPTY;
        for (MappedText name : names) {
            joined = joined.isEmpty()
                    ? name
                    : joined.plus(MappedText.unmapped(" ")).plus(name);
        }
        return joined;
    }

    private void dropSigner(MappedText words) {
        String remark = words.text().strip().replaceAll("[\\s\\u3000]+", " ");
        document.addRemark(remark, remark);
        charLedger.assign(words, Disposition.SIGNER);
    }

    private void takeNumberRow(LayoutRow layoutRow) {
        MappedText words = layoutRow.mappedText();
        Matcher signer = SIGNER.matcher(layoutRow.text());
        int numberEnd = signer.matches() ? signer.end("number") : words.length();
        if (numberEnd < words.length()) {
            dropSigner(words.sub(numberEnd));
        }
        Matcher labelled = LABELLED_NUMBER.matcher(words.text().substring(0, numberEnd));
        boolean isLabelled = labelled.matches();
        String group = isLabelled && labelled.group("number") == null ? "bracketed" : "number";
        int start = isLabelled ? labelled.start(group) : 0;
        int end = isLabelled ? labelled.end(group) : numberEnd;
        charLedger.assign(words.sub(0, start), Disposition.LABEL);
        charLedger.assign(words.sub(end, numberEnd), Disposition.LABEL);
        MappedText number = words.sub(start, end);
        boolean isFreeText =
                !document.isChinese && DocumentNumber.parse(number.text()).isEmpty();
        document.number =
                Optional.of(isFreeText ? number : DocNumberNormalizer.normalized(number, charLedger, document));
    }
}
