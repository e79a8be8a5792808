package io.noticepress.content;

import io.noticepress.problem.Message;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a value may look like. The readers take it so, the schemas say it so, and a test holds the two together. */
sealed interface Shape {
    /** What needs no words of its own. */
    enum Plain implements Shape {
        /** One line of text. */
        LINE,
        /** Text of any length. */
        PROSE,
        /** A day of the calendar, {@code yyyy-MM-dd}. */
        DAY,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A whole number from 1 to {@link Forms#LARGEST_PAGE}. */
        COUNT
    }

    /** Something that is named by its key. */
    enum Key implements Shape {
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
    record Word(Map<String, Message> meanings) implements Shape {
        /** The words, in their order. */
        List<String> words() {
            return List.copyOf(meanings.keySet());
        }
    }

    /** Text of a certain form; the expression means the same in Java and in JSON Schema (ECMA 262). */
    record Match(Pattern pattern) implements Shape {
        static Match of(String expression) {
            return new Match(Pattern.compile(expression));
        }

        boolean fits(String text) {
            return pattern.matcher(text).matches();
        }
    }

    /** A list; if {@code orOne}, a single item may stand for a list of one. */
    record Many(Shape item, boolean orOne) implements Shape {}

    /** A map of fields. */
    record Group(Form form) implements Shape {}

    /** One of two. */
    record Either(Shape one, Shape other) implements Shape {}

    /** The same in each language of the site: {@code {zh: …, en: …}}. */
    record ByLanguage(Shape each) implements Shape {}

    /** A map whose keys the editor chooses. */
    record Named(Form each) implements Shape {}
}
