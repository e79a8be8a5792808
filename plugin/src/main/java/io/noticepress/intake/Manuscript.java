package io.noticepress.intake;

import java.util.ArrayList;
import java.util.List;

/** The rows of a document, of which those above a mark are recognised; what belongs to no place is taken out. */
final class Manuscript {
    private final List<Row> rows;
    private int at;

    Manuscript(List<Row> rows) {
        this.rows = new ArrayList<>(rows);
    }

    int size() {
        return rows.size();
    }

    Row get(int place) {
        return rows.get(place);
    }

    /** The first row that is not recognised yet. */
    int at() {
        return at;
    }

    boolean isEnd() {
        return at >= rows.size();
    }

    /** The next row, which is recognised hereby. */
    Row next() {
        return rows.get(at++);
    }

    /** Whatever stands above this place is recognised. */
    void go(int place) {
        at = place;
    }

    /** Puts a row in before another. */
    void add(int place, Row row) {
        rows.add(place, row);
    }

    /** Takes a row out. */
    Row remove(int place) {
        return rows.remove(place);
    }

    List<Row> between(int from, int to) {
        return List.copyOf(rows.subList(from, to));
    }
}
