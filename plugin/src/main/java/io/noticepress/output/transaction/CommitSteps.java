package io.noticepress.output.transaction;

import io.noticepress.output.manifest.ChecksumList;
import io.noticepress.output.manifest.Manifest;
import io.noticepress.output.manifest.SitePaths;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/** In which order a commit goes about its work. */
public final class CommitSteps {
    private CommitSteps() {}

    /**
     * First what is left over and in the way; then files that pages lean on, before the pages that do; the list of
     * checksums last; then away with the other leftovers. A step is made when it is asked for, for there are as many as files.
     *
     * @param site all the site shall have
     * @param leftovers rows of what it shall no longer have
     * @param ours what is known to be on disk
     */
    public static List<Journal.JournalStep> of(FinalTree site, int[] leftovers, Manifest ours) {
        int[] blocking = IntStream.of(leftovers)
                .filter(row -> isBlocking(ours.path(row), site))
                .toArray();
        int[] others = IntStream.of(leftovers)
                .filter(row -> !isBlocking(ours.path(row), site))
                .toArray();
        int[] moves = IntStream.rangeClosed(0, 2)
                .flatMap(rank -> IntStream.range(0, site.size())
                        .filter(file -> site.stagedNumber(file) != Staging.IN_PLACE && rank(site.path(file)) == rank))
                .toArray();
        return new StepList(site, blocking, moves, others, ours);
    }

    private static boolean isBlocking(String leftover, FinalTree site) {
        return site.hasFilesIn(leftover + "/")
                || SitePaths.parentFolders(leftover).stream().anyMatch(folder -> site.find(folder) >= 0);
    }

    private static int rank(String path) {
        if (path.equals(ChecksumList.PATH)) {
            return 2;
        }
        return path.endsWith(".html") ? 1 : 0;
    }

    private static final class StepList extends AbstractList<Journal.JournalStep> implements RandomAccess {
        private final FinalTree site;
        private final int[] blocking;
        private final int[] moves;
        private final int[] others;
        private final Manifest manifest;

        StepList(FinalTree site, int[] blocking, int[] moves, int[] others, Manifest manifest) {
            this.site = site;
            this.blocking = blocking;
            this.moves = moves;
            this.others = others;
            this.manifest = manifest;
        }

        @Override
        public int size() {
            return blocking.length + moves.length + others.length;
        }

        @Override
        public Journal.JournalStep get(int index) {
            if (index < blocking.length) {
                return removal(blocking[index]);
            }
            int move = index - blocking.length;
            return move < moves.length ? move(moves[move]) : removal(others[move - moves.length]);
        }

        private Journal.JournalStep move(int file) {
            int row = manifest.find(site.path(file));
            Journal.StepKind stepKind =
                    row >= 0 && manifest.isPresent(row) ? Journal.StepKind.REPLACE : Journal.StepKind.CREATE;
            return new Journal.JournalStep(
                    stepKind, site.path(file), site.stagedNumber(file), site.contentDigest(file));
        }

        private Journal.JournalStep removal(int row) {
            return new Journal.JournalStep(
                    Journal.StepKind.REMOVE, manifest.path(row), -1, manifest.contentDigest(row));
        }
    }
}
