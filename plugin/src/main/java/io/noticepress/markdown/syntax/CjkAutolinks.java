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
 * Turns bare URLs and mail addresses into links. A URL ends where Chinese begins: in {@code 见https://a.gov.cn/x，请查收} the link is
 * {@code https://a.gov.cn/x}.
 */
final class CjkAutolinks extends AutolinkNodePostProcessor {
    private static final int LONG_TEXT = 2_000;
    private static final int MAX_LONG_TEXTS = 100;

    private int longTextsScanned;

    private CjkAutolinks(Document document) {
        super(document);
    }

    /** Whether a text contains what every URL or mail address contains: a fast test. */
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
            if (piece.getChars().length() > LONG_TEXT && longTextsScanned++ > MAX_LONG_TEXTS) {
                return;
            }
            super.process(state, piece);
        }
    }

    /** Splits the node where Chinese begins or ends, as flexmark accepts any letter as part of a URL. */
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

    /** Creates one processor per document, as flexmark requires. */
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
