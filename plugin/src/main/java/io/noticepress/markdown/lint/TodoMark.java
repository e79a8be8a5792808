package io.noticepress.markdown.lint;

/**
 * The mark of a place that was left to be filled in: the capital word TODO, also between Chinese characters, as in
 * {@code TODO：补全标题}; not as a part of another word.
 */
public final class TodoMark {
    private static final String WORD = "TODO";

    private TodoMark() {}

    /** Whether a text holds the mark. */
    public static boolean isIn(String text) {
        return indexIn(text, 0) >= 0;
    }

    /** Where it stands next, from {@code from} on; -1 if it does not. */
    static int indexIn(String text, int from) {
        for (int at = text.indexOf(WORD, from); at >= 0; at = text.indexOf(WORD, at + 1)) {
            int end = at + WORD.length();
            boolean within =
                    at > 0 && isLetter(text.charAt(at - 1)) || end < text.length() && isLetter(text.charAt(end));
            if (!within) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isLetter(char c) {
        return c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
