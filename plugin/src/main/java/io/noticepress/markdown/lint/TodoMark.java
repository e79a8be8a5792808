package io.noticepress.markdown.lint;

/**
 * The placeholder {@code TODO} for text that is still missing. It is recognised in capitals and as a whole word, also next to
 * Chinese characters: in {@code 乙TODO：补全标题}, but not in {@code TODOS}.
 */
public final class TodoMark {
    private static final String WORD = "TODO";

    private TodoMark() {}

    /** Whether a text contains the placeholder. */
    public static boolean isIn(String text) {
        return indexIn(text, 0) >= 0;
    }

    /** The index of its next occurrence at or after {@code from}; -1 if there is none. */
    static int indexIn(String text, int from) {
        for (int at = text.indexOf(WORD, from); at >= 0; at = text.indexOf(WORD, at + 1)) {
            int end = at + WORD.length();
            boolean isPartOfWord = at > 0 && isWordCharacter(text.charAt(at - 1))
                    || end < text.length() && isWordCharacter(text.charAt(end));
            if (!isPartOfWord) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isWordCharacter(char c) {
        return c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
