package io.noticepress.build;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What may have changed on disk.
 *
 * @param anything whether it is not known what, so that every file must be looked at
 * @param paths files and folders that were written, made, renamed or deleted
 */
public record Changes(boolean anything, Set<Path> paths) {
    /** It is not known what changed. */
    public static final Changes ANYTHING = new Changes(true, Set.of());

    /** Nothing changed. */
    public static final Changes NOTHING = new Changes(false, Set.of());

    public Changes {
        paths = Set.copyOf(paths);
    }

    /** Both. */
    public Changes and(Changes other) {
        Set<Path> all = new HashSet<>(paths);
        all.addAll(other.paths);
        return new Changes(anything || other.anything, all);
    }
}
