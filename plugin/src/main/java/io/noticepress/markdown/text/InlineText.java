package io.noticepress.markdown.text;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.SubSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The words of one paragraph, heading or table cell as a reader sees them, each character with its place in the source.
 *
 * <p>Of {@code **注意：**见[办法](a.md)&amp;附则[^1]} it holds 注意：见办法&附则. A line break is {@code \n}.
 */
public final class InlineText {
    private final String text;
    private final int[] sourceOffsets;
    private final BitSet code;
    private final BitSet escaped;
    private final List<FootnoteBlock> footnotes;
    private final int boldStart;
    private final int boldEnd;

    private InlineText(InlineTextBuilder inlineTextBuilder) {
        this.text = inlineTextBuilder.words.toString();
        this.sourceOffsets = inlineTextBuilder.sourceOffsets;
        this.code = inlineTextBuilder.code;
        this.escaped = inlineTextBuilder.escaped;
        this.footnotes = inlineTextBuilder.footnotes;
        this.boldStart = inlineTextBuilder.boldStart;
        this.boldEnd = inlineTextBuilder.boldEnd;
    }

    /** The words below {@code block}, whose children are inlines. */
    public static InlineText of(Node block, String body) {
        InlineTextBuilder inlineTextBuilder = new InlineTextBuilder(body);
        inlineTextBuilder.addChildren(block);
        return new InlineText(inlineTextBuilder);
    }

    /** A stretch of the source, taken out at once where flexmark would take char by char; NUL is U+FFFD. */
    public static String rawText(BasedSequence chars) {
        return chars instanceof SubSequence part
                ? part.getBase()
                        .subSequence(part.getStartOffset(), part.getEndOffset())
                        .toString()
                        .replace('\0', '\uFFFD')
                : chars.toString();
    }

    /** The characters; a line break is {@code \n}. */
    public String text() {
        return text;
    }

    /** Where the character {@code index} stands in the body. */
    public int sourceOffset(int index) {
        return sourceOffsets[index];
    }

    /** Whether it is part of a code span. */
    public boolean isCode(int index) {
        return code.get(index);
    }

    /** Whether it was written with a backslash or as a character reference. */
    public boolean isEscaped(int index) {
        return escaped.get(index);
    }

    /** The footnotes referred to. */
    public List<FootnoteBlock> footnotes() {
        return footnotes;
    }

    /** Where the first bold run begins, or -1. */
    public int boldStart() {
        return boldStart;
    }

    /** Where it ends. */
    public int boldEnd() {
        return boldEnd;
    }

    /** The words on one line: line breaks became blanks, or nothing between Chinese. */
    public String singleLine(int from, int to, boolean chinese) {
        if (text.indexOf('\n', from) < 0) {
            return text.substring(from, to).strip();
        }
        StringBuilder out = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '\n') {
                out.append(c);
            } else if (i > from
                    && i + 1 < to
                    && !CjkCharacters.joinWithoutSpace(
                            Character.codePointBefore(text, i), Character.codePointAt(text, i + 1), chinese)) {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }

    /** A passage as it is read. */
    private static final class InlineTextBuilder {
        private final String body;
        private final StringBuilder words = new StringBuilder();
        /** Where each of the words' characters stands in the body. */
        private int[] sourceOffsets = {};

        private final BitSet code = new BitSet();
        private final BitSet escaped = new BitSet();
        private final List<FootnoteBlock> footnotes = new ArrayList<>();
        private int boldStart = -1;
        private int boldEnd = -1;

        InlineTextBuilder(String body) {
            this.body = body;
        }

        void addChildren(Node parent) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                add(node);
            }
        }

        private void add(Node node) {
            if (node instanceof Text) {
                addText(node.getChars());
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                append("\n", node.getStartOffset(), 1);
            } else if (node instanceof HtmlEntity) {
                escaped.set(words.length(), words.length() + 2);
                append(node.getChars().unescape(), node.getStartOffset(), 0);
            } else if (node instanceof Code span) {
                code.set(words.length(), words.length() + span.getText().length());
                append(span.getText().toString(), span.getText().getStartOffset(), 1);
            } else if (node instanceof Footnote reference && reference.isDefined()) {
                footnotes.add(reference.getFootnoteBlock());
            } else if (node instanceof StrongEmphasis && boldStart < 0) {
                boldStart = words.length();
                addChildren(node);
                boldEnd = words.length();
            } else if (node instanceof RefNode reference && !reference.isDefined() || node instanceof Footnote) {
                addAsWritten(node);
            } else if (!(node instanceof HtmlInlineBase)) {
                addChildren(node);
            }
        }

        /** A reference to something that is not there stays what was typed. */
        private void addAsWritten(Node node) {
            Node first = node.getFirstChild();
            if (first == null) {
                addText(node.getChars());
                return;
            }
            append(body.substring(node.getStartOffset(), first.getStartOffset()), node.getStartOffset(), 1);
            addChildren(node);
            int end = node.getLastChild().getEndOffset();
            append(body.substring(Math.min(end, node.getEndOffset()), node.getEndOffset()), end, 1);
        }

        private void addText(BasedSequence chars) {
            int start = chars.getStartOffset();
            int end = chars.getEndOffset();
            boolean whole = end - start == chars.length();
            String written = whole ? body.substring(start, end) : chars.toString();
            if (whole && written.indexOf('\\') < 0) {
                append(written, start, 1);
                return;
            }
            for (int i = 0; i < written.length(); i++) {
                int place = whole ? start + i : Math.max(0, chars.getIndexOffset(i));
                char c = body.charAt(place);
                if (c == '\\' && i + 1 < written.length() && isPunctuation(written.charAt(i + 1))) {
                    i++;
                    escaped.set(words.length());
                    c = written.charAt(i);
                }
                append(String.valueOf(c), place, 1);
            }
        }

        /** What a backslash may escape (CommonMark 0.31.2, section 2.4). */
        private static boolean isPunctuation(char c) {
            return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        }

        private void append(String more, int place, int step) {
            int start = words.length();
            int end = start + more.length();
            if (end > sourceOffsets.length) {
                sourceOffsets = Arrays.copyOf(sourceOffsets, Math.max(end, 2 * sourceOffsets.length));
            }
            for (int i = start; i < end; i++) {
                sourceOffsets[i] = place + (i - start) * step;
            }
            words.append(more);
        }
    }
}
