package io.noticepress.model.site;

import io.noticepress.model.collections.ArrayMap;
import java.util.Map;

/**
 * Words in several languages, by language key: {@code {zh=人才培养, en=Talent}}.
 *
 * <p>The first entry is the fallback, so put the original's words first.
 */
public record LocalizedText(Map<String, String> words) {
    /** Nothing, in every language. */
    public static final LocalizedText NONE = new LocalizedText(Map.of());

    public LocalizedText {
        words = words.isEmpty() ? Map.of() : ArrayMap.copyOf(words);
    }

    /** The words in a language; if it has none, the first there are; else empty. */
    public String in(Language language) {
        String exact = words.get(language.key());
        return exact != null ? exact : words.values().stream().findFirst().orElse("");
    }

    /** Whether the language has words of its own. */
    public boolean has(Language language) {
        return words.containsKey(language.key());
    }

    /** Whether there are no words at all. */
    public boolean isEmpty() {
        return words.isEmpty();
    }
}
