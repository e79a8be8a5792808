package io.noticepress.content.schema;

import io.noticepress.problem.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The type of a field's value. A test checks that the readers and the JSON Schemas accept the same values. */
public sealed interface FieldType {
    /** A single text. */
    enum ScalarType implements FieldType {
        /** One line of text. */
        LINE,
        /** Text of any length. */
        PROSE,
        /** A calendar date, {@code yyyy-MM-dd}. */
        DATE,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A whole number from 1 to {@link FieldSchemas#MAX_PAGE_SIZE}. */
        COUNT
    }

    /** The key of something. */
    enum KeyType implements FieldType {
        ISSUER,
        TOPIC,
        /** A code, or a name in any language. */
        KIND,
        /** The slug of a notice of this site. */
        NOTICE,
        LANGUAGE,
        THEME
    }

    /** One of a few words. {@code section} is that of {@code fields.yaml} where they are explained. */
    record ChoiceType(String section, List<String> names) implements FieldType {
        /** The words and their meanings, in their order. */
        public Map<String, Message> meanings() {
            Map<String, Message> meanings = new LinkedHashMap<>();
            names.forEach(name ->
                    meanings.put(name, FieldTexts.of(section + "." + name).description()));
            return meanings;
        }
    }

    /** Text that matches an expression, which must mean the same in Java and in JSON Schema (ECMA 262). */
    record PatternType(Pattern pattern) implements FieldType {
        static PatternType of(String expression) {
            return new PatternType(Pattern.compile(expression));
        }

        public boolean matches(String text) {
            return pattern.matcher(text).matches();
        }
    }

    /** A list; if {@code allowsSingle}, one item may be written without brackets. */
    record ListType(FieldType item, boolean allowsSingle) implements FieldType {}

    /** A group of fields. */
    record GroupType(FieldSet fields) implements FieldType {}

    /** One of two types. */
    record UnionType(FieldType first, FieldType second) implements FieldType {}

    /** A value for each language of the site: {@code {zh: …, en: …}}. */
    record LanguageMapType(FieldType value) implements FieldType {}

    /** A map whose keys the editor chooses. */
    record KeyedMapType(FieldSet entry) implements FieldType {}
}
