package io.noticepress.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Answers "has this changed since the last build?" for folders and files, from the snapshots of that build. A folder that has
 * not changed need not be listed, a file that has not changed need not be read.
 */
public final class UnchangedDirs {
    /** Nothing is known; everything may have changed. */
    public static final UnchangedDirs NONE = new UnchangedDirs(Map.of(), Map.of(), List.of());

    private final Map<Path, DirSnapshot> unchanged;
    /** The last snapshots of the other folders. */
    private final Map<Path, DirSnapshot> changed;
    /** Folders that may have been put in place while the last build read them. */
    private final List<Path> untrustedRoots;

    private UnchangedDirs(Map<Path, DirSnapshot> unchanged, Map<Path, DirSnapshot> changed, List<Path> untrustedRoots) {
        this.unchanged = unchanged;
        this.changed = changed;
        this.untrustedRoots = untrustedRoots;
    }

    /**
     * Sorts folders by whether they have changed.
     *
     * @param now for each of the last snapshots the current one if the folder has not changed, else empty
     */
    public static UnchangedDirs of(List<DirSnapshot> last, List<Optional<DirSnapshot>> now) {
        Map<Path, DirSnapshot> unchanged = new HashMap<>();
        Map<Path, DirSnapshot> changed = new HashMap<>();
        for (int i = 0; i < last.size(); i++) {
            Path root = last.get(i).scope().root();
            if (now.get(i).isPresent()) {
                unchanged.put(root, now.get(i).get());
            } else {
                changed.put(root, last.get(i));
            }
        }
        List<Path> untrusted = changed.values().stream()
                .filter(snapshot -> !snapshot.isRootTrusted())
                .map(snapshot -> snapshot.scope().root())
                .toList();
        return new UnchangedDirs(unchanged, changed, untrusted);
    }

    /** The snapshot that begins at a path, if that has not changed. */
    public Optional<DirSnapshot> snapshot(Path root) {
        return Optional.ofNullable(unchanged.get(root));
    }

    /** The last snapshot that begins at a path, if that has changed. */
    public Optional<DirSnapshot> previousSnapshot(Path root) {
        return Optional.ofNullable(changed.get(root));
    }

    /** The names in an unchanged folder, and whether each is a folder. */
    public Optional<Map<String, Boolean>> children(Path folder) {
        return snapshot(folder).map(DirSnapshot::children);
    }

    /**
     * Tells, by its path from a folder, whether a file has not changed. Of a file in a folder that has changed, the stamp is
     * read and compared; false if the snapshot has no trusted entry for it.
     */
    public Predicate<String> unchangedFiles(Path folder) {
        if (untrustedRoots.stream().anyMatch(folder::startsWith)) {
            return path -> false;
        }
        DirSnapshot current = unchanged.get(folder);
        if (current != null) {
            return path -> current.scope().recursive() || path.indexOf('/') < 0;
        }
        Map<String, DirSnapshot.FileEntry> files =
                previousSnapshot(folder).map(DirSnapshot::files).orElse(Map.of());
        return path -> isUnchanged(folder.resolve(path), files.get(path));
    }

    private static boolean isUnchanged(Path file, DirSnapshot.FileEntry entry) {
        try {
            return entry != null && FileStamp.matches(file, entry.changed(), entry.id());
        } catch (IOException e) {
            return false;
        }
    }

    /** The same if none of some files has changed; else {@link #NONE}. */
    public UnchangedDirs ifUnchanged(Collection<Path> files) {
        boolean same = files.stream()
                .allMatch(file -> snapshot(file).filter(DirSnapshot::isCurrent).isPresent());
        return same ? this : NONE;
    }

    /** Without the folders in which files were created, replaced or removed. */
    public UnchangedDirs withoutTouched(Stream<Path> touched) {
        if (unchanged.isEmpty()) {
            return this;
        }
        Map<Path, DirSnapshot> rest = new HashMap<>(unchanged);
        Map<Path, DirSnapshot> others = new HashMap<>(changed);
        touched.forEach(file -> {
            for (Path folder = file; folder != null && !rest.isEmpty(); folder = folder.getParent()) {
                DirSnapshot dirSnapshot = rest.remove(folder);
                if (dirSnapshot != null) {
                    others.put(folder, dirSnapshot);
                }
            }
        });
        return new UnchangedDirs(rest, others, untrustedRoots);
    }
}
