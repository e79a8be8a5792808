package io.noticepress.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One walk through a part of the disk, to see how it looks. */
final class DirSnapshotReader {
    private static final long SECOND = 1_000_000_000;

    private final DirSnapshot.ChecksumSource checksums;
    /** How files looked before, by their places below the part. */
    private final Map<String, KnownFile> previousFiles = new HashMap<>();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private long newestChange;
    private boolean unreliable;

    private record KnownFile(long ctime, long inode, long checksum) {
        static KnownFile parse(ByteBuffer in) {
            return new KnownFile(in.getLong(), in.getLong(), in.getLong());
        }

        boolean isUnchanged(Map<String, Object> seen) {
            return DirSnapshotReader.nanos(seen, "ctime") == ctime && DirSnapshotReader.inode(seen) == inode;
        }
    }

    private DirSnapshotReader(DirSnapshot.ChecksumSource checksums) {
        this.checksums = checksums;
    }

    static Optional<DirSnapshot> read(
            DirSnapshot.DirScope dirScope, Optional<DirSnapshot> before, DirSnapshot.ChecksumSource checksumSource) {
        DirSnapshotReader dirSnapshotReader = new DirSnapshotReader(checksumSource);
        before.ifPresent(dirSnapshot -> dirSnapshot.forEach((kind, path, depth, in) -> {
            if (kind == DirSnapshot.FILE) {
                dirSnapshotReader.previousFiles.put(path, KnownFile.parse(in.slice()));
            }
        }));
        return dirSnapshotReader.snapshot(dirScope, () -> {
            dirSnapshotReader.scan(dirScope);
            return true;
        });
    }

    /** How a part looks, if the same names stand for the same bytes as before. */
    static Optional<DirSnapshot> readIfSame(DirSnapshot then, DirSnapshot.ChecksumSource checksumSource) {
        DirSnapshotReader dirSnapshotReader = new DirSnapshotReader(checksumSource);
        ByteBuffer in = ByteBuffer.wrap(then.entries());
        return dirSnapshotReader.snapshot(then.scope(), () -> {
            int kind = in.hasRemaining() ? in.get() : DirSnapshot.MISSING;
            dirSnapshotReader.out.writeByte(kind);
            return kind != DirSnapshot.MISSING
                    && dirSnapshotReader.rescan(then.scope().root(), kind, in);
        });
    }

    /** A walk, which may end when it has seen that there are no looks to be had. */
    private interface SnapshotWalk {
        boolean run() throws IOException;
    }

    private Optional<DirSnapshot> snapshot(DirSnapshot.DirScope dirScope, SnapshotWalk snapshotWalk) {
        try {
            return snapshotWalk.run() && !unreliable
                    ? Optional.of(new DirSnapshot(dirScope, bytes.toByteArray(), newestChange))
                    : Optional.empty();
        } catch (IOException | DirectoryIteratorException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private void scan(DirSnapshot.DirScope dirScope) throws IOException {
        Map<String, Object> seen;
        try {
            seen = readAttributes(dirScope.root());
        } catch (NoSuchFileException e) {
            out.writeByte(DirSnapshot.MISSING);
            return;
        }
        out.writeByte(kind(seen));
        if (kind(seen) == DirSnapshot.FOLDER) {
            writeStamp(seen);
            scanFolder(dirScope.root(), "", dirScope.recursive());
        } else {
            writeStamp(seen, checksum(dirScope.root(), seen));
        }
    }

    private void scanFolder(Path folder, String way, boolean whole) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                Map<String, Object> seen = readAttributes(entry);
                String name = entry.getFileName().toString();
                String path = way + name;
                boolean file = kind(seen) == DirSnapshot.FILE;
                out.writeByte(file || whole ? kind(seen) : DirSnapshot.SEPARATE_FOLDER);
                TextCodec.write(out, name);
                if (file) {
                    KnownFile then = previousFiles.get(path);
                    writeStamp(seen, then != null && then.isUnchanged(seen) ? then.checksum : checksum(entry, seen));
                } else if (whole) {
                    writeStamp(seen);
                    scanFolder(entry, path + "/", true);
                }
            }
        }
        out.writeByte(DirSnapshot.END_OF_FOLDER);
    }

    /** Notes how something looks, as long as it is the same as before. */
    private boolean rescan(Path place, int kind, ByteBuffer in) throws IOException {
        Map<String, Object> seen = readAttributes(place);
        if (kind(seen) != kind) {
            return false;
        }
        if (kind == DirSnapshot.FOLDER) {
            in.position(in.position() + DirSnapshot.FOLDER_BYTES);
            writeStamp(seen);
            return rescanFolder(place, in);
        }
        KnownFile then = KnownFile.parse(in);
        writeStamp(seen, then.checksum);
        return then.isUnchanged(seen) || checksum(place, seen) == then.checksum;
    }

    private boolean rescanFolder(Path folder, ByteBuffer in) throws IOException {
        Set<String> names =
                new HashSet<>(List.of(Objects.requireNonNullElse(folder.toFile().list(), new String[0])));
        for (int kind = in.get(); kind != DirSnapshot.END_OF_FOLDER; kind = in.get()) {
            String name = TextCodec.parse(in);
            out.writeByte(kind);
            TextCodec.write(out, name);
            if (!names.remove(name) || kind != DirSnapshot.SEPARATE_FOLDER && !rescan(folder.resolve(name), kind, in)) {
                return false;
            }
        }
        out.writeByte(DirSnapshot.END_OF_FOLDER);
        return names.isEmpty();
    }

    /** The checksum of a file. */
    private long checksum(Path file, Map<String, Object> seen) throws IOException {
        OptionalLong sum = checksums.checksum(file, (Long) seen.get("size"), nanos(seen, "lastModifiedTime"));
        unreliable |= sum.isEmpty();
        return sum.orElse(0);
    }

    private static Map<String, Object> readAttributes(Path place) throws IOException {
        return Files.readAttributes(
                place, "unix:isDirectory,isRegularFile,size,lastModifiedTime,ctime,ino", LinkOption.NOFOLLOW_LINKS);
    }

    private int kind(Map<String, Object> seen) {
        boolean folder = seen.get("isDirectory").equals(Boolean.TRUE);
        unreliable |= !folder && !seen.get("isRegularFile").equals(Boolean.TRUE);
        return folder ? DirSnapshot.FOLDER : DirSnapshot.FILE;
    }

    private void writeStamp(Map<String, Object> file, long sum) throws IOException {
        writeStamp(file);
        out.writeLong(sum);
    }

    private void writeStamp(Map<String, Object> seen) throws IOException {
        long time = nanos(seen, "ctime");
        // A disk that counts in seconds, or in pairs of them, cannot tell two changes within one apart.
        newestChange = Math.max(newestChange, time % SECOND == 0 ? time + 2 * SECOND : time);
        out.writeLong(time);
        out.writeLong(inode(seen));
    }

    static long nanos(Map<String, Object> seen, String name) {
        return ((FileTime) seen.get(name)).to(TimeUnit.NANOSECONDS);
    }

    static long inode(Map<String, Object> seen) {
        return (Long) seen.get("ino");
    }
}
