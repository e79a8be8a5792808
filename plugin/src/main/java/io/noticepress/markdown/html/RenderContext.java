package io.noticepress.markdown.html;

import com.vladsch.flexmark.util.ast.Node;
import io.noticepress.markdown.limits.TextTooComplex;
import io.noticepress.markdown.links.LinkDestination;
import io.noticepress.markdown.links.UrlResolver;
import io.noticepress.model.values.ImageSize;
import io.noticepress.problem.Message;
import java.util.Map;
import java.util.Optional;

/** What the {@link BodyRenderer} needs to know about the text it renders, and its state during rendering. */
public final class RenderContext {
    /** Limit on the chars of all link URLs and titles: one definition may be referenced, and so written, a thousand times. */
    private static final int MAX_LINK_CHARS = 1 << 20;

    private final String body;
    private final boolean chinese;
    private final Map<Node, String> anchors;
    private final Map<Node, LinkDestination> destinations;
    private final UrlResolver urlResolver;
    private boolean inDocument;
    private int linkChars;

    public RenderContext(
            String body,
            boolean chinese,
            Map<Node, String> anchors,
            Map<Node, LinkDestination> destinations,
            UrlResolver urlResolver) {
        this.body = body;
        this.chinese = chinese;
        this.anchors = anchors;
        this.destinations = destinations;
        this.urlResolver = urlResolver;
    }

    String body() {
        return body;
    }

    boolean chinese() {
        return chinese;
    }

    /** The anchor of a block, or empty. */
    String anchor(Node node) {
        return anchors.getOrDefault(node, "");
    }

    /** The checked destination of a link, or null. */
    LinkDestination destination(Node node) {
        return destinations.get(node);
    }

    /** The size of a picture, if known. */
    Optional<ImageSize> imageSize(LinkDestination picture) {
        return urlResolver.imageSize(picture.path());
    }

    /** Notes a heading; after the title of a document, the rest of the text belongs to a document. */
    void atHeading(boolean isDocumentTitle) {
        inDocument |= isDocumentTitle;
    }

    /** Whether a document title has been rendered. */
    boolean inDocument() {
        return inDocument;
    }

    /** Adds to the total length of links; throws {@link TextTooComplex} if it exceeds the limit. */
    void countLinkChars(int chars) {
        linkChars += chars;
        if (linkChars > MAX_LINK_CHARS) {
            throw new TextTooComplex(
                    Message.of(
                            "链接地址合计超过 {0} 个字符",
                            "the link addresses have more than {0} characters in total", MAX_LINK_CHARS),
                    0);
        }
    }
}
