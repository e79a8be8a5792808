package io.noticepress.preview.site;

import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.pipeline.SiteChecks;
import io.noticepress.pipeline.SiteSnapshot;
import io.noticepress.plan.Page;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks a snapshot when nothing else is to be done: parses the texts whose findings are unknown, then runs the checks that need
 * all of them. For one thread; its results may be read by any.
 */
final class BackgroundChecker {
    /** Up to this many texts are parsed before anything is reported: it takes a moment only. */
    private static final int FEW_TEXTS = 20;

    private final Supplier<Optional<LiveSnapshot>> current;
    private final LiveProblems liveProblems;
    private final VersionCounter versions;
    private volatile Map<String, Page> translationPages = Map.of();
    private long checkedVersion;

    /** Checks the snapshot that {@code current} supplies. */
    BackgroundChecker(Supplier<Optional<LiveSnapshot>> current, LiveProblems liveProblems, VersionCounter versions) {
        this.current = current;
        this.liveProblems = liveProblems;
        this.versions = versions;
    }

    /** The pages about the translations by their files, as of the last check. */
    Map<String, Page> translationPages() {
        return translationPages;
    }

    /**
     * Checks the current snapshot; gives up when a newer one appears.
     *
     * @return whether there was anything to check
     */
    boolean check() {
        long version = versions.version();
        Optional<LiveSnapshot> checked = current.get();
        if (version == checkedVersion || checked.isEmpty()) {
            return false;
        }
        SiteSnapshot site = checked.get().site();
        List<BodySource> unknown = site.content().texts().all().stream()
                .filter(text -> site.texts().findings(text).isEmpty())
                .toList();
        if (unknown.size() > FEW_TEXTS) { // at the start: report the mistakes in front matter first
            check(site);
        }
        for (BodySource text : unknown) {
            if (current.get() != checked) {
                return true;
            }
            try {
                site.texts().findingsOrParse(text);
            } catch (RunFailed runFailed) {
                return true; // the file has just changed, so the next snapshot is under way
            }
        }
        check(site);
        checkedVersion = Math.max(version, current.get() == checked ? versions.version() : version);
        return true;
    }

    private void check(SiteSnapshot site) {
        Problems problems = new Problems();
        Map<String, Page> pages = Map.of();
        try {
            SiteChecks checks = new SiteChecks(site.content(), site.texts(), problems);
            checks.checkFacts();
            checks.checkTexts();
            pages = LiveSnapshot.addedPages(plan -> site.planTranslations(plan, checks.translationBacklog()));
        } catch (RunFailed runFailed) {
            problems.add(runFailed.problem());
        } catch (RuntimeException e) {
            problems.add(LiveProblems.internalError(e));
        }
        List<Problem> found = problems.sorted();
        if (!found.equals(liveProblems.textProblems()) || !pages.equals(translationPages)) {
            liveProblems.setTextProblems(found);
            translationPages = pages;
            versions.increment();
        }
    }

    /** How the translations of the notice that a page shows differ from their original; nothing if it shows none. */
    static List<Problem> compareTranslations(SiteSnapshot site, String file) {
        Problems problems = new Problems();
        Optional<SourceUnit> unit = SourceUnit.ofPage(file);
        try {
            site.content().facts().stream()
                    .filter(notice -> unit.equals(Optional.of(SourceUnit.of(notice.files()))))
                    .findFirst()
                    .ifPresent(
                            notice -> SiteChecks.compareTranslations(site.content(), notice, site.texts(), problems));
        } catch (RunFailed runFailed) {
            return List.of(); // the file is being saved; the next snapshot has the result
        }
        return problems.sorted();
    }
}
