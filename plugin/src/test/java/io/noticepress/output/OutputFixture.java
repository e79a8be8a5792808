package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.markdown.analysis.Findings;
import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.ChecksumList;
import io.noticepress.output.manifest.SitePaths;
import io.noticepress.output.transaction.OutputPaths;
import io.noticepress.output.transaction.ProtectedDirs;
import io.noticepress.plan.Address;
import io.noticepress.plan.InputDigests;
import io.noticepress.plan.PlannedFile;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.store.FileOps;
import io.noticepress.store.UnchangedDirs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project in a temporary folder, and builds of sites that are simply maps from path to text. */
public final class OutputFixture {
    public static final Digest GENERATOR = Digest.of("generator");

    record PlannedText(Address address, InputDigests inputs, String text) implements PlannedFile {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** File operations that skip fsync. */
    static class NoSyncFileOps extends FileOps {
        @Override
        public void sync(FileChannel file) throws IOException {
            if (!file.isOpen()) {
                throw new ClosedChannelException();
            }
        }
    }

    /** The result of a build. */
    record OutputResult(FileCounts counts, SortedMap<String, StaleReason> stale, List<Problem> problems) {
        List<String> problemLines() {
            return problems.stream()
                    .map(problem -> problem.at().file() + " " + problem.code().id())
                    .toList();
        }
    }

    final Path base;
    public final Path output;
    public final Path work;
    public ProtectedDirs protectedDirs;
    Digest generator = GENERATOR;

    public OutputFixture(Path base) throws IOException {
        this.base = base.toRealPath();
        this.output = this.base.resolve("target/site");
        this.work = this.base.resolve("target/noticepress");
        this.protectedDirs = new ProtectedDirs(
                this.base, this.base.resolveSibling("home"), this.base.resolve("content"), this.base.resolve("themes"));
    }

    /** A site with the files that every site has and the given ones: path, text, path, text. */
    static SortedMap<String, String> site(String... files) {
        SortedMap<String, String> site = new TreeMap<>(
                Map.of("index.html", "chooser", "404.html", "not found", "robots.txt", "robots", "sitemap.xml", "map"));
        for (int i = 0; i < files.length; i += 2) {
            site.put(files[i], files[i + 1]);
        }
        return site;
    }

    static List<PlannedText> plan(Map<String, String> site) {
        List<PlannedText> plan = new ArrayList<>();
        site.forEach((path, text) -> plan.add(plannedText(path, text)));
        return plan;
    }

    static PlannedText plannedText(String path, String text) {
        InputDigests inputDigests = new InputDigests(Digest.of("theme"), Digest.of(text), Digest.of("listed"));
        return new PlannedText(new Address(path), inputDigests, text);
    }

    OutputTree open(Problems problems, FileOps fileOps) {
        OutputPaths paths = OutputPaths.of(fileOps, output, work, protectedDirs);
        return OutputTree.open(paths, generator, UnchangedDirs.NONE, problems, Duration.ofMillis(300));
    }

    OutputTree open() {
        return open(new Problems(), new NoSyncFileOps());
    }

    OutputResult build(Map<String, String> site) {
        return build(plan(site), new NoSyncFileOps());
    }

    OutputResult build(String... files) {
        return build(site(files));
    }

    OutputResult build(List<PlannedText> plan, FileOps fileOps) {
        Problems problems = new Problems();
        SortedMap<String, StaleReason> stale = new TreeMap<>();
        try (OutputTree tree = open(problems, fileOps)) {
            tree.checkForeignFiles(plan);
            for (PlannedText plannedText : plan) {
                checkFindings(tree, plannedText);
                Optional<StaleReason> why = tree.staleReason(plannedText);
                if (why.isPresent()) {
                    stale.put(plannedText.address().file(), why.get());
                    tree.stage(plannedText, plannedText.bytes());
                }
            }
            FileCounts fileCounts = tree.commit(plan);
            return new OutputResult(fileCounts, stale, problems.sorted());
        }
    }

    /** Saves findings and search text unless the build cache has them, and checks what it returns. */
    private static void checkFindings(OutputTree tree, PlannedText plannedText) {
        String path = plannedText.address().file();
        Digest digest = Digest.of(plannedText.text());
        Findings findings = new Findings(List.of(), List.of(), "p1", "v1 " + plannedText.text());
        String searchLines = " " + plannedText.text().repeat(20) + "\n";
        Optional<Findings> known = tree.findings(path, digest);
        if (known.isEmpty()) {
            tree.saveFindings(path, digest, findings, searchLines);
        }
        assertThat(known.orElse(findings)).isEqualTo(findings);
        assertThat(tree.searchText(path, digest)).contains(searchLines);
    }

    /** Every file of the output and its text; for a link, its target. */
    SortedMap<String, String> readFiles() {
        return readFiles(output);
    }

    static SortedMap<String, String> readFiles(Path folder) {
        SortedMap<String, String> files = new TreeMap<>();
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList()) {
                if (Files.isSymbolicLink(file)) {
                    files.put(
                            folder.relativize(file).toString(),
                            "-> " + Files.readSymbolicLink(file).getFileName());
                } else if (Files.isRegularFile(file)) {
                    files.put(
                            folder.relativize(file).toString(),
                            new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The files that a clean build of this site gives. */
    static SortedMap<String, String> cleanBuildFiles(Map<String, String> site) {
        SortedMap<String, String> files = new TreeMap<>(site);
        StringBuilder sums = new StringBuilder();
        SortedMap<String, String> sorted = new TreeMap<>(SitePaths.CODE_POINT_ORDER);
        sorted.putAll(site);
        sorted.forEach((path, text) -> sums.append(Digest.of(text.getBytes(StandardCharsets.UTF_8)))
                .append("  ")
                .append(path)
                .append('\n'));
        files.put(ChecksumList.PATH, sums.toString());
        return files;
    }

    Path writeOutput(String path, String text) throws IOException {
        Path file = output.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** The cache file with the tables. */
    Path cacheFile() throws IOException {
        return cacheFile(".bin");
    }

    /** The append-only log with the entries that the tables point to. */
    Path cacheLog() throws IOException {
        return cacheFile(".pieces");
    }

    private Path cacheFile(String ending) throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Path workArea() {
        return output.resolveSibling(".site.noticepress");
    }
}
