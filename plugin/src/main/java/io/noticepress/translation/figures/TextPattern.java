package io.noticepress.translation.figures;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Matches patterns at one place of a text. */
final class TextPattern {
    private TextPattern() {}

    /** A match of {@code pattern} that begins at {@code from}, or null; lookbehind sees the text before it. */
    static Matcher matchAt(Pattern pattern, String text, int from) {
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).region(from, text.length());
        return matcher.lookingAt() ? matcher : null;
    }
}
