package io.noticepress.markdown.html;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.BulletListItem;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.OrderedListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.NodeVisitor;
import com.vladsch.flexmark.util.ast.VisitHandler;
import com.vladsch.flexmark.util.misc.CharPredicate;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import io.noticepress.markdown.text.InlineText;
import io.noticepress.markdown.text.NumberMarker;
import java.util.Locale;

/**
 * Renders a syntax tree as HTML: with anchors, item numbers as typed, no spaces for line breaks within Chinese, and raw HTML as
 * text. {@link LinkRenderer} renders links and pictures, {@link FootnoteRenderer} footnotes.
 *
 * <p>Each list item is a block of its own, so a top-level list is rendered as one list per item; {@code RenderedPart.html()} joins
 * adjacent ones. Example: {@code 1. 甲} becomes {@code <ol><li id="i1" value="1">甲</li></ol>}.
 *
 * <p>flexmark's own renderer is not used: it writes a string of HTML, which the sanitizer would have to parse again.
 */
public final class BodyRenderer {
    private final RenderContext context;
    private final MarkupWriter markupWriter;
    private final FootnoteRenderer footnotes;
    private final NodeVisitor visitor;

    private BodyRenderer(RenderContext context, MarkupWriter markupWriter) {
        this.context = context;
        this.markupWriter = markupWriter;
        this.footnotes = new FootnoteRenderer(markupWriter, this::renderChildren);
        LinkRenderer linkRenderer = new LinkRenderer(context, markupWriter, this::renderChildren);
        this.visitor = new NodeVisitor(
                new VisitHandler<>(Heading.class, this::heading),
                new VisitHandler<>(Paragraph.class, this::paragraph),
                new VisitHandler<>(BlockQuote.class, node -> blockWithBreaks("blockquote", node)),
                new VisitHandler<>(FencedCodeBlock.class, this::fencedCode),
                new VisitHandler<>(IndentedCodeBlock.class, this::indentedCode),
                new VisitHandler<>(ThematicBreak.class, this::thematicBreak),
                new VisitHandler<>(OrderedList.class, this::list),
                new VisitHandler<>(BulletList.class, this::list),
                new VisitHandler<>(OrderedListItem.class, this::orderedItem),
                new VisitHandler<>(BulletListItem.class, node -> block("li", node)),
                new VisitHandler<>(TableBlock.class, this::table),
                new VisitHandler<>(TableHead.class, node -> block("thead", node)),
                new VisitHandler<>(TableSeparator.class, node -> {}),
                new VisitHandler<>(TableBody.class, node -> block("tbody", node)),
                new VisitHandler<>(TableRow.class, node -> block("tr", node)),
                new VisitHandler<>(TableCell.class, this::cell),
                new VisitHandler<>(Text.class, node -> text(node.getChars())),
                new VisitHandler<>(
                        HtmlEntity.class,
                        node -> markupWriter.text(node.getChars().unescape())),
                new VisitHandler<>(SoftLineBreak.class, this::softBreak),
                new VisitHandler<>(HardLineBreak.class, this::hardBreak),
                new VisitHandler<>(Code.class, this::code),
                new VisitHandler<>(Emphasis.class, node -> inline("em", node)),
                new VisitHandler<>(StrongEmphasis.class, node -> inline("strong", node)),
                new VisitHandler<>(Strikethrough.class, node -> inline("del", node)),
                new VisitHandler<>(Link.class, linkRenderer::link),
                new VisitHandler<>(LinkRef.class, linkRenderer::referenceLink),
                new VisitHandler<>(AutoLink.class, linkRenderer::autolink),
                new VisitHandler<>(MailLink.class, linkRenderer::mailLink),
                new VisitHandler<>(Image.class, linkRenderer::image),
                new VisitHandler<>(ImageRef.class, linkRenderer::referenceImage),
                new VisitHandler<>(Reference.class, node -> {}),
                new VisitHandler<>(HtmlInline.class, this::rawInline),
                new VisitHandler<>(HtmlInlineComment.class, this::rawInline),
                new VisitHandler<>(HtmlBlock.class, this::rawBlock),
                new VisitHandler<>(HtmlCommentBlock.class, this::rawBlock),
                new VisitHandler<>(Footnote.class, this::footnote),
                new VisitHandler<>(FootnoteBlock.class, node -> {}));
    }

    /** Renders a document with its footnotes at the end. */
    public static void render(Document document, RenderContext context, MarkupWriter markupWriter) {
        BodyRenderer bodyRenderer = new BodyRenderer(context, markupWriter);
        bodyRenderer.renderChildren(document);
        bodyRenderer.footnotes.writeNotes(document);
        markupWriter.end();
    }

    private void renderChildren(Node node) {
        visitor.visitChildren(node);
    }

    private void inline(String tag, Node node) {
        markupWriter.inline(tag, () -> renderChildren(node));
    }

    private void block(String tag, Node node) {
        anchor(node);
        markupWriter.block(tag, () -> renderChildren(node));
    }

    private void blockWithBreaks(String tag, Node node) {
        anchor(node);
        markupWriter.blockWithBreaks(tag, () -> renderChildren(node));
    }

    private void anchor(Node node) {
        String anchor = context.anchor(node);
        if (!anchor.isEmpty()) {
            markupWriter.attribute("id", anchor);
        }
    }

    /** The title of a document is rendered as h1 (it becomes the heading of its part); headings below it move down one level. */
    private void heading(Heading node) {
        boolean isTitle = node.getLevel() == 1 && !context.anchor(node).isEmpty();
        context.atHeading(isTitle);
        int level = isTitle ? 1 : Math.min(6, Math.max(2, node.getLevel() + (context.inDocument() ? 1 : 0)));
        block("h" + level, node);
    }

    private void paragraph(Paragraph node) {
        if (footnotes.takesBackLinks(node)) {
            markupWriter.block("p", () -> {
                renderChildren(node);
                footnotes.writeBackLinks();
            });
        } else if (node.getParent() instanceof ListItem item && item.isItemParagraph(node) && item.isInTightList()) {
            renderChildren(node);
        } else if (node.getFirstChild() != null) {
            block("p", node);
        }
    }

    private void fencedCode(FencedCodeBlock node) {
        BasedSequence language = node.getInfoDelimitedByAny(CharPredicate.SPACE_TAB);
        preformatted(
                node,
                language.isBlank() ? "" : "language-" + language.unescape(),
                node.getContentChars().normalizeEOL());
    }

    private void indentedCode(IndentedCodeBlock node) {
        preformatted(node, "", node.getContentChars().trimTailBlankLines().normalizeEndWithEOL());
    }

    private void preformatted(Node node, String cssClass, String code) {
        anchor(node);
        markupWriter.block("pre", () -> {
            if (!cssClass.isEmpty()) {
                markupWriter.attribute("class", cssClass);
            }
            markupWriter.inline("code", () -> markupWriter.code(code));
        });
    }

    private void thematicBreak(ThematicBreak node) {
        markupWriter.ensureLineStart();
        anchor(node);
        markupWriter.open("hr");
        markupWriter.ensureLineStart();
    }

    private void list(ListBlock node) {
        String tag = node instanceof OrderedList ? "ol" : "ul";
        boolean paren = node instanceof OrderedList list && list.getDelimiter() == ')';
        if (node.getParent() instanceof Document) {
            for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
                Node each = item;
                list(tag, paren, () -> visitor.visit(each));
            }
        } else {
            list(tag, paren, () -> renderChildren(node));
        }
    }

    private void list(String tag, boolean paren, Runnable items) {
        if (paren) {
            markupWriter.attribute("class", "paren");
        }
        markupWriter.blockWithBreaks(tag, items);
    }

    private void orderedItem(OrderedListItem node) {
        anchor(node);
        markupWriter.attribute("value", Integer.toString(NumberMarker.typedNumber(node)));
        markupWriter.block("li", () -> renderChildren(node));
    }

    private void table(TableBlock node) {
        anchor(node);
        // A wide table scrolls in its own box, which must be reachable by keyboard and so needs a name (WCAG 2.1.1).
        markupWriter.attribute("class", "table").attribute("role", "group").attribute("tabindex", "0");
        markupWriter.attribute("aria-label", context.chinese() ? "表格" : "Table");
        markupWriter.blockWithBreaks("div", () -> markupWriter.blockWithBreaks("table", () -> renderChildren(node)));
    }

    private void cell(TableCell node) {
        if (node.isHeader()) {
            markupWriter.attribute("scope", "col");
        }
        if (node.getAlignment() != null) {
            markupWriter.attribute("class", node.getAlignment().name().toLowerCase(Locale.ROOT));
        }
        inline(node.isHeader() ? "th" : "td", node);
    }

    /** Most text needs no unescaping; checking that first saves several regular expression searches. */
    private void text(BasedSequence chars) {
        String raw = InlineText.rawText(chars);
        boolean plain = raw.indexOf('\\') < 0 && raw.indexOf('&') < 0 && raw.indexOf('\r') < 0;
        markupWriter.text(plain ? raw : Escaping.normalizeEOL(chars.unescape()));
    }

    private void softBreak(SoftLineBreak node) {
        if (!SoftBreaks.joinsWithoutSpace(node, context.chinese())) {
            markupWriter.text("\n");
        }
    }

    private void hardBreak(HardLineBreak node) {
        markupWriter.open("br");
        markupWriter.text("\n");
    }

    /** A code span (CommonMark 0.31.2, section 6.1): line breaks become spaces, one space on each side is removed. */
    private void code(Code node) {
        String code = node.getText().toString().replace('\n', ' ');
        boolean padded = code.length() > 1 && code.startsWith(" ") && code.endsWith(" ") && !code.isBlank();
        markupWriter.inline("code", () -> markupWriter.text(padded ? code.substring(1, code.length() - 1) : code));
    }

    private void rawInline(Node node) {
        markupWriter.text(node.getChars().toString());
    }

    private void rawBlock(Node node) {
        anchor(node);
        markupWriter.block(
                "p", () -> markupWriter.text(node.getChars().toString().strip()));
    }

    private void footnote(Footnote node) {
        if (node.isDefined()) {
            footnotes.writeReference(node.getFootnoteBlock());
        } else if (node.hasChildren()) {
            markupWriter.text("[^");
            renderChildren(node);
            markupWriter.text("]");
        } else {
            markupWriter.text(node.getChars().toString());
        }
    }
}
