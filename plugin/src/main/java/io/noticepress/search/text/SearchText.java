package io.noticepress.search.text;

import io.noticepress.markdown.Body;
import io.noticepress.markdown.text.BlockText;

/**
 * The words of a text as they are searched: a line for each paragraph, cell or heading, the latter after a {@code #}, others
 * after a blank. Small enough to be remembered, so that no text is parsed twice.
 */
public final class SearchText {
    private SearchText() {}

    /** The slip of a text. */
    public static String of(Body body, boolean chinese) {
        StringBuilder slip = new StringBuilder();
        for (BlockText blockText : body.blockTexts()) {
            boolean heading =
                    blockText.shape().startsWith("s") || blockText.shape().startsWith("d");
            for (String line : blockText.lines(chinese)) {
                slip.append(heading ? '#' : ' ').append(line).append('\n');
            }
        }
        return slip.toString();
    }
}
