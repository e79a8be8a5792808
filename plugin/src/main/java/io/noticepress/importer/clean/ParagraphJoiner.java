package io.noticepress.importer.clean;

import io.noticepress.importer.source.MappedText;
import io.noticepress.markdown.text.NumberMarker;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins lines into paragraphs where a line wrap or a page break divides them.
 *
 * <p>Sources mark the end of a paragraph in one of three ways: a blank at the end of its last line; the length of that line and
 * the indent of the next; or every line is a paragraph. The whole source is examined to find which one applies.
 *
 * <p>Example: the wrapped lines {@code 请各区于4月} and {@code 5日前报送。} become {@code 请各区于4月5日前报送。}.
 */
public final class ParagraphJoiner {
    /** A line that begins with a label and so a paragraph: 列席：, 联系电话：. */
    private static final Pattern LABELLED =
            Pattern.compile("(?s)(?:[\\p{IsHan}\\s\\u3000]{2,8}[：:]|[A-Z][A-Za-z ]{1,20}:\\s).*");

    private final boolean isWrapped;
    private final boolean blanksMarkEnds;
    private final boolean indentsMarkStarts;
    private final boolean blankLinesSeparate;

    private ParagraphJoiner(
            boolean isWrapped, boolean blanksMarkEnds, boolean indentsMarkStarts, boolean blankLinesSeparate) {
        this.isWrapped = isWrapped;
        this.blanksMarkEnds = blanksMarkEnds;
        this.indentsMarkStarts = indentsMarkStarts;
        this.blankLinesSeparate = blankLinesSeparate;
    }

    /** A joiner for a source, by the layout of all its rows; {@code isWrapped} if its lines are wrapped. */
    public static ParagraphJoiner of(List<LayoutRow> rows, boolean isWrapped) {
        int innerLines = 0;
        int innerWithBlank = 0;
        int lastLines = 0;
        int lastWithBlank = 0;
        int indented = 0;
        int separated = 0;
        for (int i = 0; i + 1 < rows.size(); i++) {
            LayoutRow layoutRow = rows.get(i);
            LayoutRow next = rows.get(i + 1);
            separated += next.blankLinesBefore() > 0 ? 1 : 0;
            indented += next.indent() >= 1.5 && next.indent() <= 4.5 ? 1 : 0;
            if (next.marker().isPresent()) {
                lastLines++;
                lastWithBlank += layoutRow.hasTrailingBlank() ? 1 : 0;
            } else if (layoutRow.reachesMargin() && !layoutRow.endsSentence()) {
                innerLines++;
                innerWithBlank += layoutRow.hasTrailingBlank() ? 1 : 0;
            }
        }
        boolean blanksMarkEnds = isWrapped
                && lastLines >= 3
                && innerLines >= 5
                && lastWithBlank * 10 >= lastLines * 9
                && innerWithBlank * 10 <= innerLines;
        return new ParagraphJoiner(isWrapped, blanksMarkEnds, indented >= 2, separated * 4 < rows.size() * 3);
    }

    /** Joins rows into paragraphs; a table row stays alone. */
    public List<LayoutRow> paragraphs(List<LayoutRow> rows) {
        List<LayoutRow> paragraphs = new ArrayList<>();
        List<LayoutRow> open = new ArrayList<>();
        for (LayoutRow layoutRow : rows) {
            if (!open.isEmpty() && !continuesParagraph(open, layoutRow)) {
                paragraphs.add(join(open));
                open.clear();
            }
            open.add(layoutRow);
        }
        if (!open.isEmpty()) {
            paragraphs.add(join(open));
        }
        return paragraphs;
    }

    private boolean continuesParagraph(List<LayoutRow> open, LayoutRow next) {
        LayoutRow first = open.get(0);
        LayoutRow last = open.get(open.size() - 1);
        if (last.endsParagraph() || last.isTable() || next.isTable() || startsNumberedItem(first, last, next)) {
            return false;
        }
        if (blanksMarkEnds) {
            return !last.hasTrailingBlank();
        }
        if (isWrapped) {
            boolean isIndented = indentsMarkStarts && next.indent() >= 1.5 && next.indent() <= 4.5;
            boolean isSeparated =
                    blankLinesSeparate && next.blankLinesBefore() > 0 && !(next.startsPage() && !last.endsSentence());
            return last.reachesMargin() && !isIndented && !isSeparated;
        }
        boolean endsWithComma = "，、".indexOf(last.text().charAt(last.length() - 1)) >= 0;
        boolean mayContinue = open.size() > 1 || last.width() >= 25 || endsWithComma;
        return !last.endsSentence()
                && mayContinue
                && next.blankLinesBefore() <= (DocumentPatterns.hasHan(last.text()) ? 1 : 0)
                && (endsWithComma || !LABELLED.matcher(next.text()).matches());
    }

    /** Whether the next row begins with the number of an item, and not with a number that a line wrap put there. */
    private static boolean startsNumberedItem(LayoutRow first, LayoutRow last, LayoutRow next) {
        return next.marker()
                .filter(numberMarker -> last.endsSentence()
                        || !last.reachesMargin()
                        || first.marker()
                                .map(NumberMarker::level)
                                .filter(numberingLevel -> numberingLevel.ordinal()
                                        < numberMarker.level().ordinal())
                                .isPresent()
                        || numberMarker.number() == 1
                        || numberMarker.level() != NumberMarker.NumberingLevel.THIRD)
                .isPresent();
    }

    /** Joins two rows into one. */
    public static LayoutRow join(LayoutRow first, LayoutRow second) {
        return join(List.of(first, second));
    }

    private static LayoutRow join(List<LayoutRow> rows) {
        List<MappedText> words = new ArrayList<>();
        LayoutRow last = null;
        for (LayoutRow layoutRow : rows) {
            if (last != null && needsBlank(last.text(), layoutRow.text())) {
                words.add(MappedText.unmapped(" "));
            }
            words.add(layoutRow.mappedText());
            last = layoutRow;
        }
        LayoutRow first = rows.get(0);
        return rows.size() == 1
                ? first
                : new LayoutRow(
                        MappedText.concat(words),
                        first.blankLinesBefore(),
                        first.indent(),
                        last.hasTrailingBlank(),
                        last.reachesMargin(),
                        last.endsParagraph(),
                        first.startsPage(),
                        List.of());
    }

    /** Whether a line break replaces a blank: between Latin words, and after a number that blanks separate from Chinese. */
    private static boolean needsBlank(String before, String after) {
        boolean isLatin = before.matches("(?s).*[\\p{IsLatin}\\d,;:.]")
                && after.matches("(?s)[\\p{IsLatin}(\\d“\"‘].*")
                && !DocumentPatterns.hasHan(before + after);
        return isLatin || before.matches("(?s).*\\p{IsHan} \\d+") && after.matches("(?s)\\p{IsHan}.*");
    }
}
