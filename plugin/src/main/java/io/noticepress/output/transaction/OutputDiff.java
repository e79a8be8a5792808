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
 * Difference between the planned files and the files in the output.
 *
 * @param leftovers rows of generated files that are no longer planned, in order
 * @param warnings one for each foreign file or folder
 * @param errors one for each foreign file that blocks a planned one
 */
public record OutputDiff(int[] leftovers, List<Problem> warnings, List<Problem> errors) {
    /**
     * Compares the plan with the disk.
     *
     * @param manifest the generated files
     * @param others all other paths
     */
    public static OutputDiff of(
            PlannedFiles planned, Manifest manifest, Collection<String> others, OutputPaths outputPaths) {
        BitSet kept = new BitSet(manifest.size());
        Manifest.ManifestCursor manifestCursor = manifest.new ManifestCursor();
        for (int i = 0; i < planned.size(); i++) {
            int row = manifestCursor.find(planned.path(i));
            if (row >= 0) {
                kept.set(row);
            }
        }
        BitSet leftovers = new BitSet(manifest.size());
        List<String> foreign = new ArrayList<>(others);
        for (int row = kept.nextClearBit(0); row < manifest.size(); row = kept.nextClearBit(row + 1)) {
            String path = manifest.path(row);
            if (manifest.isPresent(row) && manifest.isIntact(row, () -> outputPaths.resolve(path))) {
                leftovers.set(row);
            } else if (manifest.isPresent(row)) {
                foreign.add(path); // somebody edited it, and may still want it
            }
        }
        int[] rows = leftovers.stream().toArray();
        if (foreign.isEmpty()) {
            return new OutputDiff(rows, List.of(), List.of());
        }
        ForeignFiles foreignFiles = new ForeignFiles(foreign);
        Set<String> blocking = new TreeSet<>(SitePaths.CODE_POINT_ORDER);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            Optional<String> blocker = foreignFiles.blockerOf(planned.path(i));
            blocker.ifPresent(blocking::add);
            all.add(planned.path(i));
        }
        IntStream.of(rows).mapToObj(manifest::path).forEach(all::add);
        List<Problem> warnings = foreignFiles.topmost(all).stream()
                .filter(path -> !blocking.contains(path.endsWith("/") ? path.substring(0, path.length() - 1) : path))
                .map(path -> ForeignFiles.warning(outputPaths.displayPath(path)))
                .toList();
        List<Problem> errors = blocking.stream()
                .map(path -> ForeignFiles.error(outputPaths.displayPath(path)))
                .toList();
        return new OutputDiff(rows, warnings, errors);
    }
}
