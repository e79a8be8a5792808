package io.noticepress.wording;

import io.noticepress.model.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All terms of a site, ready to be looked for. Immutable; shared by all threads. */
public final class Vocabulary {
    private final List<Term> terms;
    private final Map<String, Lexicon> right = new HashMap<>();
    private final Map<String, Lexicon> wrong = new HashMap<>();

    public Vocabulary(List<Term> terms, List<Language> languages) {
        this.terms = List.copyOf(terms);
        for (Language language : languages) {
            right.put(language.key(), new Lexicon(terms, language, false));
            wrong.put(language.key(), new Lexicon(terms, language, true));
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
     * @param wrong what stands in the translation instead, if that is a form that must not
     */
    public record Breach(Term term, int start, int end, Optional<Span> wrong) {}

    /** Part of a text. */
    public record Span(int start, int end) {}

    /**
     * The terms that a block of an original uses and its translation does not say as agreed; each once.
     *
     * @param said terms the translation said before; those it says here are added
     */
    public List<Breach> breaches(String original, Language from, String translation, Language to, Set<Term> said) {
        Units there = Units.of(original, from);
        Units here = Units.of(translation, to);
        List<Lexicon.Found> answers = right.get(to.key()).all(here);
        Set<Term> now = new HashSet<>();
        answers.forEach(answer -> now.add(answer.term()));
        said.addAll(now);
        List<Breach> breaches = new ArrayList<>();
        Set<Term> seen = new HashSet<>();
        for (Lexicon.Found used : right.get(from.key()).longest(there)) {
            Term term = used.term();
            if (term.in(to.key()).isEmpty() || !seen.add(term)) {
                continue;
            }
            Optional<Span> bad = wrong(term, here, answers, to);
            if (bad.isPresent() || !isSaid(term, now, said, here, to)) {
                breaches.add(new Breach(term, there.start(used.from()), there.end(used.to() - 1), bad));
            }
        }
        return breaches;
    }

    private Optional<Span> wrong(Term term, Units here, List<Lexicon.Found> answers, Language to) {
        return wrong.get(to.key()).all(here).stream()
                .filter(found -> found.term().equals(term))
                .filter(found -> answers.stream()
                        .noneMatch(right -> right.from() <= found.from()
                                && right.to() >= found.to()
                                && right.to() - right.from() > found.to() - found.from()))
                .map(found -> new Span(here.start(found.from()), here.end(found.to() - 1)))
                .findFirst();
    }

    private static boolean isSaid(Term term, Set<Term> now, Set<Term> before, Units here, Language to) {
        return switch (term.rule()) {
            case HERE -> now.contains(term);
            case BEFORE -> before.contains(term);
            case LOOSELY -> before.contains(term) || isSaidLoosely(term, here, to);
        };
    }

    /** Whether most of the words of a name stand there in any order, or half of its characters. */
    private static boolean isSaidLoosely(Term term, Units here, Language to) {
        Set<String> roots = here.roots();
        return term.in(to.key()).stream().anyMatch(form -> {
            List<String> words = Units.of(form, to).all().stream()
                    .filter(word -> to.isChinese() || word.length() > 3)
                    .map(Units::root)
                    .toList();
            long there = words.stream().filter(roots::contains).count();
            return there * 2 >= words.size();
        });
    }
}
