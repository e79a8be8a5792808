package io.noticepress.extract.pdf;

/**
 * A letter on a page, in points from the top left.
 *
 * @param x where it begins
 * @param endX where it ends
 * @param baseline of its baseline
 */
record PageGlyph(String text, double x, double endX, double baseline, double size, boolean bold) {
    /** Whether a word of letters may begin or end with it. */
    boolean isLatin() {
        return text.charAt(0) < 0x2000 && !text.isBlank();
    }

    /** Whether it stands on a line below that of another. */
    boolean isBelow(PageGlyph other) {
        return baseline - other.baseline > size * 0.45;
    }
}
