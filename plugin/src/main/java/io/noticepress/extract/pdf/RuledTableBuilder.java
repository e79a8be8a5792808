package io.noticepress.extract.pdf;

import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.TextMark;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Collects the glyphs of the ruled tables of a page, which arrive row by row, and makes table rows of them. */
final class RuledTableBuilder {
    private final List<RulingLines.TableGrid> grids;
    private final int page;
    private RulingLines.@Nullable TableGrid openGrid;
    private List<List<List<PageGlyph>>> cells = new ArrayList<>();

    RuledTableBuilder(List<RulingLines.TableGrid> grids, int page) {
        this.grids = grids;
        this.page = page;
    }

    /** Adds a glyph if it is inside a table. When another table begins, the rows of the previous one are added to {@code lines}. */
    boolean addIfInside(PageGlyph pageGlyph, List<ExtractedLine> lines) {
        double x = (pageGlyph.x() + pageGlyph.endX()) / 2;
        double y = pageGlyph.baseline() - pageGlyph.size() * 0.35;
        for (RulingLines.TableGrid tableGrid : grids) {
            OptionalInt column = tableGrid.column(x);
            OptionalInt row = tableGrid.row(y);
            if (column.isPresent() && row.isPresent()) {
                if (openGrid != tableGrid) {
                    finish(lines);
                    openGrid = tableGrid;
                }
                cell(row.getAsInt(), column.getAsInt()).add(pageGlyph);
                return true;
            }
        }
        return false;
    }

    private List<PageGlyph> cell(int row, int column) {
        while (cells.size() <= row) {
            List<List<PageGlyph>> newRow = new ArrayList<>();
            for (int i = 0; i < openGrid.columns(); i++) {
                newRow.add(new ArrayList<>());
            }
            cells.add(newRow);
        }
        return cells.get(row).get(column);
    }

    /** Ends the current table: its rows are added to {@code lines}. */
    void finish(List<ExtractedLine> lines) {
        cells.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                .forEach(row -> lines.add(toLine(row)));
        openGrid = null;
        cells = new ArrayList<>();
    }

    private ExtractedLine toLine(List<List<PageGlyph>> row) {
        StringBuilder text = new StringBuilder();
        List<Integer> lengths = new ArrayList<>();
        List<TextMark> marks = new ArrayList<>();
        for (List<PageGlyph> cell : row) {
            int start = text.length();
            PageGlyph previous = null;
            for (PageGlyph pageGlyph : cell) {
                if (previous != null && pageGlyph.isBelow(previous) && previous.isLatin() && pageGlyph.isLatin()) {
                    marks.add(new TextMark(TextMark.MarkKind.INSERTED, text.length(), text.length(), " "));
                }
                text.append(pageGlyph.text());
                previous = pageGlyph;
            }
            lengths.add(text.length() - start);
        }
        return new ExtractedLine(ExtractedLine.LineKind.ROW, text.toString(), "", page, -1, -1, marks, lengths, "");
    }
}
