package io.noticepress.markdown;

import java.util.List;

/**
 * A part of a body: the notice itself, or a document issued with it.
 *
 * @param anchor {@code d1}, {@code d2}, …; empty for the cover
 * @param title the level-1 heading as plain text; empty for the cover
 * @param heading the level-1 heading as inline HTML
 */
public record RenderedPart(PartKind kind, String anchor, String title, String heading, List<RenderedBlock> blocks) {
    /** The kinds of parts: the text before the first level-1 heading, an issued document (印发件), an annex (附件). */
    public enum PartKind {
        COVER,
        ISSUED,
        ANNEX
    }

    public RenderedPart {
        blocks = List.copyOf(blocks);
    }

    /** The HTML of all blocks. Each list item is a block with a list of its own; adjacent ones are joined into one list. */
    public String html() {
        StringBuilder out = new StringBuilder();
        String previousList = "";
        for (RenderedBlock renderedBlock : blocks) {
            String list = listOpeningTag(renderedBlock.html());
            if (!list.isEmpty() && list.equals(previousList)) {
                out.setLength(out.length() - "</ol>\n".length());
                out.append(
                        renderedBlock.html(),
                        list.length(),
                        renderedBlock.html().length());
            } else {
                out.append(renderedBlock.html());
            }
            out.append('\n');
            previousList = list;
        }
        return out.toString();
    }

    /** The opening tag of a block that is a list, such as {@code <ol class="paren">}; otherwise empty. */
    private static String listOpeningTag(String html) {
        return html.startsWith("<ol") || html.startsWith("<ul") ? html.substring(0, html.indexOf('>') + 1) : "";
    }
}
