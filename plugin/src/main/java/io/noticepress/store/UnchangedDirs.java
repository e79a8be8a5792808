package io.noticepress.store;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of the disk that look as the last build left them, so that what is in them need not be looked at again. */
public final class UnchangedDirs {
    /** Nothing is known to be as it was. */
    public static final UnchangedDirs NONE = new UnchangedDirs(Map.of(), Map.of());

    private final Map<Path, DirSnapshot> unchanged;
    /** How the other parts looked. */
    private final Map<Path, DirSnapshot> changed;

    private UnchangedDirs(Map<Path, DirSnapshot> unchanged, Map<Path, DirSnapshot> changed) {
        this.unchanged = unchanged;
        this.changed = changed;
    }

    /**
     * What holds of the last looks.
     *
     * @param now how those parts look that are as they were, in the order of the last looks
     */
    public static UnchangedDirs of(List<DirSnapshot> last, List<Optional<DirSnapshot>> now) {
        Map<Path, DirSnapshot> parts = new HashMap<>();
        Map<Path, DirSnapshot> others = new HashMap<>();
        for (int i = 0; i < last.size(); i++) {
            Path place = last.get(i).scope().root();
            if (now.get(i).isPresent()) {
                parts.put(place, now.get(i).get());
            } else {
                others.put(place, last.get(i));
            }
        }
        return new UnchangedDirs(parts, others);
    }

    /** How a part looks that begins at a place, if that is how it was left. */
    public Optional<DirSnapshot> snapshot(Path place) {
        return Optional.ofNullable(unchanged.get(place));
    }

    /** How a part looked that begins at a place and is not as it was left. */
    public Optional<DirSnapshot> previousSnapshot(Path place) {
        return Optional.ofNullable(changed.get(place));
    }

    /** Whether a folder is as it was left: its names, its files and, unless its folders are parts of their own, all below. */
    public boolean contains(Path folder) {
        return unchanged.containsKey(folder);
    }

    /** What is in a folder that holds: the names, and whether each is a folder. */
    public Optional<Map<String, Boolean>> children(Path folder) {
        return snapshot(folder).map(DirSnapshot::children);
    }

    /** The same as long as some files are still those that were left, too; else nothing. */
    public UnchangedDirs ifUnchanged(Collection<Path> files) {
        boolean same = files.stream()
                .allMatch(file -> snapshot(file).filter(DirSnapshot::isCurrent).isPresent());
        return same ? this : NONE;
    }

    /** What is left of it when files were put, replaced or removed. */
    public UnchangedDirs withoutTouched(Stream<Path> touched) {
        if (unchanged.isEmpty()) {
            return this;
        }
        Map<Path, DirSnapshot> left = new HashMap<>(unchanged);
        Map<Path, DirSnapshot> gone = new HashMap<>(changed);
        touched.forEach(each -> {
            for (Path here = each; here != null && !left.isEmpty(); here = here.getParent()) {
                DirSnapshot dirSnapshot = left.remove(here);
                if (dirSnapshot != null) {
                    gone.put(here, dirSnapshot);
                }
            }
        });
        return new UnchangedDirs(left, gone);
    }
}
