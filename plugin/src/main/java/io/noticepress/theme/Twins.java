package io.noticepress.theme;

import io.noticepress.markdown.Block;
import io.noticepress.markdown.Part;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links from the headings and items of a text to the same places in another edition. Anchors tell the place and no words,
 * so a block and its twin have the same one. A link holds no text: what a reader hears is its label, what one sees is the
 * style sheet's, and the words of the notice stay the notice's own.
 *
 * @param href the page of the other edition
 * @param tag the tag of its language
 * @param label what the links say, in its language
 * @param anchors those of all its blocks
 */
record Twins(String href, String tag, String label, Set<String> anchors) {
    /** Where there is no other edition. */
    static final Twins NONE = new Twins("", "", "", Set.of());

    /** A numbered paragraph begins, or an item of a list, with its first paragraph if it has any. */
    private static final Pattern ITEM = Pattern.compile("<(?:p(?= id=\"i)|li) id=\"([^\"]+)\"[^>]*>(?:\\s*<p>)?");

    /** What ends the first words of an item. */
    private static final Pattern WORDS_END =
            Pattern.compile("</(?:p|li)>|<(?:ol|ul|p|div|blockquote|pre|hr|h[2-6])[ >]");

    /** @param anchors separated by blanks */
    static Twins of(String href, String tag, String label, String anchors) {
        Set<String> known = anchors.isEmpty() ? Set.of() : new HashSet<>(Arrays.asList(anchors.split(" ")));
        return new Twins(href, tag, label, known);
    }

    /** The link to the block that has this anchor there too; empty if none has. */
    String to(String anchor) {
        if (!anchors.contains(anchor)) {
            return "";
        }
        return "<a class=\"twin\" href=\"" + escaped(href) + "#" + anchor + "\" lang=\"" + escaped(tag)
                + "\" aria-label=\"" + escaped(label) + "\"></a>";
    }

    /** The part with a link behind each heading and behind the first words of each item. */
    Part in(Part part) {
        if (anchors.isEmpty()) {
            return part;
        }
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
            case 'i', 'p' -> new Block(block.anchor(), items(html));
            default -> block;
        };
    }

    /** A block with a link in each item: a numbered paragraph, or the items of its lists, whatever their depth. */
    private String items(String html) {
        if (!html.contains("<li id=\"") && !html.contains("<p id=\"i")) {
            return html;
        }
        Matcher item = ITEM.matcher(html);
        StringBuilder linked = new StringBuilder();
        int done = 0;
        while (item.find()) {
            Matcher end = WORDS_END.matcher(html);
            String link = to(item.group(1));
            if (!link.isEmpty() && end.find(item.end())) {
                int words = end.start();
                while (Character.isWhitespace(html.charAt(words - 1))) {
                    words--;
                }
                linked.append(html, done, words).append(link);
                done = words;
            }
        }
        return done == 0 ? html : linked.append(html, done, html.length()).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
