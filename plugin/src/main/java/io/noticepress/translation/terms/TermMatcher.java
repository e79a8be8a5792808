package io.noticepress.translation.terms;

import io.noticepress.content.settings.AgreedTerm;
import io.noticepress.model.site.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the forms of all terms in texts of one language. Immutable; shared by all threads. */
final class TermMatcher {
    /** A form of a term in a text, from token {@code from} to before {@code to}. */
    record TermMatch(AgreedTerm term, int from, int to) {}

    private record TermForm(AgreedTerm term, List<String> tokens) {}

    private final Map<String, List<TermForm>> formsByFirstToken = new HashMap<>();

    /** A matcher for the accepted forms, or, if {@code forbidden}, for the wrong ones. */
    TermMatcher(List<AgreedTerm> terms, Language language, boolean forbidden) {
        for (AgreedTerm agreedTerm : terms) {
            for (String form : forbidden
                    ? agreedTerm.forbidden().getOrDefault(language.key(), List.of())
                    : agreedTerm.formsIn(language.key())) {
                List<String> tokens = TermTokens.of(form, language).tokens();
                if (!tokens.isEmpty()) {
                    formsByFirstToken
                            .computeIfAbsent(tokens.get(0), token -> new ArrayList<>())
                            .add(new TermForm(agreedTerm, List.copyOf(tokens)));
                }
            }
        }
        formsByFirstToken
                .values()
                .forEach(list ->
                        list.sort((a, b) -> b.tokens().size() - a.tokens().size()));
    }

    /** The terms a text uses. A term within a longer one does not count. */
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

    /** Every occurrence of every form. */
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

    private static boolean matchesAt(TermForm termForm, TermTokens text, int at) {
        int end = at + termForm.tokens().size();
        return end <= text.tokens().size() && text.tokens().subList(at, end).equals(termForm.tokens());
    }
}
