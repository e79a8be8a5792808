package io.noticepress.wording;

import io.noticepress.model.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms of all terms in one language, ready to be found. Immutable; shared by all threads. */
final class Lexicon {
    /** Where a form of a term stands in a text, by units. */
    record Found(Term term, int from, int to) {}

    private record Form(Term term, List<String> units) {}

    private final Map<String, List<Form>> forms = new HashMap<>();

    /** The forms that are agreed or, if {@code wrong}, those that are not to be used. */
    Lexicon(List<Term> terms, Language language, boolean wrong) {
        for (Term term : terms) {
            for (String form : wrong ? term.not().getOrDefault(language.key(), List.of()) : term.in(language.key())) {
                List<String> units = Units.of(form, language).all();
                if (!units.isEmpty()) {
                    forms.computeIfAbsent(units.get(0), unit -> new ArrayList<>())
                            .add(new Form(term, List.copyOf(units)));
                }
            }
        }
        forms.values()
                .forEach(
                        list -> list.sort((a, b) -> b.units().size() - a.units().size()));
    }

    /** The terms a text uses, longest first: one within a longer one does not count. */
    List<Found> longest(Units text) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < text.all().size(); ) {
            int next = i + 1;
            int longest = 0;
            for (Form form : forms.getOrDefault(text.all().get(i), List.of())) {
                if (form.units().size() >= longest && stands(form, text, i)) {
                    longest = form.units().size();
                    next = i + longest;
                    found.add(new Found(form.term(), i, next));
                }
            }
            i = next;
        }
        return found;
    }

    /** Every place of every form. */
    List<Found> all(Units text) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < text.all().size(); i++) {
            for (Form form : forms.getOrDefault(text.all().get(i), List.of())) {
                if (stands(form, text, i)) {
                    found.add(new Found(form.term(), i, i + form.units().size()));
                }
            }
        }
        return found;
    }

    /** The terms of which some form stands in a text. */
    Set<Term> terms(Units text) {
        Set<Term> terms = new HashSet<>();
        all(text).forEach(each -> terms.add(each.term()));
        return terms;
    }

    private static boolean stands(Form form, Units text, int at) {
        int end = at + form.units().size();
        return end <= text.all().size() && text.all().subList(at, end).equals(form.units());
    }
}
