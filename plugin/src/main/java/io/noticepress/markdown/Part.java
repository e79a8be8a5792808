package io.noticepress.markdown;

import java.util.List;

/**
 * A document within a text: the notice itself, or a document issued with it.
 *
 * @param anchor {@code d1} and so on; empty for the cover
 * @param title the level-1 heading without markup; empty for the cover
 * @param heading the same as inline HTML
 */
public record Part(Kind kind, String anchor, String title, String heading, List<Block> blocks) {
    /** The text before the first level-1 heading, an issued document (印发件), an annex (附件). */
    public enum Kind {
        COVER,
        ISSUED,
        ANNEX
    }

    public Part {
        blocks = List.copyOf(blocks);
    }

    /** All its blocks. */
    public String html() {
        StringBuilder out = new StringBuilder();
        blocks.forEach(block -> out.append(block.html()).append('\n'));
        return out.toString();
    }
}
