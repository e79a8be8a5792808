package io.noticepress.markdown.analysis;

import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.OrderedListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.noticepress.markdown.limits.MeteredText;
import io.noticepress.markdown.limits.NestingDepth;
import io.noticepress.markdown.links.LinkDestination;
import io.noticepress.markdown.links.LinkPolicy;
import io.noticepress.markdown.links.UrlResolver;
import io.noticepress.markdown.lint.NodeLint;
import io.noticepress.markdown.lint.NumberingCheck;
import io.noticepress.markdown.lint.TextLint;
import io.noticepress.markdown.text.BlockText;
import io.noticepress.markdown.text.InlineText;
import io.noticepress.markdown.text.MarkdownSource;
import io.noticepress.markdown.text.NumberMarker;
import io.noticepress.markdown.text.NumberMarker.NumberingLevel;
import io.noticepress.markdown.text.SourcePositions;
import io.noticepress.problem.Problem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Analyses a syntax tree in one pass: assigns the anchor of every block, builds the outline and the basis, extracts the text of
 * blocks and collects problems.
 *
 * <p>Example: {@code # 要点\n\n## 一、甲\n\n1. 乙} has the anchors {@code d1 s1 i1}, the documents' titles {@code 要点} and the block shapes
 * {@code d}, {@code s2}, {@code i}.
 */
public final class BlockAnalyzer {
    private final MarkdownSource source;
    private final MeteredText meteredText;
    private final SourcePositions positions;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final NodeLint nodeLint;
    private final TextLint textLint;
    private final NumberingCheck numberingCheck;
    private final AnchorSequence anchorSequence = new AnchorSequence();
    private final Map<Node, String> anchorByNode = new IdentityHashMap<>();
    private final OutlineBuilder outlineBuilder;
    private final BasisBuilder basisBuilder;
    /** The inline texts of the current block. */
    private final List<InlineText> inlineTexts = new ArrayList<>();

    private final List<BlockText> blockTexts = new ArrayList<>();
    /** The number of items so far in the lists within the current item. */
    private int nestedItems;

    public BlockAnalyzer(
            MarkdownSource source, MeteredText meteredText, LinkPolicy linkPolicy, UrlResolver urlResolver) {
        this.source = source;
        this.meteredText = meteredText;
        this.positions = new SourcePositions(source);
        this.nodeLint = new NodeLint(source.body(), positions, linkPolicy, urlResolver, problems::add);
        this.textLint = new TextLint(source, positions, problems::add);
        this.numberingCheck = new NumberingCheck(source.chinese(), positions, problems::add);
        this.outlineBuilder = new OutlineBuilder(source.chinese());
        this.basisBuilder = new BasisBuilder(source.title());
    }

    /** Analyses a document; may be called once. */
    public BlockAnalyzer analyze(Document document) {
        NestingDepth.check(document);
        analyzeFootnotes(document);
        List<InlineText> footnoteTexts = List.copyOf(inlineTexts);
        inlineTexts.clear();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            meteredText.checkTime();
            analyzeBlock(node);
        }
        if (!footnoteTexts.isEmpty() && !footnoteTexts.get(0).text().isEmpty()) {
            int start = footnoteTexts.get(0).sourceOffset(0);
            blockTexts.add(new BlockText("", "notes", 0, start, footnoteTexts, positions));
        }
        return this;
    }

    /** The anchor of each block. */
    public Map<Node, String> anchors() {
        return anchorByNode;
    }

    /** The text of each block in source order; that of all footnotes last. */
    public List<BlockText> blockTexts() {
        return blockTexts;
    }

    /** The checked destination of each link and picture. */
    public Map<Node, LinkDestination> destinations() {
        return nodeLint.destinations();
    }

    /** The outline. */
    public List<OutlineHeading> outline() {
        return outlineBuilder.headings();
    }

    /** The titles of the documents as plain text, in order. */
    public List<String> documentTitles() {
        return outlineBuilder.documentTitles();
    }

    /** Problems, links, anchors and basis. */
    public Findings findings() {
        List<Problem> sorted = problems.stream().sorted().toList();
        return new Findings(sorted, nodeLint.links(), String.join(" ", anchorSequence.all()), basisBuilder.basis());
    }

    /** Footnotes are analysed first, as their text is part of the fingerprints of the blocks that reference them. */
    private void analyzeFootnotes(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FootnoteBlock) {
                analyzeChildren(node, false, "");
                basisBuilder.finishFootnote(node);
            } else if (node instanceof Block && !(node instanceof Paragraph)) {
                analyzeFootnotes(node);
            }
        }
    }

    private void analyzeBlock(Node node) {
        if (node instanceof FootnoteBlock || node instanceof Reference || SyntaxNodes.isEmptyParagraph(node)) {
            return;
        }
        if (node instanceof Heading heading) {
            analyzeHeading(heading);
        } else if (node instanceof ListBlock list) {
            analyzeList(list);
        } else if (node instanceof Paragraph) {
            analyzeParagraph(node);
        } else {
            String anchor = anchorSequence.block();
            anchorByNode.put(node, anchor);
            numberingCheck.interrupt();
            nodeLint.check(node);
            if (SyntaxNodes.isCodeBlock(node)) {
                basisBuilder.add(node.getChars());
            } else {
                analyzeChildren(node, true, "");
            }
            finishBlock(
                    node,
                    anchor,
                    node instanceof TableBlock ? "t" + SyntaxNodes.rowCount(node) : "p",
                    Optional.empty());
        }
    }

    private void analyzeHeading(Heading heading) {
        InlineText inlineText = analyzeInline(heading, true, false);
        int level = heading.getLevel();
        String anchor = level == 1 ? anchorSequence.document() : anchorSequence.section(level);
        anchorByNode.put(heading, anchor);
        outlineBuilder.addHeading(level, anchor, inlineText);
        if (level == 1) {
            numberingCheck.startDocument();
        }
        Optional<NumberMarker> marker = level == 1 ? Optional.empty() : NumberMarker.of(inlineText.text());
        checkNumber(marker, inlineText, true);
        nodeLint.checkDescendants(heading);
        finishBlock(heading, anchor, level == 1 ? "d" : "s" + level, marker);
    }

    private void analyzeParagraph(Node paragraph) {
        InlineText inlineText = analyzeInline(paragraph, true, quoteContinues(paragraph));
        Optional<NumberMarker> marker = NumberMarker.of(inlineText.text());
        String anchor = marker.isPresent() ? anchorSequence.item() : anchorSequence.block();
        anchorByNode.put(paragraph, anchor);
        checkNumber(marker, inlineText, false);
        marker.ifPresent(found -> outlineBuilder.addItem(anchor, inlineText, found.length(), ""));
        nodeLint.checkDescendants(paragraph);
        finishBlock(paragraph, anchor, marker.isPresent() ? "i" : "p", marker);
    }

    private void checkNumber(Optional<NumberMarker> marker, InlineText inlineText, boolean heading) {
        if (marker.isEmpty()) {
            numberingCheck.interrupt();
            return;
        }
        int start = inlineText.sourceOffset(0);
        int end = inlineText.sourceOffset(marker.get().length() - 1) + 1;
        numberingCheck.checkNext(marker.get(), heading, start, end);
    }

    private void analyzeList(ListBlock list) {
        if (list instanceof BulletList) {
            numberingCheck.interrupt();
        }
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            meteredText.checkTime();
            String anchor = list instanceof OrderedList ? anchorSequence.item() : anchorSequence.block();
            anchorByNode.put(item, anchor);
            int number = item instanceof OrderedListItem numbered ? analyzeNumber(numbered, anchor) : 0;
            nestedItems = 0;
            analyzeChildren(item, false, anchor);
            String shape = (number == 0 ? "p" : "i") + (nestedItems == 0 ? "" : "+" + nestedItems);
            finishBlock(item, anchor, shape, Optional.of(new NumberMarker(NumberingLevel.THIRD, number, 0)));
        }
    }

    /** Checks the number of a top-level list item and adds the item to the outline; returns the number. */
    private int analyzeNumber(OrderedListItem item, String anchor) {
        int number = NumberMarker.typedNumber(item);
        BasedSequence marker = item.getOpeningMarker();
        numberingCheck.checkNext(
                new NumberMarker(NumberingLevel.THIRD, number, 0),
                false,
                marker.getStartOffset(),
                marker.getEndOffset());
        if (item.getFirstChild() instanceof Paragraph first) {
            outlineBuilder.addItem(anchor, InlineText.of(first, source.body()), 0, marker + " ");
        }
        return number;
    }

    /** Ends the current block. */
    private void finishBlock(Node block, String anchor, String shape, Optional<NumberMarker> marker) {
        basisBuilder.finishBlock(marker);
        int number = marker.map(NumberMarker::number).orElse(0);
        blockTexts.add(new BlockText(anchor, shape, number, block.getStartOffset(), inlineTexts, positions));
        inlineTexts.clear();
    }

    /**
     * Analyses everything within {@code parent}.
     *
     * @param standalone whether it is outside of lists, so that its lines may be classification markings
     * @param anchor the anchor to which those of nested numbered items are appended; if empty, they get none
     */
    private void analyzeChildren(Node parent, boolean standalone, String anchor) {
        int previous = 0;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof OrderedListItem item) {
                previous = analyzeNestedItem(item, previous, anchor);
                continue;
            }
            nodeLint.check(node);
            if (node instanceof Paragraph || node instanceof Heading || node instanceof TableCell) {
                analyzeInline(node, standalone && !(node instanceof TableCell), quoteContinues(node));
                nodeLint.checkDescendants(node);
            } else if (SyntaxNodes.isCodeBlock(node)) {
                basisBuilder.add(node.getChars());
            } else if (!(node instanceof FootnoteBlock) || parent instanceof Document) {
                analyzeChildren(node, standalone && !(node instanceof ListItem), anchor);
            }
        }
    }

    /** Analyses a numbered item of a nested list; returns its number. */
    private int analyzeNestedItem(OrderedListItem item, int previous, String parentAnchor) {
        String anchor = parentAnchor;
        if (!parentAnchor.isEmpty()) {
            anchor = anchorSequence.nestedItem(parentAnchor, ++nestedItems);
            anchorByNode.put(item, anchor);
        }
        int number = NumberMarker.typedNumber(item);
        numberingCheck.checkNested(previous, number, item.getOpeningMarker().getStartOffset());
        int outerItems = nestedItems;
        nestedItems = 0;
        analyzeChildren(item, false, anchor);
        nestedItems = outerItems;
        return number;
    }

    private InlineText analyzeInline(Node block, boolean standalone, boolean quoteContinues) {
        InlineText inlineText = InlineText.of(block, source.body());
        textLint.check(inlineText, standalone, quoteContinues);
        basisBuilder.add(inlineText);
        if (block.getAncestorOfType(TableSeparator.class) == null) {
            inlineTexts.add(inlineText);
        }
        return inlineText;
    }

    /** Whether the next paragraph continues a quotation: English repeats the opening quotation mark in each paragraph. */
    private boolean quoteContinues(Node paragraph) {
        return !source.chinese()
                && paragraph.getNext() instanceof Paragraph next
                && next.getChars().startsWith("“");
    }
}
