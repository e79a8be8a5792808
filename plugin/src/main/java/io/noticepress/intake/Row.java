package io.noticepress.intake;

import io.noticepress.markdown.NumberMarker;
import java.util.List;
import java.util.Optional;

/**
 * A line of the source without the blanks at its edges.
 *
 * @param gap how many blank lines stand before it
 * @param indent of its beginning in em, negative if unknown
 * @param marked whether a blank stood at its end, which some programs leave as the mark of a paragraph
 * @param full whether it reaches the right edge of the text
 * @param whole whether the paragraph is known to end with it
 * @param turned whether a page ends before it
 * @param cells of a table; empty for a line of text
 */
record Row(
        Strand words,
        int gap,
        double indent,
        boolean marked,
        boolean full,
        boolean whole,
        boolean turned,
        List<Strand> cells) {
    private static final int LONGEST = 400;

    Row {
        cells = List.copyOf(cells);
    }

    String text() {
        return words.text();
    }

    boolean isTable() {
        return !cells.isEmpty();
    }

    Optional<NumberMarker> marker() {
        return isTable() ? Optional.empty() : NumberMarker.of(text());
    }

    /** Whether a sentence ends with it. */
    boolean ends() {
        return text().matches("(?s)(?:.*[。！？；])?[（(][^（）()]*[）)]")
                || text().matches("(?s).*[。！？；：…!?;:][”’』」）)》]*")
                || text().matches("(?s).*[a-z0-9)\\p{IsHan}]\\.[”\"')]*");
    }

    /** Its width in em: a Chinese character is one, a Latin letter half of one. */
    double width() {
        return width(text());
    }

    static double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            width += c < 0x2000 && c != '·' ? 0.5 : Character.isLowSurrogate(c) ? 0 : 1;
        }
        return width;
    }

    int length() {
        return words.length();
    }

    /** Whether it is too long to be anything but text. */
    boolean isLong() {
        return length() > LONGEST;
    }

    /** The same row with other words. */
    Row with(Strand others) {
        return new Row(others, gap, indent, marked, full, whole, turned, cells);
    }

    /** A line of text and nothing else. */
    static Row of(Strand words, Row like) {
        return new Row(words, like.gap, like.indent, like.marked, like.full, like.whole, like.turned, List.of());
    }
}
