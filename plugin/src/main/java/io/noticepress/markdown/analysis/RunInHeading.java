package io.noticepress.markdown.analysis;

import io.noticepress.markdown.text.CjkCharacters;
import io.noticepress.markdown.text.InlineText;
import java.util.Optional;

/**
 * The run-in heading of a numbered item: its bold beginning, or its first sentence if that is short and more text follows. Bold
 * text is meant as a heading, so it may be three times as long.
 *
 * <p>Example: for {@code 1．**加强政治引领。** 坚持……} it is {@code 1．加强政治引领}.
 *
 * @param end its end in the inline text, without a full stop
 */
record RunInHeading(int end, boolean bold) {
    private static final int MAX_IDEOGRAPHS = 40;
    private static final int MAX_LETTERS = 90;

    /** The run-in heading of an item whose text begins at {@code from}, after a typed number. */
    static Optional<RunInHeading> of(InlineText inlineText, int from) {
        String text = inlineText.text();
        int start = from;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\u3000')) {
            start++;
        }
        boolean bold = inlineText.boldStart() >= 0 && inlineText.boldStart() <= start && inlineText.boldEnd() > start;
        int end = bold ? inlineText.boldEnd() : firstSentenceEnd(text, start);
        while (end > start && (isStop(text.charAt(end - 1)) || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
        }
        return end > start && isShort(text.substring(start, end), bold ? 3 : 1)
                ? Optional.of(new RunInHeading(end, bold))
                : Optional.empty();
    }

    /** The end of the first sentence; 0 if no text follows it. */
    private static int firstSentenceEnd(String text, int start) {
        for (int i = start; i + 1 < text.length() && i - start <= MAX_LETTERS; i++) {
            char c = text.charAt(i);
            boolean ends = c == '。'
                    || c == '．' && !Character.isDigit(text.charAt(i + 1))
                    || c == '.' && Character.isWhitespace(text.charAt(i + 1)) && i - start > 3;
            if (ends) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isStop(char c) {
        return c == '。' || c == '.' || c == '．' || c == '：' || c == ':';
    }

    private static boolean isShort(String heading, int factor) {
        long ideographs =
                heading.codePoints().filter(CjkCharacters::isIdeograph).count();
        return ideographs <= MAX_IDEOGRAPHS * factor
                && heading.codePointCount(0, heading.length()) - ideographs <= MAX_LETTERS * factor;
    }
}
