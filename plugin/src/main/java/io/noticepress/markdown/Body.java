package io.noticepress.markdown;

import io.noticepress.markdown.analysis.Findings;
import io.noticepress.markdown.analysis.OutlineHeading;
import io.noticepress.markdown.text.BlockText;
import java.util.List;

/**
 * A rendered body of a notice or page, with what the analysis found.
 *
 * @param parts the cover, then the documents in order
 * @param footnotes the footnotes of all parts as HTML, or empty
 * @param outline the headings, including run-in headings of items
 * @param blockTexts the plain text of each block in source order; that of all footnotes last
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
