package io.noticepress.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A table of a page while its letters come, line by line. */
final class PageTable {
    private final List<Rules.Grid> grids;
    private final int page;
    private Rules.Grid open;
    private List<List<List<Glyph>>> cells = new ArrayList<>();

    PageTable(List<Rules.Grid> grids, int page) {
        this.grids = grids;
        this.page = page;
    }

    /** Takes a letter that stands in a table; rows of a table above it are added to the lines. */
    boolean takes(Glyph glyph, List<Line> lines) {
        double x = (glyph.x() + glyph.end()) / 2;
        double y = glyph.y() - glyph.size() * 0.35;
        for (Rules.Grid grid : grids) {
            OptionalInt column = grid.column(x);
            OptionalInt row = grid.row(y);
            if (column.isPresent() && row.isPresent()) {
                if (open != grid) {
                    end(lines);
                    open = grid;
                }
                cell(row.getAsInt(), column.getAsInt()).add(glyph);
                return true;
            }
        }
        return false;
    }

    private List<Glyph> cell(int row, int column) {
        while (cells.size() <= row) {
            List<List<Glyph>> line = new ArrayList<>();
            for (int i = 0; i < open.columns(); i++) {
                line.add(new ArrayList<>());
            }
            cells.add(line);
        }
        return cells.get(row).get(column);
    }

    /** The table is over: its rows are added to the lines. */
    void end(List<Line> lines) {
        cells.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                .forEach(row -> lines.add(row(row)));
        open = null;
        cells = new ArrayList<>();
    }

    private Line row(List<List<Glyph>> row) {
        StringBuilder text = new StringBuilder();
        List<Integer> lengths = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (List<Glyph> cell : row) {
            int start = text.length();
            Glyph before = null;
            for (Glyph glyph : cell) {
                if (before != null && glyph.isBelow(before) && before.isLatin() && glyph.isLatin()) {
                    marks.add(new Mark(Mark.Kind.INSERTED, text.length(), text.length(), " "));
                }
                text.append(glyph.text());
                before = glyph;
            }
            lengths.add(text.length() - start);
        }
        return new Line(Line.Kind.ROW, text.toString(), "", page, -1, -1, marks, lengths, "");
    }
}
