package io.noticepress.markdown;

import com.vladsch.flexmark.util.ast.Node;
import io.noticepress.model.ImageSize;
import io.noticepress.problem.Message;
import java.util.Map;
import java.util.Optional;

/** What the {@link Typesetter} must know of the text it sets. */
final class Sheet {
    /** Chars that addresses and titles may take in a page: a definition used a thousand times is written a thousand times. */
    private static final int MOST_SPENT = 1 << 20;

    private final String body;
    private final boolean chinese;
    private final Map<Node, String> anchors;
    private final Map<Node, Target> targets;
    private final Addresses addresses;
    private boolean inDocument;
    private int spent;

    Sheet(String body, boolean chinese, Map<Node, String> anchors, Map<Node, Target> targets, Addresses addresses) {
        this.body = body;
        this.chinese = chinese;
        this.anchors = anchors;
        this.targets = targets;
        this.addresses = addresses;
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
    Target target(Node node) {
        return targets.get(node);
    }

    /** How large a picture is. */
    Optional<ImageSize> pixels(Target picture) {
        return addresses.pixels(picture.path());
    }

    /** A heading stands here; if it is the title of a document, what follows belongs to that. */
    void enter(boolean document) {
        inDocument |= document;
    }

    boolean inDocument() {
        return inDocument;
    }

    /** Counts what links cost, and ends it when it gets out of hand. */
    void spend(int chars) {
        spent += chars;
        if (spent > MOST_SPENT) {
            throw new TooComplex(
                    Message.of("链接地址合计超过 {0} 个字符", "addresses of links of more than {0} characters in all", MOST_SPENT),
                    0);
        }
    }
}
