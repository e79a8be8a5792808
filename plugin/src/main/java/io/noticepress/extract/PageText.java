package io.noticepress.extract;

import io.noticepress.extract.Line.Kind;
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
final class PageText extends PDFTextStripper {
    private static final Pattern ANNEX = Pattern.compile("附件|附录|Annex|Appendix|Attachment");

    private final int page;
    private final double width;
    private final Rules rules = new Rules();
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<List<Glyph>> rows = new ArrayList<>();
    private long characters;
    private long unknown;

    private PageText(int page, PDRectangle box) {
        this.page = page;
        this.width = box.getWidth();
        Drawing.of(this, rules, box.getHeight());
    }

    static PageText of(PDDocument document, int page) throws IOException {
        PageText text = new PageText(page, document.getPage(page - 1).getCropBox());
        text.setStartPage(page);
        text.setEndPage(page);
        text.setSuppressDuplicateOverlappingText(false);
        text.writeText(document, new StringWriter());
        text.rows.addAll(text.rows());
        return text;
    }

    /** How many characters the page shows. */
    long characters() {
        return characters;
    }

    /** How many of its letters no character is known of. */
    long unknown() {
        return unknown;
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        unknown += font.toUnicode(code) == null ? 1 : 0;
        super.showGlyph(rendering, font, code, displacement);
    }

    @Override
    protected void processTextPosition(TextPosition at) {
        String text = at.getUnicode() == null ? "" : whole(at.getUnicode());
        characters += text.length();
        if (!text.isEmpty()) {
            double size = at.getFontSizeInPt() > 0 ? at.getFontSizeInPt() : 12;
            double width = Math.max(at.getWidthDirAdj(), 0.1);
            glyphs.add(new Glyph(
                    text, at.getXDirAdj(), at.getXDirAdj() + width, at.getYDirAdj(), size, isBold(at.getFont())));
        }
    }

    /** Half a character, which some files map letters to, is set as the character for what is unknown. */
    private static String whole(String text) {
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
    List<String> edges() {
        List<String> edges = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (isEdge(i) && !ANNEX.matcher(pattern(rows.get(i))).lookingAt()) {
                edges.add(pattern(rows.get(i)));
            }
        }
        return edges;
    }

    private boolean isEdge(int row) {
        return row < 2 || row >= rows.size() - 2;
    }

    private static String pattern(List<Glyph> row) {
        StringBuilder out = new StringBuilder();
        row.forEach(glyph -> out.append(glyph.text()));
        return out.toString().replaceAll("\\s+", "").replaceAll("\\d+", "#") + " "
                + Math.round(row.get(0).y() / 4);
    }

    /**
     * The lines, and what is left out: letters printed twice.
     *
     * @param running what stands at the edges of other pages too
     */
    List<Line> lines(Set<String> running) {
        List<Line> heads = new ArrayList<>();
        List<List<Glyph>> body = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (isEdge(i) && running.contains(pattern(rows.get(i)))) {
                line(rows.get(i), 0, 1).forEach(line -> heads.add(line.asEdge()));
            } else {
                body.add(rows.get(i));
            }
        }
        List<Line> lines = new ArrayList<>(heads);
        lines.addAll(text(body));
        return lines;
    }

    private List<Line> text(List<List<Glyph>> body) {
        List<Line> lines = new ArrayList<>();
        PageTable table = new PageTable(rules.grids(), page);
        List<List<Glyph>> rows = new ArrayList<>();
        for (List<Glyph> row : body) {
            List<Line> tables = new ArrayList<>();
            List<Glyph> free =
                    row.stream().filter(glyph -> !table.takes(glyph, tables)).toList();
            if (free.size() < row.size()) {
                lines.addAll(blocks(rows, body));
                rows.clear();
            }
            lines.addAll(tables);
            if (!free.isEmpty()) {
                table.end(lines);
                rows.add(free);
            }
        }
        table.end(lines);
        lines.addAll(blocks(rows, body));
        return lines;
    }

    /** Rows of text, in one column or two; a column alone has the width of the page. */
    private List<Line> blocks(List<List<Glyph>> rows, List<List<Glyph>> body) {
        List<Line> lines = new ArrayList<>();
        Gutter.of(rows, width)
                .map(gutter -> gutter.blocks(rows))
                .orElse(List.of())
                .forEach(block -> lines.addAll(lines(block, block)));
        return lines.isEmpty() ? lines(rows, body) : lines;
    }

    /** Lines whose indent and reach are told by all rows of the page or column they stand in. */
    private List<Line> lines(List<List<Glyph>> rows, List<List<Glyph>> all) {
        double left = all.stream()
                .filter(row -> length(row) > 6)
                .mapToDouble(row -> row.get(0).x())
                .min()
                .orElseGet(() ->
                        all.stream().mapToDouble(row -> row.get(0).x()).min().orElse(0));
        double reach = all.stream()
                .mapToDouble(row -> row.get(row.size() - 1).end())
                .max()
                .orElse(1);
        boolean column = rows == all && reach - left < 0.5 * width;
        double right = column || reach - left > 0.7 * (width - 2 * left) ? reach : width - left;
        List<Line> lines = new ArrayList<>();
        rows.forEach(row -> lines.addAll(line(row, left, right)));
        return lines;
    }

    private static int length(List<Glyph> row) {
        return row.stream().mapToInt(glyph -> glyph.text().length()).sum();
    }

    private List<List<Glyph>> rows() {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::y));
        List<List<Glyph>> rows = new ArrayList<>();
        double y = Double.NEGATIVE_INFINITY;
        for (Glyph glyph : sorted) {
            if (rows.isEmpty() || glyph.y() - y > glyph.size() * 0.45) {
                rows.add(new ArrayList<>());
                y = glyph.y();
            }
            rows.get(rows.size() - 1).add(glyph);
        }
        rows.forEach(row -> row.sort(Comparator.comparingDouble(Glyph::x)));
        return rows;
    }

    /** One line; where letters are wide apart a blank is set that is no character of the page. */
    private List<Line> line(List<Glyph> row, double left, double right) {
        List<Line> lines = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Glyph before = null;
        List<Line> twice = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        boolean parted = false;
        for (Glyph glyph : row) {
            boolean same = before != null
                    && before.text().equals(glyph.text())
                    && !glyph.text().isBlank()
                    && glyph.x() - before.x() < glyph.size() * 0.25;
            if (same) {
                twice.add(Line.leftOut(glyph.text(), "overprint"));
                continue;
            }
            parted |= before != null && glyph.x() - before.end() > glyph.size() * 1.8;
            if (glyph.bold()) {
                marks.add(new Mark(
                        Mark.Kind.BOLD,
                        text.length(),
                        text.length() + glyph.text().length(),
                        ""));
            }
            text.append(glyph.text());
            before = glyph;
        }
        double size = row.get(0).size();
        lines.add(new Line(
                Kind.LINE,
                text.toString(),
                "",
                page,
                Math.max(0, (row.get(0).x() - left) / size),
                Math.min(1, (row.get(row.size() - 1).end() - left) / Math.max(1, right - left)),
                marks,
                List.of(),
                parted ? "parted" : ""));
        lines.addAll(twice);
        return lines;
    }
}
