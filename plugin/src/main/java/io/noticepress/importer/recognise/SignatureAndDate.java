package io.noticepress.importer.recognise;

import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.clean.CharCleaner;
import io.noticepress.importer.clean.DateParser;
import io.noticepress.importer.clean.DocumentPatterns;
import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.source.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises what follows the text: signature, date of issue and note (GB/T 9704-2012, 7.3.5 and 7.3.6).
 *
 * <p>Example: {@code 示例市人民政府}, {@code 2031年4月5日} and {@code （此件公开发布）} give the signatory, the date 2031-04-05 and the
 * note {@code 此件公开发布}.
 */
final class SignatureAndDate {
    private static final Pattern SIGNED_DATE =
            Pattern.compile("(?<sign>.{0,40}?)(?<blank>[\\s\\u3000]*)(?<day>" + DateParser.DATE_REGEX + ")");
    private static final Pattern CLOSING_FORMULA = Pattern.compile("(?:特此|此复|此令|妥否|专此|以上|当否|请予|为盼|此致|敬礼).{0,14}");
    private static final Pattern LABELLED_ROW = Pattern.compile("附\\s*件.*|.*[，、：:]|[^：:]{2,8}[：:].*");
    private static final Pattern NOTE = Pattern.compile("[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]");
    private static final Pattern VALEDICTION = Pattern.compile(
            "(?i)(?:yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|(?:kind |best )?regards|respectfully(?: yours)?)[,.]?");
    /** The name of a file to download, as web pages list them below a notice. */
    private static final Pattern FILE_NAME =
            Pattern.compile("(?:\\d{1,2}\\s*[.．、]\\s*)?(?<title>.{1,80}\\.(?:docx?|pdf|xlsx?|zip|rar|wps|et|ofd))");

    private static final Pattern DOWNLOADS = Pattern.compile("(?:相关)?附件下载[：:]?|" + FILE_NAME);
    private static final Pattern CONTACT =
            Pattern.compile("(?:联\\s*系|咨\\s*询|电|传|邮|地|网|E-?mail|Contact|Tel).{0,12}[：:].+");
    private static final int MAX_NAMES = 5;
    private static final int MAX_SIGNATURE_WIDTH = 34;
    /** An indent in em, larger than that of any paragraph. */
    private static final double RIGHT_ALIGNED_INDENT = 2.6;

    private static final int MAX_NOTE_LENGTH = 160;

    private final RowCursor rows;
    private final CharLedger charLedger;
    private final CharCleaner charCleaner;
    private final RecognisedDocument document;
    private final Set<String> issuerNames;

    SignatureAndDate(RowCursor rows, CharLedger charLedger, RecognisedDocument document, Set<String> issuerNames) {
        this.rows = rows;
        this.charLedger = charLedger;
        this.charCleaner = new CharCleaner(charLedger);
        this.document = document;
        this.issuerNames = issuerNames;
    }

    /**
     * Index of the row with the date of issue: the first date below or after the name of a body; otherwise the last date alone
     * on a line above the annexes; -1 if there is none.
     */
    int findDateRow() {
        int candidate = -1;
        boolean inAnnexes = false;
        for (int i = rows.position(); i < rows.size(); i++) {
            LayoutRow layoutRow = rows.get(i);
            if (layoutRow.isTable() || layoutRow.isLong()) {
                continue;
            }
            inAnnexes |=
                    DocumentPatterns.BARE_ANNEX_LABEL.matcher(layoutRow.text()).matches();
            Matcher dated = SIGNED_DATE.matcher(layoutRow.text());
            if (!dated.matches()) {
                continue;
            }
            String signer = dated.group("sign").strip();
            boolean isAlone = signer.isEmpty();
            boolean isBelowSignature = isAlone && i > rows.position() && isSignature(rows.get(i - 1));
            boolean isSigned = isAlone
                    ? isBelowSignature && isSignerName(rows.get(i - 1).text())
                    : (!dated.group("blank").isEmpty() || isKnownIssuer(signer) && !layoutRow.reachesMargin())
                            && isSignerName(signer)
                            && signer.matches("[^，。；：:（(]*");
            if (isSigned) {
                return i;
            }
            boolean endsText = i + 1 == rows.size()
                    || DocumentPatterns.ANNEX_LABEL
                            .matcher(rows.get(i + 1).text())
                            .matches()
                    || isNote(rows.get(i + 1));
            if (isAlone && (isBelowSignature || endsText) && !(inAnnexes && candidate >= 0)) {
                candidate = i;
            }
        }
        return candidate;
    }

    /** Whether a text may be a signatory: an issuer of the site, a body or an officer; in English, any text. */
    private boolean isSignerName(String text) {
        String plain = DocumentPatterns.withoutBlanks(text).toLowerCase(Locale.ROOT);
        return issuerNames.contains(plain)
                || (DocumentPatterns.hasHan(text)
                        ? DocumentPatterns.isBodyName(text) || DocumentPatterns.isOfficerName(text)
                        : !document.isChinese);
    }

    /** Whether a name is that of an issuer of the site, or the title or letterhead begins with it. */
    private boolean isKnownIssuer(String name) {
        String plain = DocumentPatterns.withoutBlanks(name);
        return plain.length() > 3
                && (issuerNames.contains(plain)
                        || document.title.withoutBlanks().startsWith(plain)
                        || document.letterhead.withoutBlanks().startsWith(plain));
    }

    /** Whether a row may be a line of the signature, by its form and layout. */
    private static boolean isSignature(LayoutRow layoutRow) {
        return !layoutRow.isTable()
                && !layoutRow.endsSentence()
                && layoutRow.marker().isEmpty()
                && layoutRow.width() <= MAX_SIGNATURE_WIDTH
                && !CLOSING_FORMULA.matcher(layoutRow.text()).matches()
                && (!LABELLED_ROW.matcher(layoutRow.text()).matches()
                        || DocumentPatterns.isOfficerName(layoutRow.text()))
                && (!layoutRow.reachesMargin()
                        || layoutRow.indent()
                                > (DocumentPatterns.hasHan(layoutRow.text())
                                        ? RIGHT_ALIGNED_INDENT
                                        : RIGHT_ALIGNED_INDENT / 2));
    }

    /** Takes the names below {@code Yours sincerely,} as signatories; returns the end of the text, unchanged if there is none. */
    int takeValediction(int end) {
        for (int i = Math.max(rows.position(), end - 1 - MAX_NAMES); i < end - 1; i++) {
            if (VALEDICTION.matcher(rows.get(i).text()).matches()) {
                rows.slice(i + 1, end).forEach(layoutRow -> document.signatories.add(layoutRow.mappedText()));
                return i + 1;
            }
        }
        return end;
    }

    /** Takes date and signature; returns the end of the text above them. */
    int takeDateAndSignature(int dateRow) {
        LayoutRow layoutRow = rows.get(dateRow);
        Matcher dated = SIGNED_DATE.matcher(layoutRow.text());
        dated.matches();
        charLedger.assign(layoutRow.mappedText().sub(dated.start("day"), dated.end("day")), Disposition.DATE_FORM);
        charLedger.assign(
                layoutRow.mappedText().sub(dated.start("blank"), dated.end("blank")), Disposition.STRAY_SPACE);
        document.issued = DateParser.parse(dated.group("day"));
        if (dated.end("sign") > 0) {
            addSignatories(layoutRow.mappedText().sub(0, dated.end("sign")));
            return dateRow;
        }
        int end = dateRow;
        while (end > rows.position()
                && dateRow - end < 8
                && isSignature(rows.get(end - 1))
                && (end == dateRow
                        || rows.get(end).blankLinesBefore() <= 3
                                && isSignerName(rows.get(end - 1).text()))) {
            end--;
        }
        for (int i = end; i < dateRow; i++) {
            addSignatories(rows.get(i).mappedText());
        }
        return end;
    }

    /** Adds the signatory on a line, or several bodies separated by blanks. */
    private void addSignatories(MappedText line) {
        String[] names = line.text().strip().split("[\\s\\u3000]+");
        boolean isSeveral = names.length > 1;
        for (String name : names) {
            isSeveral &= DocumentPatterns.hasHan(name) && isSignerName(name);
        }
        int from = 0;
        for (String name : isSeveral ? names : new String[] {line.text()}) {
            int at = line.text().indexOf(name, from);
            charLedger.assign(line.sub(from, at), Disposition.SEPARATOR);
            document.signatories.add(charCleaner.withSingleBlanks(line.sub(at, at + name.length())));
            from = at + name.length();
        }
        charLedger.assign(line.sub(from), Disposition.SEPARATOR);
    }

    /** Takes the date of adoption below the title as the date of issue. */
    void inferDateFromAdoption() {
        document.parts.get(0).paragraphs().stream()
                .map(layoutRow -> DocumentPatterns.ADOPTION_NOTE.matcher(layoutRow.text()))
                .filter(Matcher::matches)
                .findFirst()
                .ifPresent(found -> {
                    document.issued = DateParser.parse(found.group("day"));
                    document.addRemark("成文日期系推定：取自题注的通过日期。", "The date of issue is inferred: it is that of adoption.");
                });
    }

    /** Moves contacts and lists of downloads below the date to the end of the text. */
    void takeContacts() {
        List<LayoutRow> contacts = new ArrayList<>();
        while (!rows.isAtEnd() && isContact(rows.get(rows.position()))) {
            Matcher file = FILE_NAME.matcher(rows.get(rows.position()).text());
            if (file.matches()) {
                document.missingAnnexes.add(file.group("title"));
            }
            contacts.add(rows.next());
        }
        if (!contacts.isEmpty()) {
            RecognisedDocument.DocumentPart text = document.parts.get(0);
            contacts.addAll(0, text.paragraphs());
            document.parts.set(0, new RecognisedDocument.DocumentPart(text.title(), contacts));
        }
    }

    /** If no other date was found, takes the one above the text or beside it on a web page as the date of issue. */
    void inferDateFromOutsideText() {
        if (document.issued.isEmpty() && document.dateOutsideText.isPresent()) {
            document.issued = document.dateOutsideText;
            document.addRemark(
                    "成文日期系推定：正文之后没有，取自标题下方或网页信息表。",
                    "The date of issue is inferred: it stands above the text, or beside it on a web page.");
        }
    }

    private static boolean isContact(LayoutRow layoutRow) {
        return !layoutRow.isTable()
                && layoutRow.width() <= 60
                && (DOWNLOADS.matcher(layoutRow.text()).matches()
                        || CONTACT.matcher(layoutRow.text()).matches()
                                && !DocumentPatterns.ANNEX_LABEL
                                        .matcher(layoutRow.text())
                                        .matches());
    }

    private static boolean isNote(LayoutRow layoutRow) {
        return !layoutRow.isTable()
                && layoutRow.length() > 3
                && layoutRow.length() <= MAX_NOTE_LENGTH
                && NOTE.matcher(layoutRow.text()).matches();
    }

    /** Takes a note in brackets: （此件公开发布）. */
    void takeNote() {
        if (document.note.isEmpty() && !rows.isAtEnd() && isNote(rows.get(rows.position()))) {
            MappedText words = rows.next().mappedText();
            charLedger.assign(words.sub(0, 1), Disposition.NOTE_BRACKETS);
            charLedger.assign(words.sub(words.length() - 1), Disposition.NOTE_BRACKETS);
            document.note = words.sub(1, words.length() - 1);
        }
    }
}
