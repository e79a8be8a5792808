package io.noticepress.output;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** In which order a commit goes about its work. */
final class Agenda {
    private Agenda() {}

    /**
     * First what is left over and in the way; then files that pages lean on, before the pages that do; the list of
     * checksums last; then away with the other leftovers.
     *
     * @param site all the site shall have
     * @param staged the numbers of the files to be moved, by path in order
     * @param leftovers what it shall no longer have
     * @param ours what is known to be on disk
     */
    static List<Journal.Step> of(
            SortedMap<String, Made> site,
            SortedMap<String, Integer> staged,
            List<String> leftovers,
            Map<String, Made> ours) {
        Set<String> blocking = new HashSet<>();
        for (String path : leftovers) {
            boolean insteadOfFolder = isPrefix(path + "/", site);
            boolean insteadOfFile = Paths.folders(path).stream().anyMatch(site::containsKey);
            if (insteadOfFolder || insteadOfFile) {
                blocking.add(path);
            }
        }
        List<Journal.Step> steps = new ArrayList<>();
        for (String path : leftovers) {
            if (blocking.contains(path)) {
                steps.add(removal(path, ours));
            }
        }
        for (int rank = 0; rank <= 2; rank++) {
            for (Map.Entry<String, Integer> file : staged.entrySet()) {
                String path = file.getKey();
                if (rank(path) == rank) {
                    Made before = ours.get(path);
                    Journal.Kind kind =
                            before != null && before.isPresent() ? Journal.Kind.REPLACE : Journal.Kind.CREATE;
                    steps.add(new Journal.Step(
                            kind, path, file.getValue(), site.get(path).bytes()));
                }
            }
        }
        for (String path : leftovers) {
            if (!blocking.contains(path)) {
                steps.add(removal(path, ours));
            }
        }
        return steps;
    }

    private static int rank(String path) {
        if (path.equals(Checksums.PATH)) {
            return 2;
        }
        return path.endsWith(".html") ? 1 : 0;
    }

    private static boolean isPrefix(String folder, SortedMap<String, Made> site) {
        SortedMap<String, Made> from = site.tailMap(folder);
        return !from.isEmpty() && from.firstKey().startsWith(folder);
    }

    private static Journal.Step removal(String path, Map<String, Made> ours) {
        return new Journal.Step(Journal.Kind.REMOVE, path, -1, ours.get(path).bytes());
    }
}
