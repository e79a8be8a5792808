package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.noticepress.markdown.Findings;
import io.noticepress.model.Digest;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
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
class MemoryTest {
    private static final Digest TEXT = Digest.of("text");
    private static final Findings FINDINGS = new Findings(List.of(), List.of(), "d1 p1", "v1 abcdefg");

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void project() throws IOException {
        bench = new Bench(folder);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFlippedBitIsNeverBelieved(boolean tables) throws IOException {
        byte[] whole = remembered(tables);
        for (int i = 0; i < whole.length; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= (byte) (1 << i % 8);
            assertHealed(tables, flipped, "byte " + i);
            whole = Files.readAllBytes(file(tables));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTruncatedMemoryIsNeverBelieved(boolean tables) throws IOException {
        byte[] whole = remembered(tables);
        for (int length = 0; length < whole.length; length += tables ? 3 : 1) {
            assertHealed(tables, Arrays.copyOf(whole, length), "length " + length);
            whole = Files.readAllBytes(file(tables));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aForeignFileIsNotTakenForAMemory(boolean tables) throws IOException {
        remembered(tables);
        assertHealed(tables, "not a memory at all, but long enough to hold a header and a trailer".getBytes(), "text");
        assertHealed(tables, new byte[100_000], "zeros");
    }

    @Test
    void anEditAddsToThePiecesAndWhatIsDeadGoesWhenItIsMoreThanHalf() throws IOException {
        bench.build("a.html", "1", "b.html", "1");
        Path first = bench.pieces();
        byte[] before = Files.readAllBytes(first);
        bench.build("a.html", "2", "b.html", "1");
        byte[] after = Files.readAllBytes(first);
        assertThat(after).hasSizeGreaterThan(before.length).startsWith(before);
        long largest = after.length;
        for (int edit = 3; edit < 40; edit++) {
            assertThat(bench.build("a.html", "" + edit, "b.html", "1").counts().rendered())
                    .isEqualTo(2);
            assertThat(Files.list(bench.work).filter(file -> file.toString().endsWith(".pieces")))
                    .hasSize(1);
            largest = Math.max(largest, Files.size(bench.pieces()));
        }
        assertThat(bench.pieces()).isNotEqualTo(first);
        assertThat(largest).isLessThan(3L * before.length);
    }

    @Test
    void aBuildThatFailsAddsNothing() throws IOException {
        bench.build("a.html", "1");
        byte[] before = Files.readAllBytes(bench.pieces());
        try (OutputTree tree = bench.open()) {
            tree.remember("b.md", TEXT, FINDINGS, " words\n");
            assertThat(tree.findings("b.md", TEXT)).contains(FINDINGS);
        }
        assertThat(Files.readAllBytes(bench.pieces())).isEqualTo(before);
    }

    @Test
    void whatIsKeptOfATextIsNotTakenForAnEqualOneElsewhere() throws IOException {
        assertThat("Aa.md").hasSameHashCodeAs("BB.md");
        List<Bench.Sheet> plan = Bench.plan(Bench.site("zh/a.html", "1"));
        try (OutputTree tree = bench.open()) {
            plan.forEach(sheet -> tree.stage(sheet, sheet.bytes()));
            tree.remember("Aa.md", TEXT, FINDINGS, " words\n");
            tree.commit(plan);
        }
        try (OutputTree tree = bench.open()) {
            assertThat(tree.knows("Aa.md", TEXT)).isTrue();
            assertThat(tree.findings("Aa.md", TEXT)).contains(FINDINGS);
            assertThat(tree.slip("Aa.md", TEXT)).contains(" words\n");
            assertThat(tree.findings("BB.md", TEXT)).isEmpty();
            assertThat(tree.slip("BB.md", TEXT)).isEmpty();
            assertThat(tree.knows("cc.md", TEXT)).isFalse();
        }
    }

    @Test
    void piecesOfAnotherMemoryAreNotTakenForItsOwn() throws IOException {
        bench.build("a.html", "1");
        Bench other = new Bench(Files.createDirectory(folder.resolve("other")));
        other.build("a.html", "2");
        Files.copy(other.pieces(), bench.pieces(), StandardCopyOption.REPLACE_EXISTING);
        try (OutputTree tree = bench.open()) {
            assertThat(tree.forgotten().orElseThrow().en()).isEqualTo("the memory of earlier builds is incomplete");
            assertThat(tree.findings("a.html", Digest.of("1"))).isEmpty();
        }
        assertThat(bench.build("a.html", "1").counts().rendered()).isZero();
    }

    @Test
    void aMemoryLostOrDamagedSaysSo() throws IOException {
        try (OutputTree tree = bench.open()) {
            assertThat(tree.forgotten().orElseThrow().en()).isEqualTo("there is no memory of an earlier build");
        }
        byte[] whole = remembered(true);
        try (OutputTree tree = bench.open()) {
            assertThat(tree.forgotten()).isEmpty();
        }
        Files.write(bench.memory(), Arrays.copyOf(whole, whole.length - 1));
        try (OutputTree tree = bench.open()) {
            assertThat(tree.forgotten().orElseThrow().en())
                    .isEqualTo("the memory of earlier builds is damaged, or of another version");
        }
    }

    @Test
    void withoutItsMemoryABuildKnowsItsFilesByTheListOfChecksums() throws IOException {
        bench.build("zh/a.html", "1", "zh/gone.html", "2", "zh/edited.html", "3");
        bench.put("zh/edited.html", "by hand");
        Files.delete(bench.memory());
        Bench.Built built = bench.build("zh/a.html", "1");
        assertThat(built.lines()).containsExactly("target/site/zh/edited.html foreign-file");
        assertThat(built.counts()).isEqualTo(new Counts(6, 6, 0, 1));
        assertThat(bench.files()).doesNotContainKey("zh/gone.html").containsEntry("zh/edited.html", "by hand");
    }

    @Test
    void somebodyElsesChecksumsGiveUsNoRightToTheirFiles() throws IOException {
        String digest = Digest.of("iso".getBytes()).hex();
        bench.put("disc.iso", "iso");
        bench.put("checksums.txt", digest + "  disc.iso\n");
        SortedMap<String, String> before = bench.files();
        try (OutputTree tree = bench.open()) {
            assertThat(tree.staleness(Bench.sheet("index.html", "x"))).contains(Staleness.NEW);
        }
        assertThat(bench.files()).isEqualTo(before);
        assertThat(catchThrowable(() -> bench.build("a.html", "1"))).hasMessageContaining("checksums.txt");
        assertThat(bench.files()).isEqualTo(before);
    }

    @Test
    void aMemoryOfAnotherOutputGivesNoRightToItsFiles() throws IOException {
        bench.build("a.html", "1");
        Path ours = bench.memory();
        byte[] memory = Files.readAllBytes(ours);
        Path preview = Files.createDirectories(bench.base.resolve("target/preview"));
        Files.writeString(preview.resolve("a.html"), "somebody's own");
        Problems problems = new Problems();
        Disk disk = new Bench.SwiftDisk();
        Premises premises = Premises.of(disk, preview, bench.work, bench.guard);
        Files.write(premises.memory(), memory);
        try (OutputTree tree =
                OutputTree.open(preview, bench.work, Bench.GENERATOR, bench.guard, Still.NOTHING, problems)) {
            assertThat(tree.forgotten().orElseThrow().en()).isEqualTo("the memory is of another output folder");
            tree.inspect(List.of(Bench.sheet("a.html", "1")));
        }
        assertThat(problems.sorted().get(0).at().file()).isEqualTo("target/preview/a.html");
        assertThat(problems.sorted().get(0).code()).isEqualTo(ProblemCode.OUTPUT_UNSAFE);
    }

    @Test
    void twoOutputsOfOneProjectRememberSideBySide() throws IOException {
        bench.build("a.html", "1");
        Path preview = bench.base.resolve("target/preview");
        List<Bench.Sheet> plan = Bench.plan(Bench.site("a.html", "2"));
        for (int expected : new int[] {6, 0}) {
            try (OutputTree tree =
                    OutputTree.open(preview, bench.work, Bench.GENERATOR, bench.guard, Still.NOTHING, new Problems())) {
                plan.stream()
                        .filter(sheet -> tree.staleness(sheet).isPresent())
                        .forEach(sheet -> tree.stage(sheet, sheet.bytes()));
                assertThat(tree.commit(plan).rendered()).isEqualTo(expected);
            }
        }
        assertThat(bench.build("a.html", "1").counts().rendered()).isZero();
    }

    @Test
    void aProjectThatWasMovedRendersNothing() throws IOException {
        bench.build("a.html", "1");
        Path moved = folder.resolveSibling(folder.getFileName() + "-moved");
        Files.move(folder, moved);
        assertThat(new Bench(moved).build("a.html", "1").counts().rendered()).isZero();
        Files.move(moved, folder);
    }

    private Path file(boolean tables) throws IOException {
        return tables ? bench.memory() : bench.pieces();
    }

    private byte[] remembered(boolean tables) throws IOException {
        SortedMap<String, String> site = Bench.site("zh/a.html", "1");
        List<Bench.Sheet> plan = Bench.plan(site);
        try (OutputTree tree = bench.open()) {
            plan.forEach(sheet -> tree.stage(sheet, sheet.bytes()));
            tree.remember("a.md", TEXT, FINDINGS, " words\n");
            tree.commit(plan);
        }
        return Files.readAllBytes(file(tables));
    }

    /** With this for tables or pieces, findings are right or not there, and the site comes out as a clean build's. */
    private void assertHealed(boolean tables, byte[] memory, String where) throws IOException {
        Files.write(file(tables), memory);
        try (OutputTree tree = bench.open()) {
            Optional<Findings> found = tree.findings("a.md", TEXT);
            assertThat(found.isEmpty() || found.get().equals(FINDINGS))
                    .as(where)
                    .isTrue();
        }
        SortedMap<String, String> site = Bench.site("zh/b.html", "2");
        Bench.Built built = bench.build(site);
        assertThat(built.problems()).as(where).isEmpty();
        assertThat(bench.files()).as(where).isEqualTo(Bench.clean(site));
        remembered(tables);
    }
}
