package io.noticepress.store;

import io.noticepress.store.DirSnapshot.ChecksumSource;
import io.noticepress.store.DirSnapshot.DirScope;
import io.noticepress.store.DirSnapshot.FileEntry;
import io.noticepress.store.FileStamp.FileKind;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Takes one {@link DirSnapshot} by walking a folder. */
final class DirSnapshotReader {
    private final ChecksumSource checksums;
    private final long trustedBefore;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private boolean trusted = true;
    /** Whether a file has no checksum, or something is neither file nor folder. */
    private boolean failed;

    private DirSnapshotReader(ChecksumSource checksums, long trustedBefore) {
        this.checksums = checksums;
        this.trustedBefore = trustedBefore;
    }

    static Optional<DirSnapshot> read(
            DirScope dirScope, Optional<DirSnapshot> previous, ChecksumSource checksumSource, long trustedBefore) {
        DirSnapshotReader reader = new DirSnapshotReader(checksumSource, trustedBefore);
        Map<String, FileEntry> files = previous.map(DirSnapshot::files).orElse(Map.of());
        return reader.snapshot(dirScope, () -> {
            reader.scan(dirScope, files);
            return true;
        });
    }

    /** A new snapshot, if names and checksums are those of the previous one and all of it can be trusted. */
    static Optional<DirSnapshot> readIfSame(DirSnapshot previous, ChecksumSource checksumSource, long trustedBefore) {
        DirSnapshotReader reader = new DirSnapshotReader(checksumSource, trustedBefore);
        ByteBuffer in = ByteBuffer.wrap(previous.entries());
        return reader.snapshot(previous.scope(), () -> {
                    int kind = in.get();
                    reader.out.writeByte(kind);
                    return kind != DirSnapshot.MISSING
                            && reader.rescan(previous.scope().root(), kind, in);
                })
                .filter(DirSnapshot::trusted);
    }

    /** A walk; false if it was given up. */
    private interface SnapshotWalk {
        boolean run() throws IOException;
    }

    private Optional<DirSnapshot> snapshot(DirScope dirScope, SnapshotWalk snapshotWalk) {
        try {
            return snapshotWalk.run() && !failed
                    ? Optional.of(new DirSnapshot(dirScope, bytes.toByteArray(), trusted))
                    : Optional.empty();
        } catch (IOException | DirectoryIteratorException e) {
            return Optional.empty();
        }
    }

    private void scan(DirScope dirScope, Map<String, FileEntry> previous) throws IOException {
        FileStamp stamp;
        try {
            stamp = FileStamp.read(dirScope.root());
        } catch (NoSuchFileException e) {
            out.writeByte(DirSnapshot.MISSING);
            return;
        }
        out.writeByte(kind(stamp));
        boolean settled = writeStamp(stamp, true);
        if (stamp.kind() == FileKind.FOLDER) {
            scanFolder(dirScope.root(), "", dirScope.recursive(), settled, previous);
        } else {
            out.writeLong(checksum(dirScope.root(), stamp));
        }
    }

    private void scanFolder(
            Path folder, String prefix, boolean recursive, boolean folderTrusted, Map<String, FileEntry> previous)
            throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                FileStamp stamp = FileStamp.read(entry);
                String name = entry.getFileName().toString();
                String path = prefix + name;
                boolean file = kind(stamp) == DirSnapshot.FILE;
                out.writeByte(file || recursive ? kind(stamp) : DirSnapshot.SEPARATE_FOLDER);
                TextCodec.write(out, name);
                if (file) {
                    writeStamp(stamp, folderTrusted);
                    FileEntry before = previous.get(path);
                    out.writeLong(before != null && before.matches(stamp) ? before.checksum() : checksum(entry, stamp));
                } else if (recursive) {
                    boolean settled = writeStamp(stamp, folderTrusted);
                    scanFolder(entry, path + "/", true, settled, previous);
                }
            }
        }
        out.writeByte(DirSnapshot.END_OF_FOLDER);
    }

    /** Writes the new stamp of a file or folder; false if it differs from the previous snapshot. */
    private boolean rescan(Path path, int kind, ByteBuffer in) throws IOException {
        FileStamp stamp = FileStamp.read(path);
        if (kind(stamp) != kind) {
            return false;
        }
        writeStamp(stamp, true);
        if (kind == DirSnapshot.FOLDER) {
            in.position(in.position() + DirSnapshot.FOLDER_BYTES);
            return rescanFolder(path, in);
        }
        FileEntry before = FileEntry.parse(in);
        out.writeLong(before.checksum());
        return before.matches(stamp) || checksum(path, stamp) == before.checksum();
    }

    private boolean rescanFolder(Path folder, ByteBuffer in) throws IOException {
        Set<String> names = new HashSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        }
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

    private long checksum(Path file, FileStamp stamp) throws IOException {
        OptionalLong found = checksums.checksum(file, stamp);
        failed |= found.isEmpty();
        return found.orElse(0);
    }

    private int kind(FileStamp stamp) {
        failed |= stamp.kind() == FileKind.OTHER;
        return stamp.kind() == FileKind.FOLDER ? DirSnapshot.FOLDER : DirSnapshot.FILE;
    }

    /** Writes a stamp; says whether it can be trusted. */
    private boolean writeStamp(FileStamp stamp, boolean folderTrusted) throws IOException {
        boolean settled = folderTrusted && stamp.isBefore(trustedBefore);
        trusted &= settled;
        out.writeLong(settled ? stamp.changed() : FileStamp.UNTRUSTED);
        out.writeLong(stamp.id());
        return settled;
    }
}
