package io.noticepress.build;

import io.noticepress.content.BodySource;
import io.noticepress.content.NoticeFacts;
import io.noticepress.output.OutputTree;
import io.noticepress.output.StaleReason;
import io.noticepress.plan.Page;
import io.noticepress.plan.Plan;
import io.noticepress.problem.Location;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.search.SearchIndex;
import io.noticepress.theme.PageRenderer;
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
final class Jobs {
    /** Pages that are made in one go, and the texts that must be known when they are. */
    private record Job(List<Page> pages, List<BodySource> texts) {}

    private final Reading content;
    private final OutputTree tree;
    private final Telling telling;
    private final Texts texts;
    private final Problems problems;
    private final List<Job> jobs = new ArrayList<>();
    private final Map<Location, Problem> templateErrors = new ConcurrentHashMap<>();
    private final int stale;

    Jobs(
            Reading content,
            Plan plan,
            OutputTree tree,
            Telling telling,
            Texts texts,
            Problems problems,
            Workers workers) {
        this.content = content;
        this.tree = tree;
        this.telling = telling;
        this.texts = texts;
        this.problems = problems;
        this.stale = collect(plan, workers);
    }

    private int collect(Plan plan, Workers workers) {
        Map<String, Job> byNotice = new HashMap<>();
        for (NoticeFacts noticeFacts : content.facts()) {
            Job job = new Job(new ArrayList<>(0), noticeFacts.texts());
            noticeFacts.notice().ifPresent(notice -> byNotice.put(notice.slug(), job));
            jobs.add(job);
        }
        int count = 0;
        List<Optional<StaleReason>> reasons = tree.staleReason(plan.pages());
        for (int i = 0; i < reasons.size(); i++) {
            Page page = plan.pages().get(i);
            Optional<StaleReason> why = reasons.get(i);
            if (why.isPresent()) {
                count++;
                telling.explain(page.address(), why.get());
                if (page instanceof Page.NoticePage noticePage) {
                    byNotice.get(noticePage.notice().slug()).pages().add(page);
                } else if (page instanceof Page.ParallelPage parallelPage) {
                    byNotice.get(parallelPage.notice().slug()).pages().add(page);
                } else {
                    jobs.add(new Job(List.of(page), List.of()));
                }
            }
        }
        content.pages()
                .forEach(page -> page.versions()
                        .values()
                        .forEach(textPageEdition ->
                                jobs.add(new Job(List.of(), List.of(texts.source(textPageEdition.source()))))));
        Iterator<Boolean> each = workers.map(jobs, this::isDone).iterator();
        jobs.removeIf(job -> each.next());
        return count;
    }

    private boolean isDone(Job job) {
        boolean done = job.pages().isEmpty();
        for (int i = 0; done && i < job.texts().size(); i++) {
            done = texts.isKnown(job.texts().get(i));
        }
        return done;
    }

    /** Makes all pages. Problems of texts and templates are collected; pages stay invisible until the commit. */
    void run(Workers workers, PageRenderer pageRenderer) {
        Progress progress = telling.progress(stale);
        workers.each(jobs, job -> {
            Bench bench = new Bench(content, texts);
            job.texts().forEach(bench::know);
            for (Page page : job.pages()) {
                print(pageRenderer, page, bench);
                progress.step();
            }
        });
        problems.addAll(templateErrors.values());
        jobs.clear();
    }

    /** Makes those of some pages that are stale, of which no text is part but what the index holds of it. */
    void run(Workers workers, PageRenderer pageRenderer, List<Page> pages, SearchIndex index) {
        List<Page> stale = new ArrayList<>();
        for (Page page : pages) { // told in one order, before several threads set to work
            tree.staleReason(page).ifPresent(why -> {
                telling.explain(page.address(), why);
                stale.add(page);
            });
        }
        workers.each(stale, page -> print(pageRenderer, page, new Bench(content, texts, Optional.of(index))));
        problems.addAll(templateErrors.values());
    }

    private void print(PageRenderer pageRenderer, Page page, Bench bench) {
        try {
            tree.stage(page, pageRenderer.render(page, bench));
        } catch (RunFailed runFailed) {
            if (runFailed.problem().code() != ProblemCode.TEMPLATE_ERROR) {
                throw runFailed;
            }
            // One template, many pages: of each mistake the first page by address is named, whoever came upon it first.
            templateErrors.merge(runFailed.problem().at(), runFailed.problem(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
    }
}
