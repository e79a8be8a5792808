package io.noticepress.search;

import io.noticepress.markdown.Body;
import io.noticepress.markdown.Words;

/**
 * The words of a text as they are searched: a line for each paragraph, cell or heading, the latter after a {@code #}, others
 * after a blank. Small enough to be remembered, so that no text is parsed twice.
 */
public final class Slip {
    private Slip() {}

    /** The slip of a text. */
    public static String of(Body body, boolean chinese) {
        StringBuilder slip = new StringBuilder();
        for (Words words : body.words()) {
            boolean heading = words.shape().startsWith("s") || words.shape().startsWith("d");
            for (String line : words.lines(chinese)) {
                slip.append(heading ? '#' : ' ').append(line).append('\n');
            }
        }
        return slip.toString();
    }
}
