package io.noticepress.markdown.text;

/**
 * Classifies characters of Chinese text: ideographs of all planes, kana, and wide punctuation.
 *
 * <p>Hangul is excluded on purpose: Korean separates words by spaces. This is why the table of {@code ProblemFormat}, which is
 * about the width in a terminal, is another one.
 */
public final class CjkCharacters {
    /** Quotation marks, dots and dashes used in both Chinese and Western text: “ ” ‘ ’ … — ·. */
    private static final String SHARED_PUNCTUATION = "“”‘’…—·";

    private CjkCharacters() {}

    /** Whether {@code c} is an ideograph, such as 办 or 𠮷. */
    public static boolean isIdeograph(int c) {
        return c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x3400 && c <= 0x4DBF
                || c >= 0x20000 && c <= 0x3FFFF
                || c >= 0xF900 && c <= 0xFAFF
                || c == 0x3007;
    }

    /** Whether {@code c} is an ideograph, a lower-case letter or a space: a fast test that skips most characters in scans for marks. */
    public static boolean isPlainLetter(char c) {
        return c >= 0x4E00 && c <= 0x9FFF || c >= 'a' && c <= 'z' || c == ' ';
    }

    /** Whether {@code c} is as wide as an ideograph: 办 《 ， Ａ. */
    public static boolean isWide(int c) {
        return c >= 0x2E80
                && (isIdeograph(c)
                        || c <= 0x312F
                        || c >= 0x3190 && c <= 0x33FF
                        || c >= 0xFE10 && c <= 0xFE1F
                        || c >= 0xFE30 && c <= 0xFE6F
                        || c >= 0xFF01 && c <= 0xFF60
                        || c >= 0xFFE0 && c <= 0xFFE6
                        || c >= 0x1B000 && c <= 0x1B2FF
                        || c >= 0x1F200 && c <= 0x1F2FF);
    }

    /**
     * Whether a line break between two characters is dropped, as in Chinese, and not replaced by a space.
     *
     * @param chinese whether the text is Chinese, which decides for two characters of shared punctuation
     */
    public static boolean joinWithoutSpace(int before, int after, boolean chinese) {
        boolean wideBefore = isWide(before);
        boolean wideAfter = isWide(after);
        if (wideBefore && wideAfter) {
            return true;
        }
        boolean sharedBefore = SHARED_PUNCTUATION.indexOf(before) >= 0;
        boolean sharedAfter = SHARED_PUNCTUATION.indexOf(after) >= 0;
        return wideBefore && sharedAfter || sharedBefore && wideAfter || chinese && sharedBefore && sharedAfter;
    }

    /** The ASCII character for a full-width form, otherwise {@code c}: １ becomes 1, ． becomes a full stop. */
    public static char toHalfWidth(char c) {
        return c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c;
    }
}
