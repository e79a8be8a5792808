package io.noticepress.extract.pdf;

import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.ExtractedLine.LineKind;
import io.noticepress.extract.TextMark;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Collects the glyphs of a page and groups them into lines, columns and ruled tables in reading order. */
final class PageTextStripper extends PDFTextStripper {
    private static final Pattern ANNEX = Pattern.compile("附件|附录|Annex|Appendix|Attachment");

    private final int page;
    private final double width;
    private final RulingLines rulingLines = new RulingLines();
    private final List<PageGlyph> glyphs = new ArrayList<>();
    private final List<List<PageGlyph>> rows = new ArrayList<>();
    private long characters;
    private long unmappedGlyphs;

    private PageTextStripper(int page, PDRectangle box) {
        this.page = page;
        this.width = box.getWidth();
        PathOperators.register(this, rulingLines, box.getHeight());
    }

    /** Reads a page; {@code page} is counted from 1. */
    static PageTextStripper of(PDDocument document, int page) throws IOException {
        PageTextStripper stripper =
                new PageTextStripper(page, document.getPage(page - 1).getCropBox());
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.setSuppressDuplicateOverlappingText(false);
        stripper.writeText(document, new StringWriter());
        stripper.rows.addAll(stripper.groupIntoRows());
        return stripper;
    }

    /** The number of characters on the page. */
    long characters() {
        return characters;
    }

    /** The number of glyphs without a Unicode mapping. */
    long unmappedGlyphs() {
        return unmappedGlyphs;
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        unmappedGlyphs += font.toUnicode(code) == null ? 1 : 0;
        super.showGlyph(rendering, font, code, displacement);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String text = position.getUnicode() == null ? "" : withoutSurrogateHalves(position.getUnicode());
        characters += text.length();
        if (!text.isEmpty()) {
            double size = position.getFontSizeInPt() > 0 ? position.getFontSizeInPt() : 12;
            double x = position.getXDirAdj();
            double glyphWidth = Math.max(position.getWidthDirAdj(), 0.1);
            glyphs.add(new PageGlyph(text, x, x + glyphWidth, position.getYDirAdj(), size, isBold(position.getFont())));
        }
    }

    /** Replaces unpaired surrogates, to which some files map glyphs, by U+FFFD. */
    private static String withoutSurrogateHalves(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isBold(PDFont font) {
        PDFontDescriptor descriptor = font.getFontDescriptor();
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        return name.matches(".*(?:bold|heavy).*")
                || descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 700);
    }

    /**
     * Patterns of the first and last rows of the page, to recognise running headers and footers: text without spaces, with
     * {@code #} for each number, and the vertical position, such as {@code 第#页 201}.
     */
    List<String> edgePatterns() {
        List<String> edges = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (isEdge(i) && !ANNEX.matcher(edgePattern(rows.get(i))).lookingAt()) {
                edges.add(edgePattern(rows.get(i)));
            }
        }
        return edges;
    }

    private boolean isEdge(int row) {
        return row < 2 || row >= rows.size() - 2;
    }

    private static String edgePattern(List<PageGlyph> row) {
        StringBuilder out = new StringBuilder();
        row.forEach(pageGlyph -> out.append(pageGlyph.text()));
        return out.toString().replaceAll("\\s+", "").replaceAll("\\d+", "#") + " "
                + Math.round(row.get(0).baseline() / 4);
    }

    /**
     * The lines of the page, including left-out ones: glyphs printed twice.
     *
     * @param runningEdges the edge patterns that occur on several pages
     */
    List<ExtractedLine> lines(Set<String> runningEdges) {
        List<ExtractedLine> edges = new ArrayList<>();
        List<List<PageGlyph>> body = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (isEdge(i) && runningEdges.contains(edgePattern(rows.get(i)))) {
                toLines(rows.get(i), 0, 1).forEach(line -> edges.add(line.asEdge()));
            } else {
                body.add(rows.get(i));
            }
        }
        List<ExtractedLine> lines = new ArrayList<>(edges);
        lines.addAll(bodyLines(body));
        return lines;
    }

    private List<ExtractedLine> bodyLines(List<List<PageGlyph>> body) {
        List<ExtractedLine> lines = new ArrayList<>();
        RuledTableBuilder table = new RuledTableBuilder(rulingLines.tableGrids(), page);
        List<List<PageGlyph>> textRows = new ArrayList<>();
        for (List<PageGlyph> row : body) {
            List<ExtractedLine> tableLines = new ArrayList<>();
            List<PageGlyph> outside = row.stream()
                    .filter(pageGlyph -> !table.addIfInside(pageGlyph, tableLines))
                    .toList();
            if (outside.size() < row.size()) {
                lines.addAll(columnLines(textRows, body));
                textRows.clear();
            }
            lines.addAll(tableLines);
            if (!outside.isEmpty()) {
                table.finish(lines);
                textRows.add(outside);
            }
        }
        table.finish(lines);
        lines.addAll(columnLines(textRows, body));
        return lines;
    }

    /** The lines of rows in one or two columns. Text in one column is measured against the whole body of the page. */
    private List<ExtractedLine> columnLines(List<List<PageGlyph>> rows, List<List<PageGlyph>> body) {
        List<ExtractedLine> lines = new ArrayList<>();
        ColumnGap.find(rows, width)
                .map(columnGap -> columnGap.readingOrder(rows))
                .orElse(List.of())
                .forEach(block -> lines.addAll(lines(block, block)));
        return lines.isEmpty() ? lines(rows, body) : lines;
    }

    /** The lines of {@code rows}; the edges for indent and reach are those of {@code all}, the rows of the page or column. */
    private List<ExtractedLine> lines(List<List<PageGlyph>> rows, List<List<PageGlyph>> all) {
        // A row of a few glyphs, such as a page number, does not define the left edge.
        double left = all.stream()
                .filter(row -> length(row) > 6)
                .mapToDouble(row -> row.get(0).x())
                .min()
                .orElseGet(() ->
                        all.stream().mapToDouble(row -> row.get(0).x()).min().orElse(0));
        double longest = all.stream()
                .mapToDouble(row -> row.get(row.size() - 1).endX())
                .max()
                .orElse(1);
        boolean isColumn = rows == all && longest - left < 0.5 * width;
        double right = isColumn || longest - left > 0.7 * (width - 2 * left) ? longest : width - left;
        List<ExtractedLine> lines = new ArrayList<>();
        rows.forEach(row -> lines.addAll(toLines(row, left, right)));
        return lines;
    }

    private static int length(List<PageGlyph> row) {
        return row.stream().mapToInt(pageGlyph -> pageGlyph.text().length()).sum();
    }

    private List<List<PageGlyph>> groupIntoRows() {
        List<PageGlyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(PageGlyph::baseline));
        List<List<PageGlyph>> rows = new ArrayList<>();
        double y = Double.NEGATIVE_INFINITY;
        for (PageGlyph pageGlyph : sorted) {
            if (rows.isEmpty() || pageGlyph.baseline() - y > pageGlyph.size() * 0.45) {
                rows.add(new ArrayList<>());
                y = pageGlyph.baseline();
            }
            rows.get(rows.size() - 1).add(pageGlyph);
        }
        rows.forEach(row -> row.sort(Comparator.comparingDouble(PageGlyph::x)));
        return rows;
    }

    /** One line, followed by the glyphs that are left out because they overprint the previous one to look bold. */
    private List<ExtractedLine> toLines(List<PageGlyph> row, double left, double right) {
        List<ExtractedLine> lines = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        PageGlyph previous = null;
        List<ExtractedLine> overprints = new ArrayList<>();
        List<TextMark> marks = new ArrayList<>();
        for (PageGlyph pageGlyph : row) {
            boolean isOverprint = previous != null
                    && previous.text().equals(pageGlyph.text())
                    && !pageGlyph.text().isBlank()
                    && pageGlyph.x() - previous.x() < pageGlyph.size() * 0.25;
            if (isOverprint) {
                overprints.add(ExtractedLine.leftOut(pageGlyph.text(), "overprint"));
                continue;
            }
            if (pageGlyph.bold()) {
                marks.add(new TextMark(
                        TextMark.MarkKind.BOLD,
                        text.length(),
                        text.length() + pageGlyph.text().length(),
                        ""));
            }
            text.append(pageGlyph.text());
            previous = pageGlyph;
        }
        double size = row.get(0).size();
        lines.add(new ExtractedLine(
                LineKind.LINE,
                text.toString(),
                "",
                page,
                Math.max(0, (row.get(0).x() - left) / size),
                Math.min(1, (row.get(row.size() - 1).endX() - left) / Math.max(1, right - left)),
                marks,
                List.of(),
                ""));
        lines.addAll(overprints);
        return lines;
    }
}
