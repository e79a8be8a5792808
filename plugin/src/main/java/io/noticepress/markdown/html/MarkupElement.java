package io.noticepress.markdown.html;

/**
 * A top-level element of rendered HTML.
 *
 * @param tag its name: {@code ol}
 * @param id its {@code id}, otherwise the first {@code id} within it, or empty
 * @param cssClass its {@code class}, or empty
 * @param html the whole element: {@code <ol><li id="i1" value="1">…</li></ol>}
 */
public record MarkupElement(String tag, String id, String cssClass, String html) {
    /** The HTML between its tags. */
    public String inner() {
        return html.substring(html.indexOf('>') + 1, html.lastIndexOf("</"));
    }
}
