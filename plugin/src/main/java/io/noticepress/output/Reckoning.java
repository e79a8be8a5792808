package io.noticepress.output;

import io.noticepress.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a plan means for the files that are there.
 *
 * @param leftovers files of ours that the plan no longer has, in order
 * @param warnings one for each foreign file or folder
 * @param errors one for each of them that stands where a planned file must go
 */
record Reckoning(List<String> leftovers, List<Problem> warnings, List<Problem> errors) {
    /**
     * Compares plan and disk.
     *
     * @param planned every path the site shall have
     * @param ours the files we made
     * @param others what else is there
     */
    static Reckoning of(Set<String> planned, Map<String, Made> ours, Collection<String> others, Premises premises) {
        List<String> leftovers = new ArrayList<>();
        List<String> foreign = new ArrayList<>(others);
        for (Map.Entry<String, Made> file : ours.entrySet()) {
            String path = file.getKey();
            if (!planned.contains(path) && file.getValue().isPresent()) {
                // Edited by hand and no longer ours to write: whoever edited it may still want it.
                boolean untouched = file.getValue().isIntact(() -> premises.place(path));
                (untouched ? leftovers : foreign).add(path);
            }
        }
        leftovers.sort(Paths.ORDER);
        if (foreign.isEmpty()) {
            return new Reckoning(leftovers, List.of(), List.of());
        }
        Foreign strangers = new Foreign(foreign);
        Set<String> blocking = new TreeSet<>(Paths.ORDER);
        for (String path : planned) {
            Optional<String> inTheWay = strangers.inTheWayOf(path);
            inTheWay.ifPresent(blocking::add);
        }
        List<String> all = new ArrayList<>(planned);
        all.addAll(leftovers);
        List<Problem> warnings = strangers.topMost(all).stream()
                .filter(path -> !blocking.contains(path.endsWith("/") ? path.substring(0, path.length() - 1) : path))
                .map(path -> Foreign.warning(premises.shown(path)))
                .toList();
        List<Problem> errors = blocking.stream()
                .map(path -> Foreign.error(premises.shown(path)))
                .toList();
        return new Reckoning(leftovers, warnings, errors);
    }
}
