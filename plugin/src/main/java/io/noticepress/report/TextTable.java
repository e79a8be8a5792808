package io.noticepress.report;

import io.noticepress.problem.ProblemFormat;
import java.util.List;

/** Cells of a table for a terminal, in which Chinese characters take two columns. */
final class TextTable {
    private TextTable() {}

    /** A cell filled up with spaces at the end. */
    static String left(String text, int width) {
        return text + spaces(text, width);
    }

    /** A cell filled up with spaces in front. */
    static String right(String text, int width) {
        return spaces(text, width) + text;
    }

    /** The lines of a table as wide as its cells: the first column to the left, all others, which hold numbers, to the right. */
    static List<String> lines(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], ProblemFormat.displayWidth(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder out = new StringBuilder("  ").append(left(row.get(0), widths[0]));
        for (int i = 1; i < widths.length; i++) {
            out.append("  ").append(right(row.get(i), widths[i]));
        }
        return out.toString();
    }

    private static String spaces(String text, int width) {
        return " ".repeat(Math.max(0, width - ProblemFormat.displayWidth(text)));
    }
}
