package io.noticepress.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The footnotes of one text, numbered in the order in which they are referred to: {@code fnref1} leads to {@code fn1} and
 * back. A note nobody refers to comes last, since no words may get lost.
 */
final class Notes {
    private final List<FootnoteBlock> order = new ArrayList<>();
    private final Map<FootnoteBlock, Integer> positions = new IdentityHashMap<>();
    private final Map<FootnoteBlock, Integer> references = new IdentityHashMap<>();
    /** The paragraph that takes the links back, while a note is set. */
    private Node last;

    private int number;

    /** Sets a reference. */
    void refer(FootnoteBlock note, HtmlWriter html) {
        int count = references.merge(note, 1, Integer::sum);
        if (count == 1) {
            order.add(note);
            positions.put(note, order.size());
        }
        int position = positions.get(note);
        html.attr("class", "noteref").withAttr().tag("sup");
        html.attr("href", "#fn" + position);
        html.attr("id", "fnref" + position + (count == 1 ? "" : "-" + count));
        html.attr("role", "doc-noteref").withAttr().tag("a");
        html.text(Integer.toString(position));
        html.closeTag("a");
        html.closeTag("sup");
    }

    /** Sets all notes, at the end of the text. */
    void render(Node document, NodeRendererContext context, HtmlWriter html) {
        List<FootnoteBlock> all = new ArrayList<>();
        collect(document, all);
        if (all.isEmpty()) {
            return;
        }
        html.attr("class", "notes").withAttr().tagIndent("ol", () -> {
            for (int next = 0; next < order.size(); next++) {
                render(next + 1, order.get(next), context, html);
            }
            for (FootnoteBlock note : all) {
                if (!references.containsKey(note)) {
                    references.put(note, 0);
                    order.add(note);
                    render(order.size(), note, context, html);
                }
            }
        });
    }

    private void render(int position, FootnoteBlock note, NodeRendererContext context, HtmlWriter html) {
        number = position;
        last = references.get(note) > 0 && note.getLastChild() instanceof Paragraph ? note.getLastChild() : null;
        boolean apart = last == null && references.get(note) > 0;
        html.attr("id", "fn" + position).withAttr().tagIndent("li", () -> {
            context.renderChildren(note);
            number = position;
            if (apart) {
                backLinks(html);
            }
        });
        last = null;
    }

    /** Whether {@code node} is the paragraph that takes the links back. */
    boolean isLast(Node node) {
        return node == last;
    }

    /** Sets the links back; an arrow, since words would have a language. */
    void backLinks(HtmlWriter html) {
        int position = number;
        int count = references.get(order.get(position - 1));
        for (int reference = 1; reference <= count; reference++) {
            html.text(" ");
            html.attr("class", "back");
            html.attr("href", "#fnref" + position + (reference == 1 ? "" : "-" + reference));
            html.attr("role", "doc-backlink").withAttr().tag("a");
            html.text("↩\uFE0E");
            html.closeTag("a");
        }
    }

    private static void collect(Node parent, List<FootnoteBlock> found) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FootnoteBlock note) {
                found.add(note);
            }
            if (node instanceof Block && !(node instanceof Paragraph)) {
                collect(node, found);
            }
        }
    }
}
