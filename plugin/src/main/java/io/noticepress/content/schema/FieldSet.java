package io.noticepress.content.schema;

import io.noticepress.model.site.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that a map may have, in the usual order.
 *
 * @param originalOnly fields that a translation may not have because only the original states them
 * @param namedByLanguage whether the map also has a name in each language of the site
 */
public record FieldSet(Map<String, FieldSpec> specs, List<String> originalOnly, boolean namedByLanguage) {
    /** No fields. */
    public static final FieldSet NONE = of();

    public FieldSet {
        specs = Collections.unmodifiableMap(new LinkedHashMap<>(specs));
        originalOnly = List.copyOf(originalOnly);
    }

    static FieldSet of(FieldSpec... fields) {
        return of(List.of(fields));
    }

    static FieldSet of(List<FieldSpec> fields) {
        Map<String, FieldSpec> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        return new FieldSet(byName, List.of(), false);
    }

    /** The names of the fields. */
    public List<String> names() {
        return List.copyOf(specs.keySet());
    }

    boolean has(String name) {
        return specs.containsKey(name);
    }

    /** The field of that name. */
    Optional<FieldSpec> spec(String name) {
        return Optional.ofNullable(specs.get(name));
    }

    /** The fields that a translation may have, given as {@code fields}; only the original may state the others. */
    FieldSet translatable(FieldSpec... fields) {
        FieldSet translated = of(fields);
        List<String> others = new ArrayList<>(names());
        others.removeAll(translated.names());
        return new FieldSet(translated.specs(), others, false);
    }

    /** The same fields, and a name in each language. */
    FieldSet withNames() {
        return new FieldSet(specs, originalOnly, true);
    }

    /** The same fields, after one for each of these languages. */
    public FieldSet withLanguages(List<Language> languages) {
        Map<String, FieldSpec> all = new LinkedHashMap<>();
        languages.forEach(language ->
                all.put(language.key(), FieldSpec.languageField(language, FieldType.ScalarType.PROSE, true)));
        all.putAll(specs);
        return new FieldSet(all, originalOnly, false);
    }
}
