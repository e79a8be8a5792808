package io.noticepress.preview.site;

import io.noticepress.catalog.TranslationBacklog;
import io.noticepress.content.CrossCheck;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.pipeline.SiteContent;
import io.noticepress.plan.Page;
import io.noticepress.plan.Plan;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.translation.TranslationCheck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks a composition when there is time: what shows only when everything is known, and the texts of which nothing is known
 * yet. For one thread; what it found may be asked for by any.
 */
final class BackgroundChecker {
    /** So many texts are parsed in no time. */
    private static final int FEW_TEXTS = 20;

    private final Supplier<Optional<SiteSnapshot>> current;
    private final LiveProblems liveProblems;
    private final VersionCounter versions;
    private volatile Map<String, Page> translationPages = Map.of();
    private long checkedVersion;

    /** {@code now}: the composition there is at the moment. */
    BackgroundChecker(Supplier<Optional<SiteSnapshot>> current, LiveProblems liveProblems, VersionCounter versions) {
        this.current = current;
        this.liveProblems = liveProblems;
        this.versions = versions;
    }

    /** The pages that tell of the translations, by their files, as they were last known. */
    Map<String, Page> translationPages() {
        return translationPages;
    }

    /**
     * Checks everything, as long as nothing new comes in between.
     *
     * @return whether there was anything to do
     */
    boolean check() {
        long version = versions.version();
        Optional<SiteSnapshot> seen = current.get();
        if (version == checkedVersion || seen.isEmpty()) {
            return false;
        }
        List<BodySource> unknown = seen.get().content().texts().all().stream()
                .filter(text -> seen.get().texts().findings(text).isEmpty())
                .toList();
        if (unknown.size() > FEW_TEXTS) { // at the beginning: facts first
            checkSnapshot(seen.get());
        }
        for (BodySource text : unknown) {
            if (current.get() != seen) {
                return true;
            }
            try {
                seen.get().texts().findingsOrParse(text);
            } catch (RunFailed runFailed) {
                return true; // it changed a moment ago, which is told soon
            }
        }
        checkSnapshot(seen.get());
        checkedVersion = Math.max(version, current.get() == seen ? versions.version() : version);
        return true;
    }

    private void checkSnapshot(SiteSnapshot seen) {
        Problems problems = new Problems();
        Map<String, Page> told = new HashMap<>();
        try {
            CrossCheck check = seen.content().crossCheck(seen.texts(), problems);
            TranslationCheck translations = seen.content().translationCheck(seen.texts(), problems);
            check.checkFacts();
            check.checkTexts();
            translations.reportOutdated();
            TranslationBacklog translationBacklog =
                    new TranslationBacklog(seen.content().site().languages(), translations.outdatedPaths());
            new Plan(List.of())
                    .withTranslations(seen.catalog(), seen.renderDigest(), translationBacklog)
                    .pages()
                    .forEach(page -> told.put(page.address().file(), page));
        } catch (RunFailed runFailed) {
            problems.add(runFailed.problem());
        } catch (RuntimeException e) {
            problems.add(LiveProblems.internalError(e));
        }
        List<Problem> found = problems.sorted();
        if (!found.equals(liveProblems.textProblems()) || !told.equals(translationPages)) {
            liveProblems.textProblems(found);
            translationPages = told;
            versions.increment();
        }
    }

    /**
     * How the translations of the notice that a page is made from differ from their original.
     *
     * @param sources of the page: {@code notices/2030/kx-2030-6}
     */
    static List<Problem> compareTranslations(SiteSnapshot seen, String sources) {
        SiteContent all = seen.content();
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
