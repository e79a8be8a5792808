package io.noticepress.markdown.analysis;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Node;

/** Properties of syntax nodes that flexmark has no method for. */
final class SyntaxNodes {
    private SyntaxNodes() {}

    static boolean isCodeBlock(Node node) {
        return node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock;
    }

    /** Whether a paragraph is empty because it consisted of link definitions only. */
    static boolean isEmptyParagraph(Node node) {
        return node instanceof Paragraph && node.getFirstChild() == null;
    }

    /** The number of rows of a table, including the head row. */
    static int rowCount(Node table) {
        int rows = 0;
        for (Node section = table.getFirstChild(); section != null; section = section.getNext()) {
            for (Node row = section.getFirstChild();
                    row != null && !(section instanceof TableSeparator);
                    row = row.getNext()) {
                rows += row instanceof TableRow ? 1 : 0;
            }
        }
        return rows;
    }
}
