package io.noticepress.preview.site;

import io.noticepress.model.site.Site;
import io.noticepress.pipeline.SiteSnapshot;
import io.noticepress.pipeline.SiteSnapshotBuilder;
import io.noticepress.pipeline.WorkerPool;
import io.noticepress.plan.Page;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.render.PageSources;
import io.noticepress.report.ProblemWithExcerpt;
import io.noticepress.report.RunRequest;
import io.noticepress.search.SearchIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The site with its drafts as it would be published, held in memory: facts and plan always, pages once they are requested.
 * {@link #update} takes in changed files and reads no others. Nothing is written.
 *
 * <p>If a file becomes invalid, the last valid state of it stays. Safe for use by several threads.
 */
public final class LiveSite implements AutoCloseable {
    private final WorkerPool workerPool;
    private final SnapshotUpdater snapshotUpdater;
    private final LiveSearch liveSearch;
    private final LiveProblems liveProblems;
    private final VersionCounter versions = new VersionCounter();
    private final PageCache pageCache = new PageCache();
    private final BackgroundChecker backgroundChecker;

    private volatile Optional<LiveSnapshot> current = Optional.empty();

    public LiveSite(RunRequest request) {
        RunRequest runRequest = request.withDrafts();
        this.workerPool = new WorkerPool(runRequest.threads());
        SiteSnapshotBuilder snapshots = new SiteSnapshotBuilder(runRequest, workerPool);
        this.snapshotUpdater = new SnapshotUpdater(snapshots);
        this.liveSearch = new LiveSearch(workerPool);
        this.liveProblems = new LiveProblems(runRequest, snapshots.folder());
        this.backgroundChecker = new BackgroundChecker(() -> current, liveProblems, versions);
    }

    /** Reads what changed. Whatever fails becomes a problem, and the last valid state stays. */
    public synchronized void update(FileChanges fileChanges) {
        Problems problems = new Problems();
        try {
            Optional<LiveSnapshot> next =
                    snapshotUpdater.update(current, fileChanges, liveProblems.factProblems(), problems);
            if (next.isPresent() && next.get() == current.orElse(null)) {
                return;
            }
            current = next.isPresent() ? next : current;
        } catch (RunFailed runFailed) {
            problems.add(runFailed.problem());
        } catch (RuntimeException e) {
            problems.add(LiveProblems.internalError(e));
        }
        liveProblems.setFactProblems(problems.sorted());
        versions.increment();
    }

    /** A page by its file, {@code zh/index.html}, as it would be published; if it cannot be rendered, as it was last. */
    public Optional<RenderedPage> renderedPage(String file) {
        Optional<LiveSnapshot> snapshot = current;
        Optional<Page> page = findPage(snapshot, file);
        if (page.isEmpty()) { // the last valid page still links to the assets of its theme
            return file.startsWith("assets/") ? pageCache.lastGood(file) : Optional.empty();
        }
        return pageCache.find(page.get()).or(() -> render(snapshot.get().site(), page.get()));
    }

    /** Whether the site has this file, even if it cannot be rendered at the moment. */
    public boolean isPage(String file) {
        return findPage(current, file).isPresent();
    }

    private Optional<Page> findPage(Optional<LiveSnapshot> snapshot, String file) {
        return snapshot.map(found -> found.pages().get(file))
                .or(() ->
                        Optional.ofNullable(backgroundChecker.translationPages().get(file)))
                .or(() -> snapshot.flatMap(found -> findSearchPage(found, file)));
    }

    private Optional<RenderedPage> render(SiteSnapshot site, Page page) {
        String file = page.address().file();
        try {
            // Only requests for the search wait for an index that is being built.
            Optional<SearchIndex> index = LiveSearch.isSearchFile(file) ? liveSearch.index() : Optional.empty();
            PageSources sources = site.texts().pageSources(index);
            RenderedPage renderedPage = RenderedPage.of(site.renderer().render(page, sources));
            pageCache.put(page, renderedPage);
            liveProblems.setPageProblem(file, Optional.empty());
            return Optional.of(renderedPage);
        } catch (RunFailed runFailed) {
            if (runFailed.problem().code() == ProblemCode.TEMPLATE_ERROR) {
                liveProblems.setPageProblem(file, Optional.of(runFailed.problem()));
            }
        } catch (RuntimeException e) { // a text whose file is no longer the one of its last valid facts
            liveProblems.setPageProblem(file, Optional.of(LiveProblems.internalError(e)));
        }
        return pageCache.lastGood(file);
    }

    /** The files of all pages. */
    public Set<String> addresses() {
        Set<String> all = new HashSet<>(backgroundChecker.translationPages().keySet());
        current.ifPresent(found -> {
            all.addAll(found.pages().keySet());
            all.addAll(liveSearch.pages(found).keySet());
        });
        return all;
    }

    /** A page of the search; builds the index if it is one. */
    private Optional<Page> findSearchPage(LiveSnapshot snapshot, String file) {
        return LiveSearch.isSearchFile(file)
                ? Optional.ofNullable(liveSearch.pages(snapshot).get(file))
                : Optional.empty();
    }

    /** The file of a path as browsers request it, {@code /gw/zh/}: {@code zh/index.html}; empty if it is not below the base path. */
    public Optional<String> fileOf(String path) {
        return Optional.of(basePath())
                .filter(path::startsWith)
                .map(base -> path.substring(base.length()))
                .map(below -> below.isEmpty() || below.endsWith("/") ? below + "index.html" : below);
    }

    /** The path of the site on its host: {@code /gw/}. */
    public String basePath() {
        return site().map(Site::basePath).orElse("/");
    }

    /** The settings as they were last valid; empty until then. */
    public Optional<Site> site() {
        return current.map(found -> found.site().content().site());
    }

    /**
     * Waits for a version of the site or its problems later than {@code seen}, at most for some milliseconds.
     *
     * @return the present version
     */
    public long awaitChange(long seen, long millis) throws InterruptedException {
        return versions.await(seen, millis);
    }

    /**
     * Parses the texts whose findings are unknown and runs the checks that need all of them; gives up when something changes.
     * For one thread.
     *
     * @return whether there was anything to check
     */
    public boolean check() {
        return backgroundChecker.check();
    }

    /** Every problem of the site, by place. */
    public List<Problem> problems() {
        return liveProblems.all();
    }

    /** The problems to show on a page, with their lines: first those of the files it is made from, then errors, then warnings. */
    public List<ProblemWithExcerpt> problemsFor(String file) {
        return liveProblems.withExcerpts(
                file,
                current.map(found -> BackgroundChecker.compareTranslations(found.site(), file))
                        .orElse(List.of()));
    }

    /** Whether a problem is in one of the files that a page is made from. */
    public boolean concerns(String file, Problem problem) {
        return liveProblems.concerns(file, problem);
    }

    @Override
    public void close() {
        workerPool.close();
        liveSearch.close();
    }
}
