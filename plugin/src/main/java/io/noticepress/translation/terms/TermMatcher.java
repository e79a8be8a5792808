package io.noticepress.translation.terms;

import io.noticepress.content.settings.AgreedTerm;
import io.noticepress.model.site.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms of all terms in one language, ready to be found. Immutable; shared by all threads. */
final class TermMatcher {
    /** Where a form of a term stands in a text, by units. */
    record TermMatch(AgreedTerm term, int from, int to) {}

    private record TermForm(AgreedTerm term, List<String> tokens) {}

    private final Map<String, List<TermForm>> formsByFirstToken = new HashMap<>();

    /** The forms that are agreed or, if {@code wrong}, those that are not to be used. */
    TermMatcher(List<AgreedTerm> terms, Language language, boolean wrong) {
        for (AgreedTerm agreedTerm : terms) {
            for (String form : wrong
                    ? agreedTerm.forbidden().getOrDefault(language.key(), List.of())
                    : agreedTerm.formsIn(language.key())) {
                List<String> units = TermTokens.of(form, language).tokens();
                if (!units.isEmpty()) {
                    formsByFirstToken
                            .computeIfAbsent(units.get(0), unit -> new ArrayList<>())
                            .add(new TermForm(agreedTerm, List.copyOf(units)));
                }
            }
        }
        formsByFirstToken
                .values()
                .forEach(list ->
                        list.sort((a, b) -> b.tokens().size() - a.tokens().size()));
    }

    /** The terms a text uses, longest first: one within a longer one does not count. */
    List<TermMatch> longestMatches(TermTokens text) {
        List<TermMatch> found = new ArrayList<>();
        for (int i = 0; i < text.tokens().size(); ) {
            int next = i + 1;
            int longest = 0;
            for (TermForm termForm :
                    formsByFirstToken.getOrDefault(text.tokens().get(i), List.of())) {
                if (termForm.tokens().size() >= longest && matchesAt(termForm, text, i)) {
                    longest = termForm.tokens().size();
                    next = i + longest;
                    found.add(new TermMatch(termForm.term(), i, next));
                }
            }
            i = next;
        }
        return found;
    }

    /** Every place of every form. */
    List<TermMatch> allMatches(TermTokens text) {
        List<TermMatch> found = new ArrayList<>();
        for (int i = 0; i < text.tokens().size(); i++) {
            for (TermForm termForm :
                    formsByFirstToken.getOrDefault(text.tokens().get(i), List.of())) {
                if (matchesAt(termForm, text, i)) {
                    found.add(new TermMatch(
                            termForm.term(), i, i + termForm.tokens().size()));
                }
            }
        }
        return found;
    }

    /** The terms of which some form stands in a text. */
    Set<AgreedTerm> terms(TermTokens text) {
        Set<AgreedTerm> terms = new HashSet<>();
        allMatches(text).forEach(each -> terms.add(each.term()));
        return terms;
    }

    private static boolean matchesAt(TermForm termForm, TermTokens text, int at) {
        int end = at + termForm.tokens().size();
        return end <= text.tokens().size() && text.tokens().subList(at, end).equals(termForm.tokens());
    }
}
