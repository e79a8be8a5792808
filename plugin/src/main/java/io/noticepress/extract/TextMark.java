package io.noticepress.extract;

/**
 * A property of a part of a line's text.
 *
 * @param from the offset of the first char
 * @param to the offset after the last char; equal to {@code from} if the mark is between two chars
 * @param text for a note reference, the number of the note; for an insertion, the inserted text
 */
public record TextMark(MarkKind kind, int from, int to, String text) {
    /** The kind of a mark. */
    public enum MarkKind {
        /** The characters are bold. */
        BOLD,
        /** A footnote is referenced here. */
        NOTE,
        /** Text is inserted here that the source computes or expresses by distance: a list number, a space. */
        INSERTED,
        /** The spaces only set characters apart. */
        SPACING
    }

    /** The same mark moved {@code offset} chars to the right. */
    public TextMark shifted(int offset) {
        return new TextMark(kind, from + offset, to + offset, text);
    }
}
