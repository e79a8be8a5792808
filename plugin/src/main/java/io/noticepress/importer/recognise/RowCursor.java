package io.noticepress.importer.recognise;

import io.noticepress.importer.clean.LayoutRow;
import java.util.ArrayList;
import java.util.List;

/** The rows of a document and a position; the rows before it are recognised, other rows can be removed. */
final class RowCursor {
    private final List<LayoutRow> rows;
    private int position;

    RowCursor(List<LayoutRow> rows) {
        this.rows = new ArrayList<>(rows);
    }

    int size() {
        return rows.size();
    }

    LayoutRow get(int index) {
        return rows.get(index);
    }

    /** Index of the first row that is not recognised yet. */
    int position() {
        return position;
    }

    boolean isAtEnd() {
        return position >= rows.size();
    }

    /** Returns the row at the position and moves past it. */
    LayoutRow next() {
        return rows.get(position++);
    }

    /** Sets the position: all rows before it are recognised. */
    void moveTo(int index) {
        position = index;
    }

    /** Inserts a row before another. */
    void insert(int index, LayoutRow layoutRow) {
        rows.add(index, layoutRow);
    }

    /** Removes a row. */
    LayoutRow remove(int index) {
        return rows.remove(index);
    }

    List<LayoutRow> slice(int from, int to) {
        return List.copyOf(rows.subList(from, to));
    }
}
