package io.noticepress.build;

import io.noticepress.model.Digest;
import io.noticepress.output.BuildState;
import io.noticepress.output.DirSnapshot;
import io.noticepress.output.FileCounts;
import io.noticepress.output.OutputTree;
import io.noticepress.output.UnchangedDirs;
import io.noticepress.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * How everything stands when a build begins. If that is how the last one left it, there is nothing to read and nothing to do;
 * if only some parts of the disk are, these need not be looked at again.
 *
 * @param standstill what the last build kept, if its folders can be used
 * @param unchanged what the last build came to, if all is as it was left
 * @param still what is
 */
record Standing(Optional<BuildState> standstill, Optional<BuildState.BuildOutcome> unchanged, UnchangedDirs still) {

    /** What the last build of the same kept, compared with what is there now. */
    static Standing of(Request request, Generator generator, Workers workers) {
        Digest asked = Digest.of(
                generator.digest().hex(),
                request.shown(request.content()),
                request.shown(request.themes()),
                request.shown(request.output()),
                request.theme().toString(),
                request.baseUrl().toString(),
                request.asOf().toString(),
                Boolean.toString(request.drafts()),
                Boolean.toString(request.strict()));
        Optional<BuildState> standstill = BuildState.open(
                request.output(), request.work(), List.of(request.content(), request.themes()), request.guard(), asked);
        return standstill
                .flatMap(kept -> kept.read().map(savedBuildState -> of(kept, savedBuildState, workers)))
                .orElseGet(() -> new Standing(standstill, Optional.empty(), UnchangedDirs.NONE));
    }

    private static Standing of(BuildState kept, BuildState.SavedBuildState savedBuildState, Workers workers) {
        List<Optional<DirSnapshot>> now = workers.map(savedBuildState.snapshots(), kept::refresh);
        UnchangedDirs unchangedDirs = UnchangedDirs.of(savedBuildState.snapshots(), now);
        if (now.contains(Optional.<DirSnapshot>empty())) {
            return new Standing(Optional.of(kept), Optional.empty(), unchangedDirs);
        }
        List<DirSnapshot> looks = now.stream().flatMap(Optional::stream).toList();
        if (!looks.equals(savedBuildState.snapshots())) {
            kept.update(savedBuildState, looks);
        }
        return new Standing(Optional.of(kept), Optional.of(savedBuildState.outcome()), unchangedDirs);
    }

    /** The report of a build that would change nothing; empty if that is not known beforehand. */
    Optional<Report> report(Telling telling, Problems problems) {
        return unchanged.map(buildOutcome -> {
            telling.speak(buildOutcome.messageLanguage());
            telling.unchanged();
            problems.addAll(buildOutcome.problems());
            FileCounts fileCounts = new FileCounts(buildOutcome.pages(), 0, buildOutcome.pages(), 0);
            return Report.of(buildOutcome.notices(), buildOutcome.editions(), fileCounts);
        });
    }

    /** A moment, in nanoseconds since 1970: of files that were last changed before it, the looks count. */
    long settled() {
        return standstill.map(BuildState::trustedBefore).orElse(Long.MIN_VALUE);
    }

    /** Keeps what this build came to, and how it left everything, for the next one. */
    void keep(Workers workers, OutputTree tree, String messages, Report report, Problems problems) {
        standstill.ifPresent(next -> {
            UnchangedDirs left = tree.unchangedAfterCommit();
            List<DirSnapshot.DirScope> parts = next.readScopes(left);
            next.save(
                    parts,
                    workers.map(parts, dirScope -> BuildState.readSnapshot(dirScope, left, tree::checksum)),
                    new BuildState.BuildOutcome(
                            messages, report.notices(), report.editions(), report.pages(), problems.sorted()));
        });
    }

    /** Keeps nothing for the next one. */
    void forget() {
        standstill.ifPresent(BuildState::delete);
    }
}
