package io.noticepress.importer.clean;

import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.TextMark;
import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.source.MappedText;
import io.noticepress.importer.source.SourceDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the lines of a source into rows: removes indents, trailing blanks, page numbers, drawn rules and stray links. */
public final class LineCleaner {
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-—–－―─·•]+\\s*\\d{1,4}\\s*[-—–－―─·•]+|第\\s*\\d{1,4}\\s*页(?:\\s*[，,/]?\\s*共\\s*\\d{1,4}\\s*页)?|Page\\s+\\d{1,4}(?:\\s+of\\s+\\d{1,4})?|\\d{1,4}\\s*/\\s*\\d{1,4}");
    private static final Pattern DRAWN_RULE = Pattern.compile("[-—–─━═_＿=*·★☆]{5,}|[★☆]+");
    /** Table rows that only arrange the letterhead or the colophon. */
    private static final Pattern LAYOUT_TABLE_ROW = Pattern.compile(".*文件|.*〔\\d{4}〕.*|.*签发人.*|抄送.*|.*日\\s*印发");

    /** Elements of the document that may be in the header or footer of a page. */
    private static final Pattern RUNNING_ELEMENT = Pattern.compile(
            "\\p{IsHan}{2,60}(?:文件|会议纪要)|\\p{IsHan}{2,24}〔\\d{4}〕\\d{1,5}号(?:签发人[：:].*)?|[抄分]送[：:].*|.*日印发");

    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S+");
    private static final Pattern REDIRECT = Pattern.compile(".*(?:link\\?url=|/redirect|url\\?q=|[?&]target=http).*");

    /** The minimum number of lines of a page; at least half of them are wider than the cells of a table in one column. */
    private static final int MIN_LINES_PER_PAGE = 6;

    private static final int CELL_WIDTH = 15;

    private final SourceDocument sourceDocument;
    private final CharLedger charLedger;
    private final CharCleaner charCleaner;
    private final List<List<Integer>> typedCells;
    private final List<LayoutRow> rows = new ArrayList<>();
    private final double fullLineWidth;
    private final Set<Integer> pageNumberLines;
    /** Blank lines and drawn rules since the last row. */
    private int blankLines;

    /** Whether a page ended since the last row. */
    private boolean pageTurned;

    private int page = 1;

    private LineCleaner(SourceDocument sourceDocument, CharLedger charLedger) {
        this.sourceDocument = sourceDocument;
        this.charLedger = charLedger;
        this.charCleaner = new CharCleaner(charLedger);
        this.typedCells = PlainTextTables.cellLengths(sourceDocument.lines());
        this.fullLineWidth = measureFullLine(sourceDocument.lines());
        this.pageNumberLines = findPageNumbers(sourceDocument.lines());
    }

    /** Indexes of the lines that are page numbers: a consecutive number alone on its line, a page apart from the last one. */
    private static Set<Integer> findPageNumbers(List<ExtractedLine> lines) {
        Set<Integer> found = new HashSet<>();
        int lastNumber = 0;
        int lastLine = lines.size() - 1;
        while (lastLine > 0 && lines.get(lastLine).text().isBlank()) {
            lastLine--;
        }
        int linesSince = MIN_LINES_PER_PAGE;
        int wideLines = MIN_LINES_PER_PAGE;
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text().strip();
            boolean isBare = text.matches("\\d{1,3}");
            if (isBare || PAGE_NUMBER.matcher(text).matches()) {
                int number = Integer.parseInt(text.replaceFirst("\\D*(\\d+).*", "$1"));
                boolean isPageApart =
                        linesSince >= MIN_LINES_PER_PAGE && wideLines * 2 >= MIN_LINES_PER_PAGE || i == lastLine;
                if (isPageApart && number == lastNumber + 1) {
                    found.add(i);
                } else if (isBare) {
                    return Set.of();
                }
                lastNumber = number;
                linesSince = 0;
                wideLines = 0;
            } else {
                linesSince += text.isEmpty() ? 0 : 1;
                wideLines += LayoutRow.width(text) >= CELL_WIDTH ? 1 : 0;
            }
        }
        return found.size() > 1 ? found : Set.of();
    }

    /** Cleans the lines of a source and assigns in the ledger what is removed. */
    public static List<LayoutRow> cleanRows(SourceDocument sourceDocument, CharLedger charLedger) {
        return new LineCleaner(sourceDocument, charLedger).cleanRows();
    }

    /** The width of a full line in em if lines are wrapped; 0 if each line is a paragraph. */
    private static double measureFullLine(List<ExtractedLine> lines) {
        double[] widths = lines.stream()
                .filter(extractedLine -> extractedLine.kind() == ExtractedLine.LineKind.LINE
                        && !extractedLine.text().isBlank())
                .mapToDouble(
                        extractedLine -> LayoutRow.width(extractedLine.text().strip()))
                .sorted()
                .toArray();
        if (widths.length < 8) {
            return 0;
        }
        double full = widths[(int) (widths.length * 0.9)];
        long nearlyFull = Arrays.stream(widths)
                .filter(width -> width >= full - 3 && width <= full + 4)
                .count();
        return full <= 60 && full >= 12 && nearlyFull * 3 >= widths.length ? full : 0;
    }

    private List<LayoutRow> cleanRows() {
        for (int i = 0; i < sourceDocument.lines().size(); i++) {
            ExtractedLine extractedLine = sourceDocument.lines().get(i);
            int start = sourceDocument.lineStarts().get(i);
            if (!dropOutsideText(extractedLine, start)) {
                cleanLine(i, extractedLine, start);
            }
        }
        removeStrayLinks();
        return rows;
    }

    /** Drops a line that is not part of the text; returns whether it is one. */
    private boolean dropOutsideText(ExtractedLine extractedLine, int start) {
        int end = start + extractedLine.text().length();
        return switch (extractedLine.kind()) {
            case REMARK, NOTE -> true;
            case LEFT_OUT -> {
                charLedger.assignIfOpen(start, end, Disposition.of(extractedLine.reason()));
                yield true;
            }
            case EDGE -> {
                if (isRunningElement(extractedLine)) {
                    yield false;
                }
                charLedger.assignIfOpen(start, end, Disposition.PAGE_EDGE);
                yield true;
            }
            default -> false;
        };
    }

    private void cleanLine(int index, ExtractedLine extractedLine, int start) {
        List<MappedText> cells = cells(extractedLine, start, typedCells.get(index));
        MappedText words = cells.isEmpty() ? lineText(extractedLine, start) : MappedText.concat(cells);
        MappedText stripped = charCleaner.stripped(words);
        pageTurned |= extractedLine.page() > page;
        page = Math.max(page, extractedLine.page());
        if (stripped.isEmpty()
                && extractedLine.cellLengths().isEmpty()
                && extractedLine.computedLabel().isEmpty()) {
            blankLines++;
        } else if (cells.isEmpty()
                && (pageNumberLines.contains(index)
                        || PAGE_NUMBER.matcher(stripped.text()).matches())) {
            charLedger.assign(stripped, Disposition.PAGE_NUMBER);
            pageTurned = true;
        } else if (cells.isEmpty() && DRAWN_RULE.matcher(stripped.text()).matches()) {
            charLedger.assign(stripped, Disposition.RULE);
            blankLines++;
        } else {
            rows.add(row(extractedLine, words, stripped, cells));
            blankLines = 0;
            pageTurned = false;
        }
    }

    private LayoutRow row(ExtractedLine extractedLine, MappedText words, MappedText stripped, List<MappedText> cells) {
        int indentLength = words.text().indexOf(stripped.text());
        double indent = extractedLine.indent() >= 0
                ? extractedLine.indent()
                : LayoutRow.width(words.text().substring(0, indentLength));
        boolean hasTrailingBlank =
                words.text().matches("(?s).*[ \\u3000]") && !words.text().isBlank();
        boolean reachesMargin = extractedLine.reach() >= 0
                ? extractedLine.reach() > 0.88 && extractedLine.indent() <= 4.5
                : fullLineWidth > 0 && LayoutRow.width(words.text().strip()) >= fullLineWidth - 2.6;
        return new LayoutRow(
                MappedText.unmapped(extractedLine.computedLabel()).plus(stripped),
                blankLines,
                indent,
                hasTrailingBlank,
                reachesMargin,
                extractedLine.kind() == ExtractedLine.LineKind.PARAGRAPH
                        || extractedLine.kind() == ExtractedLine.LineKind.EDGE,
                pageTurned || indentLength == 1 && blankLines == 0 && fullLineWidth > 0,
                cells);
    }

    /** Whether the lines of a source are wrapped. */
    public static boolean isWrapped(SourceDocument sourceDocument) {
        return measureFullLine(sourceDocument.lines()) > 0
                || sourceDocument.lines().stream()
                        .anyMatch(extractedLine ->
                                extractedLine.kind() == ExtractedLine.LineKind.LINE && extractedLine.reach() >= 0);
    }

    /** Whether a header or footer is the letterhead, the number or the colophon, is nowhere else in the text, and is the first such line. */
    private boolean isRunningElement(ExtractedLine extractedLine) {
        String plain = withoutBlanks(extractedLine);
        return RUNNING_ELEMENT.matcher(plain).matches()
                && sourceDocument.lines().stream()
                        .filter(other -> other.kind() != ExtractedLine.LineKind.EDGE
                                && other.kind() != ExtractedLine.LineKind.LEFT_OUT)
                        .noneMatch(other -> withoutBlanks(other).equals(plain))
                && sourceDocument.lines().stream()
                        .filter(other -> withoutBlanks(other).equals(plain))
                        .findFirst()
                        .filter(other -> other == extractedLine)
                        .isPresent();
    }

    private static String withoutBlanks(ExtractedLine extractedLine) {
        return DocumentPatterns.withoutBlanks(extractedLine.text());
    }

    /** The text of a line; two blanks separate the cells of a layout table. */
    private MappedText lineText(ExtractedLine extractedLine, int start) {
        MappedText out = MappedText.EMPTY;
        int from = 0;
        for (int length : extractedLine.cellLengths()) {
            boolean isBetweenCells = !out.isEmpty() && length > 0;
            out = out.plus(MappedText.unmapped(isBetweenCells ? "  " : ""))
                    .plus(textWithMarks(extractedLine, start, from, from + length));
            from += length;
        }
        return out.plus(
                textWithMarks(extractedLine, start, from, extractedLine.text().length()));
    }

    /** A part of a line, with the text that its marks insert and without the blanks that they mark as spacing. */
    private MappedText textWithMarks(ExtractedLine extractedLine, int start, int from, int to) {
        MappedText out = MappedText.EMPTY;
        int copied = from;
        for (TextMark textMark : extractedLine.marks()) {
            boolean isWithin = textMark.from() >= from && (textMark.from() < to || textMark.to() == to && from < to);
            boolean isAtLineEnd =
                    textMark.from() == to && to == extractedLine.text().length();
            if (!isWithin && !isAtLineEnd || textMark.from() < copied) {
                continue;
            }
            if (textMark.kind() == TextMark.MarkKind.INSERTED) {
                out = out.plus(MappedText.of(sourceDocument.text(), start + copied, start + textMark.from()))
                        .plus(MappedText.unmapped(textMark.text()));
                copied = textMark.from();
            } else if (textMark.kind() == TextMark.MarkKind.SPACING) {
                out = out.plus(MappedText.of(sourceDocument.text(), start + copied, start + textMark.from()));
                charLedger.assignIfOpen(start + textMark.from(), start + textMark.to(), Disposition.SPACING);
                copied = textMark.to();
            }
        }
        return charCleaner.visible(out.plus(MappedText.of(sourceDocument.text(), start + copied, start + to)));
    }

    /** The cells of a table row; empty for a line of text and for a row that only arranges the layout. */
    private List<MappedText> cells(ExtractedLine extractedLine, int start, List<Integer> typedLengths) {
        boolean isLayout = extractedLine.kind() == ExtractedLine.LineKind.EDGE
                || LAYOUT_TABLE_ROW.matcher(extractedLine.text().strip()).matches();
        List<Integer> lengths = typedLengths.isEmpty() ? extractedLine.cellLengths() : typedLengths;
        List<MappedText> cells = new ArrayList<>();
        int from = 0;
        for (int length : isLayout || lengths.size() < 2 ? List.<Integer>of() : lengths) {
            int end = from + length;
            while (!typedLengths.isEmpty() && end > from && extractedLine.text().charAt(end - 1) == '\t') {
                end--;
            }
            charLedger.assignIfOpen(start + end, start + from + length, Disposition.CELL_BREAK);
            cells.add(charCleaner.stripped(textWithMarks(extractedLine, start, from, end)));
            from += length;
        }
        return cells;
    }

    /** Removes links that were copied with a web page: a line with only an address in the middle of a sentence, or a redirect. */
    private void removeStrayLinks() {
        for (int i = rows.size() - 1; i > 0; i--) {
            LayoutRow layoutRow = rows.get(i);
            if (!LINK.matcher(layoutRow.text()).matches()) {
                continue;
            }
            LayoutRow before = rows.get(i - 1);
            boolean isInSentence = before.reachesMargin()
                    && !before.endsSentence()
                    && i + 1 < rows.size()
                    && rows.get(i + 1).startsPage();
            if (isInSentence || REDIRECT.matcher(layoutRow.text()).matches()) {
                charLedger.assign(layoutRow.mappedText(), Disposition.STRAY_LINK);
                rows.remove(i);
            }
        }
    }
}
