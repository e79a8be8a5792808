package io.noticepress.markdown.lint;

import io.noticepress.markdown.text.CjkCharacters;
import io.noticepress.markdown.text.InlineText;

/**
 * Finds unmatched brackets and quotation marks: 《》〈〉「」『』【】〔〕（）“”.
 *
 * <p>Example: in {@code 甲（乙《丙）丁} it is the 《. An ASCII bracket may match a full-width one. The closing brackets of
 * enumerations, {@code 1）} and {@code a)}, need no partner. Code spans are skipped.
 */
final class BracketPairing {
    private static final String OPENING = "《〈「『【〔（“([［";
    private static final String CLOSING = "》〉」』】〕）”)]］";
    /** The family of each character above: all round brackets are one family, all square ones another. */
    private static final String FAMILY = "《〈「『【[(“([[";

    /** Deeper nesting is not checked. */
    private static final int MAX_DEPTH = 16;

    private BracketPairing() {}

    /**
     * The index of the first unmatched character, or -1.
     *
     * @param quoteContinues whether a quotation that begins here may end in a later paragraph
     */
    static int findUnpaired(InlineText inlineText, boolean quoteContinues) {
        String text = inlineText.text();
        int[] open = new int[MAX_DEPTH];
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (CjkCharacters.isPlainLetter(c)) {
                continue;
            }
            boolean opens = OPENING.indexOf(c) >= 0;
            if (!opens && CLOSING.indexOf(c) < 0 || inlineText.isCode(i)) {
                continue;
            }
            if (opens) {
                if (depth == open.length) {
                    return -1;
                }
                open[depth++] = i;
                continue;
            }
            int partner = depth - 1;
            while (partner >= 0 && family(text.charAt(open[partner])) != family(c)) {
                partner--;
            }
            if (partner < 0) {
                if (!isAsciiBracket(c) && !(c == '）' && isEnumeration(text, i))) {
                    return i;
                }
                continue;
            }
            for (int inner = partner + 1; inner < depth; inner++) {
                if (!isAsciiBracket(text.charAt(open[inner]))) {
                    return open[inner];
                }
            }
            depth = partner;
        }
        return firstUnclosed(text, open, depth, quoteContinues);
    }

    private static int firstUnclosed(String text, int[] open, int depth, boolean quoteContinues) {
        for (int i = 0; i < depth; i++) {
            char c = text.charAt(open[i]);
            if (!isAsciiBracket(c) && !(quoteContinues && c == '“')) {
                return open[i];
            }
        }
        return -1;
    }

    /** The character that would match {@code mark}. */
    static char counterpart(char mark) {
        int opening = OPENING.indexOf(mark);
        return opening >= 0 ? CLOSING.charAt(opening) : OPENING.charAt(CLOSING.indexOf(mark));
    }

    private static boolean isAsciiBracket(char c) {
        return c == '(' || c == ')' || c == '[' || c == ']';
    }

    private static char family(char c) {
        int index = OPENING.indexOf(c);
        return FAMILY.charAt(index >= 0 ? index : CLOSING.indexOf(c));
    }

    /** Whether the bracket closes a number or letter not preceded by another letter or digit: {@code 1）}, {@code 三）}, {@code a)}. */
    private static boolean isEnumeration(String text, int bracket) {
        int start = bracket;
        while (start > 0 && bracket - start < 4 && isEnumerator(text.charAt(start - 1))) {
            start--;
        }
        return start < bracket && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
    }

    private static boolean isEnumerator(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || "一二三四五六七八九十".indexOf(c) >= 0;
    }
}
