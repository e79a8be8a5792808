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

/** All agreed terms of a site, indexed for search. Immutable; shared by all threads. */
public final class TermBase {
    private final List<AgreedTerm> terms;
    private final Map<String, TermMatcher> agreedForms = new HashMap<>();
    private final Map<String, TermMatcher> forbiddenForms = new HashMap<>();

    /** Indexes terms for texts in these languages. */
    public TermBase(List<AgreedTerm> terms, List<Language> languages) {
        this.terms = List.copyOf(terms);
        for (Language language : languages) {
            agreedForms.put(language.key(), new TermMatcher(terms, language, false));
            forbiddenForms.put(language.key(), new TermMatcher(terms, language, true));
        }
    }

    /** Whether there are no terms. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /**
     * A term that a translation does not use as agreed.
     *
     * @param start where it begins in the original
     * @param end where it ends in the original
     * @param forbidden the wrong form that the translation uses instead, if it does
     */
    public record TermViolation(AgreedTerm term, int start, int end, Optional<TextSpan> forbidden) {}

    /** Part of a text. */
    public record TextSpan(int start, int end) {}

    /**
     * The terms that a block of an original uses and its translation does not; each once.
     *
     * @param used the terms that the translation used so far; those of this block are added
     */
    public List<TermViolation> violations(
            String original, Language from, String translation, Language to, Set<AgreedTerm> used) {
        TermTokens originalTokens = TermTokens.of(original, from);
        TermTokens translationTokens = TermTokens.of(translation, to);
        List<TermMatcher.TermMatch> agreed = agreedForms.get(to.key()).allMatches(translationTokens);
        Set<AgreedTerm> inBlock = new HashSet<>();
        agreed.forEach(match -> inBlock.add(match.term()));
        used.addAll(inBlock);
        List<TermViolation> violations = new ArrayList<>();
        Set<AgreedTerm> seen = new HashSet<>();
        for (TermMatcher.TermMatch match : agreedForms.get(from.key()).longestMatches(originalTokens)) {
            AgreedTerm agreedTerm = match.term();
            if (agreedTerm.formsIn(to.key()).isEmpty() || !seen.add(agreedTerm)) {
                continue;
            }
            Optional<TextSpan> forbidden = findForbidden(agreedTerm, translationTokens, agreed, to);
            if (forbidden.isPresent() || !isUsed(agreedTerm, inBlock, used, translationTokens, to)) {
                violations.add(new TermViolation(
                        agreedTerm, originalTokens.start(match.from()), originalTokens.end(match.to() - 1), forbidden));
            }
        }
        return violations;
    }

    private Optional<TextSpan> findForbidden(
            AgreedTerm agreedTerm, TermTokens text, List<TermMatcher.TermMatch> agreed, Language to) {
        return forbiddenForms.get(to.key()).allMatches(text).stream()
                .filter(termMatch -> termMatch.term().equals(agreedTerm))
                .filter(termMatch -> agreed.stream()
                        .noneMatch(right -> right.from() <= termMatch.from()
                                && right.to() >= termMatch.to()
                                && right.to() - right.from() > termMatch.to() - termMatch.from()))
                .map(termMatch -> new TextSpan(text.start(termMatch.from()), text.end(termMatch.to() - 1)))
                .findFirst();
    }

    private static boolean isUsed(
            AgreedTerm agreedTerm, Set<AgreedTerm> inBlock, Set<AgreedTerm> soFar, TermTokens text, Language to) {
        return switch (agreedTerm.strictness()) {
            case SAME_BLOCK -> inBlock.contains(agreedTerm);
            case SO_FAR -> soFar.contains(agreedTerm);
            case SO_FAR_ANY_ORDER -> soFar.contains(agreedTerm) || isUsedLoosely(agreedTerm, text, to);
        };
    }

    /** Whether a text has at least half of the words of a name, or of its Chinese characters, in any order. */
    private static boolean isUsedLoosely(AgreedTerm agreedTerm, TermTokens text, Language to) {
        Set<String> prefixes = text.prefixes();
        return agreedTerm.formsIn(to.key()).stream().anyMatch(form -> {
            List<String> words = TermTokens.of(form, to).tokens().stream()
                    .filter(word -> to.isChinese() || word.length() > 3)
                    .map(TermTokens::prefix)
                    .toList();
            long found = words.stream().filter(prefixes::contains).count();
            return found * 2 >= words.size();
        });
    }
}
