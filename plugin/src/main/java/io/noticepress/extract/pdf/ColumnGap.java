package io.noticepress.extract.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gap between two columns of text: a vertical line that many rows do not cross, with most rows to its left ending close to it.
 * The second condition excludes tables without rules, whose cells end at varying positions.
 */
final class ColumnGap {
    private static final int MIN_ROWS = 8;
    private static final int MIN_GLYPHS = 6;
    private static final int STEP = 2;

    private final double x;

    private ColumnGap(double x) {
        this.x = x;
    }

    /** The column gap of a page, if there is one. */
    static Optional<ColumnGap> find(List<List<PageGlyph>> rows, double width) {
        ColumnGap best = null;
        int bestCount = MIN_ROWS - 1;
        for (double x = width * 0.35; x < width * 0.65; x += STEP) {
            ColumnGap columnGap = new ColumnGap(x);
            int count = (int) rows.stream()
                    .filter(row -> columnGap.separates(row, MIN_GLYPHS))
                    .count();
            if (count > bestCount && columnGap.isJustified(rows)) {
                bestCount = count;
                best = columnGap;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Blocks of rows in reading order: between rows that cross the gap, first the left column, then the right one. */
    List<List<List<PageGlyph>>> readingOrder(List<List<PageGlyph>> rows) {
        List<List<List<PageGlyph>>> blocks = new ArrayList<>();
        List<List<PageGlyph>> left = new ArrayList<>();
        List<List<PageGlyph>> right = new ArrayList<>();
        List<List<PageGlyph>> across = new ArrayList<>();
        for (List<PageGlyph> row : rows) {
            boolean isInOneColumn =
                    !left.isEmpty() && (endOfRow(row) < x || row.get(0).x() > x);
            if (separates(row, 1) || isInOneColumn) {
                flush(across, blocks);
                add(row.stream().filter(pageGlyph -> pageGlyph.x() < x).toList(), left);
                add(row.stream().filter(pageGlyph -> pageGlyph.x() >= x).toList(), right);
            } else {
                flush(left, blocks);
                flush(right, blocks);
                across.add(row);
            }
        }
        flush(left, blocks);
        flush(right, blocks);
        flush(across, blocks);
        return blocks;
    }

    private static void add(List<PageGlyph> row, List<List<PageGlyph>> column) {
        if (!row.isEmpty()) {
            column.add(row);
        }
    }

    private static void flush(List<List<PageGlyph>> column, List<List<List<PageGlyph>>> blocks) {
        if (!column.isEmpty()) {
            blocks.add(List.copyOf(column));
            column.clear();
        }
    }

    /** Whether a row has at least {@code minGlyphs} glyphs on each side and none in the gap. */
    private boolean separates(List<PageGlyph> row, int minGlyphs) {
        double size = row.get(0).size();
        long left = row.stream()
                .filter(pageGlyph -> pageGlyph.endX() <= x - size * 0.3)
                .count();
        long right = row.stream()
                .filter(pageGlyph -> pageGlyph.x() >= x + size * 0.3)
                .count();
        return left + right == row.size() && left >= minGlyphs && right >= minGlyphs;
    }

    /** Whether three fifths of the rows to the left of the gap end within 10 points of the longest one. */
    private boolean isJustified(List<List<PageGlyph>> rows) {
        List<Double> ends = rows.stream()
                .filter(row -> separates(row, MIN_GLYPHS))
                .map(row -> endOfRow(
                        row.stream().filter(pageGlyph -> pageGlyph.x() < x).toList()))
                .toList();
        double longest = ends.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return ends.stream().filter(end -> end > longest - 10).count() * 5 >= ends.size() * 3L;
    }

    private static double endOfRow(List<PageGlyph> row) {
        return row.get(row.size() - 1).endX();
    }
}
