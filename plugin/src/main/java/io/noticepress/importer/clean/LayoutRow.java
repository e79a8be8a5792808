package io.noticepress.importer.clean;

import io.noticepress.importer.source.MappedText;
import io.noticepress.markdown.text.NumberMarker;
import java.util.List;
import java.util.Optional;

/**
 * A cleaned line of the source, or a row of a table, with what is known of its layout.
 *
 * @param mappedText its text without blanks at both ends
 * @param blankLinesBefore number of blank lines before it
 * @param indent distance from the left edge of the text in em; negative if unknown
 * @param hasTrailingBlank whether it ended with a blank, which some programs leave at the end of a paragraph
 * @param reachesMargin whether it reaches the right edge of the text
 * @param endsParagraph whether it is known to end its paragraph
 * @param startsPage whether it is the first row of a page
 * @param cells cells of a table row; empty for a line of text
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

    /** The number at its beginning, such as 一、 or （一）; empty for a table. */
    public Optional<NumberMarker> marker() {
        return isTable() ? Optional.empty() : NumberMarker.of(text());
    }

    /** Whether it ends with the end of a sentence, or with a note in brackets. */
    public boolean endsSentence() {
        return text().matches("(?s)(?:.*[。！？；])?[（(][^（）()]*[）)]")
                || text().matches("(?s).*[。！？；：…!?;:][”’』」）)》]*")
                || text().matches("(?s).*[a-z0-9)\\p{IsHan}]\\.[”\"')]*");
    }

    /** Width in em: 1 for a Chinese character, 0.5 for a Latin letter. */
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

    /** Whether it is too long for anything but body text. */
    public boolean isLong() {
        return length() > LONGEST_LINE;
    }

    /** A line of text with the layout of another row. */
    public static LayoutRow of(MappedText words, LayoutRow layout) {
        return new LayoutRow(
                words,
                layout.blankLinesBefore,
                layout.indent,
                layout.hasTrailingBlank,
                layout.reachesMargin,
                layout.endsParagraph,
                layout.startsPage,
                List.of());
    }
}
