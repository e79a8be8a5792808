package io.noticepress.markdown.syntax;

import io.noticepress.markdown.text.CjkCharacters;

/**
 * When a run of {@code *} or {@code ~} may open or close beside Chinese.
 *
 * <p>CommonMark 0.31.2 (section 6.2, "left-flanking") keeps {@code 关于**《办法》**的通知} as asterisks, since it expects
 * blanks around words. Here a mark that touches a wide character and no blank may open as well as close; between Western
 * neighbours nothing changes.
 */
final class CjkFlanking {
    private CjkFlanking() {}

    /**
     * Whether wide text stands on one side of the mark and no blank on the other.
     *
     * @param outside the character on the outer side of the emphasis
     * @param inside the one on its inner side
     */
    static boolean canOpenOrClose(String outside, String inside, boolean insideIsBlank) {
        return !insideIsBlank && (isWide(outside) || isWide(inside));
    }

    /** flexmark hands over single chars: half of a pair can only be told to be beyond the first plane. */
    private static boolean isWide(String neighbour) {
        char c = neighbour.isEmpty() ? ' ' : neighbour.charAt(0);
        return CjkCharacters.isWide(c) || Character.isSurrogate(c);
    }
}
