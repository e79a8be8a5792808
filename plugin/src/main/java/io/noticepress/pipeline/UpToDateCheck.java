package io.noticepress.pipeline;

import io.noticepress.model.values.Digest;
import io.noticepress.output.FileCounts;
import io.noticepress.output.OutputTree;
import io.noticepress.output.uptodate.BuildState;
import io.noticepress.problem.Problems;
import io.noticepress.report.RunLog;
import io.noticepress.report.RunReport;
import io.noticepress.report.RunRequest;
import io.noticepress.store.DirSnapshot;
import io.noticepress.store.UnchangedDirs;
import java.util.List;
import java.util.Optional;

/**
 * How everything stands when a build begins. If that is how the last one left it, there is nothing to read and nothing to do;
 * if only some parts of the disk are, these need not be looked at again.
 *
 * @param state what the last build kept, if its folders can be used
 * @param lastOutcome what the last build came to, if all is as it was left
 * @param unchangedDirs what is
 */
record UpToDateCheck(
        Optional<BuildState> state, Optional<BuildState.BuildOutcome> lastOutcome, UnchangedDirs unchangedDirs) {

    /** What the last build of the same kept, compared with what is there now. */
    static UpToDateCheck open(RunRequest runRequest, GeneratorVersion generatorVersion, WorkerPool workerPool) {
        Digest asked = Digest.of(
                generatorVersion.digestOfJar().hex(),
                runRequest.displayPath(runRequest.content()),
                runRequest.displayPath(runRequest.themes()),
                runRequest.displayPath(runRequest.output()),
                runRequest.theme().toString(),
                runRequest.baseUrl().toString(),
                runRequest.asOf().toString(),
                Boolean.toString(runRequest.drafts()),
                Boolean.toString(runRequest.strict()));
        Optional<BuildState> standstill = BuildState.open(
                runRequest.output(),
                runRequest.work(),
                List.of(runRequest.content(), runRequest.themes()),
                runRequest.protectedDirs(),
                asked);
        return standstill
                .flatMap(kept -> kept.read().map(savedBuildState -> open(kept, savedBuildState, workerPool)))
                .orElseGet(() -> new UpToDateCheck(standstill, Optional.empty(), UnchangedDirs.NONE));
    }

    private static UpToDateCheck open(
            BuildState kept, BuildState.SavedBuildState savedBuildState, WorkerPool workerPool) {
        List<Optional<DirSnapshot>> now = workerPool.mapAll(savedBuildState.snapshots(), kept::refresh);
        UnchangedDirs unchangedDirs = UnchangedDirs.of(savedBuildState.snapshots(), now);
        if (now.contains(Optional.<DirSnapshot>empty())) {
            return new UpToDateCheck(Optional.of(kept), Optional.empty(), unchangedDirs);
        }
        List<DirSnapshot> looks = now.stream().flatMap(Optional::stream).toList();
        if (!looks.equals(savedBuildState.snapshots())) {
            kept.update(savedBuildState, looks);
        }
        return new UpToDateCheck(Optional.of(kept), Optional.of(savedBuildState.outcome()), unchangedDirs);
    }

    /** The report of a build that would change nothing; empty if that is not known beforehand. */
    Optional<RunReport> previousReport(RunLog runLog, Problems problems) {
        return lastOutcome.map(buildOutcome -> {
            runLog.useLanguage(buildOutcome.messageLanguage());
            runLog.sayUnchanged();
            problems.addAll(buildOutcome.problems());
            FileCounts fileCounts = new FileCounts(buildOutcome.pages(), 0, buildOutcome.pages(), 0);
            return RunReport.of(buildOutcome.notices(), buildOutcome.editions(), fileCounts);
        });
    }

    /** A moment, in nanoseconds since 1970: of files that were last changed before it, the looks count. */
    long trustedBefore() {
        return state.map(BuildState::trustedBefore).orElse(Long.MIN_VALUE);
    }

    /** Keeps what this build came to, and how it left everything, for the next one. */
    void saveState(WorkerPool workerPool, OutputTree tree, String messages, RunReport runReport, Problems problems) {
        state.ifPresent(next -> {
            UnchangedDirs left = tree.unchangedAfterCommit();
            List<DirSnapshot.DirScope> parts = next.readScopes(left);
            next.save(
                    parts,
                    workerPool.mapAll(parts, dirScope -> BuildState.readSnapshot(dirScope, left, tree::checksum)),
                    new BuildState.BuildOutcome(
                            messages, runReport.notices(), runReport.editions(), runReport.pages(), problems.sorted()));
        });
    }

    /** Keeps nothing for the next one. */
    void deleteState() {
        state.ifPresent(BuildState::delete);
    }
}
