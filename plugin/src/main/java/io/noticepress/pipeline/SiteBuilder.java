package io.noticepress.pipeline;

import io.noticepress.model.site.Site;
import io.noticepress.output.FileCounts;
import io.noticepress.output.OutputTree;
import io.noticepress.plan.Plan;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.render.Theme;
import io.noticepress.report.RunConsole;
import io.noticepress.report.RunLog;
import io.noticepress.report.RunReport;
import io.noticepress.report.RunRequest;
import io.noticepress.report.TranslationReport;
import io.noticepress.search.SearchIndex;
import io.noticepress.store.FileOps;
import io.noticepress.store.UnchangedDirs;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One run of a goal: builds the site, validates the content, reports the translations, or imports a document. */
public final class SiteBuilder {
    private static final FileCounts NO_FILES = new FileCounts(0, 0, 0, 0);

    private final RunRequest runRequest;
    private final FileOps fileOps;
    private final RunLog log;
    private final Problems problems = new Problems();
    private final WorkerPool workers;
    private final SiteSnapshotBuilder snapshots;
    private final GeneratorVersion generator;

    /** The report so far, without problems: first of the content, then of the site that was written. */
    private RunReport report = RunReport.EMPTY;

    public SiteBuilder(RunRequest runRequest, RunConsole runConsole) {
        this(runRequest, runConsole, new FileOps());
    }

    /** For tests: the same with another clock of the file system. */
    public SiteBuilder(RunRequest runRequest, RunConsole runConsole, FileOps fileOps) {
        this.runRequest = runRequest;
        this.fileOps = fileOps;
        this.log = new RunLog(runRequest, runConsole);
        this.workers = new WorkerPool(runRequest.threads());
        this.snapshots = new SiteSnapshotBuilder(runRequest, workers);
        this.generator = snapshots.generatorVersion();
    }

    /** Brings the site on disk up to date with the content; if there is an error, the site stays as it was. */
    public RunReport build() {
        return run(log::buildSummary, this::buildSite);
    }

    private void buildSite() {
        UpToDateCheck upToDate = UpToDateCheck.open(runRequest, generator, fileOps, workers);
        Optional<RunReport> previous = upToDate.previousReport(log, problems);
        if (previous.isPresent()) {
            report = previous.get();
            return;
        }
        try (DiskFactsCache facts = DiskFactsCache.open(runRequest, generator, upToDate)) {
            Optional<SiteContent> read = readContent(facts::forSettings);
            Optional<Theme> theme = attempt(() -> snapshots.readTheme(read.map(SiteContent::site), problems));
            if (read.isEmpty()) {
                return;
            }
            SiteContent content = read.get();
            try (OutputTree output = openOutput(upToDate.unchangedDirs())) {
                output.lossReason().or(facts::lossReason).ifPresent(log::sayCacheLost);
                boolean factsSaved = facts.save(content);
                TextCache texts = TextCache.ofOutput(content, output);
                SiteChecks checks = new SiteChecks(content, texts, problems);
                checks.checkFacts();
                if (theme.isEmpty() || problems.isFailure(false)) {
                    checks.checkTexts(workers); // every mistake in one report
                    return;
                }
                SiteSnapshot site = snapshots.build(content, texts, theme.get());
                Plan plan = site.plan();
                workers.forEach(output.touchedFiles(), output::verify);
                output.checkForeignFiles(plan.pages());
                RenderQueue queue = new RenderQueue(site, output, log, workers, problems);
                queue.render(plan);
                checks.checkTexts(workers);
                if (problems.isFailure(runRequest.strict())) {
                    return;
                }
                try (SearchIndex index = indexTexts(site)) {
                    Plan translations = site.planTranslations(plan, checks.translationBacklog());
                    Plan complete = site.planSearch(translations, index.files());
                    queue.renderAdded(complete.addedSince(plan), index);
                    if (!problems.isFailure(runRequest.strict())) {
                        report = content.report(output.commit(complete.pages()));
                        saveState(upToDate, content.site(), output, factsSaved);
                    }
                }
            }
        }
    }

    private OutputTree openOutput(UnchangedDirs unchangedDirs) {
        return OutputTree.open(
                runRequest.output(),
                runRequest.work(),
                generator.digestOfJar(),
                runRequest.protectedDirs(),
                unchangedDirs,
                problems);
    }

    private SearchIndex indexTexts(SiteSnapshot site) {
        return SearchIndex.of(
                site.catalog(), generator.digestOfJar(), site.texts(), workers::forEach, runRequest.work());
    }

    /** Lets the next build be skipped if nothing changes; not if another run replaced the cached facts meanwhile. */
    private void saveState(UpToDateCheck upToDate, Site site, OutputTree output, boolean factsSaved) {
        if (factsSaved) {
            upToDate.saveState(workers, output, site.messages(), report, problems);
        } else {
            upToDate.deleteState();
        }
    }

    /** Checks everything and reports every problem; writes nothing but the report. */
    public RunReport validate() {
        return run(
                log::validationSummary,
                () -> checkContent((content, checks) ->
                        attempt(() -> snapshots.readTheme(Optional.of(content.site()), problems))));
    }

    /** Checks everything and reports the state of each translation; before that, applies an update of the basis. */
    public RunReport translations(Optional<BasisUpdate> basisUpdate) {
        return run(log::validationSummary, () -> {
            basisUpdate.ifPresent(update -> update.apply(snapshots, log, problems));
            checkContent((content, checks) -> log.writeTranslationReport(new TranslationReport(
                    content.folder(), content.site().languages(), checks.translationStatuses(), problems.sorted())));
        });
    }

    private void checkContent(BiConsumer<SiteContent, SiteChecks> then) {
        readContent(site -> FactsCache.NONE).ifPresent(content -> {
            SiteChecks checks = new SiteChecks(content, TextCache.forChecks(content), problems);
            checks.checkFacts();
            checks.compareTranslations(workers);
            checks.checkTexts(workers);
            then.accept(content, checks);
        });
    }

    /** Makes a draft notice of a document; writes nothing but its files, its account and the report. */
    public RunReport importDocument(ImportRequest importRequest) {
        return run(log::importSummary, () -> {
            Problems found = new Problems(); // other notices may have mistakes, only the settings must be usable
            Optional<SiteContent> read = snapshots.readContent(log, found);
            read.ifPresentOrElse(
                    content -> {
                        log.say(new ImportRun(runRequest, importRequest, content).run());
                        report = content.report(NO_FILES);
                    },
                    () -> problems.addAll(found.sorted()));
        });
    }

    private Optional<SiteContent> readContent(Function<Site, FactsCache> cacheFor) {
        Optional<SiteContent> read = snapshots.readContent(cacheFor, log, problems);
        read.ifPresent(content -> report = content.report(NO_FILES));
        return read;
    }

    /** The result of a step; empty if it ends in {@link RunFailed}, whose problem is added to the others. */
    private <T> Optional<T> attempt(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (RunFailed runFailed) {
            problems.add(runFailed.problem());
            return Optional.empty();
        }
    }

    private RunReport run(Function<RunReport, String> summary, Runnable stages) {
        long start = System.nanoTime();
        try (workers) {
            stages.run();
        } catch (RunFailed runFailed) {
            problems.add(runFailed.problem());
            report = RunReport.EMPTY;
        }
        RunReport complete = report.withProblems(
                problems.sorted(),
                problems.isFailure(runRequest.strict()),
                log.messageLanguage(),
                (System.nanoTime() - start) / 1_000_000);
        log.writeReport(complete);
        return complete.withSummary(summary.apply(complete));
    }
}
