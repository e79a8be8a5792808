package io.noticepress.content;

import io.noticepress.model.Language;
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
 * @param facts fields that have no place here because another form, that of the original, states them
 * @param byLanguage whether it may also have a name in each language of the site
 */
record Form(Map<String, Slot> slots, List<String> facts, boolean byLanguage) {
    /** A form without fields. */
    static final Form NONE = of();

    Form {
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
        facts = List.copyOf(facts);
    }

    static Form of(Slot... slots) {
        Map<String, Slot> byName = new LinkedHashMap<>();
        for (Slot slot : slots) {
            byName.put(slot.name(), slot);
        }
        return new Form(byName, List.of(), false);
    }

    /** The names of its fields. */
    List<String> names() {
        return List.copyOf(slots.keySet());
    }

    boolean has(String name) {
        return slots.containsKey(name);
    }

    /** A field, if it has one of that name. */
    Optional<Slot> slot(String name) {
        return Optional.ofNullable(slots.get(name));
    }

    /** The part of this form that a translation fills in; everything else remains a fact of the original. */
    Form words(Slot... slots) {
        Form words = of(slots);
        List<String> facts = new ArrayList<>(names());
        facts.removeAll(words.names());
        return new Form(words.slots(), facts, false);
    }

    /** The same with a name in each language. */
    Form named() {
        return new Form(slots, facts, true);
    }

    /** The same with a field for each of these languages before the others. */
    Form in(List<Language> languages) {
        Map<String, Slot> all = new LinkedHashMap<>();
        languages.forEach(language -> all.put(language.key(), word(language)));
        all.putAll(slots);
        return new Form(all, facts, false);
    }

    private static Slot word(Language language) {
        Message about = new Message(language.name(), language.name());
        return Slot.due(language.key(), Shape.Plain.PROSE, about, new Message("……", "…"));
    }
}
