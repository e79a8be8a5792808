package io.noticepress.preview.site;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.model.site.Site;
import io.noticepress.pipeline.CachedPageSources;
import io.noticepress.pipeline.WorkerPool;
import io.noticepress.plan.Page;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.report.ProblemWithExcerpt;
import io.noticepress.report.RunRequest;
import io.noticepress.search.SearchIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The site as it would be published now, drafts among it, held in memory: facts and plan always, pages when they are asked
 * for. A change on disk is read by {@link #update}; files it does not touch are not read again. Nothing is written.
 *
 * <p>What is broken leaves the last good state in place. Safe for use by several threads.
 */
public final class LiveSite implements AutoCloseable {
    private final WorkerPool workerPool;
    private final SiteSnapshotBuilder snapshotBuilder;
    private final LiveSearch liveSearch;
    private final LiveProblems liveProblems;
    private final VersionCounter versions = new VersionCounter();
    private final PageCache pageCache = new PageCache();
    private final BackgroundChecker backgroundChecker;

    private volatile Optional<SiteSnapshot> current = Optional.empty();

    public LiveSite(RunRequest asked) {
        RunRequest runRequest = asked.withDrafts();
        ContentFolder folder = ContentFolder.of(runRequest.content(), runRequest.displayPath(runRequest.content()));
        this.workerPool = new WorkerPool(runRequest.threads());
        this.snapshotBuilder = new SiteSnapshotBuilder(runRequest, folder, workerPool);
        this.liveSearch = new LiveSearch(workerPool);
        this.liveProblems = new LiveProblems(runRequest, folder);
        this.backgroundChecker = new BackgroundChecker(() -> current, liveProblems, versions);
    }

    /** Takes in what changed. Whatever goes wrong becomes a problem; the last good state stays. */
    public synchronized void update(FileChanges fileChanges) {
        Problems problems = new Problems();
        try {
            Optional<SiteSnapshot> next =
                    snapshotBuilder.build(current, fileChanges, liveProblems.factProblems(), problems);
            if (next.isPresent() && next.get() == current.orElse(null)) {
                return;
            }
            current = next.isPresent() ? next : current;
        } catch (RunFailed runFailed) {
            problems.add(runFailed.problem());
        } catch (RuntimeException e) {
            problems.add(LiveProblems.internalError(e));
        }
        liveProblems.factProblems(problems.sorted());
        versions.increment();
    }

    /** The file of an address below the base path, as it would be published; what is broken as it was last. */
    public Optional<RenderedPage> renderedPage(String file) {
        Optional<SiteSnapshot> seen = current;
        Optional<Page> page = findPage(seen, file);
        if (page.isEmpty()) { // what a last good page is dressed in stays with it
            return file.startsWith("assets/") ? pageCache.lastGood(file) : Optional.empty();
        }
        return pageCache.find(page.get()).or(() -> render(seen.get(), page.get()));
    }

    /** Whether there is a file at an address below the base path, even one that cannot be made at the moment. */
    public boolean isPage(String file) {
        return findPage(current, file).isPresent();
    }

    private Optional<Page> findPage(Optional<SiteSnapshot> seen, String file) {
        return seen.map(found -> found.pages().get(file))
                .or(() ->
                        Optional.ofNullable(backgroundChecker.translationPages().get(file)))
                .or(() -> seen.flatMap(found -> findSearchPage(found, file)));
    }

    private Optional<RenderedPage> render(SiteSnapshot seen, Page page) {
        String file = page.address().file();
        try {
            // An index in the making is waited for by those alone who look something up.
            Optional<SearchIndex> index = LiveSearch.isSearchFile(file) ? liveSearch.index() : Optional.empty();
            CachedPageSources cachedPageSources = new CachedPageSources(seen.content(), seen.texts(), index);
            RenderedPage renderedPage = RenderedPage.of(seen.renderer().render(page, cachedPageSources));
            pageCache.put(page, renderedPage);
            liveProblems.pageProblem(file, Optional.empty());
            return Optional.of(renderedPage);
        } catch (RunFailed runFailed) {
            if (runFailed.problem().code() == ProblemCode.TEMPLATE_ERROR) {
                liveProblems.pageProblem(file, Optional.of(runFailed.problem()));
            }
        } catch (RuntimeException e) { // a text of which only the last good facts are known
            liveProblems.pageProblem(file, Optional.of(LiveProblems.internalError(e)));
        }
        return pageCache.lastGood(file);
    }

    /** Every address there is, below the base path. */
    public Set<String> addresses() {
        Set<String> all = new HashSet<>(backgroundChecker.translationPages().keySet());
        current.ifPresent(found -> {
            all.addAll(found.pages().keySet());
            all.addAll(liveSearch.pages(found).keySet());
        });
        return all;
    }

    /** A page of the search; the index is made when somebody asks for one. */
    private Optional<Page> findSearchPage(SiteSnapshot found, String file) {
        return LiveSearch.isSearchFile(file)
                ? Optional.ofNullable(liveSearch.pages(found).get(file))
                : Optional.empty();
    }

    /** The settings, once they could be read. */
    public Optional<Site> site() {
        return current.map(found -> found.content().site());
    }

    /**
     * Waits until there is something new after a version, at most for some milliseconds.
     *
     * @return the version there is now
     */
    public long awaitChange(long seen, long millis) throws InterruptedException {
        return versions.await(seen, millis);
    }

    /**
     * Checks what shows only when everything is known, and parses the texts of which nothing is known yet, as long as nothing
     * new comes in between. For one thread.
     *
     * @return whether there was anything to do
     */
    public boolean check() {
        return backgroundChecker.check();
    }

    /** Every problem of the site, by place. */
    public List<Problem> problems() {
        return liveProblems.all();
    }

    /** Problems with their lines, the first hundred: those of the files an address is made from first, then the errors. */
    public List<ProblemWithExcerpt> problemsFor(String file) {
        return liveProblems.withExcerpts(
                file,
                current.map(found -> BackgroundChecker.compareTranslations(found, LiveProblems.sourcePath(file)))
                        .orElse(List.of()));
    }

    /** Whether a problem is one of the files an address is made from. */
    public boolean concerns(String file, Problem problem) {
        return liveProblems.concerns(file, problem);
    }

    @Override
    public void close() {
        workerPool.close();
        liveSearch.close();
    }
}
