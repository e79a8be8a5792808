package io.noticepress.extract;

import java.util.List;

/**
 * A piece of a document in reading order.
 *
 * @param text its characters as the source has them; of a row, those of its cells in a row
 * @param computedLabel a number or mark that the source only computes, such as {@code （一）}; stands before the text
 * @param page counted from 1, 0 if unknown
 * @param indent how far it begins to the right of the text's edge, in em; negative if unknown
 * @param reach how far it reaches, from 0 to 1 of the text's width; negative if unknown
 * @param marks what is to be known of stretches of the text, in their order
 * @param cellLengths how many characters each cell of a row takes; empty for anything but a row
 * @param reason of what is left out: the reason; of a note: its number; of a remark: what it is about
 */
public record ExtractedLine(
        LineKind kind,
        String text,
        String computedLabel,
        int page,
        double indent,
        double reach,
        List<TextMark> marks,
        List<Integer> cellLengths,
        String reason) {
    /** What a piece is. */
    public enum LineKind {
        /** A line as it was set: the paragraph may go on in the next. */
        LINE,
        /** A line after which the paragraph is known to end. */
        PARAGRAPH,
        /** A row of a table. */
        ROW,
        /** The text of a footnote. */
        NOTE,
        /** A line of a running head or foot, which may be the letterhead or the colophon. */
        EDGE,
        /** Text that is no part of the document: deleted words, comments, page numbers. */
        LEFT_OUT,
        /** Something without text that an editor should know of: a picture, an accepted revision. */
        REMARK
    }

    public ExtractedLine {
        marks = List.copyOf(marks);
        cellLengths = List.copyOf(cellLengths);
    }

    /** A line of which nothing but its text is known. */
    public static ExtractedLine of(LineKind lineKind, String text) {
        return new ExtractedLine(lineKind, text, "", 0, -1, -1, List.of(), List.of(), "");
    }

    /** The same line as one of a running head or foot. */
    public ExtractedLine asEdge() {
        boolean text = kind == LineKind.LINE || kind == LineKind.PARAGRAPH || kind == LineKind.ROW;
        return text
                ? new ExtractedLine(
                        LineKind.EDGE, this.text, computedLabel, page, indent, reach, marks, cellLengths, reason)
                : this;
    }

    /** Text that is left out, and why. */
    public static ExtractedLine leftOut(String text, String why) {
        return new ExtractedLine(LineKind.LEFT_OUT, text, "", 0, -1, -1, List.of(), List.of(), why);
    }

    /** Something an editor should know of. */
    public static ExtractedLine remark(String why) {
        return new ExtractedLine(LineKind.REMARK, "", "", 0, -1, -1, List.of(), List.of(), why);
    }
}
