package io.noticepress.render.views.assemble;

import io.noticepress.markdown.RenderedBlock;
import io.noticepress.markdown.RenderedPart;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Links from the headings and items of a text to the same places in another edition. Anchors tell the place and no words,
 * so a block and its twin have the same one. A link holds no text: what a reader hears is its label, what one sees is the
 * style sheet's, and the words of the notice stay the notice's own.
 *
 * @param href the page of the other edition
 * @param languageTag the tag of its language
 * @param label what the links say, in its language
 * @param anchors those of all its blocks
 */
public record CounterpartLinks(String href, String languageTag, String label, Set<String> anchors) {
    /** Where there is no other edition. */
    public static final CounterpartLinks NONE = new CounterpartLinks("", "", "", Set.of());

    private static final String ID_ATTRIBUTE = " id=\"";

    /** What ends the first words of an item: its own end, or an element within it. */
    private static final List<String> CLOSING_TAGS = List.of("</p>", "</li>");

    private static final List<String> NESTED_TAGS =
            List.of("<p", "<ol", "<ul", "<div", "<blockquote", "<pre", "<hr", "<h2", "<h3", "<h4", "<h5", "<h6");

    /** @param anchors separated by blanks */
    public static CounterpartLinks of(String href, String tag, String label, String anchors) {
        Set<String> known = anchors.isEmpty() ? Set.of() : new HashSet<>(Arrays.asList(anchors.split(" ")));
        return new CounterpartLinks(href, tag, label, known);
    }

    /** The link to the block that has this anchor there too; empty if none has. */
    public String linkTo(String anchor) {
        if (!anchors.contains(anchor)) {
            return "";
        }
        return "<a class=\"twin\" href=\"" + escapeAttribute(href) + "#" + anchor + "\" lang=\""
                + escapeAttribute(languageTag) + "\" aria-label=\"" + escapeAttribute(label) + "\"></a>";
    }

    /** The part with a link behind each heading and behind the first words of each item. */
    public RenderedPart withLinks(RenderedPart renderedPart) {
        if (anchors.isEmpty()) {
            return renderedPart;
        }
        return new RenderedPart(
                renderedPart.kind(),
                renderedPart.anchor(),
                renderedPart.title(),
                renderedPart.heading(),
                renderedPart.blocks().stream().map(this::withLinks).toList());
    }

    private RenderedBlock withLinks(RenderedBlock renderedBlock) {
        String html = renderedBlock.html();
        return switch (renderedBlock.anchor().charAt(0)) {
            case 's' -> new RenderedBlock(renderedBlock.anchor(), html + linkTo(renderedBlock.anchor()));
            case 'i', 'p' -> new RenderedBlock(renderedBlock.anchor(), withItemLinks(html));
            default -> renderedBlock;
        };
    }

    /** A block with a link in each item: a numbered paragraph, or the items of its lists, whatever their depth. */
    private String withItemLinks(String html) {
        StringBuilder linked = new StringBuilder();
        int done = 0;
        for (int id = html.indexOf(ID_ATTRIBUTE); id >= 0; id = html.indexOf(ID_ATTRIBUTE, id + 1)) {
            int name = id + ID_ATTRIBUTE.length();
            boolean item =
                    html.startsWith("<li", id - 3) || html.startsWith("<p", id - 2) && html.startsWith("i", name);
            String link = item ? linkTo(html.substring(name, html.indexOf('"', name))) : "";
            int words = link.isEmpty() ? -1 : textEnd(html, textStart(html, name));
            if (words >= 0) {
                linked.append(html, done, words).append(link);
                done = words;
            }
        }
        return done == 0 ? html : linked.append(html, done, html.length()).toString();
    }

    /** Where the words of an item begin: behind its tag, or that of its first paragraph. */
    private static int textStart(String html, int within) {
        int begin = html.indexOf('>', within) + 1;
        int paragraph = begin;
        while (paragraph < html.length() && Character.isWhitespace(html.charAt(paragraph))) {
            paragraph++;
        }
        return html.startsWith("<p>", paragraph) ? paragraph + "<p>".length() : begin;
    }

    /** Where the first words of an item end, blanks behind them left out; -1 if nothing ends them. */
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
