package io.noticepress.markdown.html;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Renders footnotes, numbered in the order of their first references: {@code fnref1} links to {@code fn1} and back. A footnote
 * without reference comes last, as no text may get lost.
 */
final class FootnoteRenderer {
    private final MarkupWriter markupWriter;
    private final Consumer<Node> renderChildren;
    private final List<FootnoteBlock> referencedNotes = new ArrayList<>();
    private final Map<FootnoteBlock, Integer> positions = new IdentityHashMap<>();
    private final Map<FootnoteBlock, Integer> references = new IdentityHashMap<>();
    /** While a note is rendered: the paragraph that ends with the back links; null if the note has none. */
    private @Nullable Node backLinkParagraph;

    private int currentPosition;

    /** @param renderChildren renders the children of a node */
    FootnoteRenderer(MarkupWriter markupWriter, Consumer<Node> renderChildren) {
        this.markupWriter = markupWriter;
        this.renderChildren = renderChildren;
    }

    /** Renders a reference to a note. */
    void writeReference(FootnoteBlock note) {
        int count = references.merge(note, 1, Integer::sum);
        if (count == 1) {
            referencedNotes.add(note);
            positions.put(note, referencedNotes.size());
        }
        int position = positions.get(note);
        markupWriter.attribute("class", "noteref").inline("sup", () -> {
            markupWriter.attribute("href", "#fn" + position);
            markupWriter.attribute("id", "fnref" + position + (count == 1 ? "" : "-" + count));
            markupWriter
                    .attribute("role", "doc-noteref")
                    .inline("a", () -> markupWriter.text(Integer.toString(position)));
        });
    }

    /** Renders all notes, at the end of the text. */
    void writeNotes(Node document) {
        List<FootnoteBlock> all = new ArrayList<>();
        collect(document, all);
        if (all.isEmpty()) {
            return;
        }
        markupWriter.attribute("class", "notes").blockWithBreaks("ol", () -> {
            for (int next = 0; next < referencedNotes.size(); next++) {
                writeNote(next + 1, referencedNotes.get(next));
            }
            for (FootnoteBlock note : all) {
                if (!references.containsKey(note)) {
                    references.put(note, 0);
                    referencedNotes.add(note);
                    writeNote(referencedNotes.size(), note);
                }
            }
        });
    }

    private void writeNote(int position, FootnoteBlock note) {
        currentPosition = position;
        backLinkParagraph =
                references.get(note) > 0 && note.getLastChild() instanceof Paragraph ? note.getLastChild() : null;
        boolean endsWithOtherBlock = backLinkParagraph == null && references.get(note) > 0;
        markupWriter.attribute("id", "fn" + position).blockWithBreaks("li", () -> {
            renderChildren.accept(note);
            currentPosition = position;
            if (endsWithOtherBlock) {
                writeBackLinks();
            }
        });
        backLinkParagraph = null;
    }

    /** Whether {@code node} is the paragraph that ends with the back links. */
    boolean takesBackLinks(Node node) {
        return node == backLinkParagraph;
    }

    /** Renders the back links of the current note as arrows, which need no translation. */
    void writeBackLinks() {
        int position = currentPosition;
        int count = references.get(referencedNotes.get(position - 1));
        for (int reference = 1; reference <= count; reference++) {
            markupWriter.text(" ");
            markupWriter.attribute("class", "back");
            markupWriter.attribute("href", "#fnref" + position + (reference == 1 ? "" : "-" + reference));
            markupWriter.attribute("role", "doc-backlink").inline("a", () -> markupWriter.text("↩\uFE0E"));
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
