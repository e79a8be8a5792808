package io.noticepress.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.OrderedListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Locale;
import java.util.Set;

/**
 * Sets what flexmark would set otherwise: anchors, numbers as typed, line breaks between Chinese, no raw HTML, cells of
 * tables; {@link Linking} sets links and pictures, {@link Notes} the footnotes.
 *
 * <p>An item of a list is a block of its own, so the lists at the top level are set as one list per item, each with the
 * number that was typed; {@link Part#html()} puts neighbours together again.
 */
final class Typesetter implements NodeRenderer {
    private final Sheet sheet;
    private final Notes notes;
    private final Linking linking;

    Typesetter(Sheet sheet) {
        this.sheet = sheet;
        this.notes = new Notes();
        this.linking = new Linking(sheet);
    }

    @Override
    public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
        return Set.of(
                new NodeRenderingHandler<>(Document.class, this::document),
                new NodeRenderingHandler<>(Heading.class, this::heading),
                new NodeRenderingHandler<>(Paragraph.class, this::paragraph),
                new NodeRenderingHandler<>(BlockQuote.class, this::anchored),
                new NodeRenderingHandler<>(FencedCodeBlock.class, this::anchored),
                new NodeRenderingHandler<>(IndentedCodeBlock.class, this::anchored),
                new NodeRenderingHandler<>(ThematicBreak.class, this::anchored),
                new NodeRenderingHandler<>(OrderedList.class, this::list),
                new NodeRenderingHandler<>(BulletList.class, this::list),
                new NodeRenderingHandler<>(OrderedListItem.class, this::item),
                new NodeRenderingHandler<>(com.vladsch.flexmark.ast.BulletListItem.class, this::anchored),
                new NodeRenderingHandler<>(TableBlock.class, this::table),
                new NodeRenderingHandler<>(TableCell.class, this::cell),
                new NodeRenderingHandler<>(Text.class, this::text),
                new NodeRenderingHandler<>(SoftLineBreak.class, this::softBreak),
                new NodeRenderingHandler<>(HardLineBreak.class, this::hardBreak),
                new NodeRenderingHandler<>(Code.class, this::code),
                new NodeRenderingHandler<>(Link.class, linking::link),
                new NodeRenderingHandler<>(LinkRef.class, linking::reference),
                new NodeRenderingHandler<>(AutoLink.class, linking::auto),
                new NodeRenderingHandler<>(MailLink.class, linking::mail),
                new NodeRenderingHandler<>(Image.class, linking::picture),
                new NodeRenderingHandler<>(ImageRef.class, linking::reference),
                new NodeRenderingHandler<>(HtmlInline.class, this::rawInline),
                new NodeRenderingHandler<>(HtmlInlineComment.class, this::rawInline),
                new NodeRenderingHandler<>(HtmlBlock.class, this::rawBlock),
                new NodeRenderingHandler<>(HtmlCommentBlock.class, this::rawBlock),
                new NodeRenderingHandler<>(Footnote.class, this::footnote),
                new NodeRenderingHandler<>(FootnoteBlock.class, (node, context, html) -> {}));
    }

    private void document(Document node, NodeRendererContext context, HtmlWriter html) {
        context.renderChildren(node);
        notes.render(node, context, html);
    }

    /** The title of the page is its h1, that of a document within it is h2; its sections follow below. */
    private void heading(Heading node, NodeRendererContext context, HtmlWriter html) {
        String anchor = sheet.anchor(node);
        boolean title = node.getLevel() == 1 && !anchor.isEmpty();
        sheet.enter(title);
        int level = title ? 1 : Math.min(6, Math.max(2, node.getLevel() + (sheet.inDocument() ? 1 : 0)));
        anchor(node, html);
        html.withAttr().tagLine("h" + level, () -> context.renderChildren(node));
    }

    private void anchored(Node node, NodeRendererContext context, HtmlWriter html) {
        anchor(node, html);
        context.delegateRender();
    }

    private void paragraph(Paragraph node, NodeRendererContext context, HtmlWriter html) {
        if (notes.isLast(node)) {
            html.tagLine("p", () -> {
                context.renderChildren(node);
                notes.backLinks(html);
            });
        } else if (node.getFirstChild() != null) {
            anchored(node, context, html);
        }
    }

    private void anchor(Node node, HtmlWriter html) {
        String anchor = sheet.anchor(node);
        if (!anchor.isEmpty()) {
            html.attr("id", anchor);
        }
    }

    private void list(ListBlock node, NodeRendererContext context, HtmlWriter html) {
        String tag = node instanceof OrderedList ? "ol" : "ul";
        boolean paren = node instanceof OrderedList list && list.getDelimiter() == ')';
        if (node.getParent() instanceof Document) {
            for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
                Node each = item;
                startList(html, paren).withAttr().tagIndent(tag, () -> context.render(each));
            }
        } else {
            startList(html, paren).withAttr().tagIndent(tag, () -> context.renderChildren(node));
        }
    }

    private static HtmlWriter startList(HtmlWriter html, boolean paren) {
        return paren ? html.attr("class", "paren") : html;
    }

    private void item(OrderedListItem node, NodeRendererContext context, HtmlWriter html) {
        anchor(node, html);
        html.attr("value", Integer.toString(Survey.value(node)));
        context.delegateRender();
    }

    private void table(TableBlock node, NodeRendererContext context, HtmlWriter html) {
        anchor(node, html);
        // A wide table scrolls within its frame, which must be reached by keyboard and so needs a name (WCAG 2.1.1).
        html.attr("class", "table").attr("role", "group").attr("tabindex", "0");
        html.attr("aria-label", sheet.chinese() ? "表格" : "Table");
        html.withAttr().tagIndent("div", () -> context.delegateRender());
    }

    private void cell(TableCell node, NodeRendererContext context, HtmlWriter html) {
        String tag = node.isHeader() ? "th" : "td";
        if (node.isHeader()) {
            html.attr("scope", "col");
        }
        if (node.getAlignment() != null) {
            html.attr("class", node.getAlignment().name().toLowerCase(Locale.ROOT));
        }
        html.withAttr().tag(tag);
        context.renderChildren(node);
        html.closeTag(tag);
    }

    /** Most words need neither unescaping nor escaping; looking for that first spares several searches by patterns. */
    private void text(Text node, NodeRendererContext context, HtmlWriter html) {
        String words = node.getChars().toString();
        if (isPlain(words)) {
            html.raw(words);
        } else {
            html.text(Escaping.normalizeEOL(node.getChars().unescape()));
        }
    }

    private static boolean isPlain(String words) {
        for (int i = 0; i < words.length(); i++) {
            if ("\\&<>\"\r".indexOf(words.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private void softBreak(SoftLineBreak node, NodeRendererContext context, HtmlWriter html) {
        if (!Breaks.joins(node, sheet.chinese())) {
            html.raw("\n");
        }
    }

    private void hardBreak(HardLineBreak node, NodeRendererContext context, HtmlWriter html) {
        html.raw("<br>\n");
    }

    /** A code span (CommonMark 0.31.2, section 6.1): line ends are blanks, one blank at each side is taken off. */
    private void code(Code node, NodeRendererContext context, HtmlWriter html) {
        String words = node.getText().toString().replace('\n', ' ');
        boolean padded = words.length() > 1 && words.startsWith(" ") && words.endsWith(" ") && !words.isBlank();
        html.tag("code");
        html.text(padded ? words.substring(1, words.length() - 1) : words);
        html.closeTag("code");
    }

    private void rawInline(Node node, NodeRendererContext context, HtmlWriter html) {
        html.text(node.getChars().toString());
    }

    private void rawBlock(Node node, NodeRendererContext context, HtmlWriter html) {
        anchor(node, html);
        html.withAttr().tagLine("p", () -> html.text(node.getChars().toString().strip()));
    }

    private void footnote(Footnote node, NodeRendererContext context, HtmlWriter html) {
        if (node.isDefined()) {
            notes.refer(node.getFootnoteBlock(), html);
        } else if (node.hasChildren()) {
            html.text("[^");
            context.renderChildren(node);
            html.text("]");
        } else {
            html.text(node.getChars().toString());
        }
    }
}
