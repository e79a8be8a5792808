package io.noticepress.content.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was agreed to be said in each language, by language key.
 *
 * @param forms the forms that may stand in a text, the preferred one first; a language may have none
 * @param forbidden forms that must not stand for it
 * @param strictness how strictly it is to be said
 * @param file where it was agreed: {@code terms.yaml}
 */
public record AgreedTerm(
        Map<String, List<String>> forms, Map<String, List<String>> forbidden, TermStrictness strictness, String file) {
    /** How strictly a term is to be said. */
    public enum TermStrictness {
        /** In the block that matches. */
        SAME_BLOCK,
        /** In the block that matches or one before it, for a name may be shortened once it was said. */
        SO_FAR,
        /** As {@link #SO_FAR}, and its words in any order will do. */
        SO_FAR_ANY_ORDER
    }

    public AgreedTerm {
        forms = new LinkedHashMap<>(forms);
        forbidden = new LinkedHashMap<>(forbidden);
    }

    /** The forms in a language. */
    public List<String> formsIn(String language) {
        return forms.getOrDefault(language, List.of());
    }
}
