package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.values.Digest;
import io.noticepress.output.uptodate.BuildState;
import io.noticepress.store.DirSnapshot;
import io.noticepress.store.DoubleCrc;
import io.noticepress.store.UnchangedDirs;
import io.noticepress.testkit.ShiftedClockFileOps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildStateTest {
    private static final DirSnapshot.ChecksumSource CHECKSUMS = (file, stamp) -> OptionalLong.of(DoubleCrc.of(file));
    private static final BuildState.BuildOutcome OUTCOME = new BuildState.BuildOutcome("en", 1, 2, 3, List.of());

    @TempDir
    Path folder;

    private final ShiftedClockFileOps fileOps = new ShiftedClockFileOps();
    private Path folderUnderTest;
    private Path file;

    @BeforeEach
    void aFolder() throws IOException {
        folderUnderTest = Files.createDirectories(folder.resolve("place"));
        file = Files.writeString(folderUnderTest.resolve("file.txt"), "1");
    }

    @Test
    void aSourceWrittenAfterTheBuildBeganIsNotTrusted() throws IOException {
        fileOps.letSettle(folder);
        assertThat(snapshotsSavedAfter(() -> {})).isNotEmpty().allMatch(DirSnapshot::isCurrent);
        assertThat(snapshotsSavedAfter(() -> Files.writeString(file, "5")))
                .filteredOn(snapshot -> snapshot.scope().root().startsWith(folderUnderTest))
                .anyMatch(snapshot -> !snapshot.isCurrent());
    }

    private List<DirSnapshot> snapshotsSavedAfter(SourceChange meanwhile) throws IOException {
        OutputFixture outputFixture = new OutputFixture(folder);
        BuildState buildState = openBuildState(outputFixture, "request");
        meanwhile.apply();
        List<DirSnapshot> snapshots = buildState.readScopes(UnchangedDirs.NONE).stream()
                .map(dirScope -> buildState.snapshot(dirScope, UnchangedDirs.NONE, CHECKSUMS))
                .toList();
        buildState.save(snapshots, OUTCOME);
        BuildState.SavedBuildState saved =
                openBuildState(outputFixture, "request").read().orElseThrow();
        assertThat(saved.outcome()).contains(OUTCOME);
        BuildState.SavedBuildState other =
                openBuildState(outputFixture, "another request").read().orElseThrow();
        assertThat(other.outcome()).isEmpty();
        assertThat(other.snapshots()).hasSameSizeAs(saved.snapshots());
        return saved.snapshots();
    }

    private BuildState openBuildState(OutputFixture outputFixture, String request) {
        return BuildState.open(
                        fileOps,
                        outputFixture.output,
                        outputFixture.work,
                        List.of(folderUnderTest),
                        outputFixture.protectedDirs,
                        Digest.of(request))
                .orElseThrow();
    }

    private interface SourceChange {
        void apply() throws IOException;
    }
}
