package io.noticepress.markdown.text;

/**
 * Which characters belong to Chinese text: ideographs of every plane, kana, and the wide punctuation between them.
 *
 * <p>Hangul is left out on purpose: Korean sets blanks between words.
 */
public final class CjkCharacters {
    /** Quotation marks, dots and dashes that Chinese and Western texts share: “ ” ‘ ’ … — ·. */
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

    /** Whether {@code c} is an ideograph, a small letter or a blank, as most characters are, and hence no mark of any kind. */
    public static boolean isPlainLetter(char c) {
        return c >= 0x4E00 && c <= 0x9FFF || c >= 'a' && c <= 'z' || c == ' ';
    }

    /** Whether {@code c} is set as wide as an ideograph: 办 《 ， Ａ. */
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
     * Whether a line break between the two stands for nothing at all, as in Chinese, instead of for a blank.
     *
     * @param chinese whether the text is Chinese, which decides about marks that both writings share
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

    /** {@code c} with full-width forms of ASCII folded to ASCII: １ becomes 1, ． becomes a full stop. */
    public static char toHalfWidth(char c) {
        return c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c;
    }
}
