package io.noticepress.markdown.syntax;

import com.vladsch.flexmark.ext.gfm.strikethrough.internal.StrikethroughDelimiterProcessor;

/** Strikethrough by {@code ~~} that also works next to Chinese punctuation: {@code 删去~~《办法》~~一词}. */
final class CjkStrikethrough extends StrikethroughDelimiterProcessor {
    @Override
    public boolean canBeOpener(
            String before,
            String after,
            boolean leftFlanking,
            boolean rightFlanking,
            boolean beforeIsPunctuation,
            boolean afterIsPunctuation,
            boolean beforeIsWhitespace,
            boolean afterIsWhitespace) {
        return leftFlanking || CjkFlanking.canOpenOrClose(before, after, afterIsWhitespace);
    }

    @Override
    public boolean canBeCloser(
            String before,
            String after,
            boolean leftFlanking,
            boolean rightFlanking,
            boolean beforeIsPunctuation,
            boolean afterIsPunctuation,
            boolean beforeIsWhitespace,
            boolean afterIsWhitespace) {
        return rightFlanking || CjkFlanking.canOpenOrClose(after, before, beforeIsWhitespace);
    }
}
