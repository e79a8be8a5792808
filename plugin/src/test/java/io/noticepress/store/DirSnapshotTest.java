package io.noticepress.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.values.Digest;
import io.noticepress.output.OutputFixture;
import io.noticepress.output.uptodate.BuildState;
import io.noticepress.testkit.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirSnapshotTest {
    private static final DirSnapshot.ChecksumSource CHECKSUMS =
            (file, size, time) -> OptionalLong.of(DoubleCrc.of(file));
    private static final BuildState.BuildOutcome OUTCOME = new BuildState.BuildOutcome("en", 1, 2, 3, List.of());

    @TempDir
    Path folder;

    private Path folderUnderTest;
    private Path file;

    @BeforeEach
    void aFolder() throws IOException {
        folderUnderTest = Files.createDirectories(folder.resolve("place"));
        Files.createDirectories(folderUnderTest.resolve("a/b/c"));
        file = Files.writeString(folderUnderTest.resolve("a/b/c/file.txt"), "1");
        Files.writeString(folderUnderTest.resolve("a/other.txt"), "2");
    }

    @Test
    void aSnapshotHoldsAtEveryDepthOfScopes() throws IOException {
        for (int depth = 0; depth < 5; depth++) {
            assertThat(snapshots(depth)).as("depth " + depth).isNotEmpty().allMatch(DirSnapshot::isCurrent);
        }
        assertThat(snapshots(0)).hasSize(1);
        assertThat(snapshots(2)).hasSize(3);
    }

    @Test
    void namesAreKnownFromTheSnapshotWithoutListing() throws IOException {
        for (int depth = 0; depth < 4; depth++) {
            List<DirSnapshot> looks = snapshots(depth);
            UnchangedDirs unchangedDirs =
                    UnchangedDirs.of(looks, looks.stream().map(Optional::of).toList());
            assertThat(unchangedDirs.children(folderUnderTest))
                    .as("depth " + depth)
                    .contains(Map.of("a", true));
            Optional<Map<String, Boolean>> inside = unchangedDirs.children(folderUnderTest.resolve("a"));
            assertThat(inside)
                    .as("depth " + depth)
                    .isEqualTo(depth == 0 ? Optional.empty() : Optional.of(Map.of("b", true, "other.txt", false)));
        }
    }

    @Test
    void everyChangeOfAFileIsDetected() throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        assertDetected(() -> {
            Files.writeString(file, "3");
            Files.setLastModifiedTime(file, time);
        });
        assertDetected(() -> Files.delete(file));
        assertDetected(() -> Files.writeString(file, "1"));
        assertDetected(() -> Files.move(file, file.resolveSibling("renamed.txt")));
        assertDetected(() -> Files.writeString(folderUnderTest.resolve("a/b/new.txt"), "4"));
        assertDetected(() -> Files.createDirectory(folderUnderTest.resolve("empty")));
        assertDetected(() -> Files.delete(folderUnderTest.resolve("empty")));
        assertDetected(() -> {
            Path copy = folder.resolve("copy");
            Files.copy(folderUnderTest.resolve("a/other.txt"), copy, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(copy, folderUnderTest.resolve("a/other.txt"), StandardCopyOption.REPLACE_EXISTING);
        });
        assertDetected(() -> Files.move(folderUnderTest, folder.resolve("elsewhere")));
        assertDetected(() -> Files.move(folder.resolve("elsewhere"), folderUnderTest));
    }

    @Test
    void aSymbolicLinkHasNoSnapshot() throws IOException {
        Files.createSymbolicLink(folderUnderTest.resolve("a/link"), file);
        assertThat(DirSnapshot.read(new DirSnapshot.DirScope(folderUnderTest, true), Optional.empty(), CHECKSUMS))
                .isEmpty();
    }

    @Test
    void anUnexpectedFileHasNoSnapshot() throws IOException {
        long size = Files.size(file);
        DirSnapshot.ChecksumSource checksumSource = (each, found, time) ->
                each.equals(file) && found != size ? OptionalLong.empty() : CHECKSUMS.checksum(each, found, time);
        assertThat(DirSnapshot.read(new DirSnapshot.DirScope(folderUnderTest, true), Optional.empty(), checksumSource))
                .isPresent();
        Files.writeString(file, "longer than it was");
        assertThat(DirSnapshot.read(new DirSnapshot.DirScope(folderUnderTest, true), Optional.empty(), checksumSource))
                .isEmpty();
    }

    @Test
    void theSameNamesAndBytesAreTheSameWhateverTheirTimes() throws IOException {
        for (int depth = 0; depth < 4; depth++) {
            List<DirSnapshot> before = snapshots(depth);
            rewriteAllFiles();
            assertThat(before).as("depth " + depth).noneMatch(DirSnapshot::isCurrent);
            List<Optional<DirSnapshot>> now =
                    before.stream().map(look -> look.refresh(CHECKSUMS)).toList();
            assertThat(now).allMatch(Optional::isPresent);
            assertThat(now).allMatch(look -> look.get().isCurrent());
            assertThat(now)
                    .map(look -> look.get().scope())
                    .isEqualTo(before.stream().map(DirSnapshot::scope).toList());
        }
    }

    @Test
    void otherNamesOrBytesAreNotTheSame() throws IOException {
        assertContentDiffers(() -> Files.writeString(file, "3"));
        assertContentDiffers(() -> Files.delete(file));
        assertContentDiffers(() -> Files.writeString(folderUnderTest.resolve("a/b/new.txt"), "4"));
        Path other = folderUnderTest.resolve("a/other.txt");
        assertContentDiffers(() -> {
            Path same = Files.copy(other, folder.resolve("same.txt"));
            Files.delete(other);
            Files.createSymbolicLink(other, same);
        });
        Files.delete(other);
        assertContentDiffers(() -> Files.move(folderUnderTest.resolve("a/b"), folderUnderTest.resolve("a/d")));
        assertContentDiffers(() -> Files.createDirectory(folderUnderTest.resolve("empty")));
        assertContentDiffers(() -> {
            Files.delete(folderUnderTest.resolve("empty"));
            Files.writeString(folderUnderTest.resolve("empty"), "a file now");
        });
        assertContentDiffers(() -> Files.move(folderUnderTest, folder.resolve("elsewhere")));
        assertContentDiffers(() -> Files.move(folder.resolve("elsewhere"), folderUnderTest));
    }

    private void assertContentDiffers(FileChange fileChange) throws IOException {
        for (int depth = 0; depth < 4; depth++) {
            assertThat(snapshots(depth))
                    .allMatch(look -> look.refresh(CHECKSUMS).isPresent());
        }
        List<List<DirSnapshot>> before = List.of(snapshots(0), snapshots(1), snapshots(2), snapshots(3));
        if (Files.exists(folderUnderTest)) {
            rewriteAllFiles();
        }
        fileChange.apply();
        for (List<DirSnapshot> looks : before) {
            assertThat(looks).anyMatch(look -> look.refresh(CHECKSUMS).isEmpty());
        }
    }

    /** All files and folders are others, with the same names and bytes, as after a fresh checkout. */
    private void rewriteAllFiles() throws IOException {
        Path copy = folder.resolve("copy");
        FileTrees.copyFiles(folderUnderTest, copy, Comparator.reverseOrder());
        try (Stream<Path> folders = Files.walk(folderUnderTest).filter(Files::isDirectory)) {
            for (Path each : folders.toList()) { // those without files, too
                Files.createDirectories(
                        copy.resolve(folderUnderTest.relativize(each).toString()));
            }
        }
        FileTrees.deleteTree(folderUnderTest);
        Files.move(copy, folderUnderTest);
    }

    @Test
    void noChecksumIsComputedForAnUnchangedFile() throws IOException {
        DirSnapshot before = snapshots(0).get(0);
        Files.writeString(folderUnderTest.resolve("a/other.txt"), "3");
        List<String> asked = new ArrayList<>();
        Optional<DirSnapshot> now = DirSnapshot.read(before.scope(), Optional.of(before), (each, size, time) -> {
            asked.add(each.getFileName().toString());
            return CHECKSUMS.checksum(each, size, time);
        });
        assertThat(asked).containsExactly("other.txt");
        assertThat(now.orElseThrow().entries()).isEqualTo(snapshots(0).get(0).entries());
    }

    @Test
    void aSourceWrittenAfterTheBuildBeganIsNotTrusted() throws Exception {
        Thread.sleep(200); // the folder is left alone for a while
        assertThat(snapshotsKeptAfter(() -> {})).isNotEmpty().allMatch(DirSnapshot::isCurrent);
        assertThat(snapshotsKeptAfter(() -> Files.writeString(file, "5")))
                .filteredOn(look -> look.scope().root().startsWith(folderUnderTest))
                .anyMatch(look -> !look.isCurrent());
    }

    private List<DirSnapshot> snapshotsKeptAfter(FileChange meanwhile) throws IOException {
        OutputFixture outputFixture = new OutputFixture(folder);
        Optional<BuildState> standstill = openBuildState(outputFixture);
        meanwhile.apply();
        List<DirSnapshot.DirScope> parts = standstill.orElseThrow().readScopes(UnchangedDirs.NONE);
        standstill
                .get()
                .save(
                        parts,
                        parts.stream()
                                .map(dirScope -> BuildState.readSnapshot(dirScope, UnchangedDirs.NONE, CHECKSUMS))
                                .toList(),
                        OUTCOME);
        BuildState.SavedBuildState savedBuildState =
                openBuildState(outputFixture).orElseThrow().read().orElseThrow();
        assertThat(savedBuildState.outcome()).isEqualTo(OUTCOME);
        return savedBuildState.snapshots();
    }

    private Optional<BuildState> openBuildState(OutputFixture outputFixture) {
        return BuildState.open(
                outputFixture.output,
                outputFixture.work,
                List.of(folderUnderTest),
                outputFixture.protectedDirs,
                Digest.of("asked"));
    }

    private void assertDetected(FileChange fileChange) throws IOException {
        for (int depth = 0; depth < 4; depth += 3) {
            assertThat(snapshots(depth)).allMatch(DirSnapshot::isCurrent);
        }
        List<DirSnapshot> before = snapshots(2);
        try {
            Thread.sleep(20); // the clock of the disk goes on
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        fileChange.apply();
        assertThat(before).anyMatch(look -> !look.isCurrent());
    }

    private List<DirSnapshot> snapshots(int depth) throws IOException {
        return DirSnapshot.DirScope.readScopes(folderUnderTest, depth, UnchangedDirs.NONE).stream()
                .map(dirScope ->
                        DirSnapshot.read(dirScope, Optional.empty(), CHECKSUMS).orElseThrow())
                .toList();
    }

    private interface FileChange {
        void apply() throws IOException;
    }
}
