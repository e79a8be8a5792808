package io.noticepress.markdown.text;

import io.noticepress.problem.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The words of one block of a text as a reader sees them, each character with its place in the file. Its text is put
 * together when it is asked for.
 */
public final class BlockText {
    private final String anchor;
    private final String shape;
    private final int number;
    private final int sourceStart;
    private final List<InlineText> inlineTexts;
    /** Where each passage begins in the text. */
    private final int[] starts;

    private final SourcePositions positions;

    /** The words of the block that begins at the offset {@code start} of the body. */
    public BlockText(
            String anchor,
            String shape,
            int number,
            int sourceStart,
            List<InlineText> passages,
            SourcePositions positions) {
        this.anchor = anchor;
        this.shape = shape;
        this.number = number;
        this.inlineTexts = List.copyOf(passages);
        this.sourceStart = sourceStart;
        this.starts = new int[passages.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + passages.get(i - 1).text().length() + 1;
        }
        this.positions = positions;
    }

    /** The anchor of the block; empty for the footnotes. */
    public String anchor() {
        return anchor;
    }

    /**
     * What kind of block it is: {@code d} the title of a document, {@code s2} a heading of level 2, {@code i} a numbered item,
     * {@code i+3} one with three numbered items within it, {@code t4} a table of four rows, {@code notes} the footnotes,
     * {@code p} anything else.
     */
    public String shape() {
        return shape;
    }

    /** Its number, typed or of a list; 0 if it has none. */
    public int number() {
        return number;
    }

    /** Paragraphs, cells and the like, each ended by a line break. */
    public String text() {
        StringBuilder text = new StringBuilder();
        inlineTexts.forEach(inlineText -> text.append(inlineText.text()).append('\n'));
        return text.toString();
    }

    /** Each paragraph, cell or the like on a line of its own: line breaks became blanks, or nothing between Chinese. */
    public List<String> lines(boolean chinese) {
        return inlineTexts.stream()
                .map(inlineText -> inlineText.singleLine(0, inlineText.text().length(), chinese))
                .toList();
    }

    /** Whether the character {@code index} of the text belongs to the number of a paragraph, such as 一、 or (2). */
    public boolean isInMarker(int index) {
        int at = inlineTextIndex(index);
        return at >= 0
                && NumberMarker.of(inlineTexts.get(at).text())
                        .map(numberMarker -> index - starts[at] < numberMarker.length())
                        .orElse(false);
    }

    /** Where the character {@code index} of the text stands; where the block begins if there is none. */
    public Location location(int index) {
        return positions.location(sourceOffset(index));
    }

    /** How many code points the range covers on its first line, at least 1. */
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
        int at = inlineTextIndex(index);
        return at >= 0 && index - starts[at] < inlineTexts.get(at).text().length()
                ? inlineTexts.get(at).sourceOffset(index - starts[at])
                : sourceStart;
    }

    /** The passage that the character {@code index} belongs to, -1 if there is none. */
    private int inlineTextIndex(int index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : -found - 2;
    }
}
