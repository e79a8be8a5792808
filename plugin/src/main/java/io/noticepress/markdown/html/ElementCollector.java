package io.noticepress.markdown.html;

import io.noticepress.markdown.text.CjkCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Writes the HTML that passed the {@link MarkupPolicy}, one string for each element at the top level.
 *
 * <p>The sanitizer's own writer spells characters beyond the first plane, {@code =} and {@code @} as numbers; this one
 * escapes what HTML demands and leaves 𠮷 as it is.
 */
public final class ElementCollector implements HtmlStreamEventReceiver {
    private static final Set<String> VOID = Set.of("br", "hr", "img");

    private final List<MarkupElement> elements = new ArrayList<>();
    private final StringBuilder out = new StringBuilder(4096);
    private int depth;
    private String tag = "";
    private String id = "";
    private String cssClass = "";

    /** What was written. */
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
        if (!VOID.contains(name)) {
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
        if (!VOID.contains(name)) {
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
    public void text(String words) {
        if (depth > 0) {
            escape(words, false);
        }
    }

    private void escape(String words, boolean attribute) {
        int start = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            String written = CjkCharacters.isPlainLetter(c) || c == '"' && !attribute ? null : escapeOf(c);
            if (written == null) {
                continue;
            }
            if (i + 1 < words.length() && Character.isSurrogatePair(c, words.charAt(i + 1))) {
                i++;
                continue;
            }
            out.append(words, start, i).append(written);
            start = i + 1;
        }
        out.append(words, start, words.length());
    }

    /** How a char is written; null if as it is. What is no character of XML 1.0 (section 2.2) is left out. */
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
