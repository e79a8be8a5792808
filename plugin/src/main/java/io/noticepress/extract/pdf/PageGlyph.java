package io.noticepress.extract.pdf;

/**
 * A glyph on a page, with its text. Coordinates are in points from the top left corner.
 *
 * @param x its left edge
 * @param endX its right edge
 * @param baseline the y coordinate of its baseline
 * @param size the font size
 */
record PageGlyph(String text, double x, double endX, double baseline, double size, boolean bold) {
    /** Whether it belongs to a script that separates words by spaces. */
    boolean isLatin() {
        return text.charAt(0) < 0x2000 && !text.isBlank();
    }

    /** Whether its line is below that of another glyph. */
    boolean isBelow(PageGlyph other) {
        return baseline - other.baseline > size * 0.45;
    }
}
