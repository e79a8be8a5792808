package io.noticepress.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The footnotes of one text, numbered in the order in which they are referred to: {@code fnref1} leads to {@code fn1} and
 * back. A note nobody refers to comes last, since no words may get lost.
 */
final class Notes {
    private final Html html;
    private final Consumer<Node> children;
    private final List<FootnoteBlock> order = new ArrayList<>();
    private final Map<FootnoteBlock, Integer> positions = new IdentityHashMap<>();
    private final Map<FootnoteBlock, Integer> references = new IdentityHashMap<>();
    /** The paragraph that takes the links back, while a note is set. */
    private Node last;

    private int number;

    /** @param children sets what stands within a node */
    Notes(Html html, Consumer<Node> children) {
        this.html = html;
        this.children = children;
    }

    /** Sets a reference. */
    void refer(FootnoteBlock note) {
        int count = references.merge(note, 1, Integer::sum);
        if (count == 1) {
            order.add(note);
            positions.put(note, order.size());
        }
        int position = positions.get(note);
        html.attribute("class", "noteref").inline("sup", () -> {
            html.attribute("href", "#fn" + position);
            html.attribute("id", "fnref" + position + (count == 1 ? "" : "-" + count));
            html.attribute("role", "doc-noteref").inline("a", () -> html.text(Integer.toString(position)));
        });
    }

    /** Sets all notes, at the end of the text. */
    void set(Node document) {
        List<FootnoteBlock> all = new ArrayList<>();
        collect(document, all);
        if (all.isEmpty()) {
            return;
        }
        html.attribute("class", "notes").frame("ol", () -> {
            for (int next = 0; next < order.size(); next++) {
                set(next + 1, order.get(next));
            }
            for (FootnoteBlock note : all) {
                if (!references.containsKey(note)) {
                    references.put(note, 0);
                    order.add(note);
                    set(order.size(), note);
                }
            }
        });
    }

    private void set(int position, FootnoteBlock note) {
        number = position;
        last = references.get(note) > 0 && note.getLastChild() instanceof Paragraph ? note.getLastChild() : null;
        boolean apart = last == null && references.get(note) > 0;
        html.attribute("id", "fn" + position).frame("li", () -> {
            children.accept(note);
            number = position;
            if (apart) {
                backLinks();
            }
        });
        last = null;
    }

    /** Whether {@code node} is the paragraph that takes the links back. */
    boolean isLast(Node node) {
        return node == last;
    }

    /** Sets the links back; an arrow, since words would have a language. */
    void backLinks() {
        int position = number;
        int count = references.get(order.get(position - 1));
        for (int reference = 1; reference <= count; reference++) {
            html.text(" ");
            html.attribute("class", "back");
            html.attribute("href", "#fnref" + position + (reference == 1 ? "" : "-" + reference));
            html.attribute("role", "doc-backlink").inline("a", () -> html.text("↩\uFE0E"));
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
