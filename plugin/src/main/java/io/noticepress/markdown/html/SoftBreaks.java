package io.noticepress.markdown.html;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import io.noticepress.markdown.text.CjkCharacters;
import io.noticepress.markdown.text.InlineText;

/** Decides whether a soft line break is rendered as a space (as a line feed) or, between Chinese characters, as nothing. */
final class SoftBreaks {
    private SoftBreaks() {}

    /** Whether the lines are joined without a space; emphasis and links at the break are ignored. */
    static boolean joinsWithoutSpace(Node lineBreak, boolean chinese) {
        int before = visibleNeighbour(lineBreak, false);
        int after = visibleNeighbour(lineBreak, true);
        return before > 0 && after > 0 && CjkCharacters.joinWithoutSpace(before, after, chinese);
    }

    /** The visible character next to {@code node} on one side, or -1. */
    private static int visibleNeighbour(Node node, boolean forward) {
        Node current = node;
        while (current != null && !(current instanceof Block)) {
            Node neighbour = forward ? current.getNext() : current.getPrevious();
            while (neighbour != null) {
                int found = edgeCharacter(neighbour, forward);
                if (found >= 0) {
                    return found;
                }
                neighbour = forward ? neighbour.getNext() : neighbour.getPrevious();
            }
            current = current.getParent();
        }
        return -1;
    }

    private static String visibleText(Node node) {
        if (node instanceof Code code) {
            return InlineText.rawText(code.getText());
        }
        String raw = InlineText.rawText(node.getChars());
        boolean plain = raw.indexOf('\\') < 0 && raw.indexOf('&') < 0;
        return plain ? raw : node.getChars().unescape();
    }

    /** The first or last visible character of {@code node}, or -1 if it has none. */
    private static int edgeCharacter(Node node, boolean first) {
        if (node instanceof Footnote) {
            return -1;
        }
        if (node instanceof Text || node instanceof HtmlEntity || node instanceof Code) {
            String text = visibleText(node);
            return text.isEmpty() ? -1 : first ? text.codePointAt(0) : text.codePointBefore(text.length());
        }
        for (Node child = first ? node.getFirstChild() : node.getLastChild();
                child != null;
                child = first ? child.getNext() : child.getPrevious()) {
            int found = edgeCharacter(child, first);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }
}
