package io.noticepress.output;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/** In which order a commit goes about its work. */
final class Agenda {
    private Agenda() {}

    /**
     * First what is left over and in the way; then files that pages lean on, before the pages that do; the list of
     * checksums last; then away with the other leftovers. A step is made when it is asked for, for there are as many as files.
     *
     * @param site all the site shall have
     * @param leftovers rows of what it shall no longer have
     * @param ours what is known to be on disk
     */
    static List<Journal.Step> of(Assembly site, int[] leftovers, Manifest ours) {
        int[] blocking = IntStream.of(leftovers)
                .filter(row -> isInTheWay(ours.path(row), site))
                .toArray();
        int[] others = IntStream.of(leftovers)
                .filter(row -> !isInTheWay(ours.path(row), site))
                .toArray();
        int[] moves = IntStream.rangeClosed(0, 2)
                .flatMap(rank -> IntStream.range(0, site.size())
                        .filter(file -> site.number(file) != Staging.STANDS && rank(site.path(file)) == rank))
                .toArray();
        return new Steps(site, blocking, moves, others, ours);
    }

    private static boolean isInTheWay(String leftover, Assembly site) {
        return site.isIn(leftover + "/") || Paths.folders(leftover).stream().anyMatch(folder -> site.find(folder) >= 0);
    }

    private static int rank(String path) {
        if (path.equals(Checksums.PATH)) {
            return 2;
        }
        return path.endsWith(".html") ? 1 : 0;
    }

    private static final class Steps extends AbstractList<Journal.Step> implements RandomAccess {
        private final Assembly site;
        private final int[] blocking;
        private final int[] moves;
        private final int[] others;
        private final Manifest ours;

        Steps(Assembly site, int[] blocking, int[] moves, int[] others, Manifest ours) {
            this.site = site;
            this.blocking = blocking;
            this.moves = moves;
            this.others = others;
            this.ours = ours;
        }

        @Override
        public int size() {
            return blocking.length + moves.length + others.length;
        }

        @Override
        public Journal.Step get(int index) {
            if (index < blocking.length) {
                return removal(blocking[index]);
            }
            int move = index - blocking.length;
            return move < moves.length ? move(moves[move]) : removal(others[move - moves.length]);
        }

        private Journal.Step move(int file) {
            int row = ours.find(site.path(file));
            Journal.Kind kind = row >= 0 && ours.isPresent(row) ? Journal.Kind.REPLACE : Journal.Kind.CREATE;
            return new Journal.Step(kind, site.path(file), site.number(file), site.bytes(file));
        }

        private Journal.Step removal(int row) {
            return new Journal.Step(Journal.Kind.REMOVE, ours.path(row), -1, ours.bytes(row));
        }
    }
}
