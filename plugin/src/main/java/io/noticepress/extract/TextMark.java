package io.noticepress.extract;

/**
 * Something about a stretch of a line that its characters do not say.
 *
 * @param from the first char, counted from 0
 * @param to behind the last char; {@code from} where the mark stands between two
 * @param text of a reference: the number of the note; of an insertion: what is not in the source and must be read there
 */
public record TextMark(MarkKind kind, int from, int to, String text) {
    /** What a mark says. */
    public enum MarkKind {
        /** These characters are bold. */
        BOLD,
        /** Here a footnote is referred to. */
        NOTE,
        /** Here stands what the source only computes or sets by distance: a number, a blank. */
        INSERTED,
        /** These blanks only keep characters at their distance. */
        SPACING
    }

    /** The same mark behind {@code offset} other characters. */
    public TextMark shifted(int offset) {
        return new TextMark(kind, from + offset, to + offset, text);
    }
}
