package io.noticepress.markdown;

import com.vladsch.flexmark.util.ast.Node;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The fingerprints of a text as they are taken: {@code v1}, the title, then one for each document and block. */
final class Basis {
    private final Fingerprint fingerprint = new Fingerprint();
    private final StringBuilder text = new StringBuilder("v1");
    /** The words of the present block. */
    private final StringBuilder words = new StringBuilder();
    /** The words of each footnote; they count with the block that refers to it. */
    private final Map<Node, String> notes = new IdentityHashMap<>();

    Basis(String title) {
        text.append(' ').append(fingerprint.of(0, title));
    }

    void add(CharSequence more) {
        words.append(more);
    }

    void add(Passage passage) {
        words.append(passage.text()).append('\n');
        passage.notes().forEach(note -> words.append(notes.getOrDefault(note, "")));
    }

    /** What was added since the last block is the footnote {@code note}. */
    void note(Node note) {
        notes.put(note, words.toString());
        words.setLength(0);
    }

    /** The block ends; its number, typed or of a list, counts apart from its words. */
    void print(Optional<Marker> marker) {
        int start = marker.map(Marker::length).orElse(0);
        String block = words.substring(Math.min(start, words.length()));
        text.append(' ').append(fingerprint.of(marker.map(Marker::number).orElse(0), block));
        words.setLength(0);
    }

    /** {@code v1 k3mzq7a …} */
    String text() {
        return text.toString();
    }
}
