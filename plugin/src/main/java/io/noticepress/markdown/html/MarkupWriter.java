package io.noticepress.markdown.html;

import java.util.ArrayList;
import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * The HTML of a text as it is set: tags and words one after another, blocks on lines of their own. Lines begin without
 * blanks, and no more than one in a row is empty; code is kept as it is.
 */
public final class MarkupWriter {
    private final HtmlStreamEventReceiver out;
    /** Names and values for the next tag. */
    private final List<String> attributes = new ArrayList<>();
    /** The words since the last tag. */
    private final StringBuilder pendingText = new StringBuilder();

    /** Hands everything on to {@code out}: names of elements, words and values as they are meant, nothing escaped. */
    public MarkupWriter(HtmlStreamEventReceiver out) {
        this.out = out;
        out.openDocument();
    }

    /** The end. */
    public void end() {
        flush();
        out.closeDocument();
    }

    /** An attribute of the element that is opened next. */
    public MarkupWriter attribute(String name, String value) {
        attributes.add(name);
        if (value.indexOf('\n') < 0) {
            attributes.add(value);
        } else {
            StringBuilder lines = new StringBuilder();
            appendCollapsed(lines, value);
            attributes.add(lines.toString());
        }
        return this;
    }

    /** Opens an element, or sets one that has no end tag. */
    public void open(String tag) {
        flush();
        out.openTag(tag, attributes);
        attributes.clear();
    }

    private void close(String tag) {
        flush();
        out.closeTag(tag);
    }

    /** An element within a line. */
    public void inline(String tag, Runnable content) {
        open(tag);
        content.run();
        close(tag);
    }

    /** An element that begins and ends a line. */
    public void block(String tag, Runnable content) {
        ensureLineStart();
        inline(tag, content);
        ensureLineStart();
    }

    /** An element whose tags stand on lines of their own. */
    void blockWithBreaks(String tag, Runnable content) {
        block(tag, () -> {
            ensureLineStart();
            content.run();
            ensureLineStart();
        });
    }

    /** What follows begins a line. */
    void ensureLineStart() {
        if (!endsLine(pendingText, 0)) {
            pendingText.append('\n');
        }
    }

    public void text(String more) {
        appendCollapsed(pendingText, more);
    }

    void code(String more) {
        pendingText.append(more);
    }

    private static void appendCollapsed(StringBuilder words, String more) {
        if (more.indexOf('\n') < 0 && !endsLine(words, 0)) {
            words.append(more);
            return;
        }
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            boolean idle = c == ' ' && endsLine(words, 0) || c == '\n' && endsLine(words, 0) && endsLine(words, 1);
            if (!idle) {
                words.append(c);
            }
        }
    }

    /** Whether a line ends before the last {@code back} chars. */
    private static boolean endsLine(StringBuilder words, int back) {
        int last = words.length() - 1 - back;
        return last >= 0 && words.charAt(last) == '\n';
    }

    private void flush() {
        if (pendingText.length() > 0) {
            out.text(pendingText.toString());
            pendingText.setLength(0);
        }
    }
}
