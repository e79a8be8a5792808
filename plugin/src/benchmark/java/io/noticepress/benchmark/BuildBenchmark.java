package io.noticepress.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds generated notices as users do, each time in a new process, and prints the resources used, compared with Maven
 * doing nothing and with Hugo. The kinds of work alternate, so that other load on the machine affects all of them alike.
 */
public final class BuildBenchmark {
    private final Path folder;
    private final Path plugin;
    private final String maven;
    private final Map<String, String> environment;
    private final int rounds;
    private final Optional<String> hugo;

    private BuildBenchmark(Path folder, Path plugin, String maven, String options, int rounds) {
        this.folder = folder;
        this.plugin = plugin;
        this.maven = maven;
        this.environment = Map.of("MAVEN_OPTS", options, "LC_ALL", "C.UTF-8");
        this.rounds = rounds;
        this.hugo = findOnPath("hugo");
    }

    /** Finds a program on the PATH. */
    static Optional<String> findOnPath(String name) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .map(folder -> folder + "/" + name)
                .filter(each -> Files.isExecutable(Path.of(each)))
                .findFirst();
    }

    /**
     * Runs the benchmark.
     *
     * @param args the working folder, the plugin's folder, its version, the {@code mvn} to use, its options (local
     *     repository, heap), the number of rounds, and the numbers of notices: {@code 1000,10000}
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        BuildBenchmark buildBenchmark =
                new BuildBenchmark(Path.of(args[0]), Path.of(args[1]), args[3], args[4], Integer.parseInt(args[5]));
        for (String size : args[6].split(",")) {
            buildBenchmark.measure(Integer.parseInt(size), args[2]);
        }
        deleteTree(buildBenchmark.folder);
    }

    private void measure(int size, String version) throws IOException, InterruptedException {
        Path workFolder = folder.resolve(Integer.toString(size));
        moveAside(workFolder);
        Path project = workFolder.resolve("project");
        Path peer = workFolder.resolve("hugo");
        SyntheticCorpus syntheticCorpus = new SyntheticCorpus(size);
        syntheticCorpus.writeContent(project.resolve("content"));
        copy(plugin.resolve("../themes/official"), project.resolve("themes/official"));
        Files.writeString(project.resolve("pom.xml"), pom(version));
        Files.createDirectories(project.resolve(".mvn")); // otherwise Maven uses the options of the surrounding project
        if (hugo.isPresent()) {
            syntheticCorpus.writeHugo(peer);
            copy(plugin.resolve("src/benchmark/hugo"), peer);
        }
        BenchmarkResults benchmarkResults = new BenchmarkResults();
        for (int round = 1; round <= rounds; round++) {
            if (hugo.isPresent()) {
                moveAside(peer.resolve("public"));
                benchmarkResults.add("Hugo, cold", MeasuredRun.execute(peer, Map.of(), List.of(hugo.get(), "--quiet")));
            }
            moveAside(project.resolve("target"));
            benchmarkResults.add("bare `mvn validate`", maven(project, "validate"));
            benchmarkResults.add("cold", maven(project, "prepare-package"));
            benchmarkResults.add("nothing changed", maven(project, "prepare-package"));
            append(
                    project.resolve("content").resolve(syntheticCorpus.contentFile(size / 2)),
                    "\n又及：第" + round + "次修改。\n");
            benchmarkResults.add("one notice edited", maven(project, "prepare-package"));
            setTimesToNow(project);
            benchmarkResults.add("fresh checkout", maven(project, "prepare-package"));
            append(project.resolve("themes/official/pages/notice.ftlh"), "<#-- round " + round + " -->");
            benchmarkResults.add("template changed", maven(project, "prepare-package"));
        }
        benchmarkResults.noteOutputSize("cold", filesAndSize(project.resolve("target/site")));
        if (hugo.isPresent()) {
            benchmarkResults.noteOutputSize("Hugo, cold", filesAndSize(peer.resolve("public")));
        }
        System.out.println(benchmarkResults.table(size));
    }

    /**
     * Moves a folder aside, to be deleted after all measurements: ext4 does not reuse an inode freed within the last half
     * minute but still examines each of them, so that creating files is many times slower after thousands were deleted.
     */
    private void moveAside(Path place) throws IOException {
        if (Files.exists(place)) {
            Path old = Files.createDirectories(folder.resolve("aside"));
            Files.move(place, Files.createTempDirectory(old, "").resolve(place.getFileName()));
        }
    }

    private MeasuredRun maven(Path project, String phase) throws IOException, InterruptedException {
        return MeasuredRun.execute(project, environment, List.of(maven, "-o", "-B", phase));
    }

    /** A project that uses nothing but the plugin. */
    static String pom(String version) {
        return """
               <project xmlns="http://maven.apache.org/POM/4.0.0">
                 <modelVersion>4.0.0</modelVersion>
                 <groupId>org.example</groupId>
                 <artifactId>notices</artifactId>
                 <version>1</version>
                 <packaging>pom</packaging>
                 <build>
                   <plugins>
                     <plugin>
                       <groupId>io.noticepress</groupId>
                       <artifactId>noticepress-maven-plugin</artifactId>
                       <version>%s</version>
                       <executions>
                         <execution>
                           <goals>
                             <goal>build</goal>
                           </goals>
                         </execution>
                       </executions>
                     </plugin>
                   </plugins>
                 </build>
               </project>
               """.formatted(version);
    }

    private static void append(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    }

    /** As after a fresh checkout with a restored cache: every file has a new modification time. */
    private static void setTimesToNow(Path folder) throws IOException {
        FileTime now = FileTime.from(Instant.now());
        for (Path file : files(folder)) {
            Files.setLastModifiedTime(file, now);
        }
    }

    private static String filesAndSize(Path site) throws IOException {
        List<Path> files = files(site);
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return String.format(Locale.ROOT, "%,d files, %,d MB", files.size(), bytes / 1_000_000);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path place = to.resolve(from.relativize(file).toString());
            Files.createDirectories(place.getParent());
            Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
