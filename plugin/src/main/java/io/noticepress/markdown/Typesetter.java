package io.noticepress.markdown;

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
import java.util.Locale;

/**
 * Sets a parsed text as HTML: anchors, numbers as typed, line breaks between Chinese, no raw HTML, cells of tables;
 * {@link Linking} sets links and pictures, {@link Notes} the footnotes.
 *
 * <p>An item of a list is a block of its own, so the lists at the top level are set as one list per item, each with the
 * number that was typed; {@code Part.html()} puts neighbours together again.
 */
final class Typesetter {
    private final Sheet sheet;
    private final Html html;
    private final Notes notes;
    private final NodeVisitor visitor;

    private Typesetter(Sheet sheet, Html html) {
        this.sheet = sheet;
        this.html = html;
        this.notes = new Notes(html, this::children);
        Linking linking = new Linking(sheet, html, this::children);
        this.visitor = new NodeVisitor(
                new VisitHandler<>(Heading.class, this::heading),
                new VisitHandler<>(Paragraph.class, this::paragraph),
                new VisitHandler<>(BlockQuote.class, node -> frame("blockquote", node)),
                new VisitHandler<>(FencedCodeBlock.class, this::fencedCode),
                new VisitHandler<>(IndentedCodeBlock.class, this::indentedCode),
                new VisitHandler<>(ThematicBreak.class, this::rule),
                new VisitHandler<>(OrderedList.class, this::list),
                new VisitHandler<>(BulletList.class, this::list),
                new VisitHandler<>(OrderedListItem.class, this::numbered),
                new VisitHandler<>(BulletListItem.class, node -> block("li", node)),
                new VisitHandler<>(TableBlock.class, this::table),
                new VisitHandler<>(TableHead.class, node -> block("thead", node)),
                new VisitHandler<>(TableSeparator.class, node -> {}),
                new VisitHandler<>(TableBody.class, node -> block("tbody", node)),
                new VisitHandler<>(TableRow.class, node -> block("tr", node)),
                new VisitHandler<>(TableCell.class, this::cell),
                new VisitHandler<>(Text.class, node -> text(node.getChars())),
                new VisitHandler<>(
                        HtmlEntity.class, node -> html.text(node.getChars().unescape())),
                new VisitHandler<>(SoftLineBreak.class, this::softBreak),
                new VisitHandler<>(HardLineBreak.class, this::hardBreak),
                new VisitHandler<>(Code.class, this::code),
                new VisitHandler<>(Emphasis.class, node -> inline("em", node)),
                new VisitHandler<>(StrongEmphasis.class, node -> inline("strong", node)),
                new VisitHandler<>(Strikethrough.class, node -> inline("del", node)),
                new VisitHandler<>(Link.class, linking::link),
                new VisitHandler<>(LinkRef.class, linking::reference),
                new VisitHandler<>(AutoLink.class, linking::auto),
                new VisitHandler<>(MailLink.class, linking::mail),
                new VisitHandler<>(Image.class, linking::picture),
                new VisitHandler<>(ImageRef.class, linking::pictureReference),
                new VisitHandler<>(Reference.class, node -> {}),
                new VisitHandler<>(HtmlInline.class, this::rawInline),
                new VisitHandler<>(HtmlInlineComment.class, this::rawInline),
                new VisitHandler<>(HtmlBlock.class, this::rawBlock),
                new VisitHandler<>(HtmlCommentBlock.class, this::rawBlock),
                new VisitHandler<>(Footnote.class, this::footnote),
                new VisitHandler<>(FootnoteBlock.class, node -> {}));
    }

    /** Sets all of it. */
    static void set(Document document, Sheet sheet, Html html) {
        Typesetter typesetter = new Typesetter(sheet, html);
        typesetter.children(document);
        typesetter.notes.set(document);
        html.end();
    }

    private void children(Node node) {
        visitor.visitChildren(node);
    }

    private void inline(String tag, Node node) {
        html.inline(tag, () -> children(node));
    }

    private void block(String tag, Node node) {
        anchor(node);
        html.block(tag, () -> children(node));
    }

    private void frame(String tag, Node node) {
        anchor(node);
        html.frame(tag, () -> children(node));
    }

    private void anchor(Node node) {
        String anchor = sheet.anchor(node);
        if (!anchor.isEmpty()) {
            html.attribute("id", anchor);
        }
    }

    /** The title of the page is its h1, that of a document within it is h2; its sections follow below. */
    private void heading(Heading node) {
        boolean title = node.getLevel() == 1 && !sheet.anchor(node).isEmpty();
        sheet.enter(title);
        int level = title ? 1 : Math.min(6, Math.max(2, node.getLevel() + (sheet.inDocument() ? 1 : 0)));
        block("h" + level, node);
    }

    private void paragraph(Paragraph node) {
        if (notes.isLast(node)) {
            html.block("p", () -> {
                children(node);
                notes.backLinks();
            });
        } else if (node.getParent() instanceof ListItem item && item.isItemParagraph(node) && item.isInTightList()) {
            children(node);
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

    private void preformatted(Node node, String kind, String words) {
        anchor(node);
        html.block("pre", () -> {
            if (!kind.isEmpty()) {
                html.attribute("class", kind);
            }
            html.inline("code", () -> html.code(words));
        });
    }

    private void rule(ThematicBreak node) {
        html.line();
        anchor(node);
        html.open("hr");
        html.line();
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
            list(tag, paren, () -> children(node));
        }
    }

    private void list(String tag, boolean paren, Runnable items) {
        if (paren) {
            html.attribute("class", "paren");
        }
        html.frame(tag, items);
    }

    private void numbered(OrderedListItem node) {
        anchor(node);
        html.attribute("value", Integer.toString(Marker.value(node)));
        html.block("li", () -> children(node));
    }

    private void table(TableBlock node) {
        anchor(node);
        // A wide table scrolls within its frame, which must be reached by keyboard and so needs a name (WCAG 2.1.1).
        html.attribute("class", "table").attribute("role", "group").attribute("tabindex", "0");
        html.attribute("aria-label", sheet.chinese() ? "表格" : "Table");
        html.frame("div", () -> html.frame("table", () -> children(node)));
    }

    private void cell(TableCell node) {
        if (node.isHeader()) {
            html.attribute("scope", "col");
        }
        if (node.getAlignment() != null) {
            html.attribute("class", node.getAlignment().name().toLowerCase(Locale.ROOT));
        }
        inline(node.isHeader() ? "th" : "td", node);
    }

    /** Most words need no unescaping; looking for that first spares several searches by patterns. */
    private void text(BasedSequence chars) {
        String words = Passage.words(chars);
        boolean plain = words.indexOf('\\') < 0 && words.indexOf('&') < 0 && words.indexOf('\r') < 0;
        html.text(plain ? words : Escaping.normalizeEOL(chars.unescape()));
    }

    private void softBreak(SoftLineBreak node) {
        if (!Breaks.joins(node, sheet.chinese())) {
            html.text("\n");
        }
    }

    private void hardBreak(HardLineBreak node) {
        html.open("br");
        html.text("\n");
    }

    /** A code span (CommonMark 0.31.2, section 6.1): line ends are blanks, one blank at each side is taken off. */
    private void code(Code node) {
        String words = node.getText().toString().replace('\n', ' ');
        boolean padded = words.length() > 1 && words.startsWith(" ") && words.endsWith(" ") && !words.isBlank();
        html.inline("code", () -> html.text(padded ? words.substring(1, words.length() - 1) : words));
    }

    private void rawInline(Node node) {
        html.text(node.getChars().toString());
    }

    private void rawBlock(Node node) {
        anchor(node);
        html.block("p", () -> html.text(node.getChars().toString().strip()));
    }

    private void footnote(Footnote node) {
        if (node.isDefined()) {
            notes.refer(node.getFootnoteBlock());
        } else if (node.hasChildren()) {
            html.text("[^");
            children(node);
            html.text("]");
        } else {
            html.text(node.getChars().toString());
        }
    }
}
