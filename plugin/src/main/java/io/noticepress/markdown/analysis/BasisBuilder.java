package io.noticepress.markdown.analysis;

import com.vladsch.flexmark.util.ast.Node;
import io.noticepress.markdown.text.InlineText;
import io.noticepress.markdown.text.NumberMarker;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The fingerprints of a text as they are taken: {@code v1}, the title, then one for each document and block. */
final class BasisBuilder {
    private final BlockFingerprint blockFingerprint = new BlockFingerprint();
    private final StringBuilder text = new StringBuilder("v1");
    /** The words of the present block. */
    private final StringBuilder blockText = new StringBuilder();
    /** The words of each footnote; they count with the block that refers to it. */
    private final Map<Node, String> footnoteTexts = new IdentityHashMap<>();

    BasisBuilder(String title) {
        text.append(' ').append(blockFingerprint.of(0, title));
    }

    void add(CharSequence more) {
        blockText.append(more);
    }

    void add(InlineText inlineText) {
        blockText.append(inlineText.text()).append('\n');
        inlineText.footnotes().forEach(note -> blockText.append(footnoteTexts.getOrDefault(note, "")));
    }

    /** What was added since the last block is the footnote {@code note}. */
    void finishFootnote(Node note) {
        footnoteTexts.put(note, blockText.toString());
        blockText.setLength(0);
    }

    /** The block ends; its number, typed or of a list, counts apart from its words. */
    void finishBlock(Optional<NumberMarker> marker) {
        int start = marker.map(NumberMarker::length).orElse(0);
        String block = blockText.substring(Math.min(start, blockText.length()));
        text.append(' ')
                .append(blockFingerprint.of(marker.map(NumberMarker::number).orElse(0), block));
        blockText.setLength(0);
    }

    /** {@code v1 k3mzq7a …} */
    String text() {
        return text.toString();
    }
}
