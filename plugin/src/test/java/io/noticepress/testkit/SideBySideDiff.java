package io.noticepress.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * Line diff of two texts as rows of a table with two columns, by their longest common subsequence. Equal lines further than
 * {@value #CONTEXT} lines from a change are replaced by one row that says how many there are.
 *
 * <p>{@code [a, b, c]} and {@code [a, x, c, d]} give {@code a|a}, {@code b|x}, {@code c|c}, {@code  |d}.
 */
final class SideBySideDiff {
    private static final int CONTEXT = 3;
    /** Above this many pairs of lines the changed part is shown as replaced as a whole. */
    private static final long MAX_PAIRS = 4_000_000;

    /**
     * A row.
     *
     * @param oldNumber line number, counted from 1; 0 if the left cell is empty
     * @param newNumber line number, counted from 1; 0 if the right cell is empty
     * @param skipped number of equal lines that this row stands for, else 0
     */
    record Row(int oldNumber, String oldText, int newNumber, String newText, int skipped) {
        boolean isGap() {
            return skipped > 0;
        }

        boolean isEqual() {
            return oldNumber > 0 && newNumber > 0 && oldText.equals(newText);
        }
    }

    private final List<String> before;
    private final List<String> after;
    private final List<Row> rows = new ArrayList<>();

    private SideBySideDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    static List<Row> rows(List<String> before, List<String> after) {
        SideBySideDiff diff = new SideBySideDiff(before, after);
        diff.align();
        return withoutDistantLines(diff.rows);
    }

    private void align() {
        int start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) {
            addEqual(start, start);
            start++;
        }
        int oldEnd = before.size();
        int newEnd = after.size();
        while (oldEnd > start && newEnd > start && before.get(oldEnd - 1).equals(after.get(newEnd - 1))) {
            oldEnd--;
            newEnd--;
        }
        alignMiddle(start, oldEnd, newEnd);
        for (int i = 0; i < before.size() - oldEnd; i++) {
            addEqual(oldEnd + i, newEnd + i);
        }
    }

    private void alignMiddle(int start, int oldEnd, int newEnd) {
        if ((long) (oldEnd - start) * (newEnd - start) > MAX_PAIRS) {
            addReplaced(start, oldEnd, start, newEnd);
            return;
        }
        int[][] lengths = commonLengths(start, oldEnd, newEnd);
        int i = start;
        int j = start;
        int oldFrom = start;
        int newFrom = start;
        while (i < oldEnd && j < newEnd) {
            if (before.get(i).equals(after.get(j))) {
                addReplaced(oldFrom, i, newFrom, j);
                addEqual(i++, j++);
                oldFrom = i;
                newFrom = j;
            } else if (lengths[i + 1 - start][j - start] >= lengths[i - start][j + 1 - start]) {
                i++;
            } else {
                j++;
            }
        }
        addReplaced(oldFrom, oldEnd, newFrom, newEnd);
    }

    /** For each pair of positions, the length of the longest common subsequence of the lines from there on. */
    private int[][] commonLengths(int start, int oldEnd, int newEnd) {
        int[][] lengths = new int[oldEnd - start + 1][newEnd - start + 1];
        for (int i = oldEnd - start - 1; i >= 0; i--) {
            for (int j = newEnd - start - 1; j >= 0; j--) {
                lengths[i][j] = before.get(start + i).equals(after.get(start + j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }

    private void addEqual(int oldIndex, int newIndex) {
        rows.add(new Row(oldIndex + 1, before.get(oldIndex), newIndex + 1, after.get(newIndex), 0));
    }

    private void addReplaced(int oldFrom, int oldTo, int newFrom, int newTo) {
        for (int i = 0; i < Math.max(oldTo - oldFrom, newTo - newFrom); i++) {
            int oldIndex = oldFrom + i;
            int newIndex = newFrom + i;
            rows.add(new Row(
                    oldIndex < oldTo ? oldIndex + 1 : 0,
                    oldIndex < oldTo ? before.get(oldIndex) : "",
                    newIndex < newTo ? newIndex + 1 : 0,
                    newIndex < newTo ? after.get(newIndex) : "",
                    0));
        }
    }

    private static List<Row> withoutDistantLines(List<Row> rows) {
        List<Row> near = new ArrayList<>();
        int skipped = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (isNearAChange(rows, i)) {
                if (skipped > 0) {
                    near.add(new Row(0, "", 0, "", skipped));
                    skipped = 0;
                }
                near.add(rows.get(i));
            } else {
                skipped++;
            }
        }
        if (skipped > 0) {
            near.add(new Row(0, "", 0, "", skipped));
        }
        return near;
    }

    private static boolean isNearAChange(List<Row> rows, int index) {
        for (int i = Math.max(0, index - CONTEXT); i <= Math.min(rows.size() - 1, index + CONTEXT); i++) {
            if (!rows.get(i).isEqual()) {
                return true;
            }
        }
        return false;
    }
}
