package io.noticepress.markdown.limits;

import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import io.noticepress.problem.Message;

/** Checks the nesting depth of a syntax tree, without recursion, so that later recursive walks cannot overflow the stack. */
public final class NestingDepth {
    /** Far more than handwritten text needs; generated emphasis within emphasis can exceed it. */
    private static final int MAX_DEPTH = 200;

    private NestingDepth() {}

    /** Throws {@link TextTooComplex} if the tree is too deep. */
    public static void check(Document document) {
        Node node = document;
        int depth = 0;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                if (++depth > MAX_DEPTH) {
                    throw new TextTooComplex(
                            Message.of("标记套了 {0} 层以上", "markup is nested more than {0} levels deep", MAX_DEPTH),
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
