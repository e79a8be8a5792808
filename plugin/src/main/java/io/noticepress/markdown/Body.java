package io.noticepress.markdown;

import java.util.List;

/**
 * A text, ready to be set.
 *
 * @param parts the cover, then the documents in their order
 * @param footnotes the notes of all parts as HTML, or empty
 * @param words of each block in the order of the text, those of all footnotes last
 */
public record Body(List<Part> parts, String footnotes, List<Heading> outline, Findings findings, List<Words> words) {
    public Body {
        parts = List.copyOf(parts);
        outline = List.copyOf(outline);
        words = List.copyOf(words);
    }
}
