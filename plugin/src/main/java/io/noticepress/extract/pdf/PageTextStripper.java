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

/** The letters of a page, put together to lines and tables from top to bottom and from left to right. */
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

    static PageTextStripper of(PDDocument document, int page) throws IOException {
        PageTextStripper text =
                new PageTextStripper(page, document.getPage(page - 1).getCropBox());
        text.setStartPage(page);
        text.setEndPage(page);
        text.setSuppressDuplicateOverlappingText(false);
        text.writeText(document, new StringWriter());
        text.rows.addAll(text.groupIntoRows());
        return text;
    }

    /** How many characters the page shows. */
    long characters() {
        return characters;
    }

    /** How many of its letters no character is known of. */
    long unmappedGlyphs() {
        return unmappedGlyphs;
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        unmappedGlyphs += font.toUnicode(code) == null ? 1 : 0;
        super.showGlyph(rendering, font, code, displacement);
    }

    @Override
    protected void processTextPosition(TextPosition at) {
        String text = at.getUnicode() == null ? "" : withoutSurrogateHalves(at.getUnicode());
        characters += text.length();
        if (!text.isEmpty()) {
            double size = at.getFontSizeInPt() > 0 ? at.getFontSizeInPt() : 12;
            double width = Math.max(at.getWidthDirAdj(), 0.1);
            glyphs.add(new PageGlyph(
                    text, at.getXDirAdj(), at.getXDirAdj() + width, at.getYDirAdj(), size, isBold(at.getFont())));
        }
    }

    /** Half a character, which some files map letters to, is set as the character for what is unknown. */
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

    /** The first and last lines of the page with figures alike, by which running heads and feet are known. */
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
     * The lines, and what is left out: letters printed twice.
     *
     * @param running what stands at the edges of other pages too
     */
    List<ExtractedLine> lines(Set<String> running) {
        List<ExtractedLine> heads = new ArrayList<>();
        List<List<PageGlyph>> body = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (isEdge(i) && running.contains(edgePattern(rows.get(i)))) {
                toLines(rows.get(i), 0, 1).forEach(extractedLine -> heads.add(extractedLine.asEdge()));
            } else {
                body.add(rows.get(i));
            }
        }
        List<ExtractedLine> lines = new ArrayList<>(heads);
        lines.addAll(bodyLines(body));
        return lines;
    }

    private List<ExtractedLine> bodyLines(List<List<PageGlyph>> body) {
        List<ExtractedLine> lines = new ArrayList<>();
        RuledTableBuilder table = new RuledTableBuilder(rulingLines.tableGrids(), page);
        List<List<PageGlyph>> rows = new ArrayList<>();
        for (List<PageGlyph> row : body) {
            List<ExtractedLine> tables = new ArrayList<>();
            List<PageGlyph> free = row.stream()
                    .filter(pageGlyph -> !table.addIfInside(pageGlyph, tables))
                    .toList();
            if (free.size() < row.size()) {
                lines.addAll(columnLines(rows, body));
                rows.clear();
            }
            lines.addAll(tables);
            if (!free.isEmpty()) {
                table.finish(lines);
                rows.add(free);
            }
        }
        table.finish(lines);
        lines.addAll(columnLines(rows, body));
        return lines;
    }

    /** Rows of text, in one column or two; a column alone has the width of the page. */
    private List<ExtractedLine> columnLines(List<List<PageGlyph>> rows, List<List<PageGlyph>> body) {
        List<ExtractedLine> lines = new ArrayList<>();
        ColumnGap.find(rows, width)
                .map(columnGap -> columnGap.readingOrder(rows))
                .orElse(List.of())
                .forEach(block -> lines.addAll(lines(block, block)));
        return lines.isEmpty() ? lines(rows, body) : lines;
    }

    /** Lines whose indent and reach are told by all rows of the page or column they stand in. */
    private List<ExtractedLine> lines(List<List<PageGlyph>> rows, List<List<PageGlyph>> all) {
        double left = all.stream()
                .filter(row -> length(row) > 6)
                .mapToDouble(row -> row.get(0).x())
                .min()
                .orElseGet(() ->
                        all.stream().mapToDouble(row -> row.get(0).x()).min().orElse(0));
        double reach = all.stream()
                .mapToDouble(row -> row.get(row.size() - 1).endX())
                .max()
                .orElse(1);
        boolean column = rows == all && reach - left < 0.5 * width;
        double right = column || reach - left > 0.7 * (width - 2 * left) ? reach : width - left;
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

    /** One line; where letters are wide apart a blank is set that is no character of the page. */
    private List<ExtractedLine> toLines(List<PageGlyph> row, double left, double right) {
        List<ExtractedLine> lines = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        PageGlyph before = null;
        List<ExtractedLine> twice = new ArrayList<>();
        List<TextMark> marks = new ArrayList<>();
        boolean parted = false;
        for (PageGlyph pageGlyph : row) {
            boolean same = before != null
                    && before.text().equals(pageGlyph.text())
                    && !pageGlyph.text().isBlank()
                    && pageGlyph.x() - before.x() < pageGlyph.size() * 0.25;
            if (same) {
                twice.add(ExtractedLine.leftOut(pageGlyph.text(), "overprint"));
                continue;
            }
            parted |= before != null && pageGlyph.x() - before.endX() > pageGlyph.size() * 1.8;
            if (pageGlyph.bold()) {
                marks.add(new TextMark(
                        TextMark.MarkKind.BOLD,
                        text.length(),
                        text.length() + pageGlyph.text().length(),
                        ""));
            }
            text.append(pageGlyph.text());
            before = pageGlyph;
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
                parted ? "parted" : ""));
        lines.addAll(twice);
        return lines;
    }
}
