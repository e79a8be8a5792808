package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.render.PageRenderer;
import io.noticepress.testkit.FileTrees;
import io.noticepress.testkit.GoldenReport;
import io.noticepress.testkit.InMemoryTempDir;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds the small sites of {@code golden} and compares them with their expected files, byte for byte;
 * {@code src/test/resources/README.md} describes the folders. All files that differ are shown in
 * {@code target/golden-report.html}, old and new side by side.
 *
 * <p>{@code -Dgolden.update=true} writes the expected files; read the difference before you commit it.
 *
 * <p>Some files are not stored: {@code checksums.txt}, JSON Schemas and copies of attachments, which are compared with the
 * site, their source or the content, and the files of the search index, which other tests read. In pages, the names of
 * index files, which contain digests, are replaced by {@code (hash)} and the version of the generator by {@code (version)}.
 */
class GoldenSitesTest {
    private static final Path CASES = Path.of("src/test/resources/golden");
    private static final Path SCHEMAS = Path.of("src/main/resources/io/noticepress/render/schema");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TempDir(factory = InMemoryTempDir.class)
    Path folder;

    @TestFactory
    Stream<DynamicTest> aSiteEqualsItsExpectedFiles() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.filter(Files::isDirectory).sorted().toList().stream()
                    .map(golden -> DynamicTest.dynamicTest(golden.getFileName().toString(), () -> check(golden)));
        }
    }

    private void check(Path golden) throws IOException, NoSuchAlgorithmException {
        assertThat(golden.resolve("why.txt")).isRegularFile();
        TestProject testProject =
                new TestProject(folder.resolve(golden.getFileName().toString()));
        FileTrees.copyFiles(golden.resolve("content"), testProject.content, Path::compareTo);
        setOptions(testProject, golden.resolve("options.properties"));
        TestProject.LoggedRun loggedRun = testProject.build();
        assertThat(loggedRun.report().failed())
                .as(String.join("\n", loggedRun.lines()))
                .isFalse();
        assertThat(loggedRun.report().problems())
                .as(String.join("\n", loggedRun.lines()))
                .allMatch(problem -> problem.code().id().startsWith("translation-"));
        SortedMap<String, byte[]> site = testProject.readSite();
        checkSums(site);
        checkSchemas(site);
        checkAttachments(site, testProject.content);
        assertThat(site.keySet().removeIf(path -> path.startsWith("assets/search")))
                .isTrue();
        String version = version();
        site.replaceAll((path, bytes) -> path.matches(".*\\.(html|xml|json)")
                ? new String(bytes, StandardCharsets.UTF_8)
                        .replace("Noticepress " + version, "Noticepress (version)")
                        .replaceAll("(assets/search[a-z/-]*[.])[0-9a-f]{16}", "$1(hash)")
                        .getBytes(StandardCharsets.UTF_8)
                : bytes);
        GoldenPages pages = GoldenPages.read(golden.resolve("pages.txt"));
        assertThat(pages.unwantedIn(site.keySet())).isEmpty();
        SortedMap<String, byte[]> actual = pages.select(site);
        Path expected = golden.resolve("site");
        if (UPDATE) {
            FileTrees.deleteTree(expected);
            FileTrees.write(expected, actual);
        }
        assertThat(GoldenReport.OF_THIS_RUN.compare(expected, FileTrees.read(expected), actual))
                .as("see target/golden-report.html")
                .isEmpty();
    }

    /** Removes copies of attachments, after checking that they equal the files beside the notices. */
    private static void checkAttachments(SortedMap<String, byte[]> site, Path content) throws IOException {
        for (String path : site.keySet().stream()
                .filter(path -> path.startsWith("notices/"))
                .toList()) {
            assertThat(site.remove(path)).as(path).isEqualTo(Files.readAllBytes(content.resolve(path)));
        }
    }

    private static void setOptions(TestProject testProject, Path file) throws IOException {
        Properties options = properties(file);
        testProject.baseUrl = Optional.ofNullable(options.getProperty("baseUrl"));
        testProject.asOf = Optional.ofNullable(options.getProperty("asOf"));
        testProject.showDrafts = Boolean.parseBoolean(options.getProperty("drafts"));
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            properties.load(Files.newBufferedReader(file));
        }
        return properties;
    }

    /** Removes checksums.txt, which lists every other file in the format of sha256sum, sorted by path. */
    private static void checkSums(SortedMap<String, byte[]> site) throws NoSuchAlgorithmException {
        String sums = new String(site.remove("checksums.txt"), StandardCharsets.UTF_8);
        StringBuilder expected = new StringBuilder();
        for (String path : site.keySet()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(site.get(path));
            expected.append(HexFormat.of().formatHex(digest))
                    .append("  ")
                    .append(path)
                    .append('\n');
        }
        assertThat(sums).isEqualTo(expected.toString());
    }

    private static void checkSchemas(SortedMap<String, byte[]> site) throws IOException {
        for (String name : PageRenderer.SCHEMA_NAMES) {
            byte[] schema = site.remove("data/schema/" + name + ".json");
            if (name.equals("notices")) {
                assertThat(schema).isEqualTo(Files.readAllBytes(SCHEMAS.resolve("notices.json")));
            } else {
                assertThat(schema).asString().contains("json-schema.org");
            }
        }
    }

    private static String version() throws IOException {
        return properties(Path.of("target/classes/io/noticepress/pipeline/version.properties"))
                .getProperty("version");
    }
}
