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
 * The plain text of one paragraph, heading or table cell as a reader sees it, with the source offset of each character.
 *
 * <p>Example: {@code **注意：**见[办法](a.md)&amp;附则[^1]} has the text {@code 注意：见办法&附则}.
 */
public final class InlineText {
    private final String text;
    private final int[] sourceOffsets;
    private final BitSet code;
    private final BitSet escaped;
    private final List<FootnoteBlock> footnotes;
    private final int boldStart;
    private final int boldEnd;

    private InlineText(InlineTextBuilder builder) {
        this.text = builder.text.toString();
        this.sourceOffsets = builder.sourceOffsets;
        this.code = builder.code;
        this.escaped = builder.escaped;
        this.footnotes = builder.footnotes;
        this.boldStart = builder.boldStart;
        this.boldEnd = builder.boldEnd;
    }

    /** The text of {@code block}, whose children are inline nodes. */
    public static InlineText of(Node block, String body) {
        InlineTextBuilder builder = new InlineTextBuilder(body);
        builder.addChildren(block);
        return new InlineText(builder);
    }

    /** A part of the source as a string, copied at once and not char by char as flexmark does; NUL becomes U+FFFD. */
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

    /** The offset in the body of the character {@code index}. */
    public int sourceOffset(int index) {
        return sourceOffsets[index];
    }

    /** Whether the character {@code index} is part of a code span. */
    public boolean isCode(int index) {
        return code.get(index);
    }

    /** Whether the character {@code index} is written with a backslash or as a character reference. */
    public boolean isEscaped(int index) {
        return escaped.get(index);
    }

    /** The footnotes referenced, in order. */
    public List<FootnoteBlock> footnotes() {
        return footnotes;
    }

    /** The start of the first bold run, or -1. */
    public int boldStart() {
        return boldStart;
    }

    /** The end of the first bold run, or -1. */
    public int boldEnd() {
        return boldEnd;
    }

    /** A range of the text on one line: line breaks become spaces, or nothing between Chinese characters. */
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

    /** Collects the text of inline nodes. */
    private static final class InlineTextBuilder {
        private final String body;
        private final StringBuilder text = new StringBuilder();
        /** The offset in the body of each character of the text. */
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
                escaped.set(text.length(), text.length() + 2);
                append(node.getChars().unescape(), node.getStartOffset(), 0);
            } else if (node instanceof Code span) {
                code.set(text.length(), text.length() + span.getText().length());
                append(span.getText().toString(), span.getText().getStartOffset(), 1);
            } else if (node instanceof Footnote reference && reference.isDefined()) {
                footnotes.add(reference.getFootnoteBlock());
            } else if (node instanceof StrongEmphasis && boldStart < 0) {
                boldStart = text.length();
                addChildren(node);
                boldEnd = text.length();
            } else if (node instanceof RefNode reference && !reference.isDefined() || node instanceof Footnote) {
                addAsWritten(node);
            } else if (!(node instanceof HtmlInlineBase)) {
                addChildren(node);
            }
        }

        /** A reference without definition is text as typed. */
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
            boolean contiguous = end - start == chars.length();
            String source = contiguous ? body.substring(start, end) : chars.toString();
            if (contiguous && source.indexOf('\\') < 0) {
                append(source, start, 1);
                return;
            }
            for (int i = 0; i < source.length(); i++) {
                int offset = contiguous ? start + i : Math.max(0, chars.getIndexOffset(i));
                char c = body.charAt(offset);
                if (c == '\\' && i + 1 < source.length() && isPunctuation(source.charAt(i + 1))) {
                    i++;
                    escaped.set(text.length());
                    c = source.charAt(i);
                }
                append(String.valueOf(c), offset, 1);
            }
        }

        /** Whether a backslash can escape the character (CommonMark 0.31.2, section 2.4). */
        private static boolean isPunctuation(char c) {
            return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        }

        /** Appends text that begins at an offset of the body; {@code step} is 0 if all its characters come from that offset. */
        private void append(String added, int offset, int step) {
            int start = text.length();
            int end = start + added.length();
            if (end > sourceOffsets.length) {
                sourceOffsets = Arrays.copyOf(sourceOffsets, Math.max(end, 2 * sourceOffsets.length));
            }
            for (int i = start; i < end; i++) {
                sourceOffsets[i] = offset + (i - start) * step;
            }
            text.append(added);
        }
    }
}
