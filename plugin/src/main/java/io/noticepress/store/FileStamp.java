package io.noticepress.store;

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
 * The attributes of a file or folder that show a change without reading it. On Unix these are ctime and inode number, which
 * no program can set; elsewhere the time of the last write and the size. Symbolic links are not followed.
 *
 * @param size in bytes
 * @param modified time of the last write, in nanoseconds since 1970
 * @param changed time of the last change of any kind (ctime), in nanoseconds since 1970; else {@code modified}
 * @param id inode number; else the size
 */
public record FileStamp(FileKind kind, long size, long modified, long changed, long id) {
    /** In place of {@code changed} where the real time must not be trusted; no file has it. */
    static final long UNTRUSTED = Long.MIN_VALUE;

    private static final long SECOND = 1_000_000_000;

    /** What there is at a path. */
    public enum FileKind {
        FILE,
        FOLDER,
        /** A symbolic link, a device, a socket. */
        OTHER
    }

    /** The stamp of whatever is at a path. */
    public static FileStamp read(Path path) throws IOException {
        if (!isUnix(path)) {
            BasicFileAttributes found =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            long modified = nanos(found.lastModifiedTime());
            return new FileStamp(
                    kind(found.isRegularFile(), found.isDirectory()), found.size(), modified, modified, found.size());
        }
        Map<String, Object> found = Files.readAttributes(
                path, "unix:isRegularFile,isDirectory,size,lastModifiedTime,ctime,ino", LinkOption.NOFOLLOW_LINKS);
        return new FileStamp(
                kind(
                        found.get("isRegularFile").equals(true),
                        found.get("isDirectory").equals(true)),
                (Long) found.get("size"),
                nanos(found.get("lastModifiedTime")),
                nanos(found.get("ctime")),
                (Long) found.get("ino"));
    }

    /** The stamp of a regular file; empty if there is none, or its attributes cannot be read. */
    public static Optional<FileStamp> ofFile(Path file) {
        try {
            return Optional.of(read(file)).filter(stamp -> stamp.kind == FileKind.FILE);
        } catch (IOException e) {
            return Optional.empty(); // whoever opens the file reports the reason
        }
    }

    /**
     * Whether a file or folder still has this {@link #changed} and {@link #id}; the same as with {@link #read}, but cheaper.
     * False for every folder outside Unix: FAT does not change the time of a folder when a file is added.
     */
    static boolean matches(Path path, long changed, long id) throws IOException {
        if (!isUnix(path)) {
            FileStamp now = read(path);
            return now.kind == FileKind.FILE && now.changed == changed && now.id == id;
        }
        Map<String, Object> now = Files.readAttributes(path, "unix:ctime,ino", LinkOption.NOFOLLOW_LINKS);
        return nanos(now.get("ctime")) == changed && now.get("ino").equals(id);
    }

    /**
     * Whether the last change was before a moment, in nanoseconds since 1970. If it was not, the next change may leave the
     * stamp as it is. File systems that store whole seconds (some store even ones only) count as changed up to two seconds
     * later.
     */
    public boolean isBefore(long moment) {
        return (changed % SECOND == 0 ? changed + 2 * SECOND : changed) < moment;
    }

    private static boolean isUnix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    private static FileKind kind(boolean file, boolean folder) {
        return file ? FileKind.FILE : folder ? FileKind.FOLDER : FileKind.OTHER;
    }

    private static long nanos(Object time) {
        return ((FileTime) time).to(TimeUnit.NANOSECONDS);
    }
}
