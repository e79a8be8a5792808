package io.noticepress.extract.word;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The character styles that are bold (ECMA-376-1, 17.7). */
final class BoldStyles {
    private final Set<String> boldStyleIds = new HashSet<>();

    BoldStyles(Optional<Document> styles) {
        styles.ifPresent(part -> WordElements.children(part.getDocumentElement(), "style").stream()
                .filter(style -> WordElements.attribute(style, "type").equals("character"))
                .filter(style -> WordElements.isOn(style, "rPr", "b"))
                .forEach(style -> boldStyleIds.add(WordElements.attribute(style, "styleId"))));
    }

    /** Whether a run is bold by itself or by its character style. Bold of the paragraph's style does not count. */
    boolean isBold(Element run) {
        boolean direct = WordElements.child(run, "rPr", "b").isPresent();
        return direct
                ? WordElements.isOn(run, "rPr", "b")
                : boldStyleIds.contains(WordElements.attribute(run, "val", "rPr", "rStyle"));
    }
}
