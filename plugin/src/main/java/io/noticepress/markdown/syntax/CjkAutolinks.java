package io.noticepress.markdown.syntax;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.autolink.internal.AutolinkNodePostProcessor;
import com.vladsch.flexmark.parser.block.NodePostProcessor;
import com.vladsch.flexmark.parser.block.NodePostProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.NodeTracker;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.noticepress.markdown.text.CjkCharacters;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes links of bare addresses. An address ends where Chinese begins: of {@code 见https://a.gov.cn/x，请查收} only
 * {@code https://a.gov.cn/x} is one.
 */
final class CjkAutolinks extends AutolinkNodePostProcessor {
    private static final int LONG_TEXT = 2_000;

    private int longTextsScanned;

    private CjkAutolinks(Document document) {
        super(document);
    }

    /** Whether a text has what every address has. */
    static boolean mayOccurIn(String text) {
        return text.contains("://") || text.contains("www.") || text.indexOf('@') >= 0;
    }

    @Override
    public void process(NodeTracker state, Node node) {
        BasedSequence chars = node.getChars();
        if (!mayOccurIn(chars.toString())) {
            return;
        }
        for (Node piece : splitAtCjk(state, node, chars)) {
            if (piece.getChars().length() > LONG_TEXT && longTextsScanned++ > 100) {
                return;
            }
            super.process(state, piece);
        }
    }

    /** Cuts the node where Chinese begins or ends, since the library takes any letter for part of an address. */
    private static List<Node> splitAtCjk(NodeTracker state, Node node, BasedSequence chars) {
        List<Node> pieces = new ArrayList<>();
        int start = 0;
        boolean wide = CjkCharacters.isWide(chars.charAt(0)) || Character.isSurrogate(chars.charAt(0));
        for (int i = 1; i < chars.length(); i++) {
            char c = chars.charAt(i);
            boolean next = CjkCharacters.isWide(c) || Character.isSurrogate(c) || "“”‘’…".indexOf(c) >= 0;
            if (next != wide) {
                pieces.add(new Text(chars.subSequence(start, i)));
                start = i;
                wide = next;
            }
        }
        if (pieces.isEmpty()) {
            return List.of(node);
        }
        pieces.add(new Text(chars.subSequence(start)));
        for (Node piece : pieces) {
            node.insertBefore(piece);
            state.nodeAdded(piece);
        }
        node.unlink();
        state.nodeRemoved(node);
        return pieces;
    }

    /** One for each text, as flexmark wants it. */
    static final class CjkAutolinksFactory extends NodePostProcessorFactory {
        CjkAutolinksFactory() {
            super(false);
            addNodes(Text.class);
        }

        @Override
        public NodePostProcessor apply(Document document) {
            return new CjkAutolinks(document);
        }
    }
}
