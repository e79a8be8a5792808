package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.noticepress.markdown.analysis.Findings;
import io.noticepress.model.values.Digest;
import io.noticepress.output.transaction.OutputPaths;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.store.FileOps;
import io.noticepress.store.UnchangedDirs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class BuildCacheTest {
    private static final Digest TEXT = Digest.of("text");
    private static final Findings FINDINGS = new Findings(List.of(), List.of(), "d1 p1", "v1 abcdefg");

    @TempDir
    Path folder;

    private OutputFixture outputFixture;

    @BeforeEach
    void project() throws IOException {
        outputFixture = new OutputFixture(folder);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFlippedBitIsDetected(boolean tables) throws IOException {
        byte[] whole = buildCache(tables);
        for (int i = 0; i < whole.length; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= (byte) (1 << i % 8);
            assertRecovered(tables, flipped, "byte " + i);
            whole = Files.readAllBytes(cacheFile(tables));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTruncatedCacheIsDetected(boolean tables) throws IOException {
        byte[] whole = buildCache(tables);
        for (int length = 0; length < whole.length; length += tables ? 3 : 1) {
            assertRecovered(tables, Arrays.copyOf(whole, length), "length " + length);
            whole = Files.readAllBytes(cacheFile(tables));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aForeignFileIsNotTakenForACache(boolean tables) throws IOException {
        buildCache(tables);
        assertRecovered(tables, "not a build cache, but long enough to hold a header and a trailer".getBytes(), "text");
        assertRecovered(tables, new byte[100_000], "zeros");
    }

    @Test
    void anEditAppendsToTheLogAndDeadEntriesAreCompactedAboveOneHalf() throws IOException {
        outputFixture.build("a.html", "1", "b.html", "1");
        Path first = outputFixture.cacheLog();
        byte[] before = Files.readAllBytes(first);
        outputFixture.build("a.html", "2", "b.html", "1");
        byte[] after = Files.readAllBytes(first);
        assertThat(after).hasSizeGreaterThan(before.length).startsWith(before);
        long largest = after.length;
        for (int edit = 3; edit < 40; edit++) {
            assertThat(outputFixture
                            .build("a.html", "" + edit, "b.html", "1")
                            .counts()
                            .rendered())
                    .isEqualTo(2);
            assertThat(Files.list(outputFixture.work)
                            .filter(file -> file.toString().endsWith(".pieces")))
                    .hasSize(1);
            largest = Math.max(largest, Files.size(outputFixture.cacheLog()));
        }
        assertThat(outputFixture.cacheLog()).isNotEqualTo(first);
        assertThat(largest).isLessThan(3L * before.length);
    }

    @Test
    void aBuildThatFailsAddsNothing() throws IOException {
        outputFixture.build("a.html", "1");
        byte[] before = Files.readAllBytes(outputFixture.cacheLog());
        try (OutputTree tree = outputFixture.open()) {
            tree.saveFindings("b.md", TEXT, FINDINGS, " words\n");
            assertThat(tree.findings("b.md", TEXT)).contains(FINDINGS);
        }
        assertThat(Files.readAllBytes(outputFixture.cacheLog())).isEqualTo(before);
    }

    @Test
    void whatIsKeptOfATextIsNotTakenForAnEqualOneElsewhere() throws IOException {
        assertThat("Aa.md").hasSameHashCodeAs("BB.md");
        List<OutputFixture.PlannedText> plan = OutputFixture.plan(OutputFixture.site("zh/a.html", "1"));
        try (OutputTree tree = outputFixture.open()) {
            plan.forEach(plannedText -> tree.stage(plannedText, plannedText.bytes()));
            tree.saveFindings("Aa.md", TEXT, FINDINGS, " words\n");
            tree.commit(plan);
        }
        try (OutputTree tree = outputFixture.open()) {
            assertThat(tree.hasFindings("Aa.md", TEXT)).isTrue();
            assertThat(tree.findings("Aa.md", TEXT)).contains(FINDINGS);
            assertThat(tree.searchText("Aa.md", TEXT)).contains(" words\n");
            assertThat(tree.findings("BB.md", TEXT)).isEmpty();
            assertThat(tree.searchText("BB.md", TEXT)).isEmpty();
            assertThat(tree.hasFindings("cc.md", TEXT)).isFalse();
        }
    }

    @Test
    void theLogOfAnotherCacheIsRejected() throws IOException {
        outputFixture.build("a.html", "1");
        OutputFixture other = new OutputFixture(Files.createDirectory(folder.resolve("other")));
        other.build("a.html", "2");
        Files.copy(other.cacheLog(), outputFixture.cacheLog(), StandardCopyOption.REPLACE_EXISTING);
        try (OutputTree tree = outputFixture.open()) {
            assertThat(tree.lossReason().orElseThrow().en()).isEqualTo("the build cache is incomplete");
            assertThat(tree.findings("a.html", Digest.of("1"))).isEmpty();
        }
        assertThat(outputFixture.build("a.html", "1").counts().rendered()).isZero();
    }

    @Test
    void aLostOrDamagedCacheIsReported() throws IOException {
        try (OutputTree tree = outputFixture.open()) {
            assertThat(tree.lossReason().orElseThrow().en()).isEqualTo("no build cache found");
        }
        byte[] whole = buildCache(true);
        try (OutputTree tree = outputFixture.open()) {
            assertThat(tree.lossReason()).isEmpty();
        }
        Files.write(outputFixture.cacheFile(), Arrays.copyOf(whole, whole.length - 1));
        try (OutputTree tree = outputFixture.open()) {
            assertThat(tree.lossReason().orElseThrow().en())
                    .isEqualTo("the build cache is damaged or from another version");
        }
    }

    @Test
    void withoutACacheABuildKnowsItsFilesByTheChecksumList() throws IOException {
        outputFixture.build("zh/a.html", "1", "zh/gone.html", "2", "zh/edited.html", "3");
        outputFixture.writeOutput("zh/edited.html", "by hand");
        Files.delete(outputFixture.cacheFile());
        OutputFixture.OutputResult outputResult = outputFixture.build("zh/a.html", "1");
        assertThat(outputResult.problemLines()).containsExactly("target/site/zh/edited.html foreign-file");
        assertThat(outputResult.counts()).isEqualTo(new FileCounts(6, 6, 0, 1));
        assertThat(outputFixture.readFiles())
                .doesNotContainKey("zh/gone.html")
                .containsEntry("zh/edited.html", "by hand");
    }

    @Test
    void somebodyElsesChecksumsGiveUsNoRightToTheirFiles() throws IOException {
        String digest = Digest.of("iso".getBytes()).hex();
        outputFixture.writeOutput("disc.iso", "iso");
        outputFixture.writeOutput("checksums.txt", digest + "  disc.iso\n");
        SortedMap<String, String> before = outputFixture.readFiles();
        try (OutputTree tree = outputFixture.open()) {
            assertThat(tree.staleReason(OutputFixture.plannedText("index.html", "x")))
                    .contains(StaleReason.NEW);
        }
        assertThat(outputFixture.readFiles()).isEqualTo(before);
        assertThat(catchThrowable(() -> outputFixture.build("a.html", "1"))).hasMessageContaining("checksums.txt");
        assertThat(outputFixture.readFiles()).isEqualTo(before);
    }

    @Test
    void theCacheOfAnotherOutputIsRejected() throws IOException {
        outputFixture.build("a.html", "1");
        Path ours = outputFixture.cacheFile();
        byte[] cacheBytes = Files.readAllBytes(ours);
        Path preview = Files.createDirectories(outputFixture.base.resolve("target/preview"));
        Files.writeString(preview.resolve("a.html"), "a foreign file");
        Problems problems = new Problems();
        FileOps fileOps = new OutputFixture.NoSyncFileOps();
        OutputPaths outputPaths = OutputPaths.of(fileOps, preview, outputFixture.work, outputFixture.protectedDirs);
        Files.write(outputPaths.cacheFile(), cacheBytes);
        try (OutputTree tree = OutputTree.open(
                preview,
                outputFixture.work,
                OutputFixture.GENERATOR,
                outputFixture.protectedDirs,
                UnchangedDirs.NONE,
                problems)) {
            assertThat(tree.lossReason().orElseThrow().en())
                    .isEqualTo("the build cache belongs to another output folder");
            tree.checkForeignFiles(List.of(OutputFixture.plannedText("a.html", "1")));
        }
        assertThat(problems.sorted().get(0).at().file()).isEqualTo("target/preview/a.html");
        assertThat(problems.sorted().get(0).code()).isEqualTo(ProblemCode.OUTPUT_UNSAFE);
    }

    @Test
    void twoOutputsOfOneProjectHaveSeparateCaches() throws IOException {
        outputFixture.build("a.html", "1");
        Path preview = outputFixture.base.resolve("target/preview");
        List<OutputFixture.PlannedText> plan = OutputFixture.plan(OutputFixture.site("a.html", "2"));
        for (int expected : new int[] {6, 0}) {
            try (OutputTree tree = OutputTree.open(
                    preview,
                    outputFixture.work,
                    OutputFixture.GENERATOR,
                    outputFixture.protectedDirs,
                    UnchangedDirs.NONE,
                    new Problems())) {
                plan.stream()
                        .filter(plannedText -> tree.staleReason(plannedText).isPresent())
                        .forEach(plannedText -> tree.stage(plannedText, plannedText.bytes()));
                assertThat(tree.commit(plan).rendered()).isEqualTo(expected);
            }
        }
        assertThat(outputFixture.build("a.html", "1").counts().rendered()).isZero();
    }

    @Test
    void aProjectThatWasMovedRendersNothing() throws IOException {
        outputFixture.build("a.html", "1");
        Path moved = folder.resolveSibling(folder.getFileName() + "-moved");
        Files.move(folder, moved);
        assertThat(new OutputFixture(moved).build("a.html", "1").counts().rendered())
                .isZero();
        Files.move(moved, folder);
    }

    private Path cacheFile(boolean tables) throws IOException {
        return tables ? outputFixture.cacheFile() : outputFixture.cacheLog();
    }

    private byte[] buildCache(boolean tables) throws IOException {
        SortedMap<String, String> site = OutputFixture.site("zh/a.html", "1");
        List<OutputFixture.PlannedText> plan = OutputFixture.plan(site);
        try (OutputTree tree = outputFixture.open()) {
            plan.forEach(plannedText -> tree.stage(plannedText, plannedText.bytes()));
            tree.saveFindings("a.md", TEXT, FINDINGS, " words\n");
            tree.commit(plan);
        }
        return Files.readAllBytes(cacheFile(tables));
    }

    /**
     * With these bytes in the tables or the log, findings are correct or missing, and the site equals that of a clean
     * build.
     */
    private void assertRecovered(boolean tables, byte[] cacheBytes, String where) throws IOException {
        Files.write(cacheFile(tables), cacheBytes);
        try (OutputTree tree = outputFixture.open()) {
            Optional<Findings> found = tree.findings("a.md", TEXT);
            assertThat(found.isEmpty() || found.get().equals(FINDINGS))
                    .as(where)
                    .isTrue();
        }
        SortedMap<String, String> site = OutputFixture.site("zh/b.html", "2");
        OutputFixture.OutputResult outputResult = outputFixture.build(site);
        assertThat(outputResult.problems()).as(where).isEmpty();
        assertThat(outputFixture.readFiles()).as(where).isEqualTo(OutputFixture.cleanBuildFiles(site));
        buildCache(tables);
    }
}
