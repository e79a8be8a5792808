package io.noticepress.pipeline;

import io.noticepress.model.values.Digest;
import io.noticepress.output.FileCounts;
import io.noticepress.output.OutputTree;
import io.noticepress.output.uptodate.BuildState;
import io.noticepress.output.uptodate.BuildState.BuildOutcome;
import io.noticepress.output.uptodate.BuildState.SavedBuildState;
import io.noticepress.problem.Problems;
import io.noticepress.report.RunLog;
import io.noticepress.report.RunReport;
import io.noticepress.report.RunRequest;
import io.noticepress.store.DirSnapshot;
import io.noticepress.store.DirSnapshot.DirScope;
import io.noticepress.store.FileOps;
import io.noticepress.store.UnchangedDirs;
import java.util.List;
import java.util.Optional;

/**
 * What has changed since the last build, checked when a build begins. If nothing has, the build is skipped.
 *
 * @param state empty if the folders cannot be used
 * @param lastOutcome the result of the last build, if nothing has changed
 * @param unchangedDirs what has not changed
 */
record UpToDateCheck(Optional<BuildState> state, Optional<BuildOutcome> lastOutcome, UnchangedDirs unchangedDirs) {

    /** Compares what the last build saved with the request and the disk. */
    static UpToDateCheck open(
            RunRequest runRequest, GeneratorVersion generatorVersion, FileOps fileOps, WorkerPool workerPool) {
        Digest requestDigest = Digest.of(
                generatorVersion.digestOfJar().hex(),
                runRequest.displayPath(runRequest.content()),
                runRequest.displayPath(runRequest.themes()),
                runRequest.displayPath(runRequest.output()),
                runRequest.theme().toString(),
                runRequest.baseUrl().toString(),
                runRequest.asOf().toString(),
                Boolean.toString(runRequest.drafts()),
                Boolean.toString(runRequest.strict()));
        Optional<BuildState> state = BuildState.open(
                fileOps,
                runRequest.output(),
                runRequest.work(),
                List.of(runRequest.content(), runRequest.themes()),
                runRequest.protectedDirs(),
                requestDigest);
        return state.flatMap(found -> found.read().map(saved -> compare(found, saved, workerPool)))
                .orElseGet(() -> new UpToDateCheck(state, Optional.empty(), UnchangedDirs.NONE));
    }

    private static UpToDateCheck compare(BuildState state, SavedBuildState saved, WorkerPool workerPool) {
        List<Optional<DirSnapshot>> now = workerPool.mapAll(saved.snapshots(), state::refresh);
        Optional<BuildOutcome> outcome =
                saved.outcome().filter(found -> now.stream().allMatch(Optional::isPresent));
        outcome.ifPresent(found -> {
            List<DirSnapshot> snapshots = now.stream().flatMap(Optional::stream).toList();
            if (!snapshots.equals(saved.snapshots())) {
                state.update(saved, found, snapshots);
            }
        });
        return new UpToDateCheck(Optional.of(state), outcome, UnchangedDirs.of(saved.snapshots(), now));
    }

    /** The report of a build that is skipped; empty if it must run. */
    Optional<RunReport> previousReport(RunLog runLog, Problems problems) {
        return lastOutcome.map(buildOutcome -> {
            runLog.useLanguage(buildOutcome.messageLanguage());
            runLog.sayUnchanged();
            problems.addAll(buildOutcome.problems());
            FileCounts fileCounts = new FileCounts(buildOutcome.pages(), 0, buildOutcome.pages(), 0);
            return RunReport.of(buildOutcome.notices(), buildOutcome.editions(), fileCounts);
        });
    }

    /** Saves the result of this build and snapshots of all folders for the next one. */
    void saveState(WorkerPool workerPool, OutputTree tree, String messages, RunReport runReport, Problems problems) {
        state.ifPresent(found -> {
            UnchangedDirs unchanged = tree.unchangedAfterCommit();
            List<DirScope> scopes = found.readScopes(unchanged);
            found.save(
                    workerPool.mapAll(scopes, scope -> found.snapshot(scope, unchanged, tree::checksum)),
                    new BuildOutcome(
                            messages, runReport.notices(), runReport.editions(), runReport.pages(), problems.sorted()));
        });
    }

    /** Removes what the last build saved: the next one compares every file. */
    void deleteState() {
        state.ifPresent(BuildState::delete);
    }
}
