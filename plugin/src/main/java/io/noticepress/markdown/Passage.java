package io.noticepress.markdown;

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
final class Passage {
    private final String text;
    private final int[] places;
    private final BitSet code;
    private final BitSet escaped;
    private final List<FootnoteBlock> notes;
    private final int boldStart;
    private final int boldEnd;

    private Passage(Draft draft) {
        this.text = draft.words.toString();
        this.places = draft.places;
        this.code = draft.code;
        this.escaped = draft.escaped;
        this.notes = draft.notes;
        this.boldStart = draft.boldStart;
        this.boldEnd = draft.boldEnd;
    }

    /** The words below {@code block}, whose children are inlines. */
    static Passage of(Node block, String body) {
        Draft draft = new Draft(body);
        draft.addChildren(block);
        return new Passage(draft);
    }

    /** A stretch of the source, taken out at once where flexmark would take char by char; NUL is U+FFFD. */
    static String words(BasedSequence chars) {
        return chars instanceof SubSequence part
                ? part.getBase()
                        .subSequence(part.getStartOffset(), part.getEndOffset())
                        .toString()
                        .replace('\0', '\uFFFD')
                : chars.toString();
    }

    /** The characters; a line break is {@code \n}. */
    String text() {
        return text;
    }

    /** Where the character {@code index} stands in the body. */
    int place(int index) {
        return places[index];
    }

    /** Whether it is part of a code span. */
    boolean isCode(int index) {
        return code.get(index);
    }

    /** Whether it was written with a backslash or as a character reference. */
    boolean isEscaped(int index) {
        return escaped.get(index);
    }

    /** The footnotes referred to. */
    List<FootnoteBlock> notes() {
        return notes;
    }

    /** Where the first bold run begins, or -1. */
    int boldStart() {
        return boldStart;
    }

    /** Where it ends. */
    int boldEnd() {
        return boldEnd;
    }

    /** The words on one line: line breaks became blanks, or nothing between Chinese. */
    String plain(int from, int to, boolean chinese) {
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
                    && !Han.joins(Character.codePointBefore(text, i), Character.codePointAt(text, i + 1), chinese)) {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }

    /** A passage as it is read. */
    private static final class Draft {
        private final String body;
        private final StringBuilder words = new StringBuilder();
        /** Where each of the words' characters stands in the body. */
        private int[] places = {};

        private final BitSet code = new BitSet();
        private final BitSet escaped = new BitSet();
        private final List<FootnoteBlock> notes = new ArrayList<>();
        private int boldStart = -1;
        private int boldEnd = -1;

        Draft(String body) {
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
                notes.add(reference.getFootnoteBlock());
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
            if (end > places.length) {
                places = Arrays.copyOf(places, Math.max(end, 2 * places.length));
            }
            for (int i = start; i < end; i++) {
                places[i] = place + (i - start) * step;
            }
            words.append(more);
        }
    }
}
