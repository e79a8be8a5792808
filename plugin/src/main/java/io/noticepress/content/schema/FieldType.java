package io.noticepress.content.schema;

import io.noticepress.problem.Message;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a value may look like. The readers take it so, the schemas say it so, and a test holds the two together. */
public sealed interface FieldType {
    /** What needs no words of its own. */
    enum ScalarType implements FieldType {
        /** One line of text. */
        LINE,
        /** Text of any length. */
        PROSE,
        /** A day of the calendar, {@code yyyy-MM-dd}. */
        DATE,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A whole number from 1 to {@link FieldSchemas#MAX_PAGE_SIZE}. */
        COUNT
    }

    /** Something that is named by its key. */
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

    /** One of a few words, each with what it means. */
    record ChoiceType(Map<String, Message> meanings) implements FieldType {
        /** The words, in their order. */
        public List<String> names() {
            return List.copyOf(meanings.keySet());
        }
    }

    /** Text of a certain form; the expression means the same in Java and in JSON Schema (ECMA 262). */
    record PatternType(Pattern pattern) implements FieldType {
        static PatternType of(String expression) {
            return new PatternType(Pattern.compile(expression));
        }

        public boolean matches(String text) {
            return pattern.matcher(text).matches();
        }
    }

    /** A list; if {@code orOne}, a single item may stand for a list of one. */
    record ListType(FieldType item, boolean allowsSingle) implements FieldType {}

    /** A map of fields. */
    record GroupType(FieldSet fields) implements FieldType {}

    /** One of two. */
    record UnionType(FieldType first, FieldType second) implements FieldType {}

    /** The same in each language of the site: {@code {zh: …, en: …}}. */
    record LanguageMapType(FieldType value) implements FieldType {}

    /** A map whose keys the editor chooses. */
    record KeyedMapType(FieldSet entry) implements FieldType {}
}
