package io.noticepress.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * The lines that are drawn on a page, and the tables they make. A table is what at least two lines down and two across enclose;
 * its columns and rows lie between them.
 */
final class Rules {
    /** How far two lines may be apart that are one, in points. */
    private static final double SAME = 3;

    private static final double SHORTEST = 8;

    /** A line from one point to another, across or down the page; in points from the top left. */
    record Rule(double fromX, double fromY, double toX, double toY) {
        boolean isAcross() {
            return toX - fromX >= toY - fromY;
        }

        private boolean touches(Rule other) {
            return fromX <= other.toX + SAME
                    && other.fromX <= toX + SAME
                    && fromY <= other.toY + SAME
                    && other.fromY <= toY + SAME;
        }
    }

    /**
     * A table: where its columns and rows begin and end.
     *
     * @param xs the edges of its columns, from left to right
     * @param ys the edges of its rows, from top to bottom
     */
    record Grid(List<Double> xs, List<Double> ys) {
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

    private final List<Rule> rules = new ArrayList<>();

    /** A box that is drawn: thin ones are lines, others have four. */
    void box(double x, double y, double width, double height) {
        if (width <= SAME || height <= SAME) {
            line(x, y, x + width, y + height);
        } else {
            line(x, y, x + width, y);
            line(x, y + height, x + width, y + height);
            line(x, y, x, y + height);
            line(x + width, y, x + width, y + height);
        }
    }

    void line(double x, double y, double toX, double toY) {
        Rule rule = new Rule(Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY));
        double width = rule.toX() - rule.fromX();
        double height = rule.toY() - rule.fromY();
        if (Math.min(width, height) <= SAME && Math.max(width, height) >= SHORTEST) {
            rules.add(rule);
        }
    }

    /** The tables from top to bottom. */
    List<Grid> grids() {
        List<List<Rule>> groups = new ArrayList<>();
        for (Rule rule : rules) {
            List<Rule> group = new ArrayList<>(List.of(rule));
            groups.removeIf(other -> {
                boolean touched = other.stream().anyMatch(rule::touches);
                if (touched) {
                    group.addAll(other);
                }
                return touched;
            });
            groups.add(group);
        }
        return groups.stream()
                .map(Rules::grid)
                .filter(grid -> grid.xs().size() > 2 && grid.ys().size() > 1)
                .sorted(Comparator.comparing(grid -> grid.ys().get(0)))
                .toList();
    }

    private static Grid grid(List<Rule> group) {
        return new Grid(
                edges(group.stream()
                        .filter(rule -> !rule.isAcross())
                        .map(Rule::fromX)
                        .toList()),
                edges(group.stream().filter(Rule::isAcross).map(Rule::fromY).toList()));
    }

    private static List<Double> edges(List<Double> places) {
        List<Double> edges = new ArrayList<>();
        for (double place : places.stream().sorted().toList()) {
            if (edges.isEmpty() || place - edges.get(edges.size() - 1) > SAME) {
                edges.add(place);
            }
        }
        return edges;
    }
}
