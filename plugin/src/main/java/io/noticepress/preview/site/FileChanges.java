package io.noticepress.preview.site;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What may have changed on disk.
 *
 * @param unknown whether it is not known what, so that every file must be looked at
 * @param paths files and folders that were written, made, renamed or deleted
 */
public record FileChanges(boolean unknown, Set<Path> paths) {
    /** It is not known what changed. */
    public static final FileChanges UNKNOWN = new FileChanges(true, Set.of());

    /** Nothing changed. */
    public static final FileChanges NONE = new FileChanges(false, Set.of());

    public FileChanges {
        paths = Set.copyOf(paths);
    }

    /** Both. */
    public FileChanges plus(FileChanges other) {
        Set<Path> all = new HashSet<>(paths);
        all.addAll(other.paths);
        return new FileChanges(unknown || other.unknown, all);
    }
}
