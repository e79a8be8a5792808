package io.noticepress.render.views.assemble;

import io.noticepress.markdown.RenderedBlock;
import io.noticepress.markdown.RenderedPart;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Links from the headings and items of a text to the same blocks in another edition. Corresponding blocks have the same
 * anchor, because anchors are made from positions and not from words. A link contains no text, so that nothing is added to
 * the words of a notice: it has an {@code aria-label}, and its visible text comes from the style sheet.
 *
 * @param href the page of the other edition
 * @param languageTag of the other edition
 * @param label the {@code aria-label} of the links, in the language of the other edition
 * @param anchors of all blocks of the other edition
 */
public record CounterpartLinks(String href, String languageTag, String label, Set<String> anchors) {
    /** No links: there is no other edition. */
    public static final CounterpartLinks NONE = new CounterpartLinks("", "", "", Set.of());

    private static final String ID_ATTRIBUTE = " id=\"";

    /** Tags that end the first text of an item: its end tag, or the start tag of a nested block. */
    private static final List<String> CLOSING_TAGS = List.of("</p>", "</li>");

    private static final List<String> NESTED_TAGS =
            List.of("<p", "<ol", "<ul", "<div", "<blockquote", "<pre", "<hr", "<h2", "<h3", "<h4", "<h5", "<h6");

    /** @param anchors separated by blanks */
    public static CounterpartLinks of(String href, String tag, String label, String anchors) {
        Set<String> known = anchors.isEmpty() ? Set.of() : new HashSet<>(Arrays.asList(anchors.split(" ")));
        return new CounterpartLinks(href, tag, label, known);
    }

    /**
     * The link to the block with this anchor, such as {@code <a class="twin" href="/en/notices/2030/x/#s1" lang="en"
     * aria-label="English version of this passage"></a>}; empty if the other edition has no such block.
     */
    public String linkTo(String anchor) {
        if (!anchors.contains(anchor)) {
            return "";
        }
        return "<a class=\"twin\" href=\"" + escapeAttribute(href) + "#" + anchor + "\" lang=\""
                + escapeAttribute(languageTag) + "\" aria-label=\"" + escapeAttribute(label) + "\"></a>";
    }

    /** The part with a link after each heading and after the first text of each item. */
    public RenderedPart withLinks(RenderedPart part) {
        if (anchors.isEmpty()) {
            return part;
        }
        return new RenderedPart(
                part.kind(),
                part.anchor(),
                part.title(),
                part.heading(),
                part.blocks().stream().map(this::withLinks).toList());
    }

    private RenderedBlock withLinks(RenderedBlock block) {
        String html = block.html();
        return switch (block.anchor().charAt(0)) {
            case 's' -> new RenderedBlock(block.anchor(), html + linkTo(block.anchor()));
            case 'i', 'p' -> new RenderedBlock(block.anchor(), withItemLinks(html));
            default -> block;
        };
    }

    /** A block with a link in each item: in a numbered paragraph, or in the items of its lists at any depth. */
    private String withItemLinks(String html) {
        StringBuilder linked = new StringBuilder();
        int done = 0;
        for (int id = html.indexOf(ID_ATTRIBUTE); id >= 0; id = html.indexOf(ID_ATTRIBUTE, id + 1)) {
            int name = id + ID_ATTRIBUTE.length();
            boolean isItem =
                    html.startsWith("<li", id - 3) || html.startsWith("<p", id - 2) && html.startsWith("i", name);
            String link = isItem ? linkTo(html.substring(name, html.indexOf('"', name))) : "";
            int insertAt = link.isEmpty() ? -1 : textEnd(html, textStart(html, name));
            if (insertAt >= 0) {
                linked.append(html, done, insertAt).append(link);
                done = insertAt;
            }
        }
        return done == 0 ? html : linked.append(html, done, html.length()).toString();
    }

    /** The index of an item's text: after its start tag, or after the start tag of its first paragraph. */
    private static int textStart(String html, int within) {
        int begin = html.indexOf('>', within) + 1;
        int paragraph = begin;
        while (paragraph < html.length() && Character.isWhitespace(html.charAt(paragraph))) {
            paragraph++;
        }
        return html.startsWith("<p>", paragraph) ? paragraph + "<p>".length() : begin;
    }

    /** The index after an item's first text without trailing white space; -1 if no tag ends it. */
    private static int textEnd(String html, int begin) {
        for (int end = html.indexOf('<', begin); end >= 0; end = html.indexOf('<', end + 1)) {
            if (endsText(html, end)) {
                while (Character.isWhitespace(html.charAt(end - 1))) {
                    end--;
                }
                return end;
            }
        }
        return -1;
    }

    private static boolean endsText(String html, int tag) {
        for (String end : CLOSING_TAGS) {
            if (html.startsWith(end, tag)) {
                return true;
            }
        }
        for (String element : NESTED_TAGS) {
            int after = tag + element.length();
            if (html.startsWith(element, tag) && (html.startsWith(" ", after) || html.startsWith(">", after))) {
                return true;
            }
        }
        return false;
    }

    private static String escapeAttribute(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
