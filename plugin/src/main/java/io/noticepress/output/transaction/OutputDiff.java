package io.noticepress.output.transaction;

import io.noticepress.output.manifest.Manifest;
import io.noticepress.output.manifest.PlannedFiles;
import io.noticepress.output.manifest.SitePaths;
import io.noticepress.problem.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What a plan means for the files that are there.
 *
 * @param leftovers rows of the files of ours that the plan no longer has, in order
 * @param warnings one for each foreign file or folder
 * @param errors one for each of them that stands where a planned file must go
 */
public record OutputDiff(int[] leftovers, List<Problem> warnings, List<Problem> errors) {
    /**
     * Compares plan and disk.
     *
     * @param planned the site as it shall be
     * @param ours the files we made
     * @param others what else is there
     */
    public static OutputDiff of(
            PlannedFiles planned, Manifest ours, Collection<String> others, OutputPaths outputPaths) {
        BitSet staying = new BitSet(ours.size());
        Manifest.ManifestCursor manifestCursor = ours.new ManifestCursor();
        for (int i = 0; i < planned.size(); i++) {
            int row = manifestCursor.find(planned.path(i));
            if (row >= 0) {
                staying.set(row);
            }
        }
        BitSet leftovers = new BitSet(ours.size());
        List<String> foreign = new ArrayList<>(others);
        for (int row = staying.nextClearBit(0); row < ours.size(); row = staying.nextClearBit(row + 1)) {
            String path = ours.path(row);
            if (ours.isPresent(row) && ours.isIntact(row, () -> outputPaths.resolve(path))) {
                leftovers.set(row);
            } else if (ours.isPresent(row)) {
                foreign.add(path); // edited by hand and no longer ours to write: whoever edited it may still want it
            }
        }
        int[] rows = leftovers.stream().toArray();
        if (foreign.isEmpty()) {
            return new OutputDiff(rows, List.of(), List.of());
        }
        ForeignFiles strangers = new ForeignFiles(foreign);
        Set<String> blocking = new TreeSet<>(SitePaths.CODE_POINT_ORDER);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            Optional<String> inTheWay = strangers.blockerOf(planned.path(i));
            inTheWay.ifPresent(blocking::add);
            all.add(planned.path(i));
        }
        IntStream.of(rows).mapToObj(ours::path).forEach(all::add);
        List<Problem> warnings = strangers.topmost(all).stream()
                .filter(path -> !blocking.contains(path.endsWith("/") ? path.substring(0, path.length() - 1) : path))
                .map(path -> ForeignFiles.warning(outputPaths.displayPath(path)))
                .toList();
        List<Problem> errors = blocking.stream()
                .map(path -> ForeignFiles.error(outputPaths.displayPath(path)))
                .toList();
        return new OutputDiff(rows, warnings, errors);
    }
}
