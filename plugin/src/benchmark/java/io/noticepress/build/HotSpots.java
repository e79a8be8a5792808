package io.noticepress.build;

import io.noticepress.benchmark.Corpus;
import io.noticepress.catalog.Catalog;
import io.noticepress.content.BodySource;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.Markdown;
import io.noticepress.model.Digest;
import io.noticepress.model.SourceFile;
import io.noticepress.plan.Page;
import io.noticepress.plan.Plan;
import io.noticepress.problem.Problems;
import io.noticepress.search.SearchIndex;
import io.noticepress.theme.PageRenderer;
import io.noticepress.theme.Theme;
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

/** What a build spends its time on, each by itself on one thread in a warm JVM: texts, pages, the index of the search. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HotSpots {
    /** In two languages each. */
    private static final int NOTICES = 200;

    private final Map<Class<? extends Page>, List<Page>> pages = new HashMap<>();
    private final Map<SourceFile, String> slips = new HashMap<>();
    private Path folder;
    private Workers workers;
    private Reading content;
    private Catalog catalog;
    private Texts texts;
    private PageRenderer pageRenderer;
    private Plan plan;
    private Bench bench;
    private int turn;

    /**
     * Measures.
     *
     * @param args the same as for the other benchmarks; of them, the plugin's folder and the rounds count
     */
    public static void main(String[] args) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(HotSpots.class.getName() + ".")
                .jvmArgsAppend("-Dplugin=" + args[1])
                .forks(Integer.parseInt(args[5]))
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(3))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(3))
                .build();
        new Runner(options).run();
    }

    /** A site, read and planned, its texts set. */
    @Setup
    public void read() throws IOException {
        folder = Files.createTempDirectory("noticepress");
        Corpus corpus = new Corpus(NOTICES);
        corpus.writeContent(folder.resolve("content"));
        Path themes = Path.of(System.getProperty("plugin")).resolve("../themes").normalize();
        Request request = new Request(
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
                Forge.NONE);
        Problems problems = new Problems();
        Generator generator = Generator.read();
        workers = new Workers(1);
        content = Reading.of(request, site -> Recall.NOTHING, new Telling(request, new Silence()), problems, workers)
                .orElseThrow();
        catalog = content.catalog();
        texts = new Texts(content, new Markdown()::parse, Notes.inMemory());
        Theme theme = Theme.read(themes, themes.toString(), "official", problems);
        pageRenderer = new PageRenderer(theme, catalog, generator.name());
        plan = Plan.of(
                catalog,
                Digest.of(List.of(generator.digest(), theme.digest())),
                theme.assetPages(),
                PageRenderer.SCHEMA_NAMES);
        bench = new Bench(content, texts);
        for (BodySource text : content.texts().all()) {
            bench.body(text.source());
            slips.put(text.source(), texts.slip(text.source()));
        }
    }

    /** Leaves nothing behind. */
    @TearDown
    public void remove() throws IOException {
        workers.close();
        remove(folder);
    }

    /** A text in Markdown is read, checked and set. */
    @Benchmark
    public Body text() {
        List<BodySource> all = content.texts().all();
        return texts.read(all.get(turn++ % all.size()));
    }

    /** The page of a notice. */
    @Benchmark
    public byte[] notice() {
        return print(Page.NoticePage.class);
    }

    /** The two languages of a notice side by side. */
    @Benchmark
    public byte[] parallel() {
        return print(Page.ParallelPage.class);
    }

    /** A page of a list. */
    @Benchmark
    public byte[] list() {
        return print(Page.ListPage.class);
    }

    /** The index of the search of all notices, made from nothing. */
    @Benchmark
    public int index(Nothing nothing) {
        try (SearchIndex index =
                SearchIndex.of(catalog, Digest.of("hot spots"), new Slips(), workers::each, nothing.folder)) {
            return index.files().hashCode();
        }
    }

    private byte[] print(Class<? extends Page> kind) {
        List<Page> all = pages.computeIfAbsent(
                kind, type -> plan.pages().stream().filter(type::isInstance).toList());
        return pageRenderer.render(all.get(turn++ % all.size()), bench);
    }

    private static void remove(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** A work folder in which there is nothing yet. */
    @State(Scope.Thread)
    public static class Nothing {
        private Path folder;

        /** A new one. */
        @Setup(Level.Invocation)
        public void make() throws IOException {
            folder = Files.createTempDirectory("noticepress");
        }

        /** With all that was put in it. */
        @TearDown(Level.Invocation)
        public void remove() throws IOException {
            HotSpots.remove(folder);
        }
    }

    /** The words of the texts; of an index before this one nothing is known. */
    private final class Slips implements SearchIndex.TextProvider {
        @Override
        public Optional<String> currentText(SourceFile text) {
            return Optional.of(slips.get(text));
        }

        @Override
        public Optional<String> previousText(SourceFile text) {
            return Optional.empty();
        }
    }

    private static final class Silence implements Console {
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
