package io.noticepress.output.transaction;

import io.noticepress.output.manifest.ChecksumList;
import io.noticepress.output.manifest.Manifest;
import io.noticepress.output.manifest.SitePaths;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/** Puts the steps of a commit in order. */
public final class CommitSteps {
    private CommitSteps() {}

    /**
     * The steps in this order: remove old files that block new ones; move files that pages refer to, then pages, then the
     * list of checksums; remove all other old files. Each step is made on demand, as there may be one for every file.
     *
     * @param site the new site
     * @param leftovers rows of files that the new site does not have
     * @param manifest the files on disk
     */
    public static List<Journal.JournalStep> of(FinalTree site, int[] leftovers, Manifest manifest) {
        int[] blocking = IntStream.of(leftovers)
                .filter(row -> isBlocking(manifest.path(row), site))
                .toArray();
        int[] others = IntStream.of(leftovers)
                .filter(row -> !isBlocking(manifest.path(row), site))
                .toArray();
        int[] moves = IntStream.rangeClosed(0, 2)
                .flatMap(rank -> IntStream.range(0, site.size())
                        .filter(file -> site.stagedNumber(file) != Staging.IN_PLACE && rank(site.path(file)) == rank))
                .toArray();
        return new StepList(site, blocking, moves, others, manifest);
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
