package io.noticepress.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * The lines that are drawn on a page, and the tables they make. A table is what at least two lines down and two across enclose;
 * its columns and rows lie between them.
 */
final class RulingLines {
    /** How far two lines may be apart that are one, in points. */
    private static final double TOLERANCE = 3;

    private static final double MIN_LENGTH = 8;

    /** A line from one point to another, across or down the page; in points from the top left. */
    record RulingLine(double fromX, double fromY, double toX, double toY) {
        boolean isAcross() {
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
     * A table: where its columns and rows begin and end.
     *
     * @param xs the edges of its columns, from left to right
     * @param ys the edges of its rows, from top to bottom
     */
    record TableGrid(List<Double> xs, List<Double> ys) {
        int columns() {
            return xs.size() - 1;
        }

        OptionalInt column(double x) {
            return between(xs, x);
        }

        OptionalInt row(double y) {
            return between(ys, y);
        }

        private static OptionalInt between(List<Double> edges, double place) {
            for (int i = 0; i + 1 < edges.size(); i++) {
                if (place >= edges.get(i) && place < edges.get(i + 1)) {
                    return OptionalInt.of(i);
                }
            }
            return OptionalInt.empty();
        }
    }

    private final List<RulingLine> lines = new ArrayList<>();

    /** A box that is drawn: thin ones are lines, others have four. */
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

    void addLine(double x, double y, double toX, double toY) {
        RulingLine rulingLine = new RulingLine(Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY));
        double width = rulingLine.toX() - rulingLine.fromX();
        double height = rulingLine.toY() - rulingLine.fromY();
        if (Math.min(width, height) <= TOLERANCE && Math.max(width, height) >= MIN_LENGTH) {
            lines.add(rulingLine);
        }
    }

    /** The tables from top to bottom. */
    List<TableGrid> tableGrids() {
        List<List<RulingLine>> groups = new ArrayList<>();
        for (RulingLine rulingLine : lines) {
            List<RulingLine> group = new ArrayList<>(List.of(rulingLine));
            groups.removeIf(other -> {
                boolean touched = other.stream().anyMatch(rulingLine::touches);
                if (touched) {
                    group.addAll(other);
                }
                return touched;
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
                edges(group.stream()
                        .filter(rulingLine -> !rulingLine.isAcross())
                        .map(RulingLine::fromX)
                        .toList()),
                edges(group.stream()
                        .filter(RulingLine::isAcross)
                        .map(RulingLine::fromY)
                        .toList()));
    }

    private static List<Double> edges(List<Double> places) {
        List<Double> edges = new ArrayList<>();
        for (double place : places.stream().sorted().toList()) {
            if (edges.isEmpty() || place - edges.get(edges.size() - 1) > TOLERANCE) {
                edges.add(place);
            }
        }
        return edges;
    }
}
