package io.noticepress.content.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A term and its agreed translations: {@code {zh: 党建, en: Party building, not: {en: Party construction}}}.
 *
 * @param forms the accepted forms by language key, the preferred one first; a language may have none
 * @param forbidden the wrong forms by language key
 * @param strictness where a translation must use it
 * @param file the settings file that states it: {@code terms.yaml}
 */
public record AgreedTerm(
        Map<String, List<String>> forms, Map<String, List<String>> forbidden, TermStrictness strictness, String file) {
    /** Where a translation must use a term that its original uses. */
    public enum TermStrictness {
        /** In the matching block. */
        SAME_BLOCK,
        /** In the matching block or an earlier one, because a name may be shortened after its first use. */
        SO_FAR,
        /** As {@link #SO_FAR}, with its words in any order. */
        SO_FAR_ANY_ORDER
    }

    public AgreedTerm {
        forms = new LinkedHashMap<>(forms);
        forbidden = new LinkedHashMap<>(forbidden);
    }

    /** The accepted forms in a language. */
    public List<String> formsIn(String language) {
        return forms.getOrDefault(language, List.of());
    }
}
