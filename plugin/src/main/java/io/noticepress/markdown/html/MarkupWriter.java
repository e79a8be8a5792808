package io.noticepress.markdown.html;

import java.util.ArrayList;
import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Writes HTML as a stream of tags and text, with blocks on lines of their own. Leading spaces of a line are dropped, and there is
 * never more than one blank line in a row; code is written as it is.
 */
public final class MarkupWriter {
    private final HtmlStreamEventReceiver out;
    /** Names and values for the next tag. */
    private final List<String> attributes = new ArrayList<>();
    /** The text since the last tag. */
    private final StringBuilder pendingText = new StringBuilder();

    /** Writes to {@code out}. Nothing is escaped: that is up to the receiver. */
    public MarkupWriter(HtmlStreamEventReceiver out) {
        this.out = out;
        out.openDocument();
    }

    /** Ends the document. */
    public void end() {
        flush();
        out.closeDocument();
    }

    /** Adds an attribute to the next element. */
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

    /** Opens an element, or writes one that has no end tag. */
    public void open(String tag) {
        flush();
        out.openTag(tag, attributes);
        attributes.clear();
    }

    private void close(String tag) {
        flush();
        out.closeTag(tag);
    }

    /** Writes an element within a line. */
    public void inline(String tag, Runnable content) {
        open(tag);
        content.run();
        close(tag);
    }

    /** Writes an element that begins and ends a line. */
    public void block(String tag, Runnable content) {
        ensureLineStart();
        inline(tag, content);
        ensureLineStart();
    }

    /** Writes an element whose tags are on lines of their own. */
    void blockWithBreaks(String tag, Runnable content) {
        block(tag, () -> {
            ensureLineStart();
            content.run();
            ensureLineStart();
        });
    }

    /** Makes what follows begin a line. */
    void ensureLineStart() {
        if (!endsLine(pendingText, 0)) {
            pendingText.append('\n');
        }
    }

    /** Writes text. */
    public void text(String text) {
        appendCollapsed(pendingText, text);
    }

    /** Writes text without dropping spaces and blank lines. */
    void code(String code) {
        pendingText.append(code);
    }

    private static void appendCollapsed(StringBuilder out, String text) {
        if (text.indexOf('\n') < 0 && !endsLine(out, 0)) {
            out.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean redundant = c == ' ' && endsLine(out, 0) || c == '\n' && endsLine(out, 0) && endsLine(out, 1);
            if (!redundant) {
                out.append(c);
            }
        }
    }

    /** Whether there is a line break before the last {@code back} chars. */
    private static boolean endsLine(StringBuilder text, int back) {
        int last = text.length() - 1 - back;
        return last >= 0 && text.charAt(last) == '\n';
    }

    private void flush() {
        if (pendingText.length() > 0) {
            out.text(pendingText.toString());
            pendingText.setLength(0);
        }
    }
}
