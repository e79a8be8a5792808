package io.noticepress.markdown.text;

import io.noticepress.problem.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The plain text of one block as a reader sees it, with the source position of each character. The text is assembled on demand.
 */
public final class BlockText {
    private final String anchor;
    private final String shape;
    private final int number;
    private final int sourceStart;
    private final List<InlineText> inlineTexts;
    /** The offset in the text at which each inline text begins. */
    private final int[] starts;

    private final SourcePositions positions;

    /** The text of a block that begins at the offset {@code sourceStart} of the body. */
    public BlockText(
            String anchor,
            String shape,
            int number,
            int sourceStart,
            List<InlineText> inlineTexts,
            SourcePositions positions) {
        this.anchor = anchor;
        this.shape = shape;
        this.number = number;
        this.inlineTexts = List.copyOf(inlineTexts);
        this.sourceStart = sourceStart;
        this.starts = new int[inlineTexts.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + inlineTexts.get(i - 1).text().length() + 1;
        }
        this.positions = positions;
    }

    /** The anchor of the block; empty for the footnotes. */
    public String anchor() {
        return anchor;
    }

    /**
     * The kind of block: {@code d} a document title, {@code s2} a heading of level 2, {@code i} a numbered item, {@code i+3} one
     * that contains three numbered items, {@code t4} a table of four rows, {@code notes} the footnotes, {@code p} anything else.
     */
    public String shape() {
        return shape;
    }

    /** The number of the block, from a list or typed as text; 0 if it has none. */
    public int number() {
        return number;
    }

    /** The text of its paragraphs, headings and cells, each followed by a line break. */
    public String text() {
        StringBuilder text = new StringBuilder();
        inlineTexts.forEach(inlineText -> text.append(inlineText.text()).append('\n'));
        return text.toString();
    }

    /** Each paragraph, heading and cell as one line: line breaks within it become spaces, or nothing between Chinese characters. */
    public List<String> lines(boolean chinese) {
        return inlineTexts.stream()
                .map(inlineText -> inlineText.singleLine(0, inlineText.text().length(), chinese))
                .toList();
    }

    /** Whether the character {@code index} of the text belongs to the typed number of a paragraph, such as 一、 or (2). */
    public boolean isInMarker(int index) {
        int found = inlineTextIndex(index);
        return found >= 0
                && NumberMarker.of(inlineTexts.get(found).text())
                        .map(numberMarker -> index - starts[found] < numberMarker.length())
                        .orElse(false);
    }

    /** The source location of the character {@code index} of the text; that of the block if there is no such character. */
    public Location location(int index) {
        return positions.location(sourceOffset(index));
    }

    /** The length in code points of a range of the text on its first source line, at least 1. */
    public int width(int from, int to) {
        return to <= from ? 1 : positions.width(sourceOffset(from), sourceOffset(to - 1) + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlockText blockText
                && anchor.equals(blockText.anchor)
                && shape.equals(blockText.shape)
                && number == blockText.number
                && sourceStart == blockText.sourceStart
                && text().equals(blockText.text());
    }

    @Override
    public int hashCode() {
        return Objects.hash(anchor, shape, sourceStart);
    }

    private int sourceOffset(int index) {
        int found = inlineTextIndex(index);
        return found >= 0
                        && index - starts[found] < inlineTexts.get(found).text().length()
                ? inlineTexts.get(found).sourceOffset(index - starts[found])
                : sourceStart;
    }

    /** The index of the inline text that contains the character {@code index}; -1 if there is none. */
    private int inlineTextIndex(int index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : -found - 2;
    }
}
