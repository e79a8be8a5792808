package io.noticepress.extract;

import java.util.List;

/**
 * A line, paragraph or table row of a document, in reading order.
 *
 * @param text its characters as in the source; for a row, those of all cells joined
 * @param computedLabel a number or bullet that the source does not store but computes, such as {@code （一）}; precedes the text
 * @param page counted from 1; 0 if unknown
 * @param indent distance of its start from the left edge of the text, in em; negative if unknown
 * @param reach position of its end from 0 to 1, as a fraction of the text's width; negative if unknown
 * @param marks properties of parts of the text, in order
 * @param cellLengths the number of characters of each cell of a row; empty for all other kinds
 * @param reason for left-out text, the reason; for a note, its number; for a remark, its subject
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
    /** The kind of a line. */
    public enum LineKind {
        /** A line of the layout: the paragraph may continue on the next line. */
        LINE,
        /** A line that is known to end its paragraph. */
        PARAGRAPH,
        /** A row of a table. */
        ROW,
        /** The text of a footnote. */
        NOTE,
        /** A line of a running header or footer, which may be the letterhead or the colophon. */
        EDGE,
        /** Text that is not part of the document: deletions, comments, page numbers. */
        LEFT_OUT,
        /** Something without text that an editor should know about: a picture, a merged cell. */
        REMARK
    }

    public ExtractedLine {
        marks = List.copyOf(marks);
        cellLengths = List.copyOf(cellLengths);
    }

    /** The same line as a line of a running header or footer, if it is text of the document. */
    public ExtractedLine asEdge() {
        return switch (kind) {
            case LINE, PARAGRAPH, ROW ->
                new ExtractedLine(LineKind.EDGE, text, computedLabel, page, indent, reach, marks, cellLengths, reason);
            default -> this;
        };
    }

    /** Text that is left out for a reason such as {@code deleted}. */
    public static ExtractedLine leftOut(String text, String reason) {
        return new ExtractedLine(LineKind.LEFT_OUT, text, "", 0, -1, -1, List.of(), List.of(), reason);
    }

    /** A remark for the editor on a subject such as {@code picture}. */
    public static ExtractedLine remark(String subject) {
        return new ExtractedLine(LineKind.REMARK, "", "", 0, -1, -1, List.of(), List.of(), subject);
    }
}
