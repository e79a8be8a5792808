package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.render.PageRenderer;
import io.noticepress.testkit.FileTrees;
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
 * Tiny sites and the files they shall become, byte for byte: {@code content} and {@code site} of each folder of
 * {@code golden}, the reason for it in {@code why.txt}, what is asked of the run in {@code options.properties}.
 *
 * <p>{@code -Dgolden.update=true} writes what comes out; read it before it is committed. Not among the expected files are
 * {@code checksums.txt} and the JSON Schemas, which are checked against the site itself, their source, or the readers, nor the files
 * of the search, whose names tell their content, so that they read {@code (hash)} in pages: those are read by the tests of
 * the search. The version of the generator reads {@code (version)}.
 */
class GoldenSitesTest {
    private static final Path CASES = Path.of("src/test/resources/golden");
    private static final Path SCHEMAS = Path.of("src/main/resources/io/noticepress/render/schema");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> aSiteEqualsItsExpectedFiles() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.sorted().toList().stream()
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
        assertThat(site.keySet().removeIf(path -> path.startsWith("assets/search")))
                .isTrue();
        String version = version();
        site.replaceAll((path, bytes) -> path.matches(".*\\.(html|xml|json)")
                ? new String(bytes, StandardCharsets.UTF_8)
                        .replace("Noticepress " + version, "Noticepress (version)")
                        .replaceAll("(assets/search[a-z/-]*[.])[0-9a-f]{16}", "$1(hash)")
                        .getBytes(StandardCharsets.UTF_8)
                : bytes);
        Path expected = golden.resolve("site");
        if (UPDATE) {
            FileTrees.deleteTree(expected);
            for (String path : site.keySet()) {
                Files.createDirectories(expected.resolve(path).getParent());
                Files.write(expected.resolve(path), site.get(path));
            }
        }
        assertThat(FileTrees.differences(FileTrees.read(expected), site)).isEmpty();
    }

    private static void setOptions(TestProject testProject, Path options) throws IOException {
        Properties asked = properties(options);
        testProject.baseUrl = Optional.ofNullable(asked.getProperty("baseUrl"));
        testProject.asOf = Optional.ofNullable(asked.getProperty("asOf"));
        testProject.showDrafts = Boolean.parseBoolean(asked.getProperty("drafts"));
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            properties.load(Files.newBufferedReader(file));
        }
        return properties;
    }

    /** Takes out checksums.txt, which names every other file, sorted by its bytes, as sha256sum writes it. */
    private static void checkSums(SortedMap<String, byte[]> site) throws NoSuchAlgorithmException {
        String sums = new String(site.remove("checksums.txt"), StandardCharsets.UTF_8);
        StringBuilder should = new StringBuilder();
        for (String path : site.keySet()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(site.get(path));
            should.append(HexFormat.of().formatHex(digest))
                    .append("  ")
                    .append(path)
                    .append('\n');
        }
        assertThat(sums).isEqualTo(should.toString());
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
