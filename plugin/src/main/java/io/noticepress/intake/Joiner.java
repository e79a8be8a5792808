package io.noticepress.intake;

import io.noticepress.markdown.Marker;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins the lines of paragraphs that were broken to a measure or cut by the end of a page.
 *
 * <p>Three kinds of sources tell a paragraph's end in three ways: by a blank at the end of its last line, by the length of that
 * line and the indent of the next, or by the line as such. Which it is, the whole source decides.
 */
final class Joiner {
    private final boolean wrapped;
    private final boolean marks;
    private final boolean indents;
    private final boolean gaps;

    private Joiner(boolean wrapped, boolean marks, boolean indents, boolean gaps) {
        this.wrapped = wrapped;
        this.marks = marks;
        this.indents = indents;
        this.gaps = gaps;
    }

    static Joiner of(List<Row> rows, boolean wrapped) {
        int inner = 0;
        int innerMarked = 0;
        int last = 0;
        int lastMarked = 0;
        int indented = 0;
        int apart = 0;
        for (int i = 0; i + 1 < rows.size(); i++) {
            Row row = rows.get(i);
            Row next = rows.get(i + 1);
            apart += next.gap() > 0 ? 1 : 0;
            indented += next.indent() >= 1.5 && next.indent() <= 4.5 ? 1 : 0;
            if (next.marker().isPresent()) {
                last++;
                lastMarked += row.marked() ? 1 : 0;
            } else if (row.full() && !row.ends()) {
                inner++;
                innerMarked += row.marked() ? 1 : 0;
            }
        }
        boolean marks = wrapped && last >= 3 && inner >= 5 && lastMarked * 10 >= last * 9 && innerMarked * 10 <= inner;
        return new Joiner(wrapped, marks, indented >= 2, apart * 4 < rows.size() * 3);
    }

    /** The paragraphs that some rows make. */
    List<Row> paragraphs(List<Row> rows) {
        List<Row> paragraphs = new ArrayList<>();
        Row open = null;
        for (Row row : rows) {
            if (open != null && goesOn(open, row)) {
                open = joined(open, row);
                continue;
            }
            if (open != null) {
                paragraphs.add(open);
            }
            open = row;
        }
        if (open != null) {
            paragraphs.add(open);
        }
        return paragraphs;
    }

    private boolean goesOn(Row open, Row next) {
        if (open.whole() || open.isTable() || next.isTable() || isNumbered(open, next)) {
            return false;
        }
        if (marks) {
            return !open.marked();
        }
        if (wrapped) {
            boolean fresh = indents && next.indent() >= 1.5 && next.indent() <= 4.5;
            boolean parted = gaps && next.gap() > 0 && !(next.turned() && !open.ends());
            return open.full() && !fresh && !parted;
        }
        boolean long_ = open.width() >= 25 || open.text().matches("(?s).*[，、,]");
        return !open.ends() && long_ && next.gap() <= 1;
    }

    /** Whether the next row begins with a number, and not by chance amid a sentence. */
    private static boolean isNumbered(Row open, Row next) {
        return next.marker()
                .filter(marker -> open.ends()
                        || !open.full()
                        || open.marker()
                                .map(Marker::form)
                                .filter(form -> form.ordinal() < marker.form().ordinal())
                                .isPresent()
                        || marker.number() == 1
                        || marker.form() != Marker.Form.THIRD)
                .isPresent();
    }

    static Row joined(Row open, Row next) {
        boolean letters = open.text().matches("(?s).*[\\p{IsLatin}\\d,;:.]")
                && next.text().matches("(?s)[\\p{IsLatin}(\\d“\"‘].*")
                && (open.text() + next.text()).codePoints().noneMatch(Character::isIdeographic);
        boolean spaced =
                open.text().matches("(?s).*\\p{IsHan} \\d+") && next.text().matches("(?s)\\p{IsHan}.*");
        Strand words = open.words()
                .plus(letters || spaced ? Strand.typed(" ") : Strand.NONE)
                .plus(next.words());
        return new Row(
                words, open.gap(), open.indent(), next.marked(), next.full(), next.whole(), open.turned(), List.of());
    }
}
