package io.noticepress.build;

import io.noticepress.catalog.TranslationBacklog;
import io.noticepress.content.BodySource;
import io.noticepress.content.CrossCheck;
import io.noticepress.content.NoticeFacts;
import io.noticepress.content.TranslationCheck;
import io.noticepress.plan.Page;
import io.noticepress.plan.Plan;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks a composition when there is time: what shows only when everything is known, and the texts of which nothing is known
 * yet. For one thread; what it found may be asked for by any.
 */
final class Proofreader {
    /** So many texts are parsed in no time. */
    private static final int FEW = 20;

    private final Supplier<Optional<Composition>> now;
    private final Errata errata;
    private final News news;
    private volatile Map<String, Page> ofTranslations = Map.of();
    private long checked;

    /** {@code now}: the composition there is at the moment. */
    Proofreader(Supplier<Optional<Composition>> now, Errata errata, News news) {
        this.now = now;
        this.errata = errata;
        this.news = news;
    }

    /** The pages that tell of the translations, by their files, as they were last known. */
    Map<String, Page> ofTranslations() {
        return ofTranslations;
    }

    /**
     * Checks everything, as long as nothing new comes in between.
     *
     * @return whether there was anything to do
     */
    boolean check() {
        long version = news.version();
        Optional<Composition> seen = now.get();
        if (version == checked || seen.isEmpty()) {
            return false;
        }
        List<BodySource> unknown = seen.get().reading().texts().all().stream()
                .filter(text -> seen.get().texts().findings(text).isEmpty())
                .toList();
        if (unknown.size() > FEW) { // at the beginning: facts first
            find(seen.get());
        }
        for (BodySource text : unknown) {
            if (now.get() != seen) {
                return true;
            }
            try {
                seen.get().texts().known(text);
            } catch (RunFailed runFailed) {
                return true; // it changed a moment ago, which is told soon
            }
        }
        find(seen.get());
        checked = Math.max(version, now.get() == seen ? news.version() : version);
        return true;
    }

    private void find(Composition seen) {
        Problems problems = new Problems();
        Map<String, Page> told = new HashMap<>();
        try {
            CrossCheck check = seen.reading().check(seen.texts(), problems);
            TranslationCheck translations = seen.reading().translationCheck(seen.texts(), problems);
            check.checkFacts();
            check.checkTexts();
            translations.reportOutdated();
            TranslationBacklog translationBacklog =
                    new TranslationBacklog(seen.reading().site().languages(), translations.outdatedPaths());
            new Plan(List.of())
                    .withTranslations(seen.catalog(), seen.dress(), translationBacklog)
                    .pages()
                    .forEach(page -> told.put(page.address().file(), page));
        } catch (RunFailed runFailed) {
            problems.add(runFailed.problem());
        } catch (RuntimeException e) {
            problems.add(Errata.fault(e));
        }
        List<Problem> found = problems.sorted();
        if (!found.equals(errata.ofTexts()) || !told.equals(ofTranslations)) {
            errata.ofTexts(found);
            ofTranslations = told;
            news.tell();
        }
    }

    /**
     * How the translations of the notice that a page is made from differ from their original.
     *
     * @param sources of the page: {@code notices/2030/kx-2030-6}
     */
    static List<Problem> likeness(Composition seen, String sources) {
        Reading all = seen.reading();
        Problems problems = new Problems();
        List<NoticeFacts> one = all.facts().stream()
                .filter(noticeFacts -> sources.equals("notices/"
                        + noticeFacts.files().year() + "/" + noticeFacts.files().slug()))
                .toList();
        if (!one.isEmpty()) {
            TranslationCheck check = new TranslationCheck(
                    all.folder(),
                    all.site(),
                    one,
                    BodySource.indexByPath(one.get(0).texts()),
                    seen.texts()::findings,
                    true,
                    problems);
            try {
                check.compare(one.get(0), seen.texts()::read);
            } catch (RunFailed runFailed) {
                return List.of(); // it is being saved; the next composition will tell
            }
        }
        return problems.sorted();
    }
}
