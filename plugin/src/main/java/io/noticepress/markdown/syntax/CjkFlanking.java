package io.noticepress.markdown.syntax;

import io.noticepress.markdown.text.CjkCharacters;

/**
 * Whether a run of {@code *} or {@code ~} next to Chinese may open or close emphasis.
 *
 * <p>CommonMark 0.31.2 (section 6.2, "left-flanking") renders {@code 关于**《办法》**的通知} with asterisks, as it expects spaces
 * between words. Here a run next to a wide character and without a space on its inner side may open and close; between
 * Western characters nothing changes.
 */
final class CjkFlanking {
    private CjkFlanking() {}

    /**
     * Whether a run next to at least one wide character may open or close emphasis.
     *
     * @param outside the character on the outer side of the emphasis
     * @param inside the character on its inner side
     */
    static boolean canOpenOrClose(String outside, String inside, boolean insideIsWhitespace) {
        return !insideIsWhitespace && (isWide(outside) || isWide(inside));
    }

    /** flexmark passes single chars, so a surrogate, half of a supplementary character, counts as wide. */
    private static boolean isWide(String neighbour) {
        char c = neighbour.isEmpty() ? ' ' : neighbour.charAt(0);
        return CjkCharacters.isWide(c) || Character.isSurrogate(c);
    }
}
