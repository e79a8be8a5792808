package io.noticepress.build;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.TranslationBacklog;
import io.noticepress.content.CrossCheck;
import io.noticepress.content.TranslationCheck;
import io.noticepress.markdown.Markdown;
import io.noticepress.model.Digest;
import io.noticepress.output.FileCounts;
import io.noticepress.output.OutputTree;
import io.noticepress.output.UnchangedDirs;
import io.noticepress.plan.Plan;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.search.SearchIndex;
import io.noticepress.theme.PageRenderer;
import io.noticepress.theme.Theme;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One run: validates the content, or brings the site on disk level with it. */
public final class Build {
    private static final FileCounts NOTHING = new FileCounts(0, 0, 0, 0);

    private final Request request;
    private final Telling telling;
    private final Problems problems = new Problems();
    private final Generator generator = Generator.read();

    public Build(Request request, Console console) {
        this.request = request;
        this.telling = new Telling(request, console);
    }

    /** Reads everything and reports every problem; writes nothing but the report. */
    public Report validate() {
        return run(telling::valid, () -> {
            try (Workers workers = new Workers(request.threads())) {
                return examine(workers, (content, check) -> attempt(() -> theme(Optional.of(content))));
            }
        });
    }

    /**
     * Reads everything and tells how each translation stands to its original; before that, notes the basis of a notice's
     * translations if that is asked for.
     */
    public Report translations(Optional<Recording> recording) {
        return run(telling::valid, () -> {
            try (Workers workers = new Workers(request.threads())) {
                recording.ifPresent(asked -> asked.carryOut(request, workers, telling, problems));
                return examine(workers, (content, check) -> {
                    Ledger ledger = new Ledger(
                            content.folder(), content.site().languages(), check.statuses(), problems.sorted());
                    telling.tell(ledger);
                });
            }
        });
    }

    /** Reads and checks everything that can be checked without a site. */
    private Optional<Report> examine(Workers workers, BiConsumer<Reading, TranslationCheck> then) {
        Optional<Reading> reading = Reading.of(request, site -> Recall.NOTHING, telling, problems, workers);
        reading.ifPresent(content -> {
            Texts texts = new Texts(content, new Markdown()::analyze, Notes.inMemory());
            CrossCheck check = content.check(texts, problems);
            TranslationCheck translations = content.translationCheck(texts, problems);
            check.checkFacts();
            workers.each(content.facts(), noticeFacts -> translations.compare(noticeFacts, texts::read));
            check.checkTexts(workers::each);
            translations.reportOutdated();
            then.accept(content, translations);
        });
        return reading.map(content -> content.report(NOTHING));
    }

    /** Brings the site on disk level with the content. */
    public Report build() {
        return run(telling::built, () -> {
            try (Workers workers = new Workers(request.threads())) {
                Standing standing = Standing.of(request, generator, workers);
                Optional<Report> unchanged = standing.report(telling, problems);
                if (unchanged.isPresent()) {
                    return unchanged;
                }
                try (Recollection recollection = Recollection.of(request, generator, standing)) {
                    return build(workers, standing, recollection);
                }
            }
        });
    }

    private Optional<Report> build(Workers workers, Standing standing, Recollection recollection) {
        Optional<Reading> reading = Reading.of(request, recollection::under, telling, problems, workers);
        Optional<Theme> theme = attempt(() -> theme(reading));
        if (reading.isEmpty()) {
            return Optional.empty();
        }
        Reading content = reading.get();
        try (OutputTree tree = open(standing.still())) {
            tree.lossReason().or(recollection::forgotten).ifPresent(telling::forgotten);
            boolean level = recollection.save(content);
            Texts texts = new Texts(content, new Markdown()::parse, Notes.of(tree));
            CrossCheck check = content.check(texts, problems);
            TranslationCheck translations = content.translationCheck(texts, problems);
            check.checkFacts();
            if (theme.isEmpty() || problems.isFailure(false)) {
                check.checkTexts(workers::each); // every mistake in one report
                translations.reportOutdated();
                return Optional.of(content.report(NOTHING));
            }
            Catalog catalog = content.catalog();
            Digest press = Digest.of(List.of(generator.digest(), theme.get().digest()));
            Plan plan = Plan.of(catalog, press, theme.get().assetPages(), PageRenderer.SCHEMA_NAMES);
            workers.each(tree.touchedFiles(), tree::verify);
            tree.checkForeignFiles(plan.pages());
            Jobs jobs = new Jobs(content, plan, tree, telling, texts, problems, workers);
            PageRenderer printer = new PageRenderer(theme.get(), catalog, generator.name());
            jobs.run(workers, printer);
            check.checkTexts(workers::each);
            translations.reportOutdated();
            if (problems.isFailure(request.strict())) {
                return Optional.of(content.report(NOTHING));
            }
            try (SearchIndex index =
                    SearchIndex.of(catalog, generator.digest(), texts.slips(), workers::each, request.work())) {
                Plan whole = plan.withTranslations(
                                catalog,
                                press,
                                new TranslationBacklog(content.site().languages(), translations.outdatedPaths()))
                        .withSearch(catalog, press, index.files());
                jobs.run(workers, printer, whole.addedSince(plan), index);
                if (problems.isFailure(request.strict())) {
                    return Optional.of(content.report(NOTHING));
                }
                Report report = content.report(tree.commit(whole.pages()));
                if (level) {
                    standing.keep(workers, tree, content.site().messages(), report, problems);
                } else {
                    standing.forget();
                }
                return Optional.of(report);
            }
        }
    }

    /** Makes a draft of a document; writes nothing but its files, its account and the report. */
    public Report imports(Order order) {
        return run(telling::imported, () -> {
            try (Workers workers = new Workers(request.threads())) {
                Optional<Reading> reading =
                        Reading.of(request, site -> Recall.NOTHING, telling, new Problems(), workers);
                if (reading.isEmpty()) {
                    Reading.of(request, site -> Recall.NOTHING, telling, problems, workers);
                }
                reading.ifPresent(content -> telling.say(new Importing(request, order, content).run()));
                return reading.map(content -> content.report(NOTHING));
            }
        });
    }

    private OutputTree open(UnchangedDirs unchangedDirs) {
        return OutputTree.open(
                request.output(), request.work(), generator.digest(), request.guard(), unchangedDirs, problems);
    }

    private Theme theme(Optional<Reading> reading) {
        String name = request.theme()
                .or(() -> reading.map(content -> content.site().theme()))
                .orElse("official");
        return Theme.read(request.themes(), request.shown(request.themes()), name, problems);
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

    private Report run(Function<Report, String> summary, Supplier<Optional<Report>> steps) {
        long start = System.nanoTime();
        Report report = attempt(steps)
                .flatMap(found -> found)
                .orElse(Report.EMPTY)
                .ended(
                        problems.sorted(),
                        problems.isFailure(request.strict()),
                        telling.tongue(),
                        (System.nanoTime() - start) / 1_000_000);
        telling.report(report);
        return report.saying(summary.apply(report));
    }
}
