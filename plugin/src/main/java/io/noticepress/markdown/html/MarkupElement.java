package io.noticepress.markdown.html;

/**
 * An element at the top level of a text's HTML.
 *
 * @param tag its name: {@code ol}
 * @param id its own {@code id}, or the first within it; empty if there is none
 * @param cssClass its {@code class}, or empty
 * @param html all of it: {@code <ol><li id="i1" value="1">…</li></ol>}
 */
public record MarkupElement(String tag, String id, String cssClass, String html) {
    /** What stands between its own tags. */
    public String inner() {
        return html.substring(html.indexOf('>') + 1, html.lastIndexOf("</"));
    }
}
