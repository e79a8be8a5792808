package io.noticepress.markdown;

import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.OrderedListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import io.noticepress.problem.Problem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One walk over a parsed text: gives every block its anchor, writes the outline, takes the fingerprints and reports what
 * is wrong.
 */
final class Survey {
    private final MarkdownText text;
    private final Deadline deadline;
    private final Places places;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Inspector inspector;
    private final Proof proof;
    private final Numbering numbering;
    private final Anchors anchors = new Anchors();
    private final Map<Node, String> anchorOf = new IdentityHashMap<>();
    private final Outline outline;
    private final Basis basis;
    /** The passages of the present block. */
    private final List<Passage> passages = new ArrayList<>();

    private final List<Words> words = new ArrayList<>();
    /** How many items the lists within the present item have had so far. */
    private int within;

    Survey(MarkdownText text, Deadline deadline, LinkRule rule, Addresses addresses) {
        this.text = text;
        this.deadline = deadline;
        this.places = new Places(text);
        this.inspector = new Inspector(text.body(), places, rule, addresses, problems::add);
        this.proof = new Proof(text, places, problems::add);
        this.numbering = new Numbering(text.chinese());
        this.outline = new Outline(text.chinese());
        this.basis = new Basis(text.title());
    }

    /** The walk. */
    Survey of(Document document) {
        Depth.check(document);
        footnotes(document);
        List<Passage> notes = List.copyOf(passages);
        passages.clear();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            deadline.check();
            top(node);
        }
        if (!notes.isEmpty() && notes.get(0).text().length() > 0) {
            words.add(new Words("", "notes", 0, notes.get(0).place(0), notes, places));
        }
        return this;
    }

    Map<Node, String> anchors() {
        return anchorOf;
    }

    /** The words of each block in the order of the text, those of all footnotes last. */
    List<Words> words() {
        return words;
    }

    Map<Node, Target> targets() {
        return inspector.targets();
    }

    List<io.noticepress.markdown.Heading> outline() {
        return outline.headings();
    }

    /** The plain titles of the documents, in their order. */
    List<String> titles() {
        return outline.titles();
    }

    Findings findings() {
        List<Problem> sorted = problems.stream().sorted().toList();
        return new Findings(sorted, inspector.links(), String.join(" ", anchors.given()), basis.text());
    }

    /** The notes are read first, so that their words count with the block that refers to them. */
    private void footnotes(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FootnoteBlock) {
                walk(node, false, "");
                basis.note(node);
            } else if (node instanceof Block && !(node instanceof Paragraph)) {
                footnotes(node);
            }
        }
    }

    private void top(Node node) {
        if (node instanceof FootnoteBlock || node instanceof Reference || isEmpty(node)) {
            return;
        }
        if (node instanceof Heading heading) {
            heading(heading);
        } else if (node instanceof ListBlock list) {
            list(list);
        } else if (node instanceof Paragraph) {
            paragraph(node);
        } else {
            String anchor = anchors.other();
            anchorOf.put(node, anchor);
            numbering.other();
            inspector.look(node);
            if (isCode(node)) {
                basis.add(node.getChars());
            } else {
                walk(node, true, "");
            }
            end(node, anchor, node instanceof TableBlock ? "t" + rows(node) : "p", Optional.empty());
        }
    }

    private static boolean isCode(Node node) {
        return node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock;
    }

    private static int rows(Node table) {
        int rows = 0;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild();
                    row != null && !(part instanceof TableSeparator);
                    row = row.getNext()) {
                rows += row instanceof TableRow ? 1 : 0;
            }
        }
        return rows;
    }

    /** A paragraph of which link definitions are all that was there. */
    private static boolean isEmpty(Node node) {
        return node instanceof Paragraph && node.getFirstChild() == null;
    }

    private void heading(Heading heading) {
        Passage passage = read(heading, true, false);
        int level = heading.getLevel();
        String anchor = level == 1 ? anchors.document() : anchors.section(level);
        anchorOf.put(heading, anchor);
        outline.heading(level, anchor, passage);
        if (level == 1) {
            numbering.document();
        }
        Optional<Marker> marker = level == 1 ? Optional.empty() : Marker.of(passage.text());
        number(marker, passage, true);
        inlines(heading);
        end(heading, anchor, level == 1 ? "d" : "s" + level, marker);
    }

    private void paragraph(Node paragraph) {
        Passage passage = read(paragraph, true, runsOn(paragraph));
        Optional<Marker> marker = Marker.of(passage.text());
        String anchor = marker.isPresent() ? anchors.item() : anchors.other();
        anchorOf.put(paragraph, anchor);
        number(marker, passage, false);
        marker.ifPresent(found -> outline.item(anchor, passage, found.length(), ""));
        inlines(paragraph);
        end(paragraph, anchor, marker.isPresent() ? "i" : "p", marker);
    }

    private void number(Optional<Marker> marker, Passage passage, boolean heading) {
        if (marker.isEmpty()) {
            numbering.other();
            return;
        }
        int start = passage.place(0);
        int end = passage.place(marker.get().length() - 1) + 1;
        numbering
                .next(marker.get(), heading, places.at(start), places.width(start, end))
                .ifPresent(problems::add);
    }

    private void list(ListBlock list) {
        if (list instanceof BulletList) {
            numbering.other();
        }
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            deadline.check();
            String anchor = list instanceof OrderedList ? anchors.item() : anchors.other();
            anchorOf.put(item, anchor);
            int number = 0;
            if (item instanceof OrderedListItem numbered) {
                number = Marker.value(numbered);
                int start = numbered.getOpeningMarker().getStartOffset();
                numbering
                        .next(
                                new Marker(Marker.Form.THIRD, number, 0),
                                false,
                                places.at(start),
                                places.width(start, numbered.getOpeningMarker().getEndOffset()))
                        .ifPresent(problems::add);
                if (numbered.getFirstChild() instanceof Paragraph first) {
                    outline.item(anchor, Passage.of(first, text.body()), 0, numbered.getOpeningMarker() + " ");
                }
            }
            within = 0;
            walk(item, false, anchor);
            String inner = within == 0 ? "" : "+" + within;
            end(item, anchor, (number == 0 ? "p" : "i") + inner, Optional.of(new Marker(Marker.Form.THIRD, number, 0)));
        }
    }

    /** The present block ends. */
    private void end(Node block, String anchor, String shape, Optional<Marker> marker) {
        basis.print(marker);
        int number = marker.map(Marker::number).orElse(0);
        words.add(new Words(anchor, shape, number, block.getStartOffset(), passages, places));
        passages.clear();
    }

    /** Reads all passages below {@code parent}; numbered lists in it get anchors below {@code anchor}, if there is one. */
    private void walk(Node parent, boolean alone, String anchor) {
        int before = 0;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            String below = anchor;
            if (node instanceof OrderedListItem item) {
                if (!anchor.isEmpty()) {
                    below = anchors.within(anchor, ++within);
                    anchorOf.put(node, below);
                }
                int start = item.getOpeningMarker().getStartOffset();
                int number = Marker.value(item);
                numbering
                        .within(before, number, places.at(start), places.width(start, start + 1))
                        .ifPresent(problems::add);
                before = number;
                int outer = within;
                within = 0;
                walk(node, false, below);
                within = outer;
                continue;
            }
            inspector.look(node);
            if (node instanceof Paragraph || node instanceof Heading || node instanceof TableCell) {
                read(node, alone && !(node instanceof TableCell), runsOn(node));
                inlines(node);
            } else if (isCode(node)) {
                basis.add(node.getChars());
            } else if (!(node instanceof FootnoteBlock) || parent instanceof Document) {
                walk(node, alone && !(node instanceof ListItem), below);
            }
        }
    }

    private Passage read(Node block, boolean alone, boolean quoteRunsOn) {
        Passage passage = Passage.of(block, text.body());
        proof.read(passage, alone, quoteRunsOn);
        basis.add(passage);
        if (block.getAncestorOfType(TableSeparator.class) == null) {
            passages.add(passage);
        }
        return passage;
    }

    /** In English a quotation of several paragraphs opens each and closes the last. */
    private boolean runsOn(Node paragraph) {
        return !text.chinese()
                && paragraph.getNext() instanceof Paragraph next
                && next.getChars().startsWith("“");
    }

    private void inlines(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            inspector.look(node);
            inlines(node);
        }
    }
}
