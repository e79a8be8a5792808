package io.noticepress.search.text;

import io.noticepress.markdown.Body;
import io.noticepress.markdown.text.BlockText;

/**
 * The text of a notice as it is indexed: one line per paragraph, cell or heading, after {@code #} for a heading and after a
 * blank for other text, such as <code>#一、总体要求</code>. It is small enough to be cached, so that no body is parsed twice.
 */
public final class SearchText {
    private SearchText() {}

    /** The search text of a body. */
    public static String of(Body body, boolean chinese) {
        StringBuilder searchText = new StringBuilder();
        for (BlockText block : body.blockTexts()) {
            boolean isHeading = block.shape().startsWith("s") || block.shape().startsWith("d");
            for (String line : block.lines(chinese)) {
                searchText.append(isHeading ? '#' : ' ').append(line).append('\n');
            }
        }
        return searchText.toString();
    }
}
