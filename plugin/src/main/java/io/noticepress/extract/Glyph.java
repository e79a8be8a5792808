package io.noticepress.extract;

/**
 * A letter on a page, in points from the top left.
 *
 * @param x where it begins
 * @param end where it ends
 * @param y of its baseline
 */
record Glyph(String text, double x, double end, double y, double size, boolean bold) {
    /** Whether a word of letters may begin or end with it. */
    boolean isLatin() {
        return text.charAt(0) < 0x2000 && !text.isBlank();
    }

    /** Whether it stands on a line below that of another. */
    boolean isBelow(Glyph other) {
        return y - other.y > size * 0.45;
    }
}
