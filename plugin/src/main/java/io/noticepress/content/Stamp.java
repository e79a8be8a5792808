package io.noticepress.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How a file looks from outside. One whose stamp is the same is, as far as can be told without reading it, the same; where
 * the system keeps the time of the last change of status, which no program can set, that is told by it too.
 *
 * @param size in bytes
 * @param modified when it was last written, in nanoseconds since 1970
 * @param changed when it was last changed in any way, likewise; 0 where the system does not say
 * @param key which file of the disk it is; empty where the system does not say
 */
public record Stamp(long size, long modified, long changed, String key) {
    private static final String UNIX = "unix";

    /** The stamp of a file; empty if there is none that is regular (a link is none). */
    static Optional<Stamp> of(Path file) {
        try {
            BasicFileAttributes basic =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!basic.isRegularFile()) {
                return Optional.empty();
            }
            String key = basic.fileKey() == null ? "" : basic.fileKey().toString();
            return Optional.of(new Stamp(basic.size(), nanos(basic.lastModifiedTime()), changed(file), key));
        } catch (IOException e) {
            return Optional.empty(); // whoever reads it is told why it cannot be
        }
    }

    private static long changed(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains(UNIX)) {
            return 0;
        }
        Map<String, Object> time = Files.readAttributes(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
        return nanos((FileTime) time.get("ctime"));
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }
}
