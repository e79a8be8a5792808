package io.noticepress.wording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was agreed to be said in each language, by language key.
 *
 * @param words the forms that may stand in a text, the preferred one first; a language may have none
 * @param not forms that must not stand for it
 * @param rule how strictly it is to be said
 * @param file where it was agreed: {@code terms.yaml}
 */
public record Term(Map<String, List<String>> words, Map<String, List<String>> not, Rule rule, String file) {
    /** How strictly a term is to be said. */
    public enum Rule {
        /** In the block that matches. */
        HERE,
        /** In the block that matches or one before it, for a name may be shortened once it was said. */
        BEFORE,
        /** As {@link #BEFORE}, and its words in any order will do. */
        LOOSELY
    }

    public Term {
        words = new LinkedHashMap<>(words);
        not = new LinkedHashMap<>(not);
    }

    /** The forms in a language. */
    public List<String> in(String language) {
        return words.getOrDefault(language, List.of());
    }
}
