package io.noticepress.markdown.html;

import io.noticepress.markdown.text.CjkCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Collects the HTML that passed the {@link MarkupPolicy}, one string per top-level element.
 *
 * <p>The OWASP sanitizer's own writer encodes supplementary characters, {@code =} and {@code @} as numeric references; this one
 * escapes only what HTML requires and writes 𠮷 as it is.
 */
public final class ElementCollector implements HtmlStreamEventReceiver {
    private static final Set<String> VOID_ELEMENTS = Set.of("br", "hr", "img");

    private final List<MarkupElement> elements = new ArrayList<>();
    private final StringBuilder out = new StringBuilder(4096);
    private int depth;
    private String tag = "";
    private String id = "";
    private String cssClass = "";

    /** The elements written so far. */
    public List<MarkupElement> elements() {
        return elements;
    }

    @Override
    public void openDocument() {
        out.setLength(0);
    }

    @Override
    public void closeDocument() {
        while (depth > 0) {
            closeTag(tag);
        }
    }

    @Override
    public void openTag(String name, List<String> attributes) {
        if (depth == 0) {
            out.setLength(0);
            tag = name;
            id = "";
            cssClass = "";
        }
        out.append('<').append(name);
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            attribute(attributes.get(i), attributes.get(i + 1));
        }
        out.append('>');
        if (!VOID_ELEMENTS.contains(name)) {
            depth++;
        } else if (depth == 0) {
            finishElement();
        }
    }

    private void attribute(String name, String value) {
        if (name.equals("id") && id.isEmpty()) {
            id = value;
        } else if (name.equals("class") && depth == 0) {
            cssClass = value;
        }
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
    }

    @Override
    public void closeTag(String name) {
        if (!VOID_ELEMENTS.contains(name)) {
            out.append("</").append(name).append('>');
            if (--depth == 0) {
                finishElement();
            }
        }
    }

    private void finishElement() {
        elements.add(new MarkupElement(tag, id, cssClass, out.toString()));
        out.setLength(0);
    }

    @Override
    public void text(String text) {
        if (depth > 0) {
            escape(text, false);
        }
    }

    private void escape(String text, boolean attribute) {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String escaped = CjkCharacters.isPlainLetter(c) || c == '"' && !attribute ? null : escapeOf(c);
            if (escaped == null) {
                continue;
            }
            if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                i++;
                continue;
            }
            out.append(text, start, i).append(escaped);
            start = i + 1;
        }
        out.append(text, start, text.length());
    }

    /** The escaped form of a char; null if it needs none, empty if it is not an XML 1.0 character (section 2.2). */
    private static String escapeOf(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\t', '\n', '\r' -> null;
            default -> c < ' ' || Character.isSurrogate(c) || c >= 0xFFFE ? "" : null;
        };
    }
}
