package io.noticepress.importer.clean;

import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.TextMark;
import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.source.MappedText;
import io.noticepress.importer.source.SourceDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines without what nobody reads: indents, blanks at the end, page numbers, hidden characters, addresses that strayed in. */
public final class LineCleaner {
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-—–－―─·•]+\\s*\\d{1,4}\\s*[-—–－―─·•]+|第\\s*\\d{1,4}\\s*页(?:\\s*[，,/]?\\s*共\\s*\\d{1,4}\\s*页)?|Page\\s+\\d{1,4}(?:\\s+of\\s+\\d{1,4})?|\\d{1,4}\\s*/\\s*\\d{1,4}");
    private static final Pattern DRAWN_RULE = Pattern.compile("[-—–─━═_＿=*·★☆]{5,}|[★☆]+");
    /** Rows of tables that hold letterhead or colophon in place. */
    private static final Pattern LAYOUT_TABLE_ROW = Pattern.compile(".*文件|.*〔\\d{4}〕.*|.*签发人.*|抄送.*|.*日\\s*印发");

    /** What may stand in a running head or foot of the first or last page. */
    private static final Pattern RUNNING_ELEMENT = Pattern.compile(
            "\\p{IsHan}{2,60}(?:文件|会议纪要)|\\p{IsHan}{2,24}〔\\d{4}〕\\d{1,5}号(?:签发人[：:].*)?|[抄分]送[：:].*|.*日印发");

    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S+");
    private static final Pattern REDIRECT = Pattern.compile(".*(?:link\\?url=|/redirect|url\\?q=|[?&]target=http).*");

    /** How many lines a page has at least; half of them are wider than cells of a table that were set one below the other. */
    private static final int MIN_LINES_PER_PAGE = 6;

    private static final int WIDEST_CELL = 15;

    private final SourceDocument sourceDocument;
    private final CharLedger charLedger;
    private final CharCleaner charCleaner;
    private final List<List<Integer>> typedCells;
    private final List<LayoutRow> rows = new ArrayList<>();
    private final double fullLineWidth;
    private final Set<Integer> pageNumberLines;

    private LineCleaner(SourceDocument sourceDocument, CharLedger charLedger) {
        this.sourceDocument = sourceDocument;
        this.charLedger = charLedger;
        this.charCleaner = new CharCleaner(charLedger);
        this.typedCells = PlainTextTables.cellLengths(sourceDocument.lines());
        this.fullLineWidth = measureFullLine(sourceDocument.lines());
        this.pageNumberLines = findPageNumbers(sourceDocument.lines());
    }

    /** Lines that are a number alone, and the next above and below them far away: pages. */
    private static Set<Integer> findPageNumbers(List<ExtractedLine> lines) {
        Set<Integer> found = new HashSet<>();
        int last = 0;
        int end = lines.size() - 1;
        while (end > 0 && lines.get(end).text().isBlank()) {
            end--;
        }
        int since = MIN_LINES_PER_PAGE;
        int wide = MIN_LINES_PER_PAGE;
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text().strip();
            boolean bare = text.matches("\\d{1,3}");
            if (bare || PAGE_NUMBER.matcher(text).matches()) {
                int number = Integer.parseInt(text.replaceFirst("\\D*(\\d+).*", "$1"));
                boolean page = since >= MIN_LINES_PER_PAGE && wide * 2 >= MIN_LINES_PER_PAGE || i == end;
                if (page && number == last + 1) {
                    found.add(i);
                } else if (bare) {
                    return Set.of();
                }
                last = number;
                since = 0;
                wide = 0;
            } else {
                since += text.isEmpty() ? 0 : 1;
                wide += LayoutRow.width(text) >= WIDEST_CELL ? 1 : 0;
            }
        }
        return found.size() > 1 ? found : Set.of();
    }

    /** The rows of a source. */
    public static List<LayoutRow> cleanRows(SourceDocument sourceDocument, CharLedger charLedger) {
        return new LineCleaner(sourceDocument, charLedger).cleanRows();
    }

    /** How wide a full line is if the lines were broken to a measure; 0 if each line is a paragraph. */
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
        long near = java.util.Arrays.stream(widths)
                .filter(width -> width >= full - 3 && width <= full + 4)
                .count();
        return full <= 60 && full >= 12 && near * 3 >= widths.length ? full : 0;
    }

    private List<LayoutRow> cleanRows() {
        int gap = 0;
        boolean turned = false;
        int page = 1;
        for (int i = 0; i < sourceDocument.lines().size(); i++) {
            ExtractedLine extractedLine = sourceDocument.lines().get(i);
            int from = sourceDocument.lineStarts().get(i);
            if (extractedLine.kind() == ExtractedLine.LineKind.REMARK
                    || extractedLine.kind() == ExtractedLine.LineKind.NOTE) {
                continue;
            }
            if (extractedLine.kind() == ExtractedLine.LineKind.LEFT_OUT) {
                charLedger.assignIfOpen(
                        from, from + extractedLine.text().length(), Disposition.of(extractedLine.reason()));
                continue;
            }
            if (extractedLine.kind() == ExtractedLine.LineKind.EDGE && !isRunningElement(extractedLine)) {
                charLedger.assignIfOpen(from, from + extractedLine.text().length(), Disposition.PAGE_EDGE);
                continue;
            }
            List<MappedText> cells = cells(extractedLine, from, typedCells.get(i));
            MappedText words = cells.isEmpty() ? lineText(extractedLine, from) : MappedText.concat(cells);
            boolean marked =
                    words.text().matches("(?s).*[ \\u3000]") && !words.text().isBlank();
            MappedText bare = charCleaner.stripped(words);
            turned |= extractedLine.page() > page;
            page = Math.max(page, extractedLine.page());
            if (bare.isEmpty()
                    && extractedLine.cellLengths().isEmpty()
                    && extractedLine.computedLabel().isEmpty()) {
                gap++;
            } else if (cells.isEmpty()
                    && (pageNumberLines.contains(i)
                            || PAGE_NUMBER.matcher(bare.text()).matches())) {
                charLedger.assign(bare, Disposition.PAGE_NUMBER);
                turned = true;
            } else if (cells.isEmpty() && DRAWN_RULE.matcher(bare.text()).matches()) {
                charLedger.assign(bare, Disposition.RULE);
                gap++;
            } else {
                int edge = words.text().indexOf(bare.text());
                double indent = extractedLine.indent() >= 0
                        ? extractedLine.indent()
                        : LayoutRow.width(words.text().substring(0, edge));
                boolean full = extractedLine.reach() >= 0
                        ? extractedLine.reach() > 0.88 && extractedLine.indent() <= 4.5
                        : fullLineWidth > 0 && LayoutRow.width(words.text().strip()) >= fullLineWidth - 2.6;
                rows.add(new LayoutRow(
                        MappedText.unmapped(extractedLine.computedLabel()).plus(bare),
                        gap,
                        indent,
                        marked,
                        full,
                        extractedLine.kind() == ExtractedLine.LineKind.PARAGRAPH
                                || extractedLine.kind() == ExtractedLine.LineKind.EDGE,
                        turned || edge == 1 && gap == 0 && fullLineWidth > 0,
                        cells));
                gap = 0;
                turned = false;
            }
        }
        removeStrayLinks();
        return rows;
    }

    /** Whether lines were broken to a measure. */
    public static boolean isWrapped(SourceDocument sourceDocument) {
        return measureFullLine(sourceDocument.lines()) > 0
                || sourceDocument.lines().stream()
                        .anyMatch(extractedLine ->
                                extractedLine.kind() == ExtractedLine.LineKind.LINE && extractedLine.reach() >= 0);
    }

    /** Whether a running head is the letterhead or the number, or a foot the colophon, that stands nowhere else. */
    private boolean isRunningElement(ExtractedLine extractedLine) {
        String plain = extractedLine.text().replaceAll("[\\s\\u3000]+", "");
        return RUNNING_ELEMENT.matcher(plain).matches()
                && sourceDocument.lines().stream()
                        .filter(other -> other.kind() != ExtractedLine.LineKind.EDGE
                                && other.kind() != ExtractedLine.LineKind.LEFT_OUT)
                        .noneMatch(other ->
                                other.text().replaceAll("[\\s\\u3000]+", "").equals(plain))
                && sourceDocument.lines().stream()
                        .filter(other ->
                                other.text().replaceAll("[\\s\\u3000]+", "").equals(plain))
                        .findFirst()
                        .filter(other -> other == extractedLine)
                        .isPresent();
    }

    /** The words of a line; those of cells that only serve the layout with blanks between. */
    private MappedText lineText(ExtractedLine extractedLine, int start) {
        MappedText out = MappedText.EMPTY;
        int from = 0;
        for (int length : extractedLine.cellLengths()) {
            boolean between = !out.isEmpty() && length > 0;
            out = out.plus(MappedText.unmapped(between ? "  " : ""))
                    .plus(textWithMarks(extractedLine, start, from, from + length));
            from += length;
        }
        return out.plus(
                textWithMarks(extractedLine, start, from, extractedLine.text().length()));
    }

    /** A stretch of a line, with what its marks insert and without the blanks they call spacing. */
    private MappedText textWithMarks(ExtractedLine extractedLine, int start, int from, int to) {
        MappedText out = MappedText.EMPTY;
        int at = from;
        for (TextMark textMark : extractedLine.marks()) {
            boolean within = textMark.from() >= from && (textMark.from() < to || textMark.to() == to && from < to);
            boolean last = textMark.from() == to && to == extractedLine.text().length();
            if (!within && !last || textMark.from() < at) {
                continue;
            }
            if (textMark.kind() == TextMark.MarkKind.INSERTED) {
                out = out.plus(MappedText.of(sourceDocument.text(), start + at, start + textMark.from()))
                        .plus(MappedText.unmapped(textMark.text()));
                at = textMark.from();
            } else if (textMark.kind() == TextMark.MarkKind.SPACING) {
                out = out.plus(MappedText.of(sourceDocument.text(), start + at, start + textMark.from()));
                charLedger.assignIfOpen(start + textMark.from(), start + textMark.to(), Disposition.SPACING);
                at = textMark.to();
            }
        }
        return charCleaner.visible(out.plus(MappedText.of(sourceDocument.text(), start + at, start + to)));
    }

    private List<MappedText> cells(ExtractedLine extractedLine, int start, List<Integer> typed) {
        boolean layout = extractedLine.kind() == ExtractedLine.LineKind.EDGE
                || LAYOUT_TABLE_ROW.matcher(extractedLine.text().strip()).matches();
        List<Integer> lengths = typed.isEmpty() ? extractedLine.cellLengths() : typed;
        List<MappedText> cells = new ArrayList<>();
        int from = 0;
        for (int length : layout || lengths.size() < 2 ? List.<Integer>of() : lengths) {
            int end = from + length;
            while (!typed.isEmpty() && end > from && extractedLine.text().charAt(end - 1) == '\t') {
                end--;
            }
            charLedger.assignIfOpen(start + end, start + from + length, Disposition.CELL_BREAK);
            cells.add(charCleaner.stripped(textWithMarks(extractedLine, start, from, end)));
            from += length;
        }
        return cells;
    }

    /** A line that is only an address, amid a sentence, came in with a copied page; so did any address of a search engine. */
    private void removeStrayLinks() {
        for (int i = rows.size() - 1; i > 0; i--) {
            LayoutRow layoutRow = rows.get(i);
            if (!LINK.matcher(layoutRow.text()).matches()) {
                continue;
            }
            LayoutRow before = rows.get(i - 1);
            boolean amid = before.reachesMargin()
                    && !before.endsSentence()
                    && i + 1 < rows.size()
                    && rows.get(i + 1).startsPage();
            if (amid || REDIRECT.matcher(layoutRow.text()).matches()) {
                charLedger.assign(layoutRow.mappedText(), Disposition.STRAY_LINK);
                rows.remove(i);
            }
        }
    }
}
