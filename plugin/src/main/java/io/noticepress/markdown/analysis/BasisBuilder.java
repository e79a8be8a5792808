package io.noticepress.markdown.analysis;

import com.vladsch.flexmark.util.ast.Node;
import io.noticepress.markdown.text.InlineText;
import io.noticepress.markdown.text.NumberMarker;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the basis of a text, by which a translation knows whether its original has changed: {@code v1}, the fingerprint of the
 * title, then one for each document title and block. Example: {@code v1 k3mzq7a 2bxn4ce …}.
 */
final class BasisBuilder {
    private final BlockFingerprint blockFingerprint = new BlockFingerprint();
    private final StringBuilder basis = new StringBuilder("v1");
    /** The text of the current block. */
    private final StringBuilder blockText = new StringBuilder();
    /** The text of each footnote, which is part of the fingerprint of the blocks that reference it. */
    private final Map<Node, String> footnoteTexts = new IdentityHashMap<>();

    BasisBuilder(String title) {
        basis.append(' ').append(blockFingerprint.of(0, title));
    }

    /** Adds text to the current block. */
    void add(CharSequence text) {
        blockText.append(text);
    }

    /** Adds text to the current block, with the footnotes it references. */
    void add(InlineText inlineText) {
        blockText.append(inlineText.text()).append('\n');
        inlineText.footnotes().forEach(note -> blockText.append(footnoteTexts.getOrDefault(note, "")));
    }

    /** Ends the footnote {@code note}: the text added since the last block is its text. */
    void finishFootnote(Node note) {
        footnoteTexts.put(note, blockText.toString());
        blockText.setLength(0);
    }

    /** Ends the current block. Its number, from a list or typed, is fingerprinted apart from its text. */
    void finishBlock(Optional<NumberMarker> marker) {
        int start = marker.map(NumberMarker::length).orElse(0);
        String block = blockText.substring(Math.min(start, blockText.length()));
        basis.append(' ')
                .append(blockFingerprint.of(marker.map(NumberMarker::number).orElse(0), block));
        blockText.setLength(0);
    }

    /** The basis so far: {@code v1 k3mzq7a …}. */
    String basis() {
        return basis.toString();
    }
}
