package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.markdown.analysis.Findings;
import io.noticepress.model.values.Digest;
import io.noticepress.plan.Address;
import io.noticepress.plan.InputDigests;
import io.noticepress.store.DoubleCrc;
import io.noticepress.store.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTreeTest {
    @TempDir
    Path folder;

    private OutputFixture outputFixture;

    @BeforeEach
    void project() throws IOException {
        outputFixture = new OutputFixture(folder);
    }

    @Test
    void aFirstBuildWritesEveryFileAndTheListOfChecksums() {
        SortedMap<String, String> site = OutputFixture.site("zh/index.html", "首页", "notices/2023/x/附件 1.pdf", "pdf");
        OutputFixture.OutputResult outputResult = outputFixture.build(site);
        assertThat(outputFixture.readFiles()).isEqualTo(OutputFixture.cleanBuildFiles(site));
        assertThat(outputResult.counts()).isEqualTo(new FileCounts(7, 7, 0, 0));
        assertThat(outputResult.stale().values()).containsOnly(StaleReason.NEW);
        assertThat(outputResult.problems()).isEmpty();
    }

    @Test
    void sha256sumReadsTheListFromTheOutputFolder() throws Exception {
        outputFixture.build("zh/a\\b.txt", "backslash", "zh/公告.html", "公告", "zh/line\nbreak.txt", "break");
        Process check = new ProcessBuilder("sha256sum", "--strict", "-c", "checksums.txt")
                .directory(outputFixture.output.toFile())
                .redirectErrorStream(true)
                .start();
        String checkOutput = new String(check.getInputStream().readAllBytes());
        assertThat(check.waitFor()).as(checkOutput).isZero();
    }

    @Test
    void aSecondBuildRendersNothingAndTouchesNoFile() throws IOException {
        outputFixture.build("zh/index.html", "首页");
        FileTime cacheTime = Files.getLastModifiedTime(outputFixture.cacheFile());
        SortedMap<String, FileTime> times = times();
        OutputFixture.OutputResult outputResult = outputFixture.build("zh/index.html", "首页");
        assertThat(outputResult.counts()).isEqualTo(new FileCounts(6, 0, 6, 0));
        assertThat(outputResult.stale()).isEmpty();
        assertThat(times()).isEqualTo(times);
        assertThat(Files.getLastModifiedTime(outputFixture.cacheFile())).isEqualTo(cacheTime);
    }

    @Test
    void onlyWhatChangedIsWritten() throws IOException {
        outputFixture.build("a.html", "1", "b.html", "2");
        SortedMap<String, FileTime> times = times();
        OutputFixture.OutputResult outputResult = outputFixture.build("a.html", "1", "b.html", "3");
        assertThat(outputResult.counts()).isEqualTo(new FileCounts(7, 2, 5, 0));
        assertThat(outputResult.stale()).isEqualTo(Map.of("b.html", StaleReason.SOURCES));
        SortedMap<String, FileTime> now = times();
        now.keySet().removeAll(List.of("b.html", "checksums.txt"));
        assertThat(times).containsAllEntriesOf(now);
        assertThat(outputFixture.readFiles())
                .isEqualTo(OutputFixture.cleanBuildFiles(OutputFixture.site("a.html", "1", "b.html", "3")));
    }

    @Test
    void aPageThatIsNoLongerPlannedGoesWithItsFolders() {
        outputFixture.build("zh/notices/2023/x/index.html", "x", "zh/index.html", "home");
        OutputFixture.OutputResult outputResult = outputFixture.build("zh/index.html", "home");
        assertThat(outputResult.counts()).isEqualTo(new FileCounts(6, 1, 5, 1));
        assertThat(outputFixture.output.resolve("zh/notices")).doesNotExist();
        assertThat(outputFixture.readFiles())
                .isEqualTo(OutputFixture.cleanBuildFiles(OutputFixture.site("zh/index.html", "home")));
    }

    @Test
    void theReasonForRenderingIsTheFirstInputThatDiffers() {
        outputFixture.build("a.html", "1");
        InputDigests then = OutputFixture.plannedText("a.html", "1").inputs();
        Digest other = Digest.of("other");
        try (OutputTree tree = outputFixture.open()) {
            assertThat(tree.staleReason(sheet(then))).isEmpty();
            assertThat(tree.staleReason(sheet(new InputDigests(other, other, other))))
                    .contains(StaleReason.ENVIRONMENT);
            assertThat(tree.staleReason(sheet(new InputDigests(then.environment(), other, other))))
                    .contains(StaleReason.SOURCES);
            assertThat(tree.staleReason(sheet(new InputDigests(then.environment(), then.sources(), other))))
                    .contains(StaleReason.REFERENCES);
        }
    }

    @Test
    void aFileThatWasDeletedOrEditedByHandIsWrittenAgain() throws IOException {
        outputFixture.build("a.html", "1", "b.html", "2");
        Files.delete(outputFixture.output.resolve("a.html"));
        outputFixture.writeOutput("b.html", "edited");
        OutputFixture.OutputResult outputResult = outputFixture.build("a.html", "1", "b.html", "2");
        assertThat(outputResult.stale())
                .isEqualTo(Map.of("a.html", StaleReason.MISSING, "b.html", StaleReason.MISSING));
        assertThat(outputFixture.readFiles())
                .isEqualTo(OutputFixture.cleanBuildFiles(OutputFixture.site("a.html", "1", "b.html", "2")));
        assertThat(outputResult.counts()).isEqualTo(new FileCounts(7, 2, 5, 0));
    }

    @Test
    void anEditOfTheSameSizeIsSeenByItsTime() throws IOException {
        outputFixture.build("a.html", "1");
        Files.setLastModifiedTime(outputFixture.writeOutput("a.html", "2"), FileTime.fromMillis(0));
        assertThat(outputFixture.build("a.html", "1").stale()).isEqualTo(Map.of("a.html", StaleReason.MISSING));
    }

    @Test
    void aFreshCheckoutWithOtherTimesRendersNothingAndItsTimesAreRemembered() throws IOException {
        outputFixture.build("a.html", "1");
        for (String path : outputFixture.readFiles().keySet()) {
            Files.setLastModifiedTime(outputFixture.output.resolve(path), FileTime.fromMillis(1000));
        }
        assertThat(outputFixture.build("a.html", "1").counts()).isEqualTo(new FileCounts(6, 0, 6, 0));
        FileTime cacheTime = Files.getLastModifiedTime(outputFixture.cacheFile());
        assertThat(outputFixture.build("a.html", "1").counts().rendered()).isZero();
        assertThat(Files.getLastModifiedTime(outputFixture.cacheFile())).isEqualTo(cacheTime);
    }

    @Test
    void aPageRenderedToTheSameBytesIsCountedButNotTouched() throws IOException {
        outputFixture.build("a.html", "1");
        SortedMap<String, FileTime> times = times();
        SortedMap<String, String> site = OutputFixture.site("a.html", "1");
        List<OutputFixture.PlannedText> plan = OutputFixture.plan(site).stream()
                .map(plannedText -> new OutputFixture.PlannedText(
                        plannedText.address(),
                        new InputDigests(
                                Digest.of("new theme"),
                                plannedText.inputs().sources(),
                                plannedText.inputs().references()),
                        plannedText.text()))
                .toList();
        assertThat(outputFixture.build(plan, new OutputFixture.NoSyncFileOps()).counts())
                .isEqualTo(new FileCounts(6, 5, 1, 0));
        assertThat(times()).isEqualTo(times);
        assertThat(outputFixture.build(plan, new OutputFixture.NoSyncFileOps()).counts())
                .isEqualTo(new FileCounts(6, 0, 6, 0));
    }

    @Test
    void closedWithoutACommitItLeavesTheSiteAsItWas() {
        outputFixture.build("a.html", "1");
        SortedMap<String, String> before = OutputFixture.readFiles(outputFixture.base);
        try (OutputTree tree = outputFixture.open()) {
            tree.stage(OutputFixture.plannedText("a.html", "2"), "2".getBytes());
            tree.stage(OutputFixture.plannedText("b.html", "2"), "2".getBytes());
            tree.saveFindings("x.md", Digest.of("x"), new Findings(List.of(), List.of(), "", ""), " words\n");
        }
        assertThat(OutputFixture.readFiles(outputFixture.base)).isEqualTo(before);
        assertThat(OutputFixture.readFiles(outputFixture.workArea()).keySet()).containsExactly("lock");
    }

    @Test
    void aFailedFirstBuildLeavesNoOutputFolder() {
        try (OutputTree tree = outputFixture.open()) {
            tree.stage(OutputFixture.plannedText("a.html", "2"), "2".getBytes());
        }
        assertThat(outputFixture.output).doesNotExist();
    }

    @Test
    void aFileMayTakeThePlaceOfAFolderAndTheReverse() {
        outputFixture.build("a/b/index.html", "1", "c", "2");
        SortedMap<String, String> site = OutputFixture.site("a", "3", "c/d/index.html", "4");
        assertThat(outputFixture.build(site).counts()).isEqualTo(new FileCounts(7, 3, 4, 2));
        assertThat(outputFixture.readFiles()).isEqualTo(OutputFixture.cleanBuildFiles(site));
    }

    @Test
    void aHardLinkToAnOldFileKeepsTheOldBytes() throws IOException {
        outputFixture.build("a.html", "1");
        Path kept = Files.createLink(folder.resolve("kept.html"), outputFixture.output.resolve("a.html"));
        outputFixture.build("a.html", "2");
        assertThat(kept).hasContent("1");
        assertThat(outputFixture.output.resolve("a.html")).hasContent("2");
    }

    @Tag("long")
    @Test
    void threadsDoNotMatter() {
        SortedMap<String, String> site = OutputFixture.site();
        for (int i = 0; i < 300; i++) {
            site.put("zh/notices/" + i % 7 + "/" + i + "/index.html", "text " + i);
        }
        List<OutputFixture.PlannedText> plan = OutputFixture.plan(site);
        try (OutputTree tree = outputFixture.open()) {
            plan.parallelStream().forEach(plannedText -> {
                assertThat(tree.staleReason(plannedText)).contains(StaleReason.NEW);
                tree.stage(plannedText, plannedText.bytes());
            });
            tree.commit(plan);
        }
        assertThat(outputFixture.readFiles()).isEqualTo(OutputFixture.cleanBuildFiles(site));
    }

    @Test
    void noPageGetsOutOfTheOutput() {
        for (String path : List.of("../x.html", "a/../../x.html", "/etc/x", "", "a/./b", "a/..")) {
            try (OutputTree tree = outputFixture.open()) {
                assertThatThrownBy(() -> tree.stage(OutputFixture.plannedText(path, "x"), new byte[1]))
                        .as(path)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void theListOfChecksumsIsNobodyElsesToPlan() {
        assertThatThrownBy(() -> outputFixture.build("checksums.txt", "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStalePageThatWasNotStagedIsAFaultOfTheCaller() {
        try (OutputTree tree = outputFixture.open()) {
            assertThatThrownBy(() -> tree.commit(List.of(OutputFixture.plannedText("a.html", "1"))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a.html");
        }
    }

    private static OutputFixture.PlannedText sheet(InputDigests inputDigests) {
        return new OutputFixture.PlannedText(new Address("a.html"), inputDigests, "1");
    }

    private SortedMap<String, FileTime> times() throws IOException {
        SortedMap<String, FileTime> times = new TreeMap<>();
        for (String path : outputFixture.readFiles().keySet()) {
            times.put(path, Files.getLastModifiedTime(outputFixture.output.resolve(path)));
        }
        return times;
    }

    @Test
    void aFileWrittenBehindTheBackOfABuildIsNotAsItWasLeft() throws IOException {
        List<OutputFixture.PlannedText> plan = OutputFixture.plan(OutputFixture.site("zh/a.html", "1"));
        Path file = outputFixture.output.resolve("zh/a.html");
        try (OutputTree tree = outputFixture.open()) {
            plan.forEach(plannedText -> tree.stage(plannedText, plannedText.bytes()));
            tree.commit(plan);
            long time = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
            assertThat(tree.checksum(file, stamp(1, time))).hasValue(DoubleCrc.of(file));
            assertThat(tree.checksum(file, stamp(2, time))).isEmpty();
            assertThat(tree.checksum(file, stamp(1, time + 1))).hasValue(DoubleCrc.of(file));
            Files.writeString(file, "2");
            assertThat(tree.checksum(file, stamp(1, time + 1))).isEmpty();
            Path other = Files.writeString(outputFixture.output.resolve("foreign.txt"), "2");
            assertThat(tree.checksum(other, stamp(1, 0))).hasValue(DoubleCrc.of(other));
            Path source = outputFixture.base.resolve("content/zh/a.html");
            Files.createDirectories(source.getParent());
            assertThat(tree.checksum(Files.writeString(source, "3"), stamp(1, 0)))
                    .hasValue(DoubleCrc.of(source));
        }
    }

    private static FileStamp stamp(long size, long modified) {
        return new FileStamp(FileStamp.FileKind.FILE, size, modified, 0, 0);
    }
}
