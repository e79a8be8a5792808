package io.noticepress.extract;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The styles of characters that are bold (ECMA-376-1, 17.7). */
final class Styles {
    private final Set<String> bold = new HashSet<>();

    Styles(Optional<Document> styles) {
        styles.ifPresent(part -> Markup.children(part.getDocumentElement(), "style").stream()
                .filter(style -> Markup.value(style, "type").equals("character"))
                .filter(style -> Markup.isOn(style, "rPr", "b"))
                .forEach(style -> bold.add(Markup.value(style, "styleId"))));
    }

    /** Whether the characters of a run are bold beyond what their paragraph is. */
    boolean isBold(Element run) {
        boolean told = Markup.child(run, "rPr", "b").isPresent();
        return told ? Markup.isOn(run, "rPr", "b") : bold.contains(Markup.value(run, "val", "rPr", "rStyle"));
    }
}
