package io.noticepress.intake;

import io.noticepress.markdown.NumberMarker;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins the lines of paragraphs that were broken to a measure or cut by the end of a page.
 *
 * <p>Three kinds of sources tell a paragraph's end in three ways: by a blank at the end of its last line, by the length of that
 * line and the indent of the next, or by the line as such. Which it is, the whole source decides.
 */
final class Joiner {
    /** What begins a paragraph of its own: 列席：, 联系电话：. */
    private static final Pattern LABELLED =
            Pattern.compile("(?s)(?:[\\p{IsHan}\\s\\u3000]{2,8}[：:]|[A-Z][A-Za-z ]{1,20}:\\s).*");

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
        List<Row> open = new ArrayList<>();
        for (Row row : rows) {
            if (!open.isEmpty() && !goesOn(open, row)) {
                paragraphs.add(joined(open));
                open.clear();
            }
            open.add(row);
        }
        if (!open.isEmpty()) {
            paragraphs.add(joined(open));
        }
        return paragraphs;
    }

    private boolean goesOn(List<Row> open, Row next) {
        Row first = open.get(0);
        Row last = open.get(open.size() - 1);
        if (last.whole() || last.isTable() || next.isTable() || isNumbered(first, last, next)) {
            return false;
        }
        if (marks) {
            return !last.marked();
        }
        if (wrapped) {
            boolean fresh = indents && next.indent() >= 1.5 && next.indent() <= 4.5;
            boolean parted = gaps && next.gap() > 0 && !(next.turned() && !last.ends());
            return last.full() && !fresh && !parted;
        }
        boolean listed = "，、".indexOf(last.text().charAt(last.length() - 1)) >= 0;
        boolean unfinished = open.size() > 1 || last.width() >= 25 || listed;
        return !last.ends()
                && unfinished
                && next.gap() <= (Idioms.isChinese(last.text()) ? 1 : 0)
                && (listed || !LABELLED.matcher(next.text()).matches());
    }

    /** Whether the next row begins with a number, and not by chance amid a sentence. */
    private static boolean isNumbered(Row first, Row last, Row next) {
        return next.marker()
                .filter(numberMarker -> last.ends()
                        || !last.full()
                        || first.marker()
                                .map(NumberMarker::level)
                                .filter(numberingLevel -> numberingLevel.ordinal()
                                        < numberMarker.level().ordinal())
                                .isPresent()
                        || numberMarker.number() == 1
                        || numberMarker.level() != NumberMarker.NumberingLevel.THIRD)
                .isPresent();
    }

    static Row joined(Row open, Row next) {
        return joined(List.of(open, next));
    }

    private static Row joined(List<Row> rows) {
        List<Strand> words = new ArrayList<>();
        Row last = null;
        for (Row row : rows) {
            if (last != null && isSpaced(last.text(), row.text())) {
                words.add(Strand.typed(" "));
            }
            words.add(row.words());
            last = row;
        }
        Row first = rows.get(0);
        return rows.size() == 1
                ? first
                : new Row(
                        Strand.joined(words),
                        first.gap(),
                        first.indent(),
                        last.marked(),
                        last.full(),
                        last.whole(),
                        first.turned(),
                        List.of());
    }

    /** Whether the break between two lines stands for a blank: between Latin words, and behind a number set off by blanks. */
    private static boolean isSpaced(String before, String after) {
        boolean letters = before.matches("(?s).*[\\p{IsLatin}\\d,;:.]")
                && after.matches("(?s)[\\p{IsLatin}(\\d“\"‘].*")
                && !Idioms.isChinese(before + after);
        return letters || before.matches("(?s).*\\p{IsHan} \\d+") && after.matches("(?s)\\p{IsHan}.*");
    }
}
