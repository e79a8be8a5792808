package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.markdown.Findings;
import io.noticepress.markdown.RelativeLink;
import io.noticepress.model.Digest;
import io.noticepress.plan.Address;
import io.noticepress.plan.InputDigests;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTreeTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void project() throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void aFirstBuildWritesEveryFileAndTheListOfChecksums() {
        SortedMap<String, String> site = Bench.site("zh/index.html", "首页", "notices/2023/x/附件 1.pdf", "pdf");
        Bench.Built built = bench.build(site);
        assertThat(bench.files()).isEqualTo(Bench.clean(site));
        assertThat(built.counts()).isEqualTo(new Counts(7, 7, 0, 0));
        assertThat(built.stale().values()).containsOnly(Staleness.NEW);
        assertThat(built.problems()).isEmpty();
    }

    @Test
    void sha256sumReadsTheListFromTheOutputFolder() throws Exception {
        bench.build("zh/a\\b.txt", "backslash", "zh/公告.html", "公告", "zh/line\nbreak.txt", "break");
        Process check = new ProcessBuilder("sha256sum", "--strict", "-c", "checksums.txt")
                .directory(bench.output.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes());
        assertThat(check.waitFor()).as(said).isZero();
    }

    @Test
    void aSecondBuildRendersNothingAndTouchesNoFile() throws IOException {
        bench.build("zh/index.html", "首页");
        FileTime memory = Files.getLastModifiedTime(bench.memory());
        SortedMap<String, FileTime> times = times();
        Bench.Built built = bench.build("zh/index.html", "首页");
        assertThat(built.counts()).isEqualTo(new Counts(6, 0, 6, 0));
        assertThat(built.stale()).isEmpty();
        assertThat(times()).isEqualTo(times);
        assertThat(Files.getLastModifiedTime(bench.memory())).isEqualTo(memory);
    }

    @Test
    void onlyWhatChangedIsWritten() throws IOException {
        bench.build("a.html", "1", "b.html", "2");
        SortedMap<String, FileTime> times = times();
        Bench.Built built = bench.build("a.html", "1", "b.html", "3");
        assertThat(built.counts()).isEqualTo(new Counts(7, 2, 5, 0));
        assertThat(built.stale()).isEqualTo(Map.of("b.html", Staleness.OWN_TEXT));
        SortedMap<String, FileTime> now = times();
        now.keySet().removeAll(List.of("b.html", "checksums.txt"));
        assertThat(times).containsAllEntriesOf(now);
        assertThat(bench.files()).isEqualTo(Bench.clean(Bench.site("a.html", "1", "b.html", "3")));
    }

    @Test
    void aPageThatIsNoLongerPlannedGoesWithItsFolders() {
        bench.build("zh/notices/2023/x/index.html", "x", "zh/index.html", "home");
        Bench.Built built = bench.build("zh/index.html", "home");
        assertThat(built.counts()).isEqualTo(new Counts(6, 1, 5, 1));
        assertThat(bench.output.resolve("zh/notices")).doesNotExist();
        assertThat(bench.files()).isEqualTo(Bench.clean(Bench.site("zh/index.html", "home")));
    }

    @Test
    void theReasonForRenderingIsTheFirstInputThatDiffers() {
        bench.build("a.html", "1");
        InputDigests then = Bench.sheet("a.html", "1").inputs();
        Digest other = Digest.of("other");
        try (OutputTree tree = bench.open()) {
            assertThat(tree.staleness(sheet(then))).isEmpty();
            assertThat(tree.staleness(sheet(new InputDigests(other, other, other))))
                    .contains(Staleness.SURROUNDINGS);
            assertThat(tree.staleness(sheet(new InputDigests(then.environment(), other, other))))
                    .contains(Staleness.OWN_TEXT);
            assertThat(tree.staleness(sheet(new InputDigests(then.environment(), then.sources(), other))))
                    .contains(Staleness.LISTED);
        }
    }

    @Test
    void aFileThatWasDeletedOrEditedByHandIsMadeAnew() throws IOException {
        bench.build("a.html", "1", "b.html", "2");
        Files.delete(bench.output.resolve("a.html"));
        bench.put("b.html", "edited");
        Bench.Built built = bench.build("a.html", "1", "b.html", "2");
        assertThat(built.stale()).isEqualTo(Map.of("a.html", Staleness.MISSING, "b.html", Staleness.MISSING));
        assertThat(bench.files()).isEqualTo(Bench.clean(Bench.site("a.html", "1", "b.html", "2")));
        assertThat(built.counts()).isEqualTo(new Counts(7, 2, 5, 0));
    }

    @Test
    void anEditOfTheSameSizeIsSeenByItsTime() throws IOException {
        bench.build("a.html", "1");
        Files.setLastModifiedTime(bench.put("a.html", "2"), FileTime.fromMillis(0));
        assertThat(bench.build("a.html", "1").stale()).isEqualTo(Map.of("a.html", Staleness.MISSING));
    }

    @Test
    void aFreshCheckoutWithOtherTimesRendersNothingAndItsTimesAreRemembered() throws IOException {
        bench.build("a.html", "1");
        for (String path : bench.files().keySet()) {
            Files.setLastModifiedTime(bench.output.resolve(path), FileTime.fromMillis(1000));
        }
        assertThat(bench.build("a.html", "1").counts()).isEqualTo(new Counts(6, 0, 6, 0));
        FileTime memory = Files.getLastModifiedTime(bench.memory());
        assertThat(bench.build("a.html", "1").counts().rendered()).isZero();
        assertThat(Files.getLastModifiedTime(bench.memory())).isEqualTo(memory);
    }

    @Test
    void aPageRenderedToTheSameBytesIsCountedButNotTouched() throws IOException {
        bench.build("a.html", "1");
        SortedMap<String, FileTime> times = times();
        SortedMap<String, String> site = Bench.site("a.html", "1");
        List<Bench.Sheet> plan = Bench.plan(site).stream()
                .map(sheet -> new Bench.Sheet(
                        sheet.address(),
                        new InputDigests(
                                Digest.of("new theme"),
                                sheet.inputs().sources(),
                                sheet.inputs().references()),
                        sheet.text()))
                .toList();
        assertThat(bench.build(plan, new Bench.SwiftDisk()).counts()).isEqualTo(new Counts(6, 5, 1, 0));
        assertThat(times()).isEqualTo(times);
        assertThat(bench.build(plan, new Bench.SwiftDisk()).counts()).isEqualTo(new Counts(6, 0, 6, 0));
    }

    @Test
    void closedWithoutACommitItLeavesTheSiteAsItWas() {
        bench.build("a.html", "1");
        SortedMap<String, String> before = Bench.files(bench.base);
        try (OutputTree tree = bench.open()) {
            tree.stage(Bench.sheet("a.html", "2"), "2".getBytes());
            tree.stage(Bench.sheet("b.html", "2"), "2".getBytes());
            tree.remember("x.md", Digest.of("x"), new Findings(List.of(), List.of(), "", ""), " words\n");
        }
        assertThat(Bench.files(bench.base)).isEqualTo(before);
        assertThat(Bench.files(bench.backstage()).keySet()).containsExactly("lock");
    }

    @Test
    void aFailedFirstBuildLeavesNoOutputFolder() {
        try (OutputTree tree = bench.open()) {
            tree.stage(Bench.sheet("a.html", "2"), "2".getBytes());
        }
        assertThat(bench.output).doesNotExist();
    }

    @Test
    void aFileMayTakeThePlaceOfAFolderAndTheReverse() {
        bench.build("a/b/index.html", "1", "c", "2");
        SortedMap<String, String> site = Bench.site("a", "3", "c/d/index.html", "4");
        assertThat(bench.build(site).counts()).isEqualTo(new Counts(7, 3, 4, 2));
        assertThat(bench.files()).isEqualTo(Bench.clean(site));
    }

    @Test
    void aHardLinkToAnOldFileKeepsTheOldBytes() throws IOException {
        bench.build("a.html", "1");
        Path kept = Files.createLink(folder.resolve("kept.html"), bench.output.resolve("a.html"));
        bench.build("a.html", "2");
        assertThat(kept).hasContent("1");
        assertThat(bench.output.resolve("a.html")).hasContent("2");
    }

    @Test
    void findingsAreRememberedForTheSameBytesAndTheSameGenerator() {
        Problem problem = Problem.of(
                ProblemCode.BROKEN_LINK,
                new Location("content/x.zh.md", 3, 4),
                5,
                new Message("断", "broken"),
                new Message("改", "mend"));
        Findings findings = new Findings(
                List.of(problem, problem.asWarning()),
                List.of(new RelativeLink("../a b.pdf", "p3", true, new Location("content/x.zh.md", 7, 1), 9)),
                "d1 s2 p3",
                "v1 " + "0123456 ".repeat(20_000));
        Digest digest = Digest.of("text");
        List<Bench.Sheet> plan = Bench.plan(Bench.site());
        try (OutputTree tree = bench.open()) {
            assertThat(tree.findings("x.md", digest)).isEmpty();
            tree.remember("x.md", digest, findings, " words\n");
            tree.remember("y.md", digest, findings, " words\n");
            assertThat(tree.findings("x.md", digest)).contains(findings);
            plan.forEach(sheet -> tree.stage(sheet, sheet.bytes()));
            tree.commit(plan);
        }
        try (OutputTree tree = bench.open()) {
            assertThat(tree.findings("x.md", digest)).contains(findings);
            assertThat(tree.findings("x.md", Digest.of("other"))).isEmpty();
            tree.commit(plan);
        }
        try (OutputTree tree = bench.open()) {
            assertThat(tree.findings("x.md", digest)).contains(findings);
            assertThat(tree.findings("y.md", digest)).as("nobody asked for it").isEmpty();
        }
        bench.generator = Digest.of("another generator");
        try (OutputTree tree = bench.open()) {
            assertThat(tree.findings("x.md", digest)).isEmpty();
            assertThat(tree.forgotten().orElseThrow().en()).contains("another version");
            assertThat(tree.staleness(plan.get(0))).isEmpty();
        }
    }

    @Test
    void findingsOfSomeTextsAreCarriedOverWhileOthersChange() {
        List<Bench.Sheet> plan = Bench.plan(Bench.site());
        for (int round = 0; round < 12; round++) {
            try (OutputTree tree = bench.open()) {
                for (int text = 0; text < 20; text++) {
                    int version = text % 3 == 0 || text == round ? round : 0;
                    Digest digest = Digest.of(text + " " + version);
                    Findings findings = new Findings(List.of(), List.of(), "p1 ".repeat(text), digest.hex());
                    if (tree.findings(text + ".md", digest).isEmpty()) {
                        assertThat(round == 0 || version == round || text == round - 1)
                                .as("text %d in round %d", text, round)
                                .isTrue();
                        tree.remember(text + ".md", digest, findings, " words\n");
                    }
                    assertThat(tree.findings(text + ".md", digest)).contains(findings);
                }
                plan.stream()
                        .filter(sheet -> tree.staleness(sheet).isPresent())
                        .forEach(sheet -> tree.stage(sheet, sheet.bytes()));
                tree.commit(plan);
            }
        }
    }

    @Test
    void threadsDoNotMatter() {
        SortedMap<String, String> site = Bench.site();
        for (int i = 0; i < 300; i++) {
            site.put("zh/notices/" + i % 7 + "/" + i + "/index.html", "text " + i);
        }
        List<Bench.Sheet> plan = Bench.plan(site);
        try (OutputTree tree = bench.open()) {
            plan.parallelStream().forEach(sheet -> {
                assertThat(tree.staleness(sheet)).contains(Staleness.NEW);
                tree.stage(sheet, sheet.bytes());
            });
            tree.commit(plan);
        }
        assertThat(bench.files()).isEqualTo(Bench.clean(site));
    }

    @Test
    void noPageGetsOutOfTheOutput() {
        for (String path : List.of("../x.html", "a/../../x.html", "/etc/x", "", "a/./b", "a/..")) {
            try (OutputTree tree = bench.open()) {
                assertThatThrownBy(() -> tree.stage(Bench.sheet(path, "x"), new byte[1]))
                        .as(path)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void theListOfChecksumsIsNobodyElsesToPlan() {
        assertThatThrownBy(() -> bench.build("checksums.txt", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStalePageThatWasNotStagedIsAFaultOfTheCaller() {
        try (OutputTree tree = bench.open()) {
            assertThatThrownBy(() -> tree.commit(List.of(Bench.sheet("a.html", "1"))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a.html");
        }
    }

    private static Bench.Sheet sheet(InputDigests inputDigests) {
        return new Bench.Sheet(new Address("a.html"), inputDigests, "1");
    }

    private SortedMap<String, FileTime> times() throws IOException {
        SortedMap<String, FileTime> times = new TreeMap<>();
        for (String path : bench.files().keySet()) {
            times.put(path, Files.getLastModifiedTime(bench.output.resolve(path)));
        }
        return times;
    }

    @Test
    void aFileWrittenBehindTheBackOfABuildIsNotAsItWasLeft() throws IOException {
        List<Bench.Sheet> plan = Bench.plan(Bench.site("zh/a.html", "1"));
        Path file = bench.output.resolve("zh/a.html");
        try (OutputTree tree = bench.open()) {
            plan.forEach(sheet -> tree.stage(sheet, sheet.bytes()));
            tree.commit(plan);
            long time = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
            assertThat(tree.sum(file, 1, time)).hasValue(Crc.of(file));
            assertThat(tree.sum(file, 2, time)).isEmpty();
            assertThat(tree.sum(file, 1, time + 1)).hasValue(Crc.of(file));
            Files.writeString(file, "2");
            assertThat(tree.sum(file, 1, time + 1)).isEmpty();
            Path other = Files.writeString(bench.output.resolve("foreign.txt"), "2");
            assertThat(tree.sum(other, 1, 0)).hasValue(Crc.of(other));
            Path source = bench.base.resolve("content/zh/a.html");
            Files.createDirectories(source.getParent());
            assertThat(tree.sum(Files.writeString(source, "3"), 1, 0)).hasValue(Crc.of(source));
        }
    }
}
