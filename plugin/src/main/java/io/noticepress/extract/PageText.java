package io.noticepress.extract;

import io.noticepress.extract.Line.Kind;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The letters of a page, put together to lines from top to bottom and from left to right. */
final class PageText extends PDFTextStripper {
    private record Glyph(String text, double x, double end, double y, double size) {}

    private final int page;
    private final double width;
    private final List<Glyph> glyphs = new ArrayList<>();
    private long characters;

    private PageText(int page, double width) {
        this.page = page;
        this.width = width;
    }

    static PageText of(PDDocument document, int page) throws IOException {
        PageText text =
                new PageText(page, document.getPage(page - 1).getCropBox().getWidth());
        text.setStartPage(page);
        text.setEndPage(page);
        text.setSuppressDuplicateOverlappingText(false);
        text.writeText(document, new StringWriter());
        return text;
    }

    /** How many characters the page shows. */
    long characters() {
        return characters;
    }

    @Override
    protected void processTextPosition(TextPosition at) {
        String text = at.getUnicode() == null ? "" : at.getUnicode();
        characters += text.length();
        if (!text.isEmpty()) {
            double size = at.getFontSizeInPt() > 0 ? at.getFontSizeInPt() : 12;
            double width = Math.max(at.getWidthDirAdj(), 0.1);
            glyphs.add(new Glyph(text, at.getXDirAdj(), at.getXDirAdj() + width, at.getYDirAdj(), size));
        }
    }

    /** The lines, and what is left out: letters printed twice. */
    List<Line> lines() {
        List<List<Glyph>> rows = rows();
        double left = rows.stream()
                .filter(row -> length(row) > 6)
                .mapToDouble(row -> row.get(0).x())
                .min()
                .orElseGet(() ->
                        rows.stream().mapToDouble(row -> row.get(0).x()).min().orElse(0));
        double reach = rows.stream()
                .mapToDouble(row -> row.get(row.size() - 1).end())
                .max()
                .orElse(1);
        double right = reach - left > 0.7 * (width - 2 * left) ? reach : width - left;
        List<Line> lines = new ArrayList<>();
        for (List<Glyph> row : rows) {
            lines.addAll(line(row, left, right));
        }
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
                List.of(),
                List.of(),
                parted ? "parted" : ""));
        lines.addAll(twice);
        return lines;
    }
}
