package io.noticepress.markdown.html;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.noticepress.markdown.links.LinkDestination;
import io.noticepress.markdown.text.InlineText;
import java.util.function.Consumer;

/** Renders links and pictures by their checked destinations; of one that is not allowed, only the text is rendered. */
final class LinkRenderer {
    private final RenderContext context;
    private final MarkupWriter markupWriter;
    private final Consumer<Node> renderChildren;

    /** @param renderChildren renders the children of a node */
    LinkRenderer(RenderContext context, MarkupWriter markupWriter, Consumer<Node> renderChildren) {
        this.context = context;
        this.markupWriter = markupWriter;
        this.renderChildren = renderChildren;
    }

    void link(Link node) {
        writeLink(node, node.getTitle());
    }

    void referenceLink(LinkRef node) {
        Reference reference = definition(node);
        if (reference != null) {
            writeLink(node, reference.getTitle());
        } else if (node.hasChildren()) {
            markupWriter.text(node.getChars().prefixOf(node.getChildChars()).unescape());
            renderChildren.accept(node);
            markupWriter.text(node.getChars().suffixOf(node.getChildChars()).unescape());
        } else {
            markupWriter.text(node.getChars().unescape());
        }
    }

    private static Reference definition(RefNode node) {
        return node.isDefined() ? node.getReferenceNode(node.getDocument()) : null;
    }

    private void writeLink(Node node, BasedSequence title) {
        LinkDestination linkDestination = context.destination(node);
        if (linkDestination == null || !linkDestination.isUsable()) {
            renderChildren.accept(node);
            return;
        }
        markupWriter.attribute("href", linkDestination.href());
        writeTitle(title);
        context.countLinkChars(linkDestination.href().length() + title.length());
        markupWriter.inline("a", () -> renderChildren.accept(node));
    }

    private void writeTitle(BasedSequence title) {
        if (title.isNotNull()) {
            markupWriter.attribute("title", title.unescape());
        }
    }

    void image(Image node) {
        writeImage(node, node.getTitle());
    }

    void referenceImage(ImageRef node) {
        Reference reference = definition(node);
        if (reference != null) {
            writeImage(node, reference.getTitle());
        } else {
            markupWriter.text(node.getChars().unescape());
        }
    }

    private void writeImage(Node node, BasedSequence title) {
        LinkDestination linkDestination = context.destination(node);
        InlineText description = InlineText.of(node, context.body());
        String alt = description.singleLine(0, description.text().length(), context.chinese());
        if (linkDestination == null || !linkDestination.isUsable()) {
            markupWriter.text(alt);
            return;
        }
        context.countLinkChars(linkDestination.href().length() + title.length());
        markupWriter.attribute("src", linkDestination.href());
        markupWriter.attribute("alt", alt);
        context.imageSize(linkDestination).ifPresent(imageSize -> {
            markupWriter.attribute("width", Integer.toString(imageSize.width()));
            markupWriter.attribute("height", Integer.toString(imageSize.height()));
        });
        writeTitle(title);
        markupWriter.open("img");
    }

    void autolink(AutoLink node) {
        boolean bare = node.getOpeningMarker().isEmpty();
        writeAddress(node, bare ? node.getText().unescape() : node.getText().toString());
    }

    void mailLink(MailLink node) {
        writeAddress(node, node.getText().unescape());
    }

    private void writeAddress(Node node, String address) {
        LinkDestination linkDestination = context.destination(node);
        if (linkDestination == null || !linkDestination.isUsable()) {
            markupWriter.text(address);
        } else {
            markupWriter.attribute("href", linkDestination.href()).attribute("class", "url");
            markupWriter.inline("a", () -> markupWriter.text(address));
        }
    }
}
