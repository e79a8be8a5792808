package io.noticepress.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How a file looks from outside. One whose stamp is the same is, as far as can be told without reading it, the same; where
 * the system keeps the time of the last change of status, which no program can set, that is told by it too.
 *
 * @param size in bytes
 * @param modified when it was last written, in nanoseconds since 1970
 * @param changed when it was last changed in any way, likewise; 0 where the system does not say
 * @param device the disk it is on, and
 * @param inode which file of it; 0 where the system does not say
 */
public record FileStamp(long size, long modified, long changed, long device, long inode) {
    private static final boolean UNIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
    private static final String UNIX_ATTRIBUTES = "unix:isRegularFile,size,lastModifiedTime,ctime,dev,ino";
    private static final long SECOND = 1_000_000_000;

    /** The stamp of a file; empty if there is none that is regular (a link is none). */
    public static Optional<FileStamp> read(Path file) {
        try {
            return UNIX ? readUnix(file) : readBasic(file);
        } catch (IOException e) {
            return Optional.empty(); // whoever reads it is told why it cannot be
        }
    }

    private static Optional<FileStamp> readUnix(Path file) throws IOException {
        Map<String, Object> seen = Files.readAttributes(file, UNIX_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        return seen.get("isRegularFile").equals(Boolean.TRUE)
                ? Optional.of(new FileStamp(
                        (Long) seen.get("size"),
                        nanos((FileTime) seen.get("lastModifiedTime")),
                        nanos((FileTime) seen.get("ctime")),
                        (Long) seen.get("dev"),
                        (Long) seen.get("ino")))
                : Optional.empty();
    }

    private static Optional<FileStamp> readBasic(Path file) throws IOException {
        BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return seen.isRegularFile()
                ? Optional.of(new FileStamp(
                        seen.size(), nanos(seen.lastModifiedTime()), 0, 0, Objects.hashCode(seen.fileKey())))
                : Optional.empty();
    }

    /**
     * Whether the file was last written before a moment, in nanoseconds since 1970. Of one that was not, a change right after
     * may not show. A disk that counts in seconds, or in pairs of them, cannot tell two changes within one apart.
     */
    public boolean isBefore(long moment) {
        return Math.max(latestPossible(modified), latestPossible(changed)) < moment;
    }

    private static long latestPossible(long time) {
        return time % SECOND == 0 ? time + 2 * SECOND : time;
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }
}
