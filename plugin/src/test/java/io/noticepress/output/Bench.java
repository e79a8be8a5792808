package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.markdown.Findings;
import io.noticepress.model.Digest;
import io.noticepress.plan.Address;
import io.noticepress.plan.InputDigests;
import io.noticepress.plan.PlannedFile;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
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

/** A project in a temporary folder, and builds of sites that are nothing but a map from path to text. */
final class Bench {
    static final Digest GENERATOR = Digest.of("generator");

    record Sheet(Address address, InputDigests inputs, String text) implements PlannedFile {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A disk that does not wait for the metal. */
    static class SwiftDisk extends Disk {
        @Override
        void sync(FileChannel file) throws IOException {
            if (!file.isOpen()) {
                throw new ClosedChannelException();
            }
        }
    }

    /** What a build came to. */
    record Built(Counts counts, SortedMap<String, Staleness> stale, List<Problem> problems) {
        List<String> lines() {
            return problems.stream()
                    .map(problem -> problem.at().file() + " " + problem.code().id())
                    .toList();
        }
    }

    final Path base;
    final Path output;
    final Path work;
    Guard guard;
    Digest generator = GENERATOR;

    Bench(Path base) throws IOException {
        this.base = base.toRealPath();
        this.output = this.base.resolve("target/site");
        this.work = this.base.resolve("target/noticepress");
        this.guard = new Guard(
                this.base, this.base.resolveSibling("home"), this.base.resolve("content"), this.base.resolve("themes"));
    }

    /** A site with the files every site has, and these: path, text, path, text. */
    static SortedMap<String, String> site(String... files) {
        SortedMap<String, String> site = new TreeMap<>(
                Map.of("index.html", "chooser", "404.html", "not found", "robots.txt", "robots", "sitemap.xml", "map"));
        for (int i = 0; i < files.length; i += 2) {
            site.put(files[i], files[i + 1]);
        }
        return site;
    }

    static List<Sheet> plan(Map<String, String> site) {
        List<Sheet> plan = new ArrayList<>();
        site.forEach((path, text) -> plan.add(sheet(path, text)));
        return plan;
    }

    static Sheet sheet(String path, String text) {
        InputDigests inputDigests = new InputDigests(Digest.of("theme"), Digest.of(text), Digest.of("listed"));
        return new Sheet(new Address(path), inputDigests, text);
    }

    OutputTree open(Problems problems, Disk disk) {
        return OutputTree.open(output, work, generator, guard, Still.NOTHING, problems, disk, Duration.ofMillis(300));
    }

    OutputTree open() {
        return open(new Problems(), new SwiftDisk());
    }

    Built build(Map<String, String> site) {
        return build(plan(site), new SwiftDisk());
    }

    Built build(String... files) {
        return build(site(files));
    }

    Built build(List<Sheet> plan, Disk disk) {
        Problems problems = new Problems();
        SortedMap<String, Staleness> stale = new TreeMap<>();
        try (OutputTree tree = open(problems, disk)) {
            tree.inspect(plan);
            for (Sheet sheet : plan) {
                know(tree, sheet);
                Optional<Staleness> why = tree.staleness(sheet);
                if (why.isPresent()) {
                    stale.put(sheet.address().file(), why.get());
                    tree.stage(sheet, sheet.bytes());
                }
            }
            Counts counts = tree.commit(plan);
            return new Built(counts, stale, problems.sorted());
        }
    }

    /** What is known of a text is what was found in it; if nothing is, it is found again. */
    private static void know(OutputTree tree, Sheet sheet) {
        String path = sheet.address().file();
        Digest digest = Digest.of(sheet.text());
        Findings findings = new Findings(List.of(), List.of(), "p1", "v1 " + sheet.text());
        String slip = " " + sheet.text().repeat(20) + "\n";
        Optional<Findings> known = tree.findings(path, digest);
        if (known.isEmpty()) {
            tree.remember(path, digest, findings, slip);
        }
        assertThat(known.orElse(findings)).isEqualTo(findings);
        assertThat(tree.slip(path, digest)).contains(slip);
    }

    /** Every file of the output and its text; a link as the place it points to. */
    SortedMap<String, String> files() {
        return files(output);
    }

    static SortedMap<String, String> files(Path folder) {
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

    /** The files a build of this site from nothing gives. */
    static SortedMap<String, String> clean(Map<String, String> site) {
        SortedMap<String, String> files = new TreeMap<>(site);
        StringBuilder sums = new StringBuilder();
        SortedMap<String, String> sorted = new TreeMap<>(Paths.ORDER);
        sorted.putAll(site);
        sorted.forEach((path, text) -> sums.append(Digest.of(text.getBytes(StandardCharsets.UTF_8)))
                .append("  ")
                .append(path)
                .append('\n'));
        files.put(Checksums.PATH, sums.toString());
        return files;
    }

    Path put(String path, String text) throws IOException {
        Path file = output.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** The tables of the memory. */
    Path memory() throws IOException {
        return memory(".bin");
    }

    /** The pieces they tell of. */
    Path pieces() throws IOException {
        return memory(".pieces");
    }

    private Path memory(String ending) throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Path backstage() {
        return output.resolveSibling(".site.noticepress");
    }
}
