package io.noticepress.extract.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The empty strip between two columns of text: many lines leave it free, and those at its left are full. A table without rules,
 * whose cells end where they like, has none.
 */
final class ColumnGap {
    private static final int MIN_ROWS = 8;
    private static final int MIN_GLYPHS = 6;
    private static final int STEP = 2;

    private final double x;

    private ColumnGap(double x) {
        this.x = x;
    }

    /** The gutter of a page, if there is one. */
    static Optional<ColumnGap> find(List<List<PageGlyph>> rows, double width) {
        ColumnGap best = null;
        int most = MIN_ROWS - 1;
        for (double x = width * 0.35; x < width * 0.65; x += STEP) {
            ColumnGap columnGap = new ColumnGap(x);
            int parted = (int) rows.stream()
                    .filter(row -> columnGap.separates(row, MIN_GLYPHS))
                    .count();
            if (parted > most && columnGap.isJustified(rows)) {
                most = parted;
                best = columnGap;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The rows in reading order: those of the left column, then those of the right, between lines that cross the gutter. */
    List<List<List<PageGlyph>>> readingOrder(List<List<PageGlyph>> rows) {
        List<List<List<PageGlyph>>> blocks = new ArrayList<>();
        List<List<PageGlyph>> left = new ArrayList<>();
        List<List<PageGlyph>> right = new ArrayList<>();
        List<List<PageGlyph>> across = new ArrayList<>();
        for (List<PageGlyph> row : rows) {
            boolean beside = !left.isEmpty() && (endOfRow(row) < x || row.get(0).x() > x);
            if (separates(row, 1) || beside) {
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

    private static void add(List<PageGlyph> part, List<List<PageGlyph>> column) {
        if (!part.isEmpty()) {
            column.add(part);
        }
    }

    private static void flush(List<List<PageGlyph>> column, List<List<List<PageGlyph>>> blocks) {
        if (!column.isEmpty()) {
            blocks.add(List.copyOf(column));
            column.clear();
        }
    }

    /** Whether a row has text on both sides and nothing between. */
    private boolean separates(List<PageGlyph> row, int fewest) {
        double size = row.get(0).size();
        long before = row.stream()
                .filter(pageGlyph -> pageGlyph.endX() <= x - size * 0.3)
                .count();
        long behind = row.stream()
                .filter(pageGlyph -> pageGlyph.x() >= x + size * 0.3)
                .count();
        return before + behind == row.size() && before >= fewest && behind >= fewest;
    }

    private boolean isJustified(List<List<PageGlyph>> rows) {
        List<Double> ends = rows.stream()
                .filter(row -> separates(row, MIN_GLYPHS))
                .map(row -> endOfRow(
                        row.stream().filter(pageGlyph -> pageGlyph.x() < x).toList()))
                .toList();
        double most = ends.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return ends.stream().filter(end -> end > most - 10).count() * 5 >= ends.size() * 3L;
    }

    private static double endOfRow(List<PageGlyph> row) {
        return row.get(row.size() - 1).endX();
    }
}
