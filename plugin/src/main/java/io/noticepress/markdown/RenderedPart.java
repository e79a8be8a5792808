package io.noticepress.markdown;

import java.util.List;

/**
 * A document within a text: the notice itself, or a document issued with it.
 *
 * @param anchor {@code d1} and so on; empty for the cover
 * @param title the level-1 heading without markup; empty for the cover
 * @param heading the same as inline HTML
 */
public record RenderedPart(PartKind kind, String anchor, String title, String heading, List<RenderedBlock> blocks) {
    /** The text before the first level-1 heading, an issued document (印发件), an annex (附件). */
    public enum PartKind {
        COVER,
        ISSUED,
        ANNEX
    }

    public RenderedPart {
        blocks = List.copyOf(blocks);
    }

    /** All its blocks. Neighbouring items, each of which is a list of its own, become one list. */
    public String html() {
        StringBuilder out = new StringBuilder();
        String before = "";
        for (RenderedBlock renderedBlock : blocks) {
            String list = listOpeningTag(renderedBlock.html());
            if (!list.isEmpty() && list.equals(before)) {
                out.setLength(out.length() - "</ol>\n".length());
                out.append(
                        renderedBlock.html(),
                        list.length(),
                        renderedBlock.html().length());
            } else {
                out.append(renderedBlock.html());
            }
            out.append('\n');
            before = list;
        }
        return out.toString();
    }

    /** The opening tag of the list that a block is, such as {@code <ol class="paren">}, or empty. */
    private static String listOpeningTag(String html) {
        return html.startsWith("<ol") || html.startsWith("<ul") ? html.substring(0, html.indexOf('>') + 1) : "";
    }
}
