package io.noticepress.pipeline;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.TranslationBacklog;
import io.noticepress.content.CrossCheck;
import io.noticepress.markdown.Markdown;
import io.noticepress.model.values.Digest;
import io.noticepress.output.FileCounts;
import io.noticepress.output.OutputTree;
import io.noticepress.plan.Plan;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.render.PageRenderer;
import io.noticepress.render.Theme;
import io.noticepress.report.RunConsole;
import io.noticepress.report.RunLog;
import io.noticepress.report.RunReport;
import io.noticepress.report.RunRequest;
import io.noticepress.report.TranslationReport;
import io.noticepress.search.SearchIndex;
import io.noticepress.store.UnchangedDirs;
import io.noticepress.translation.TranslationCheck;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One run: validates the content, or brings the site on disk level with it. */
public final class SiteBuilder {
    private static final FileCounts NO_FILES = new FileCounts(0, 0, 0, 0);

    private final RunRequest runRequest;
    private final RunLog log;
    private final Problems problems = new Problems();
    private final GeneratorVersion generatorVersion = GeneratorVersion.read();

    public SiteBuilder(RunRequest runRequest, RunConsole runConsole) {
        this.runRequest = runRequest;
        this.log = new RunLog(runRequest, runConsole);
    }

    /** Reads everything and reports every problem; writes nothing but the report. */
    public RunReport validate() {
        return run(log::validationSummary, () -> {
            try (WorkerPool workerPool = new WorkerPool(runRequest.threads())) {
                return checkContent(workerPool, (content, check) -> attempt(() -> readTheme(Optional.of(content))));
            }
        });
    }

    /**
     * Reads everything and tells how each translation stands to its original; before that, notes the basis of a notice's
     * translations if that is asked for.
     */
    public RunReport translations(Optional<BasisUpdate> recording) {
        return run(log::validationSummary, () -> {
            try (WorkerPool workerPool = new WorkerPool(runRequest.threads())) {
                recording.ifPresent(asked -> asked.apply(runRequest, workerPool, log, problems));
                return checkContent(workerPool, (content, check) -> {
                    TranslationReport translationReport = new TranslationReport(
                            content.folder(), content.site().languages(), check.statuses(), problems.sorted());
                    log.writeTranslationReport(translationReport);
                });
            }
        });
    }

    /** Reads and checks everything that can be checked without a site. */
    private Optional<RunReport> checkContent(WorkerPool workerPool, BiConsumer<SiteContent, TranslationCheck> then) {
        Optional<SiteContent> reading =
                SiteContent.read(runRequest, site -> FactsCache.NONE, log, problems, workerPool);
        reading.ifPresent(content -> {
            TextCache textCache = new TextCache(content, new Markdown()::analyze, FindingsCache.inMemory());
            CrossCheck check = content.crossCheck(textCache, problems);
            TranslationCheck translations = content.translationCheck(textCache, problems);
            check.checkFacts();
            workerPool.forEach(content.facts(), noticeFacts -> translations.compare(noticeFacts, textCache::read));
            check.checkTexts(workerPool::forEach);
            translations.reportOutdated();
            then.accept(content, translations);
        });
        return reading.map(content -> content.report(NO_FILES));
    }

    /** Brings the site on disk level with the content. */
    public RunReport build() {
        return run(log::buildSummary, () -> {
            try (WorkerPool workerPool = new WorkerPool(runRequest.threads())) {
                UpToDateCheck upToDateCheck = UpToDateCheck.open(runRequest, generatorVersion, workerPool);
                Optional<RunReport> unchanged = upToDateCheck.previousReport(log, problems);
                if (unchanged.isPresent()) {
                    return unchanged;
                }
                try (DiskFactsCache diskFactsCache = DiskFactsCache.open(runRequest, generatorVersion, upToDateCheck)) {
                    return build(workerPool, upToDateCheck, diskFactsCache);
                }
            }
        });
    }

    private Optional<RunReport> build(
            WorkerPool workerPool, UpToDateCheck upToDateCheck, DiskFactsCache diskFactsCache) {
        Optional<SiteContent> reading =
                SiteContent.read(runRequest, diskFactsCache::forSettings, log, problems, workerPool);
        Optional<Theme> theme = attempt(() -> readTheme(reading));
        if (reading.isEmpty()) {
            return Optional.empty();
        }
        SiteContent content = reading.get();
        try (OutputTree tree = openOutput(upToDateCheck.unchangedDirs())) {
            tree.lossReason().or(diskFactsCache::lossReason).ifPresent(log::sayCacheLost);
            boolean level = diskFactsCache.save(content);
            TextCache textCache = new TextCache(content, new Markdown()::parse, FindingsCache.ofOutput(tree));
            CrossCheck check = content.crossCheck(textCache, problems);
            TranslationCheck translations = content.translationCheck(textCache, problems);
            check.checkFacts();
            if (theme.isEmpty() || problems.isFailure(false)) {
                check.checkTexts(workerPool::forEach); // every mistake in one report
                translations.reportOutdated();
                return Optional.of(content.report(NO_FILES));
            }
            Catalog catalog = content.catalog();
            Digest press = Digest.of(
                    List.of(generatorVersion.digestOfJar(), theme.get().digest()));
            Plan plan = Plan.of(catalog, press, theme.get().assetPages(), PageRenderer.SCHEMA_NAMES);
            workerPool.forEach(tree.touchedFiles(), tree::verify);
            tree.checkForeignFiles(plan.pages());
            RenderQueue renderQueue = new RenderQueue(content, plan, tree, log, textCache, problems, workerPool);
            PageRenderer printer = new PageRenderer(theme.get(), catalog, generatorVersion.name());
            renderQueue.run(workerPool, printer);
            check.checkTexts(workerPool::forEach);
            translations.reportOutdated();
            if (problems.isFailure(runRequest.strict())) {
                return Optional.of(content.report(NO_FILES));
            }
            try (SearchIndex index = SearchIndex.of(
                    catalog,
                    generatorVersion.digestOfJar(),
                    textCache.textProvider(),
                    workerPool::forEach,
                    runRequest.work())) {
                Plan whole = plan.withTranslations(
                                catalog,
                                press,
                                new TranslationBacklog(content.site().languages(), translations.outdatedPaths()))
                        .withSearch(catalog, press, index.files());
                renderQueue.run(workerPool, printer, whole.addedSince(plan), index);
                if (problems.isFailure(runRequest.strict())) {
                    return Optional.of(content.report(NO_FILES));
                }
                RunReport runReport = content.report(tree.commit(whole.pages()));
                if (level) {
                    upToDateCheck.saveState(workerPool, tree, content.site().messages(), runReport, problems);
                } else {
                    upToDateCheck.deleteState();
                }
                return Optional.of(runReport);
            }
        }
    }

    /** Makes a draft of a document; writes nothing but its files, its account and the report. */
    public RunReport importDocument(ImportRequest importRequest) {
        return run(log::importSummary, () -> {
            try (WorkerPool workerPool = new WorkerPool(runRequest.threads())) {
                Optional<SiteContent> reading =
                        SiteContent.read(runRequest, site -> FactsCache.NONE, log, new Problems(), workerPool);
                if (reading.isEmpty()) {
                    SiteContent.read(runRequest, site -> FactsCache.NONE, log, problems, workerPool);
                }
                reading.ifPresent(content -> log.say(new ImportRun(runRequest, importRequest, content).run()));
                return reading.map(content -> content.report(NO_FILES));
            }
        });
    }

    private OutputTree openOutput(UnchangedDirs unchangedDirs) {
        return OutputTree.open(
                runRequest.output(),
                runRequest.work(),
                generatorVersion.digestOfJar(),
                runRequest.protectedDirs(),
                unchangedDirs,
                problems);
    }

    private Theme readTheme(Optional<SiteContent> reading) {
        String name = runRequest
                .theme()
                .or(() -> reading.map(content -> content.site().theme()))
                .orElse("official");
        return Theme.read(runRequest.themes(), runRequest.displayPath(runRequest.themes()), name, problems);
    }

    /** Something that may end in a {@link RunFailed}, which then stands among the other problems. */
    private <T> Optional<T> attempt(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (RunFailed runFailed) {
            problems.add(runFailed.problem());
            return Optional.empty();
        }
    }

    private RunReport run(Function<RunReport, String> summary, Supplier<Optional<RunReport>> steps) {
        long start = System.nanoTime();
        RunReport runReport = attempt(steps)
                .flatMap(found -> found)
                .orElse(RunReport.EMPTY)
                .withProblems(
                        problems.sorted(),
                        problems.isFailure(runRequest.strict()),
                        log.messageLanguage(),
                        (System.nanoTime() - start) / 1_000_000);
        log.writeReport(runReport);
        return runReport.withSummary(summary.apply(runReport));
    }
}
