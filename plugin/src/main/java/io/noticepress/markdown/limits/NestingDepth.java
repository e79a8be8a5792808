package io.noticepress.markdown.limits;

import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import io.noticepress.problem.Message;

/** How deep a parsed text nests, measured without recursion for the sake of all that walks it with recursion. */
public final class NestingDepth {
    /** Nothing that is written by hand comes near; emphasis within emphasis could. */
    private static final int MAX_DEPTH = 200;

    private NestingDepth() {}

    /** Throws if it is too deep. */
    public static void check(Document document) {
        Node node = document;
        int depth = 0;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                if (++depth > MAX_DEPTH) {
                    throw new TextTooComplex(
                            Message.of("标记套了 {0} 层以上", "marks nested more than {0} deep", MAX_DEPTH),
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
}
