package io.noticepress.pipeline;

import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.output.OutputTree;
import io.noticepress.output.StaleReason;
import io.noticepress.plan.Page;
import io.noticepress.plan.Plan;
import io.noticepress.problem.Location;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.render.PageRenderer;
import io.noticepress.report.ProgressLog;
import io.noticepress.report.RunLog;
import io.noticepress.search.SearchIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The work of a build: every stale page, those of one notice together so that no text is parsed twice, and every text of
 * which nothing is known.
 */
final class RenderQueue {
    /** Pages that are made in one go, and the texts that must be known when they are. */
    private record RenderJob(List<Page> pages, List<BodySource> texts) {}

    private final SiteContent content;
    private final OutputTree output;
    private final RunLog log;
    private final TextCache textCache;
    private final Problems problems;
    private final List<RenderJob> jobs = new ArrayList<>();
    private final Map<Location, Problem> templateErrors = new ConcurrentHashMap<>();
    private final int staleCount;

    RenderQueue(
            SiteContent content,
            Plan plan,
            OutputTree output,
            RunLog log,
            TextCache textCache,
            Problems problems,
            WorkerPool workerPool) {
        this.content = content;
        this.output = output;
        this.log = log;
        this.textCache = textCache;
        this.problems = problems;
        this.staleCount = collect(plan, workerPool);
    }

    private int collect(Plan plan, WorkerPool workerPool) {
        Map<String, RenderJob> byNotice = new HashMap<>();
        for (NoticeFacts noticeFacts : content.facts()) {
            RenderJob renderJob = new RenderJob(new ArrayList<>(0), noticeFacts.texts());
            noticeFacts.notice().ifPresent(notice -> byNotice.put(notice.slug(), renderJob));
            jobs.add(renderJob);
        }
        int count = 0;
        List<Optional<StaleReason>> reasons = output.staleReason(plan.pages());
        for (int i = 0; i < reasons.size(); i++) {
            Page page = plan.pages().get(i);
            Optional<StaleReason> why = reasons.get(i);
            if (why.isPresent()) {
                count++;
                log.explain(page.address(), why.get());
                if (page instanceof Page.NoticePage noticePage) {
                    byNotice.get(noticePage.notice().slug()).pages().add(page);
                } else if (page instanceof Page.ParallelPage parallelPage) {
                    byNotice.get(parallelPage.notice().slug()).pages().add(page);
                } else {
                    jobs.add(new RenderJob(List.of(page), List.of()));
                }
            }
        }
        content.pages()
                .forEach(page -> page.versions()
                        .values()
                        .forEach(textPageEdition -> jobs.add(
                                new RenderJob(List.of(), List.of(textCache.source(textPageEdition.source()))))));
        Iterator<Boolean> each = workerPool.mapAll(jobs, this::isDone).iterator();
        jobs.removeIf(renderJob -> each.next());
        return count;
    }

    private boolean isDone(RenderJob renderJob) {
        boolean done = renderJob.pages().isEmpty();
        for (int i = 0; done && i < renderJob.texts().size(); i++) {
            done = textCache.hasFindings(renderJob.texts().get(i));
        }
        return done;
    }

    /** Makes all pages. Problems of texts and templates are collected; pages stay invisible until the commit. */
    void run(WorkerPool workerPool, PageRenderer pageRenderer) {
        ProgressLog progressLog = log.progress(staleCount);
        workerPool.forEach(jobs, renderJob -> {
            CachedPageSources cachedPageSources = new CachedPageSources(content, textCache);
            renderJob.texts().forEach(cachedPageSources::parseIfUnknown);
            for (Page page : renderJob.pages()) {
                render(pageRenderer, page, cachedPageSources);
                progressLog.step();
            }
        });
        problems.addAll(templateErrors.values());
        jobs.clear();
    }

    /** Makes those of some pages that are stale, of which no text is part but what the index holds of it. */
    void run(WorkerPool workerPool, PageRenderer pageRenderer, List<Page> pages, SearchIndex index) {
        List<Page> stale = new ArrayList<>();
        for (Page page : pages) { // told in one order, before several threads set to work
            output.staleReason(page).ifPresent(why -> {
                log.explain(page.address(), why);
                stale.add(page);
            });
        }
        workerPool.forEach(
                stale,
                page -> render(pageRenderer, page, new CachedPageSources(content, textCache, Optional.of(index))));
        problems.addAll(templateErrors.values());
    }

    private void render(PageRenderer pageRenderer, Page page, CachedPageSources cachedPageSources) {
        try {
            output.stage(page, pageRenderer.render(page, cachedPageSources));
        } catch (RunFailed runFailed) {
            if (runFailed.problem().code() != ProblemCode.TEMPLATE_ERROR) {
                throw runFailed;
            }
            // One template, many pages: of each mistake the first page by address is named, whoever came upon it first.
            templateErrors.merge(runFailed.problem().at(), runFailed.problem(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
    }
}
