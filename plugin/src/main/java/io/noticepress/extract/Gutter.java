package io.noticepress.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The empty strip between two columns of text: many lines leave it free, and those at its left are full. A table without rules,
 * whose cells end where they like, has none.
 */
final class Gutter {
    private static final int FEWEST = 8;
    private static final int SHORTEST = 6;
    private static final int STEP = 2;

    private final double x;

    private Gutter(double x) {
        this.x = x;
    }

    /** The gutter of a page, if there is one. */
    static Optional<Gutter> of(List<List<Glyph>> rows, double width) {
        Gutter best = null;
        int most = FEWEST - 1;
        for (double x = width * 0.35; x < width * 0.65; x += STEP) {
            Gutter gutter = new Gutter(x);
            int parted = (int)
                    rows.stream().filter(row -> gutter.parts(row, SHORTEST)).count();
            if (parted > most && gutter.isJustified(rows)) {
                most = parted;
                best = gutter;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The rows in reading order: those of the left column, then those of the right, between lines that cross the gutter. */
    List<List<List<Glyph>>> blocks(List<List<Glyph>> rows) {
        List<List<List<Glyph>>> blocks = new ArrayList<>();
        List<List<Glyph>> left = new ArrayList<>();
        List<List<Glyph>> right = new ArrayList<>();
        List<List<Glyph>> across = new ArrayList<>();
        for (List<Glyph> row : rows) {
            boolean beside = !left.isEmpty() && (end(row) < x || row.get(0).x() > x);
            if (parts(row, 1) || beside) {
                flush(across, blocks);
                add(row.stream().filter(glyph -> glyph.x() < x).toList(), left);
                add(row.stream().filter(glyph -> glyph.x() >= x).toList(), right);
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

    private static void add(List<Glyph> part, List<List<Glyph>> column) {
        if (!part.isEmpty()) {
            column.add(part);
        }
    }

    private static void flush(List<List<Glyph>> column, List<List<List<Glyph>>> blocks) {
        if (!column.isEmpty()) {
            blocks.add(List.copyOf(column));
            column.clear();
        }
    }

    /** Whether a row has text on both sides and nothing between. */
    private boolean parts(List<Glyph> row, int fewest) {
        double size = row.get(0).size();
        long before =
                row.stream().filter(glyph -> glyph.end() <= x - size * 0.3).count();
        long behind = row.stream().filter(glyph -> glyph.x() >= x + size * 0.3).count();
        return before + behind == row.size() && before >= fewest && behind >= fewest;
    }

    private boolean isJustified(List<List<Glyph>> rows) {
        List<Double> ends = rows.stream()
                .filter(row -> parts(row, SHORTEST))
                .map(row -> end(row.stream().filter(glyph -> glyph.x() < x).toList()))
                .toList();
        double most = ends.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return ends.stream().filter(end -> end > most - 10).count() * 5 >= ends.size() * 3L;
    }

    private static double end(List<Glyph> row) {
        return row.get(row.size() - 1).end();
    }
}
