package io.noticepress.importer.recognise;

import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.clean.CharCleaner;
import io.noticepress.importer.clean.DateParser;
import io.noticepress.importer.clean.DocumentPatterns;
import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.clean.ParagraphJoiner;
import io.noticepress.importer.source.MappedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the colophon (GB/T 9704-2012, 7.4): copies to, printing office and date of printing.
 *
 * <p>Example: {@code 抄送：市人大办公室。} gives the field cc, {@code 示例市政府办公室 2031年4月5日印发} the field printed.
 */
final class Colophon {
    private static final Pattern PRINTED = Pattern.compile("(?<office>[^，。；：《》]{0,30}?)(?<blank>[\\s\\u3000]*)(?<day>"
            + DateParser.DATE_REGEX + ")(?<mark>[\\s\\u3000]*印(?:发|制)?。?)");
    private static final Pattern PRINTED_BY = Pattern.compile(
            "(?i)(?<label>(?:printed(?: and distributed)?|issued) by (?:the )?)(?<office>.{2,80}?)(?<blank>,? on )(?<day>"
                    + DateParser.DATE_REGEX + ")(?<mark>\\.?)");
    private static final Pattern COPIES = Pattern.compile("(?:[抄分印发报]\\s*[送报发]|(?i:cc|copies to|copied to))\\s*[：:].*");
    private static final Pattern KEYWORDS = Pattern.compile("主\\s*题\\s*词\\s*[：:].*");
    private static final Pattern PRINT_RUN = Pattern.compile("[（(]?(?:共印|印数[：:]?|印)\\s*\\d+\\s*份[）)]?");

    private final RowCursor rows;
    private final CharLedger charLedger;
    private final CharCleaner charCleaner;
    private final RecognisedDocument document;

    Colophon(RowCursor rows, CharLedger charLedger, RecognisedDocument document) {
        this.rows = rows;
        this.charLedger = charLedger;
        this.charCleaner = new CharCleaner(charLedger);
        this.document = document;
    }

    /** Removes the colophon from the rows, below the notice or below its annexes. */
    void take() {
        for (int i = 0; i < rows.size(); i++) {
            LayoutRow layoutRow = rows.get(i);
            if (layoutRow.isTable()) {
                continue;
            }
            Matcher print = printedMatcher(layoutRow);
            if (COPIES.matcher(layoutRow.text()).matches()) {
                takeCopies(i--);
            } else if (print.matches() && document.printDate.isEmpty() && isOffice(print)) {
                takePrinted(layoutRow.mappedText(), print);
                rows.remove(i--);
                boolean isOfficeAbove = document.printingOffice.isEmpty()
                        && i >= 0
                        && DocumentPatterns.isBodyName(rows.get(i).text())
                        && rows.get(i).width() <= 30
                        && !rows.get(i).endsSentence();
                if (isOfficeAbove) {
                    document.printingOffice = rows.remove(i--).mappedText();
                }
            } else if (KEYWORDS.matcher(layoutRow.text()).matches()) {
                charLedger.assign(layoutRow.mappedText(), Disposition.KEYWORDS);
                rows.remove(i--);
            } else if (PRINT_RUN.matcher(layoutRow.text()).matches()) {
                charLedger.assign(layoutRow.mappedText(), Disposition.PRINT_RUN);
                rows.remove(i--);
            }
        }
        document.printingOffice = charCleaner.withoutStrayBlanks(document.printingOffice);
    }

    private static Matcher printedMatcher(LayoutRow layoutRow) {
        String text = layoutRow.isLong() ? "" : layoutRow.text();
        Matcher english = PRINTED_BY.matcher(text);
        return english.matches() ? english : PRINTED.matcher(text);
    }

    /** Whether the date follows an office or nothing; otherwise the line is the end of a wrapped sentence. */
    private static boolean isOffice(Matcher print) {
        String office = print.group("office");
        return office.isEmpty() || print.group("blank").length() > 1 || DocumentPatterns.isBodyName(office);
    }

    private void takePrinted(MappedText words, Matcher print) {
        charLedger.assign(words.sub(0, print.start("office")), Disposition.LABEL);
        document.printingOffice = words.sub(print.start("office"), print.end("office"));
        charLedger.assign(words.sub(print.start("blank"), print.end("blank")), Disposition.STRAY_SPACE);
        charLedger.assign(words.sub(print.start("day"), print.end("day")), Disposition.DATE_FORM);
        charLedger.assign(words.sub(print.start("mark")), Disposition.LABEL);
        document.printDate = DateParser.parse(print.group("day"));
    }

    private void takeCopies(int index) {
        LayoutRow joined = rows.remove(index);
        while (index < rows.size() && continuesCopies(joined, rows.get(index))) {
            joined = ParagraphJoiner.join(joined, rows.remove(index));
        }
        int colon = joined.text().replace(':', '：').indexOf('：') + 1;
        charLedger.assign(joined.mappedText().sub(0, colon), Disposition.LABEL);
        document.cc.addAll(NameListParser.parse(joined.mappedText().sub(colon), charLedger));
    }

    private static boolean continuesCopies(LayoutRow joined, LayoutRow next) {
        boolean hasHangingIndent = joined.indent() >= 0 && next.indent() > joined.indent() + 1.5;
        return (hasHangingIndent || !joined.text().endsWith("。"))
                && !next.isTable()
                && !printedMatcher(next).matches()
                && !COPIES.matcher(next.text()).matches()
                && (hasHangingIndent || joined.reachesMargin() || joined.text().matches(".*[，、；,]"));
    }
}
