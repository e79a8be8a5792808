package io.noticepress.markdown.syntax;

import com.vladsch.flexmark.parser.core.delimiter.EmphasisDelimiterProcessor;
import com.vladsch.flexmark.parser.delimiter.DelimiterRun;

/** Emphasis by {@code *} that also works next to Chinese punctuation: {@code 关于**《办法》**的通知}. */
final class CjkEmphasis extends EmphasisDelimiterProcessor {
    CjkEmphasis() {
        super('*', false);
    }

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

    /** Rules 9 and 10 of CommonMark 0.31.2, section 6.2; flexmark lacks "unless both lengths are multiples of 3". */
    @Override
    public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
        if (opener.length() % 3 == 0 && closer.length() % 3 == 0) {
            return closer.length() >= 2 && opener.length() >= 2 ? 2 : 1;
        }
        return super.getDelimiterUse(opener, closer);
    }
}
