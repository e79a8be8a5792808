package io.noticepress.importer.clean;

import io.noticepress.importer.source.MappedText;
import io.noticepress.markdown.text.NumberMarker;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins the lines of paragraphs that were broken to a measure or cut by the end of a page.
 *
 * <p>Three kinds of sources tell a paragraph's end in three ways: by a blank at the end of its last line, by the length of that
 * line and the indent of the next, or by the line as such. Which it is, the whole source decides.
 */
public final class ParagraphJoiner {
    /** What begins a paragraph of its own: 列席：, 联系电话：. */
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

    public static ParagraphJoiner of(List<LayoutRow> rows, boolean wrapped) {
        int inner = 0;
        int innerMarked = 0;
        int last = 0;
        int lastMarked = 0;
        int indented = 0;
        int apart = 0;
        for (int i = 0; i + 1 < rows.size(); i++) {
            LayoutRow layoutRow = rows.get(i);
            LayoutRow next = rows.get(i + 1);
            apart += next.blankLinesBefore() > 0 ? 1 : 0;
            indented += next.indent() >= 1.5 && next.indent() <= 4.5 ? 1 : 0;
            if (next.marker().isPresent()) {
                last++;
                lastMarked += layoutRow.hasTrailingBlank() ? 1 : 0;
            } else if (layoutRow.reachesMargin() && !layoutRow.endsSentence()) {
                inner++;
                innerMarked += layoutRow.hasTrailingBlank() ? 1 : 0;
            }
        }
        boolean marks = wrapped && last >= 3 && inner >= 5 && lastMarked * 10 >= last * 9 && innerMarked * 10 <= inner;
        return new ParagraphJoiner(wrapped, marks, indented >= 2, apart * 4 < rows.size() * 3);
    }

    /** The paragraphs that some rows make. */
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
            boolean fresh = indentsMarkStarts && next.indent() >= 1.5 && next.indent() <= 4.5;
            boolean parted =
                    blankLinesSeparate && next.blankLinesBefore() > 0 && !(next.startsPage() && !last.endsSentence());
            return last.reachesMargin() && !fresh && !parted;
        }
        boolean listed = "，、".indexOf(last.text().charAt(last.length() - 1)) >= 0;
        boolean unfinished = open.size() > 1 || last.width() >= 25 || listed;
        return !last.endsSentence()
                && unfinished
                && next.blankLinesBefore() <= (DocumentPatterns.hasHan(last.text()) ? 1 : 0)
                && (listed || !LABELLED.matcher(next.text()).matches());
    }

    /** Whether the next row begins with a number, and not by chance amid a sentence. */
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

    public static LayoutRow join(LayoutRow open, LayoutRow next) {
        return join(List.of(open, next));
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

    /** Whether the break between two lines stands for a blank: between Latin words, and behind a number set off by blanks. */
    private static boolean needsBlank(String before, String after) {
        boolean letters = before.matches("(?s).*[\\p{IsLatin}\\d,;:.]")
                && after.matches("(?s)[\\p{IsLatin}(\\d“\"‘].*")
                && !DocumentPatterns.hasHan(before + after);
        return letters || before.matches("(?s).*\\p{IsHan} \\d+") && after.matches("(?s)\\p{IsHan}.*");
    }
}
