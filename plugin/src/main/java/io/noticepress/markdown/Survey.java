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
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import io.noticepress.problem.Phrase;
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
    /** No text that {@link Limits} lets through nests deeper, unless by emphasis: then the stack is what must be spared. */
    private static final int DEEPEST = 200;

    private final MarkdownText text;
    private final Deadline deadline;
    private final Places places;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Inspector inspector;
    private final Proof proof;
    private final Numbering numbering;
    private final Anchors anchors = new Anchors();
    private final Map<Node, String> anchorOf = new IdentityHashMap<>();
    private final Map<Node, String> notes = new IdentityHashMap<>();
    private final List<io.noticepress.markdown.Heading> outline = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final StringBuilder basis = new StringBuilder("v1");
    /** The level of the heading above, for the outline. */
    private int level = 1;

    /** The words of the present block, for its fingerprint. */
    private StringBuilder words = new StringBuilder();

    Survey(MarkdownText text, Deadline deadline, LinkRule rule, Addresses addresses) {
        this.text = text;
        this.deadline = deadline;
        this.places = new Places(text);
        this.inspector = new Inspector(text.body(), places, rule, addresses, problems::add);
        this.proof = new Proof(text, places, problems::add);
        this.numbering = new Numbering(text.chinese());
    }

    /** The walk. */
    Survey of(Document document) {
        basis.append(' ').append(Fingerprint.of(0, text.title()));
        depth(document);
        footnotes(document);
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            deadline.check();
            top(node);
        }
        return this;
    }

    Map<Node, String> anchors() {
        return anchorOf;
    }

    Map<Node, Target> targets() {
        return inspector.targets();
    }

    List<io.noticepress.markdown.Heading> outline() {
        return outline;
    }

    /** The plain titles of the documents, in their order. */
    List<String> titles() {
        return titles;
    }

    Findings findings() {
        List<Problem> sorted = problems.stream().sorted().toList();
        return new Findings(sorted, inspector.links(), String.join(" ", anchors.given()), basis.toString());
    }

    /** Measures without recursion what everything after it walks with recursion. */
    private static void depth(Document document) {
        Node node = document;
        int depth = 0;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                if (++depth > DEEPEST) {
                    throw new TooComplex(
                            Phrase.of("标记套了 {0} 层以上", "marks nested more than {0} deep", DEEPEST),
                            node.getStartOffset());
                }
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
    }

    /** The notes are read first, so that their words count with the block that refers to them. */
    private void footnotes(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FootnoteBlock) {
                walk(node, false, "");
                notes.put(node, words.toString());
                words = new StringBuilder();
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
            anchorOf.put(node, anchors.other());
            numbering.other();
            inspector.look(node);
            if (isCode(node)) {
                words.append(node.getChars());
            } else {
                walk(node, true, "");
            }
            print(0, 0);
        }
    }

    private static boolean isCode(Node node) {
        return node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock;
    }

    /** A paragraph of which link definitions are all that was there. */
    private static boolean isEmpty(Node node) {
        return node instanceof Paragraph && node.getFirstChild() == null;
    }

    private void heading(Heading heading) {
        Passage passage = read(heading, true, false);
        String title = plain(passage, 0);
        level = heading.getLevel();
        String anchor = level == 1 ? anchors.document() : anchors.section(level);
        anchorOf.put(heading, anchor);
        outline.add(new io.noticepress.markdown.Heading(level, anchor, title));
        if (level == 1) {
            titles.add(title);
            numbering.document();
        }
        Optional<Marker> marker =
                level == 1 ? Optional.empty() : Marker.of(passage.text().toString());
        number(marker, passage, true);
        inlines(heading);
        print(marker.map(Marker::number).orElse(0), marker.map(Marker::length).orElse(0));
    }

    private void paragraph(Node paragraph) {
        Passage passage = read(paragraph, true, runsOn(paragraph));
        Optional<Marker> marker = Marker.of(passage.text().toString());
        String anchor = marker.isPresent() ? anchors.item() : anchors.other();
        anchorOf.put(paragraph, anchor);
        number(marker, passage, false);
        marker.ifPresent(found -> runIn(anchor, passage, found.length(), ""));
        inlines(paragraph);
        print(marker.map(Marker::number).orElse(0), marker.map(Marker::length).orElse(0));
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
                number = value(numbered);
                int start = numbered.getOpeningMarker().getStartOffset();
                numbering
                        .next(
                                new Marker(Marker.Form.THIRD, number, 0),
                                false,
                                places.at(start),
                                places.width(start, numbered.getOpeningMarker().getEndOffset()))
                        .ifPresent(problems::add);
                runInOf(numbered, anchor);
            }
            within = 0;
            walk(item, false, anchor);
            print(number, 0);
        }
    }

    /** The number an ordered item was given: 7 for {@code 7.} */
    static int value(OrderedListItem item) {
        String marker = item.getOpeningMarker().toString();
        return Integer.parseInt(marker.substring(0, marker.length() - 1));
    }

    private void runInOf(OrderedListItem item, String anchor) {
        if (item.getFirstChild() instanceof Paragraph first) {
            runIn(anchor, Passage.of(first, text.body()), 0, item.getOpeningMarker() + " ");
        }
    }

    /** Adds the run-in heading of an item to the outline: {@code 1. 加强政治引领}. */
    private void runIn(String anchor, Passage passage, int from, String number) {
        int end = RunIn.end(passage, from);
        if (end > 0) {
            String title = number + passage.plain(0, end, text.chinese());
            outline.add(new io.noticepress.markdown.Heading(Math.max(2, level + 1), anchor, title));
        }
    }

    /** How many items the lists within the present item have had so far. */
    private int within;

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
                int number = value(item);
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
                words.append(node.getChars());
            } else if (!(node instanceof FootnoteBlock) || parent instanceof Document) {
                walk(node, alone && !(node instanceof ListItem), below);
            }
        }
    }

    private Passage read(Node block, boolean alone, boolean quoteRunsOn) {
        Passage passage = Passage.of(block, text.body());
        proof.read(passage, alone, quoteRunsOn);
        words.append(passage.text()).append('\n');
        passage.notes().forEach(note -> words.append(notes.getOrDefault(note, "")));
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

    private void print(int number, int marker) {
        String block = words.substring(Math.min(marker, words.length()));
        basis.append(' ').append(Fingerprint.of(number, block));
        words.setLength(0);
    }

    private String plain(Passage passage, int from) {
        return passage.plain(from, passage.text().length(), text.chinese());
    }
}
