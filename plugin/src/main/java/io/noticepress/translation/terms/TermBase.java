package io.noticepress.translation.terms;

import io.noticepress.content.settings.AgreedTerm;
import io.noticepress.model.site.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All terms of a site, ready to be looked for. Immutable; shared by all threads. */
public final class TermBase {
    private final List<AgreedTerm> terms;
    private final Map<String, TermMatcher> agreedForms = new HashMap<>();
    private final Map<String, TermMatcher> forbiddenForms = new HashMap<>();

    public TermBase(List<AgreedTerm> terms, List<Language> languages) {
        this.terms = List.copyOf(terms);
        for (Language language : languages) {
            agreedForms.put(language.key(), new TermMatcher(terms, language, false));
            forbiddenForms.put(language.key(), new TermMatcher(terms, language, true));
        }
    }

    /** Whether nothing was agreed. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /**
     * A term that is not said as agreed.
     *
     * @param start where it stands in the original
     * @param forbidden what stands in the translation instead, if that is a form that must not
     */
    public record TermViolation(AgreedTerm term, int start, int end, Optional<TextSpan> forbidden) {}

    /** Part of a text. */
    public record TextSpan(int start, int end) {}

    /**
     * The terms that a block of an original uses and its translation does not say as agreed; each once.
     *
     * @param said terms the translation said before; those it says here are added
     */
    public List<TermViolation> violations(
            String original, Language from, String translation, Language to, Set<AgreedTerm> said) {
        TermTokens there = TermTokens.of(original, from);
        TermTokens here = TermTokens.of(translation, to);
        List<TermMatcher.TermMatch> answers = agreedForms.get(to.key()).allMatches(here);
        Set<AgreedTerm> now = new HashSet<>();
        answers.forEach(answer -> now.add(answer.term()));
        said.addAll(now);
        List<TermViolation> breaches = new ArrayList<>();
        Set<AgreedTerm> seen = new HashSet<>();
        for (TermMatcher.TermMatch used : agreedForms.get(from.key()).longestMatches(there)) {
            AgreedTerm agreedTerm = used.term();
            if (agreedTerm.formsIn(to.key()).isEmpty() || !seen.add(agreedTerm)) {
                continue;
            }
            Optional<TextSpan> bad = findForbidden(agreedTerm, here, answers, to);
            if (bad.isPresent() || !isSaid(agreedTerm, now, said, here, to)) {
                breaches.add(new TermViolation(agreedTerm, there.start(used.from()), there.end(used.to() - 1), bad));
            }
        }
        return breaches;
    }

    private Optional<TextSpan> findForbidden(
            AgreedTerm agreedTerm, TermTokens here, List<TermMatcher.TermMatch> answers, Language to) {
        return forbiddenForms.get(to.key()).allMatches(here).stream()
                .filter(termMatch -> termMatch.term().equals(agreedTerm))
                .filter(termMatch -> answers.stream()
                        .noneMatch(right -> right.from() <= termMatch.from()
                                && right.to() >= termMatch.to()
                                && right.to() - right.from() > termMatch.to() - termMatch.from()))
                .map(termMatch -> new TextSpan(here.start(termMatch.from()), here.end(termMatch.to() - 1)))
                .findFirst();
    }

    private static boolean isSaid(
            AgreedTerm agreedTerm, Set<AgreedTerm> now, Set<AgreedTerm> before, TermTokens here, Language to) {
        return switch (agreedTerm.strictness()) {
            case SAME_BLOCK -> now.contains(agreedTerm);
            case SO_FAR -> before.contains(agreedTerm);
            case SO_FAR_ANY_ORDER -> before.contains(agreedTerm) || isSaidLoosely(agreedTerm, here, to);
        };
    }

    /** Whether most of the words of a name stand there in any order, or half of its characters. */
    private static boolean isSaidLoosely(AgreedTerm agreedTerm, TermTokens here, Language to) {
        Set<String> roots = here.prefixes();
        return agreedTerm.formsIn(to.key()).stream().anyMatch(form -> {
            List<String> words = TermTokens.of(form, to).tokens().stream()
                    .filter(word -> to.isChinese() || word.length() > 3)
                    .map(TermTokens::prefix)
                    .toList();
            long there = words.stream().filter(roots::contains).count();
            return there * 2 >= words.size();
        });
    }
}
