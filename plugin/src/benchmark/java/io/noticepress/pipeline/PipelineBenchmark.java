package io.noticepress.pipeline;

import io.noticepress.benchmark.SyntheticCorpus;
import io.noticepress.catalog.Catalog;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.markdown.Body;
import io.noticepress.model.SourceFile;
import io.noticepress.model.values.Digest;
import io.noticepress.plan.Page;
import io.noticepress.plan.Plan;
import io.noticepress.problem.Problems;
import io.noticepress.render.PageRenderer;
import io.noticepress.render.PageSources;
import io.noticepress.report.CiPlatform;
import io.noticepress.report.RunConsole;
import io.noticepress.report.RunLog;
import io.noticepress.report.RunRequest;
import io.noticepress.search.SearchIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures the expensive steps of a build separately, each on one thread in a warm JVM: texts, pages, search index. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PipelineBenchmark {
    /** The number of notices, each in two languages. */
    private static final int NOTICES = 200;

    private final Map<Class<? extends Page>, List<Page>> pages = new HashMap<>();
    private final Map<SourceFile, String> searchTexts = new HashMap<>();
    private Path folder;
    private WorkerPool workerPool;
    private SiteContent content;
    private Catalog catalog;
    private TextCache textCache;
    private PageRenderer pageRenderer;
    private Plan plan;
    private PageSources pageSources;
    private int nextIndex;

    /**
     * Runs the benchmark.
     *
     * @param args the same as for the other benchmarks; only the plugin's folder and the number of rounds are used
     */
    public static void main(String[] args) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(PipelineBenchmark.class.getName() + ".")
                .jvmArgsAppend("-Dplugin=" + args[1])
                .forks(Integer.parseInt(args[5]))
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(3))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(3))
                .build();
        new Runner(options).run();
    }

    /** A site that has been read and planned, its texts rendered. */
    @Setup
    public void read() throws IOException {
        folder = Files.createTempDirectory("noticepress");
        SyntheticCorpus syntheticCorpus = new SyntheticCorpus(NOTICES);
        syntheticCorpus.writeContent(folder.resolve("content"));
        Path themes = Path.of(System.getProperty("plugin")).resolve("../themes").normalize();
        RunRequest runRequest = new RunRequest(
                folder,
                folder,
                folder.resolve("content"),
                themes,
                Optional.empty(),
                folder.resolve("site"),
                folder.resolve("work"),
                Optional.empty(),
                false,
                false,
                false,
                1,
                Optional.empty(),
                Optional.empty(),
                CiPlatform.NONE);
        Problems problems = new Problems();
        workerPool = new WorkerPool(1);
        SiteSnapshotBuilder snapshots = new SiteSnapshotBuilder(runRequest, workerPool);
        content = snapshots
                .readContent(new RunLog(runRequest, new FailingConsole()), problems)
                .orElseThrow();
        textCache = TextCache.inMemory(content);
        SiteSnapshot site =
                snapshots.build(content, textCache, snapshots.readTheme(Optional.of(content.site()), problems));
        catalog = site.catalog();
        pageRenderer = site.renderer();
        plan = site.plan();
        pageSources = textCache.pageSources();
        for (BodySource text : content.texts().all()) {
            pageSources.body(text.source());
            searchTexts.put(text.source(), textCache.currentText(text.source()).orElseThrow());
        }
    }

    /** Deletes the files of the benchmark. */
    @TearDown
    public void remove() throws IOException {
        workerPool.close();
        remove(folder);
    }

    /** Parses, checks and renders a Markdown text. */
    @Benchmark
    public Body text() {
        List<BodySource> all = content.texts().all();
        return textCache.parse(all.get(nextIndex++ % all.size()));
    }

    /** Renders the page of a notice. */
    @Benchmark
    public byte[] notice() {
        return render(Page.NoticePage.class);
    }

    /** Renders the parallel page of a notice. */
    @Benchmark
    public byte[] parallel() {
        return render(Page.ParallelPage.class);
    }

    /** Renders a page of a list. */
    @Benchmark
    public byte[] list() {
        return render(Page.ListPage.class);
    }

    /** Builds the search index of all notices from scratch. */
    @Benchmark
    public int index(EmptyWorkDir emptyWorkDir) {
        try (SearchIndex index = SearchIndex.of(
                catalog, Digest.of("hot spots"), new FixedTextProvider(), workerPool::forEach, emptyWorkDir.folder)) {
            return index.files().hashCode();
        }
    }

    private byte[] render(Class<? extends Page> kind) {
        List<Page> all = pages.computeIfAbsent(
                kind, type -> plan.pages().stream().filter(type::isInstance).toList());
        return pageRenderer.render(all.get(nextIndex++ % all.size()), pageSources);
    }

    private static void remove(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** An empty work folder for each invocation. */
    @State(Scope.Thread)
    public static class EmptyWorkDir {
        private Path folder;

        /** Creates the folder. */
        @Setup(Level.Invocation)
        public void make() throws IOException {
            folder = Files.createTempDirectory("noticepress");
        }

        /** Deletes the folder and its files. */
        @TearDown(Level.Invocation)
        public void remove() throws IOException {
            PipelineBenchmark.remove(folder);
        }
    }

    /** Provides the texts to index; there is no earlier index. */
    private final class FixedTextProvider implements SearchIndex.TextProvider {
        @Override
        public Optional<String> currentText(SourceFile text) {
            return Optional.of(searchTexts.get(text));
        }

        @Override
        public Optional<String> previousText(SourceFile text) {
            return Optional.empty();
        }
    }

    private static final class FailingConsole implements RunConsole {
        @Override
        public void info(String line) {}

        @Override
        public void warn(String line) {}

        @Override
        public void error(String line) {
            throw new IllegalStateException(line);
        }
    }
}
