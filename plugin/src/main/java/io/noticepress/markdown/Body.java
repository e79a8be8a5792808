package io.noticepress.markdown;

import io.noticepress.markdown.analysis.Findings;
import io.noticepress.markdown.analysis.OutlineHeading;
import io.noticepress.markdown.text.BlockText;
import java.util.List;

/**
 * A text, ready to be set.
 *
 * @param parts the cover, then the documents in their order
 * @param footnotes the notes of all parts as HTML, or empty
 * @param blockTexts of each block in the order of the text, those of all footnotes last
 */
public record Body(
        List<RenderedPart> parts,
        String footnotes,
        List<OutlineHeading> outline,
        Findings findings,
        List<BlockText> blockTexts) {
    public Body {
        parts = List.copyOf(parts);
        outline = List.copyOf(outline);
        blockTexts = List.copyOf(blockTexts);
    }
}
