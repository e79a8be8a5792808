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
import io.noticepress.render.PageSources;
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
 * Renders the stale pages of a build and stages them. The pages of a notice are one job, so that no text is parsed twice and
 * each thread holds one page in memory; a job also parses the texts whose findings are unknown.
 */
final class RenderQueue {
    /** Stale pages that one thread renders, and the texts whose findings must be known afterwards. */
    private record RenderJob(List<Page> pages, List<BodySource> texts) {}

    private final SiteSnapshot site;
    private final OutputTree output;
    private final RunLog log;
    private final WorkerPool workers;
    private final Problems problems;
    private final Map<Location, Problem> templateErrors = new ConcurrentHashMap<>();

    RenderQueue(SiteSnapshot site, OutputTree output, RunLog log, WorkerPool workers, Problems problems) {
        this.site = site;
        this.output = output;
        this.log = log;
        this.workers = workers;
        this.problems = problems;
    }

    /** Renders the stale pages of a plan. Mistakes in texts and templates are collected in the problems. */
    void render(Plan plan) {
        List<Page> stale = stalePages(plan.pages(), output.staleReason(plan.pages()));
        ProgressLog progressLog = log.progress(stale.size());
        workers.forEach(jobs(stale), job -> {
            PageSources sources = site.texts().pageSources();
            for (BodySource text : job.texts()) {
                if (!site.texts().hasFindings(text)) {
                    sources.body(text.source()); // the pages of this job reuse it
                }
            }
            for (Page page : job.pages()) {
                render(page, sources);
                progressLog.step();
            }
        });
        problems.addAll(templateErrors.values());
    }

    /** Renders those of some pages that are stale; of texts they need no more than the index has. */
    void renderAdded(List<Page> pages, SearchIndex index) {
        List<Optional<StaleReason>> reasons =
                pages.stream().map(output::staleReason).toList();
        workers.forEach(
                stalePages(pages, reasons), page -> render(page, site.texts().pageSources(Optional.of(index))));
        problems.addAll(templateErrors.values());
    }

    /** The pages with a reason, which is logged; in the order of the plan, so that the log is always the same. */
    private List<Page> stalePages(List<Page> pages, List<Optional<StaleReason>> reasons) {
        List<Page> stale = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            reasons.get(i).ifPresent(why -> {
                log.explain(page.address(), why);
                stale.add(page);
            });
        }
        return stale;
    }

    private List<RenderJob> jobs(List<Page> stale) {
        SiteContent content = site.content();
        List<RenderJob> jobs = new ArrayList<>();
        Map<String, RenderJob> byNotice = new HashMap<>();
        for (NoticeFacts noticeFacts : content.facts()) {
            RenderJob job = new RenderJob(new ArrayList<>(0), noticeFacts.texts());
            noticeFacts.notice().ifPresent(notice -> byNotice.put(notice.slug(), job));
            jobs.add(job);
        }
        for (Page page : stale) {
            if (page instanceof Page.NoticePage noticePage) {
                byNotice.get(noticePage.notice().slug()).pages().add(page);
            } else if (page instanceof Page.ParallelPage parallelPage) {
                byNotice.get(parallelPage.notice().slug()).pages().add(page);
            } else {
                jobs.add(new RenderJob(List.of(page), List.of()));
            }
        }
        content.pages().stream()
                .flatMap(page -> page.versions().values().stream())
                .flatMap(version -> content.texts().find(version.source().path()).stream())
                .forEach(text -> jobs.add(new RenderJob(List.of(), List.of(text))));
        Iterator<Boolean> done = workers.mapAll(jobs, this::isDone).iterator();
        jobs.removeIf(job -> done.next());
        return jobs;
    }

    private boolean isDone(RenderJob job) {
        return job.pages().isEmpty() && job.texts().stream().allMatch(site.texts()::hasFindings);
    }

    private void render(Page page, PageSources sources) {
        try {
            output.stage(page, site.renderer().render(page, sources));
        } catch (RunFailed runFailed) {
            if (runFailed.problem().code() != ProblemCode.TEMPLATE_ERROR) {
                throw runFailed;
            }
            // A mistake in a template fails many pages: the first by address is reported, whichever thread is faster.
            templateErrors.merge(runFailed.problem().at(), runFailed.problem(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
    }
}
