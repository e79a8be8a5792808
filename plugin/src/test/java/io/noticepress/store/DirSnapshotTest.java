package io.noticepress.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.testkit.FileTrees;
import io.noticepress.testkit.ShiftedClockFileOps;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirSnapshotTest {
    private static final DirSnapshot.ChecksumSource CHECKSUMS = (file, stamp) -> OptionalLong.of(DoubleCrc.of(file));

    @TempDir
    Path folder;

    private final ShiftedClockFileOps fileOps = new ShiftedClockFileOps();
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
            List<DirSnapshot> snapshots = snapshots(depth);
            UnchangedDirs unchangedDirs = UnchangedDirs.of(
                    snapshots, snapshots.stream().map(Optional::of).toList());
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
        assertThat(DirSnapshot.read(scope(), Optional.empty(), CHECKSUMS, Long.MAX_VALUE))
                .isEmpty();
    }

    @Test
    void anUnexpectedFileHasNoSnapshot() throws IOException {
        long size = Files.size(file);
        DirSnapshot.ChecksumSource checksumSource = (each, stamp) ->
                each.equals(file) && stamp.size() != size ? OptionalLong.empty() : CHECKSUMS.checksum(each, stamp);
        assertThat(DirSnapshot.read(scope(), Optional.empty(), checksumSource, Long.MAX_VALUE))
                .isPresent();
        Files.writeString(file, "longer than it was");
        assertThat(DirSnapshot.read(scope(), Optional.empty(), checksumSource, Long.MAX_VALUE))
                .isEmpty();
    }

    @Test
    void theSameNamesAndBytesAreTheSameWhateverTheirTimes() throws IOException {
        for (int depth = 0; depth < 4; depth++) {
            List<DirSnapshot> before = snapshots(depth);
            rewriteAllFiles();
            assertThat(before).as("depth " + depth).noneMatch(DirSnapshot::isCurrent);
            List<Optional<DirSnapshot>> now = before.stream()
                    .map(snapshot -> snapshot.refresh(CHECKSUMS, Long.MAX_VALUE))
                    .toList();
            assertThat(now).allMatch(Optional::isPresent);
            assertThat(now).allMatch(snapshot -> snapshot.get().isCurrent());
            assertThat(now)
                    .map(snapshot -> snapshot.get().scope())
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
                    .allMatch(snapshot ->
                            snapshot.refresh(CHECKSUMS, Long.MAX_VALUE).isPresent());
        }
        List<List<DirSnapshot>> before = List.of(snapshots(0), snapshots(1), snapshots(2), snapshots(3));
        if (Files.exists(folderUnderTest)) {
            rewriteAllFiles();
        }
        fileChange.apply();
        for (List<DirSnapshot> snapshots : before) {
            assertThat(snapshots)
                    .anyMatch(snapshot ->
                            snapshot.refresh(CHECKSUMS, Long.MAX_VALUE).isEmpty());
        }
    }

    /** Replaces all files and folders by new ones with the same names and bytes, as in a fresh checkout. */
    private void rewriteAllFiles() throws IOException {
        Path copy = folder.resolve("copy");
        FileTrees.copyFiles(folderUnderTest, copy, Comparator.reverseOrder());
        try (Stream<Path> folders = Files.walk(folderUnderTest).filter(Files::isDirectory)) {
            for (Path each : folders.toList()) { // includes folders without files
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
        List<String> checksummed = new ArrayList<>();
        Optional<DirSnapshot> now = DirSnapshot.read(
                before.scope(),
                Optional.of(before),
                (each, stamp) -> {
                    checksummed.add(each.getFileName().toString());
                    return CHECKSUMS.checksum(each, stamp);
                },
                Long.MAX_VALUE);
        assertThat(checksummed).containsExactly("other.txt");
        assertThat(now.orElseThrow().entries()).isEqualTo(snapshots(0).get(0).entries());
    }

    @Test
    void onlyTheFilesLeftAloneBeforeTheBuildAreTrusted() throws IOException {
        Path other = folderUnderTest.resolve("a/other.txt");
        long begun = fileOps.awaitTick(folder);
        Files.writeString(file, "5");
        DirSnapshot.DirScope a = new DirSnapshot.DirScope(folderUnderTest.resolve("a"), true);
        assertThat(unchangedFiles(a, begun)).accepts("other.txt").rejects("b/c/file.txt", "missing.txt");
        Files.writeString(other, "3");
        assertThat(unchangedFiles(a, begun)).rejects("other.txt", "b/c/file.txt");
    }

    @Test
    void noFileIsTrustedBelowAFolderPutInPlaceDuringTheBuild() throws IOException {
        long begun = fileOps.awaitTick(folder);
        Files.move(folderUnderTest.resolve("a"), folderUnderTest.resolve("d"));
        for (int depth = 0; depth < 4; depth++) {
            List<DirSnapshot> last = snapshots(depth, begun);
            UnchangedDirs unchangedDirs = UnchangedDirs.of(
                    last,
                    last.stream()
                            .map(snapshot -> snapshot.refresh(CHECKSUMS, begun))
                            .toList());
            for (DirSnapshot each : last) {
                Path root = each.scope().root();
                assertThat(unchangedDirs.unchangedFiles(root))
                        .as(depth + " " + root)
                        .rejects("d/b/c/file.txt", "b/c/file.txt", "c/file.txt", "file.txt");
            }
        }
    }

    /** File systems other than those of Unix may have neither ctime nor inode numbers. */
    @Test
    void aFileSystemWithoutInodesHasSnapshots() throws IOException {
        DirSnapshot.ChecksumSource sums = (each, stamp) -> OptionalLong.of(DoubleCrc.of(Files.readAllBytes(each)));
        Path zip = folder.resolve("place.zip");
        try (FileSystem fileSystem = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Path root = Files.createDirectories(fileSystem.getPath("/place/a"));
            Path text = Files.writeString(root.resolve("file.txt"), "1");
            DirSnapshot.DirScope dirScope = new DirSnapshot.DirScope(root, true);
            DirSnapshot before = DirSnapshot.read(dirScope, Optional.empty(), sums, Long.MAX_VALUE)
                    .orElseThrow();
            assertThat(before.refresh(sums, Long.MAX_VALUE)).containsSame(before);
            assertThat(before.refresh((each, stamp) -> OptionalLong.empty(), Long.MAX_VALUE))
                    .containsSame(before);
            Files.setLastModifiedTime(text, FileTime.fromMillis(0));
            assertThat(before.refresh(sums, Long.MAX_VALUE)).isPresent();
            Files.writeString(text, "22");
            assertThat(before.refresh(sums, Long.MAX_VALUE)).isEmpty();
            Files.writeString(text, "1");
            Files.writeString(root.resolve("new.txt"), "2");
            assertThat(before.refresh(sums, Long.MAX_VALUE)).isEmpty();
        }
    }

    private static Predicate<String> unchangedFiles(DirSnapshot.DirScope dirScope, long trustedBefore) {
        DirSnapshot last = DirSnapshot.read(dirScope, Optional.empty(), CHECKSUMS, trustedBefore)
                .orElseThrow();
        Optional<DirSnapshot> now = last.refresh(CHECKSUMS, trustedBefore);
        return UnchangedDirs.of(List.of(last), List.of(now)).unchangedFiles(dirScope.root());
    }

    private DirSnapshot.DirScope scope() {
        return new DirSnapshot.DirScope(folderUnderTest, true);
    }

    private void assertDetected(FileChange fileChange) throws IOException {
        for (int depth = 0; depth < 4; depth += 3) {
            assertThat(snapshots(depth)).allMatch(DirSnapshot::isCurrent);
        }
        List<DirSnapshot> before = snapshots(2);
        fileOps.awaitTick(folder);
        fileChange.apply();
        assertThat(before).anyMatch(snapshot -> !snapshot.isCurrent());
    }

    private List<DirSnapshot> snapshots(int depth) {
        return snapshots(depth, Long.MAX_VALUE);
    }

    private List<DirSnapshot> snapshots(int depth, long trustedBefore) {
        return DirSnapshot.DirScope.readScopes(folderUnderTest, depth, UnchangedDirs.NONE).stream()
                .map(dirScope -> DirSnapshot.read(dirScope, Optional.empty(), CHECKSUMS, trustedBefore)
                        .orElseThrow())
                .toList();
    }

    private interface FileChange {
        void apply() throws IOException;
    }
}
