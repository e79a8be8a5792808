package io.noticepress.markdown.html;

import com.vladsch.flexmark.util.ast.Node;
import io.noticepress.markdown.limits.TextTooComplex;
import io.noticepress.markdown.links.LinkDestination;
import io.noticepress.markdown.links.UrlResolver;
import io.noticepress.model.values.ImageSize;
import io.noticepress.problem.Message;
import java.util.Map;
import java.util.Optional;

/** What the {@link BodyRenderer} must know of the text it sets. */
public final class RenderContext {
    /** Chars that addresses and titles may take in a page: a definition used a thousand times is written a thousand times. */
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

    /** Where a link leads, or null. */
    LinkDestination destination(Node node) {
        return destinations.get(node);
    }

    /** How large a picture is. */
    Optional<ImageSize> imageSize(LinkDestination picture) {
        return urlResolver.imageSize(picture.path());
    }

    /** A heading stands here; if it is the title of a document, what follows belongs to that. */
    void atHeading(boolean document) {
        inDocument |= document;
    }

    boolean inDocument() {
        return inDocument;
    }

    /** Counts what links cost, and ends it when it gets out of hand. */
    void countLinkChars(int chars) {
        linkChars += chars;
        if (linkChars > MAX_LINK_CHARS) {
            throw new TextTooComplex(
                    Message.of(
                            "链接地址合计超过 {0} 个字符",
                            "addresses of links of more than {0} characters in all", MAX_LINK_CHARS),
                    0);
        }
    }
}
