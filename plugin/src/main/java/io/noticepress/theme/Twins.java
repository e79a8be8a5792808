package io.noticepress.theme;

import io.noticepress.markdown.Block;
import io.noticepress.markdown.Part;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Links from the headings and numbered items of a text to the same places in another edition. Anchors tell the place and
 * no words, so a block and its twin have the same one. A link holds no text: what a reader hears is its label, what one
 * sees is the style sheet's, and the words of the notice stay the notice's own.
 *
 * @param href the page of the other edition
 * @param tag the tag of its language
 * @param label what the links say, in its language
 * @param anchors those of all its blocks
 */
record Twins(String href, String tag, String label, Set<String> anchors) {
    /** Where there is no other edition. */
    static final Twins NONE = new Twins("", "", "", Set.of());

    /** @param anchors separated by blanks */
    static Twins of(String href, String tag, String label, String anchors) {
        return new Twins(href, tag, label, new HashSet<>(Arrays.asList(anchors.split(" "))));
    }

    /** The link to the block that has this anchor there too; empty if none has. */
    String to(String anchor) {
        if (!anchors.contains(anchor)) {
            return "";
        }
        String language = escaped(tag);
        return "<a class=\"twin\" href=\"" + escaped(href) + "#" + anchor + "\" lang=\"" + language + "\" hreflang=\""
                + language + "\" aria-label=\"" + escaped(label) + "\"></a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    /** The part with a link behind each heading and at the end of each numbered item. */
    Part in(Part part) {
        return new Part(
                part.kind(),
                part.anchor(),
                part.title(),
                part.heading(),
                part.blocks().stream().map(this::in).toList());
    }

    private Block in(Block block) {
        String html = block.html();
        return switch (block.anchor().charAt(0)) {
            case 's' -> new Block(block.anchor(), html + to(block.anchor()));
            case 'i' -> {
                int end = html.lastIndexOf(html.startsWith("<ol") ? "</li>" : "</p>");
                yield new Block(block.anchor(), html.substring(0, end) + to(block.anchor()) + html.substring(end));
            }
            default -> block;
        };
    }
}
