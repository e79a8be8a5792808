package io.noticepress.markdown;

import java.util.List;

/**
 * A text, ready to be set.
 *
 * @param parts the cover, then the documents in their order
 * @param footnotes the notes of all parts as HTML, or empty
 */
public record Body(List<Part> parts, String footnotes, List<Heading> outline, Findings findings) {
    public Body {
        parts = List.copyOf(parts);
        outline = List.copyOf(outline);
    }
}
