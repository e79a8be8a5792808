package io.noticepress.importer.recognise;

import io.noticepress.importer.clean.LayoutRow;
import java.util.ArrayList;
import java.util.List;

/** The rows of a document, of which those above a mark are recognised; what belongs to no place is taken out. */
final class RowCursor {
    private final List<LayoutRow> rows;
    private int position;

    RowCursor(List<LayoutRow> rows) {
        this.rows = new ArrayList<>(rows);
    }

    int size() {
        return rows.size();
    }

    LayoutRow get(int place) {
        return rows.get(place);
    }

    /** The first row that is not recognised yet. */
    int position() {
        return position;
    }

    boolean isAtEnd() {
        return position >= rows.size();
    }

    /** The next row, which is recognised hereby. */
    LayoutRow next() {
        return rows.get(position++);
    }

    /** Whatever stands above this place is recognised. */
    void moveTo(int place) {
        position = place;
    }

    /** Puts a row in before another. */
    void insert(int place, LayoutRow layoutRow) {
        rows.add(place, layoutRow);
    }

    /** Takes a row out. */
    LayoutRow remove(int place) {
        return rows.remove(place);
    }

    List<LayoutRow> slice(int from, int to) {
        return List.copyOf(rows.subList(from, to));
    }
}
