package io.noticepress.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * The lines drawn on a page and the tables they form. A table is a group of touching lines with at least three vertical and two
 * horizontal ones; its columns and rows are the spaces between them. All coordinates are in points from the top left corner.
 */
final class RulingLines {
    /** Two lines closer than this, in points, count as one. */
    private static final double TOLERANCE = 3;

    private static final double MIN_LENGTH = 8;

    /** A horizontal or vertical line. */
    record RulingLine(double fromX, double fromY, double toX, double toY) {
        boolean isHorizontal() {
            return toX - fromX >= toY - fromY;
        }

        private boolean touches(RulingLine other) {
            return fromX <= other.toX + TOLERANCE
                    && other.fromX <= toX + TOLERANCE
                    && fromY <= other.toY + TOLERANCE
                    && other.fromY <= toY + TOLERANCE;
        }
    }

    /**
     * The grid of a table.
     *
     * @param xs the column boundaries, from left to right
     * @param ys the row boundaries, from top to bottom
     */
    record TableGrid(List<Double> xs, List<Double> ys) {
        int columns() {
            return xs.size() - 1;
        }

        OptionalInt column(double x) {
            return interval(xs, x);
        }

        OptionalInt row(double y) {
            return interval(ys, y);
        }

        private static OptionalInt interval(List<Double> boundaries, double position) {
            for (int i = 0; i + 1 < boundaries.size(); i++) {
                if (position >= boundaries.get(i) && position < boundaries.get(i + 1)) {
                    return OptionalInt.of(i);
                }
            }
            return OptionalInt.empty();
        }
    }

    private final List<RulingLine> lines = new ArrayList<>();

    /** Adds a drawn rectangle: a thin one is a line, any other is four lines. */
    void addBox(double x, double y, double width, double height) {
        if (width <= TOLERANCE || height <= TOLERANCE) {
            addLine(x, y, x + width, y + height);
        } else {
            addLine(x, y, x + width, y);
            addLine(x, y + height, x + width, y + height);
            addLine(x, y, x, y + height);
            addLine(x + width, y, x + width, y + height);
        }
    }

    /** Adds a drawn line unless it is oblique or too short. */
    void addLine(double x, double y, double toX, double toY) {
        RulingLine rulingLine = new RulingLine(Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY));
        double width = rulingLine.toX() - rulingLine.fromX();
        double height = rulingLine.toY() - rulingLine.fromY();
        if (Math.min(width, height) <= TOLERANCE && Math.max(width, height) >= MIN_LENGTH) {
            lines.add(rulingLine);
        }
    }

    /** The tables of the page, from top to bottom. */
    List<TableGrid> tableGrids() {
        List<List<RulingLine>> groups = new ArrayList<>();
        for (RulingLine rulingLine : lines) {
            List<RulingLine> group = new ArrayList<>(List.of(rulingLine));
            groups.removeIf(other -> {
                boolean touches = other.stream().anyMatch(rulingLine::touches);
                if (touches) {
                    group.addAll(other);
                }
                return touches;
            });
            groups.add(group);
        }
        return groups.stream()
                .map(RulingLines::grid)
                .filter(tableGrid -> tableGrid.xs().size() > 2 && tableGrid.ys().size() > 1)
                .sorted(Comparator.comparing(tableGrid -> tableGrid.ys().get(0)))
                .toList();
    }

    private static TableGrid grid(List<RulingLine> group) {
        return new TableGrid(
                boundaries(group.stream()
                        .filter(rulingLine -> !rulingLine.isHorizontal())
                        .map(RulingLine::fromX)
                        .toList()),
                boundaries(group.stream()
                        .filter(RulingLine::isHorizontal)
                        .map(RulingLine::fromY)
                        .toList()));
    }

    private static List<Double> boundaries(List<Double> positions) {
        List<Double> boundaries = new ArrayList<>();
        for (double position : positions.stream().sorted().toList()) {
            if (boundaries.isEmpty() || position - boundaries.get(boundaries.size() - 1) > TOLERANCE) {
                boundaries.add(position);
            }
        }
        return boundaries;
    }
}
