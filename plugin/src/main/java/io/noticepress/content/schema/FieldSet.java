package io.noticepress.content.schema;

import io.noticepress.model.site.Language;
import io.noticepress.problem.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that a map may have, in the order in which they are written.
 *
 * @param originalOnly fields that have no place here because another form, that of the original, states them
 * @param namedByLanguage whether it may also have a name in each language of the site
 */
public record FieldSet(Map<String, FieldSpec> specs, List<String> originalOnly, boolean namedByLanguage) {
    /** A form without fields. */
    public static final FieldSet NONE = of();

    public FieldSet {
        specs = Collections.unmodifiableMap(new LinkedHashMap<>(specs));
        originalOnly = List.copyOf(originalOnly);
    }

    static FieldSet of(FieldSpec... slots) {
        Map<String, FieldSpec> byName = new LinkedHashMap<>();
        for (FieldSpec fieldSpec : slots) {
            byName.put(fieldSpec.name(), fieldSpec);
        }
        return new FieldSet(byName, List.of(), false);
    }

    /** The names of its fields. */
    public List<String> names() {
        return List.copyOf(specs.keySet());
    }

    boolean has(String name) {
        return specs.containsKey(name);
    }

    /** A field, if it has one of that name. */
    Optional<FieldSpec> spec(String name) {
        return Optional.ofNullable(specs.get(name));
    }

    /** The part of this form that a translation fills in; everything else remains a fact of the original. */
    FieldSet translatable(FieldSpec... slots) {
        FieldSet words = of(slots);
        List<String> facts = new ArrayList<>(names());
        facts.removeAll(words.names());
        return new FieldSet(words.specs(), facts, false);
    }

    /** The same with a name in each language. */
    FieldSet withNames() {
        return new FieldSet(specs, originalOnly, true);
    }

    /** The same with a field for each of these languages before the others. */
    public FieldSet withLanguages(List<Language> languages) {
        Map<String, FieldSpec> all = new LinkedHashMap<>();
        languages.forEach(language -> all.put(language.key(), languageField(language)));
        all.putAll(specs);
        return new FieldSet(all, originalOnly, false);
    }

    private static FieldSpec languageField(Language language) {
        Message about = new Message(language.name(), language.name());
        return FieldSpec.requiredField(language.key(), FieldType.ScalarType.PROSE, about, new Message("……", "…"));
    }
}
