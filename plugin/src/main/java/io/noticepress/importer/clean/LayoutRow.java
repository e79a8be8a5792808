package io.noticepress.importer.clean;

import io.noticepress.importer.source.MappedText;
import io.noticepress.markdown.text.NumberMarker;
import java.util.List;
import java.util.Optional;

/**
 * A line of the source without the blanks at its edges.
 *
 * @param blankLinesBefore how many blank lines stand before it
 * @param indent of its beginning in em, negative if unknown
 * @param hasTrailingBlank whether a blank stood at its end, which some programs leave as the mark of a paragraph
 * @param reachesMargin whether it reaches the right edge of the text
 * @param endsParagraph whether the paragraph is known to end with it
 * @param startsPage whether a page ends before it
 * @param cells of a table; empty for a line of text
 */
public record LayoutRow(
        MappedText mappedText,
        int blankLinesBefore,
        double indent,
        boolean hasTrailingBlank,
        boolean reachesMargin,
        boolean endsParagraph,
        boolean startsPage,
        List<MappedText> cells) {
    private static final int LONGEST_LINE = 400;

    public LayoutRow {
        cells = List.copyOf(cells);
    }

    public String text() {
        return mappedText.text();
    }

    public boolean isTable() {
        return !cells.isEmpty();
    }

    public Optional<NumberMarker> marker() {
        return isTable() ? Optional.empty() : NumberMarker.of(text());
    }

    /** Whether a sentence ends with it. */
    public boolean endsSentence() {
        return text().matches("(?s)(?:.*[。！？；])?[（(][^（）()]*[）)]")
                || text().matches("(?s).*[。！？；：…!?;:][”’』」）)》]*")
                || text().matches("(?s).*[a-z0-9)\\p{IsHan}]\\.[”\"')]*");
    }

    /** Its width in em: a Chinese character is one, a Latin letter half of one. */
    public double width() {
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

    public int length() {
        return mappedText.length();
    }

    /** Whether it is too long to be anything but text. */
    public boolean isLong() {
        return length() > LONGEST_LINE;
    }

    /** The same row with other words. */
    LayoutRow with(MappedText others) {
        return new LayoutRow(
                others, blankLinesBefore, indent, hasTrailingBlank, reachesMargin, endsParagraph, startsPage, cells);
    }

    /** A line of text and nothing else. */
    public static LayoutRow of(MappedText words, LayoutRow like) {
        return new LayoutRow(
                words,
                like.blankLinesBefore,
                like.indent,
                like.hasTrailingBlank,
                like.reachesMargin,
                like.endsParagraph,
                like.startsPage,
                List.of());
    }
}
