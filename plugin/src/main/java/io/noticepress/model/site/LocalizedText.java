package io.noticepress.model.site;

import io.noticepress.model.collections.ArrayMap;
import java.util.Map;

/**
 * A text in several languages, by language key: {@code {zh=人才培养, en=Talent}}. The first entry is the fallback, so it must be
 * that of the original.
 */
public record LocalizedText(Map<String, String> words) {
    /** The text that is empty in every language. */
    public static final LocalizedText NONE = new LocalizedText(Map.of());

    public LocalizedText {
        words = words.isEmpty() ? Map.of() : ArrayMap.copyOf(words);
    }

    /** The text in a language, otherwise the first entry, otherwise an empty string. */
    public String in(Language language) {
        String exact = words.get(language.key());
        return exact != null ? exact : words.values().stream().findFirst().orElse("");
    }

    /** Whether there is an entry for the language itself. */
    public boolean has(Language language) {
        return words.containsKey(language.key());
    }

    /** Whether there is no entry. */
    public boolean isEmpty() {
        return words.isEmpty();
    }
}
