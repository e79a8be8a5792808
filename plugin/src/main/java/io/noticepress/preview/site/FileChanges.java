package io.noticepress.preview.site;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Files that may have changed on disk.
 *
 * @param unknown whether other files may have changed as well, so that the stamps of all must be compared
 * @param paths files and folders that were written, created, renamed or deleted
 */
public record FileChanges(boolean unknown, Set<Path> paths) {
    /** Any file may have changed. */
    public static final FileChanges UNKNOWN = new FileChanges(true, Set.of());

    /** Nothing changed. */
    public static final FileChanges NONE = new FileChanges(false, Set.of());

    public FileChanges {
        paths = Set.copyOf(paths);
    }

    /** The union of both. */
    public FileChanges plus(FileChanges other) {
        Set<Path> all = new HashSet<>(paths);
        all.addAll(other.paths);
        return new FileChanges(unknown || other.unknown, all);
    }
}
