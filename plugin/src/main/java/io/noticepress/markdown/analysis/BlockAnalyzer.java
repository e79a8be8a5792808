package io.noticepress.markdown.analysis;

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
 * One walk over a parsed text: gives every block its anchor, writes the outline, takes the fingerprints and reports what
 * is wrong.
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
    /** The passages of the present block. */
    private final List<InlineText> inlineTexts = new ArrayList<>();

    private final List<BlockText> blockTexts = new ArrayList<>();
    /** How many items the lists within the present item have had so far. */
    private int nestedItems;

    public BlockAnalyzer(MarkdownSource source, MeteredText meteredText, LinkPolicy rule, UrlResolver urlResolver) {
        this.source = source;
        this.meteredText = meteredText;
        this.positions = new SourcePositions(source);
        this.nodeLint = new NodeLint(source.body(), positions, rule, urlResolver, problems::add);
        this.textLint = new TextLint(source, positions, problems::add);
        this.numberingCheck = new NumberingCheck(source.chinese());
        this.outlineBuilder = new OutlineBuilder(source.chinese());
        this.basisBuilder = new BasisBuilder(source.title());
    }

    /** The walk. */
    public BlockAnalyzer analyze(Document document) {
        NestingDepth.check(document);
        analyzeFootnotes(document);
        List<InlineText> notes = List.copyOf(inlineTexts);
        inlineTexts.clear();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            meteredText.checkTime();
            analyzeBlock(node);
        }
        if (!notes.isEmpty() && notes.get(0).text().length() > 0) {
            blockTexts.add(new BlockText("", "notes", 0, notes.get(0).sourceOffset(0), notes, positions));
        }
        return this;
    }

    public Map<Node, String> anchors() {
        return anchorByNode;
    }

    /** The words of each block in the order of the text, those of all footnotes last. */
    public List<BlockText> blockTexts() {
        return blockTexts;
    }

    public Map<Node, LinkDestination> destinations() {
        return nodeLint.destinations();
    }

    public List<io.noticepress.markdown.analysis.OutlineHeading> outline() {
        return outlineBuilder.headings();
    }

    /** The plain titles of the documents, in their order. */
    public List<String> documentTitles() {
        return outlineBuilder.documentTitles();
    }

    public Findings findings() {
        List<Problem> sorted = problems.stream().sorted().toList();
        return new Findings(sorted, nodeLint.links(), String.join(" ", anchorSequence.all()), basisBuilder.text());
    }

    /** The notes are read first, so that their words count with the block that refers to them. */
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
        if (node instanceof FootnoteBlock || node instanceof Reference || isEmpty(node)) {
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
            if (isCode(node)) {
                basisBuilder.add(node.getChars());
            } else {
                analyzeChildren(node, true, "");
            }
            finishBlock(node, anchor, node instanceof TableBlock ? "t" + rowCount(node) : "p", Optional.empty());
        }
    }

    private static boolean isCode(Node node) {
        return node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock;
    }

    private static int rowCount(Node table) {
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
        checkInlineNodes(heading);
        finishBlock(heading, anchor, level == 1 ? "d" : "s" + level, marker);
    }

    private void analyzeParagraph(Node paragraph) {
        InlineText inlineText = analyzeInline(paragraph, true, quoteContinues(paragraph));
        Optional<NumberMarker> marker = NumberMarker.of(inlineText.text());
        String anchor = marker.isPresent() ? anchorSequence.item() : anchorSequence.block();
        anchorByNode.put(paragraph, anchor);
        checkNumber(marker, inlineText, false);
        marker.ifPresent(found -> outlineBuilder.addItem(anchor, inlineText, found.length(), ""));
        checkInlineNodes(paragraph);
        finishBlock(paragraph, anchor, marker.isPresent() ? "i" : "p", marker);
    }

    private void checkNumber(Optional<NumberMarker> marker, InlineText inlineText, boolean heading) {
        if (marker.isEmpty()) {
            numberingCheck.interrupt();
            return;
        }
        int start = inlineText.sourceOffset(0);
        int end = inlineText.sourceOffset(marker.get().length() - 1) + 1;
        numberingCheck
                .checkNext(marker.get(), heading, positions.location(start), positions.width(start, end))
                .ifPresent(problems::add);
    }

    private void analyzeList(ListBlock list) {
        if (list instanceof BulletList) {
            numberingCheck.interrupt();
        }
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            meteredText.checkTime();
            String anchor = list instanceof OrderedList ? anchorSequence.item() : anchorSequence.block();
            anchorByNode.put(item, anchor);
            int number = 0;
            if (item instanceof OrderedListItem numbered) {
                number = NumberMarker.typedNumber(numbered);
                int start = numbered.getOpeningMarker().getStartOffset();
                numberingCheck
                        .checkNext(
                                new NumberMarker(NumberMarker.NumberingLevel.THIRD, number, 0),
                                false,
                                positions.location(start),
                                positions.width(
                                        start, numbered.getOpeningMarker().getEndOffset()))
                        .ifPresent(problems::add);
                if (numbered.getFirstChild() instanceof Paragraph first) {
                    outlineBuilder.addItem(
                            anchor, InlineText.of(first, source.body()), 0, numbered.getOpeningMarker() + " ");
                }
            }
            nestedItems = 0;
            analyzeChildren(item, false, anchor);
            String inner = nestedItems == 0 ? "" : "+" + nestedItems;
            finishBlock(
                    item,
                    anchor,
                    (number == 0 ? "p" : "i") + inner,
                    Optional.of(new NumberMarker(NumberMarker.NumberingLevel.THIRD, number, 0)));
        }
    }

    /** The present block ends. */
    private void finishBlock(Node block, String anchor, String shape, Optional<NumberMarker> marker) {
        basisBuilder.finishBlock(marker);
        int number = marker.map(NumberMarker::number).orElse(0);
        blockTexts.add(new BlockText(anchor, shape, number, block.getStartOffset(), inlineTexts, positions));
        inlineTexts.clear();
    }

    /** Reads all passages below {@code parent}; numbered lists in it get anchors below {@code anchor}, if there is one. */
    private void analyzeChildren(Node parent, boolean alone, String anchor) {
        int before = 0;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            String below = anchor;
            if (node instanceof OrderedListItem item) {
                if (!anchor.isEmpty()) {
                    below = anchorSequence.nestedItem(anchor, ++nestedItems);
                    anchorByNode.put(node, below);
                }
                int start = item.getOpeningMarker().getStartOffset();
                int number = NumberMarker.typedNumber(item);
                numberingCheck
                        .checkNested(before, number, positions.location(start), positions.width(start, start + 1))
                        .ifPresent(problems::add);
                before = number;
                int outer = nestedItems;
                nestedItems = 0;
                analyzeChildren(node, false, below);
                nestedItems = outer;
                continue;
            }
            nodeLint.check(node);
            if (node instanceof Paragraph || node instanceof Heading || node instanceof TableCell) {
                analyzeInline(node, alone && !(node instanceof TableCell), quoteContinues(node));
                checkInlineNodes(node);
            } else if (isCode(node)) {
                basisBuilder.add(node.getChars());
            } else if (!(node instanceof FootnoteBlock) || parent instanceof Document) {
                analyzeChildren(node, alone && !(node instanceof ListItem), below);
            }
        }
    }

    private InlineText analyzeInline(Node block, boolean alone, boolean quoteRunsOn) {
        InlineText inlineText = InlineText.of(block, source.body());
        textLint.check(inlineText, alone, quoteRunsOn);
        basisBuilder.add(inlineText);
        if (block.getAncestorOfType(TableSeparator.class) == null) {
            inlineTexts.add(inlineText);
        }
        return inlineText;
    }

    /** In English a quotation of several paragraphs opens each and closes the last. */
    private boolean quoteContinues(Node paragraph) {
        return !source.chinese()
                && paragraph.getNext() instanceof Paragraph next
                && next.getChars().startsWith("“");
    }

    private void checkInlineNodes(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            nodeLint.check(node);
            checkInlineNodes(node);
        }
    }
}
