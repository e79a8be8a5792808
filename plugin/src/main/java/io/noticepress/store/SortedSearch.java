package io.noticepress.store;

import java.util.function.IntUnaryOperator;

/** Binary search in sorted tables that are not arrays of objects. */
public final class SortedSearch {
    private SortedSearch() {}

    /**
     * Finds a row.
     *
     * @param size how many rows there are
     * @param compare compares a row with what is searched for: negative if the row comes before it
     * @return the row; if there is none, {@code -1 - row} for the row before which it would be inserted
     */
    public static int find(int size, IntUnaryOperator compare) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare.applyAsInt(middle);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order > 0 ? middle - 1 : high;
        }
        return -1 - low;
    }
}
