package io.noticepress.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Snapshot of a directory: the {@link FileStamp} of every file and folder, and a checksum of every file. A change of a file
 * changes its stamp, a change of a name that of its folder; so a directory is known to be unchanged without opening a file or
 * listing a folder. If stamps differ, as after a fresh checkout, names and checksums are compared.
 *
 * <p>The stamp of a file that is being written while it is read proves nothing. So an entry is trusted only if the file had
 * not been changed shortly before (the rule of git's index for "racily clean" entries). Any other is stored with the time
 * {@link FileStamp#UNTRUSTED}, and so is everything below such a folder.
 *
 * <pre>
 * file             1, time (8 bytes), id (8), {@link DoubleCrc} (8)
 * folder           2, time (8), id (8); its entries, each a kind and a name before the rest; 3
 * folder apart     4: it has a snapshot of its own
 * missing          0
 *
 * {@code a/b.txt}, seen from {@code a}:     2 time id   1 "b.txt" time id crc   3
 * </pre>
 *
 * @param entries as above; empty if no snapshot could be taken
 * @param trusted whether all entries are
 */
public record DirSnapshot(DirScope scope, byte[] entries, boolean trusted) {
    static final int MISSING = 0;
    public static final int FILE = 1;
    static final int FOLDER = 2;
    static final int END_OF_FOLDER = 3;
    static final int SEPARATE_FOLDER = 4;

    /** Bytes after the kind and name of a file. */
    static final int FILE_BYTES = 3 * Long.BYTES;

    /** Bytes between the kind and name of a folder and its entries. */
    static final int FOLDER_BYTES = 2 * Long.BYTES;

    /**
     * What a snapshot covers.
     *
     * @param recursive with everything below it; else a folder and its files, without the contents of its subfolders
     */
    public record DirScope(Path root, boolean recursive) {
        /**
         * Divides a folder, down to some depth, into scopes of one folder each; a folder comes before its subfolders.
         *
         * @param unchangedDirs folders that need not be listed
         */
        public static List<DirScope> readScopes(Path root, int depth, UnchangedDirs unchangedDirs) {
            List<DirScope> scopes = new ArrayList<>();
            add(root, depth, unchangedDirs, scopes);
            return scopes;
        }

        private static void add(Path root, int depth, UnchangedDirs unchangedDirs, List<DirScope> scopes) {
            Optional<DirSnapshot> known = unchangedDirs.snapshot(root);
            if (known.isPresent()) {
                scopes.add(known.get().scope());
                known.get()
                        .separateFolders()
                        .forEach(name -> add(root.resolve(name), depth - 1, unchangedDirs, scopes));
                return;
            }
            Optional<List<Path>> folders = depth > 0 ? subfolders(root) : Optional.empty();
            scopes.add(new DirScope(root, folders.isEmpty()));
            folders.ifPresent(found -> found.forEach(folder -> add(folder, depth - 1, unchangedDirs, scopes)));
        }

        /** The folders in a folder; empty if it is none, or cannot be listed. */
        private static Optional<List<Path>> subfolders(Path root) {
            List<Path> folders = new ArrayList<>();
            if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            try (DirectoryStream<Path> found =
                    Files.newDirectoryStream(root, entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))) {
                found.forEach(folders::add);
                return Optional.of(folders);
            } catch (IOException | DirectoryIteratorException e) {
                return Optional.empty();
            }
        }
    }

    /** Where the checksums of files come from. */
    public interface ChecksumSource {
        /** The {@link DoubleCrc} of a file; empty if the file is not as the build left it. */
        OptionalLong checksum(Path file, FileStamp stamp) throws IOException;
    }

    /** A file in a snapshot. */
    record FileEntry(long changed, long id, long checksum) {
        static FileEntry parse(ByteBuffer in) {
            return new FileEntry(in.getLong(), in.getLong(), in.getLong());
        }

        boolean matches(FileStamp stamp) {
            return stamp.changed() == changed && stamp.id() == id;
        }
    }

    /**
     * Takes a snapshot; empty if there is a symbolic link in it, a file cannot be read or has no checksum.
     *
     * @param previous an earlier snapshot: files with the same stamp are not read again
     * @param trustedBefore in nanoseconds since 1970; entries changed since are not trusted
     */
    public static Optional<DirSnapshot> read(
            DirScope dirScope, Optional<DirSnapshot> previous, ChecksumSource checksumSource, long trustedBefore) {
        return DirSnapshotReader.read(dirScope, previous, checksumSource, trustedBefore);
    }

    /** In place of a snapshot that could not be taken. */
    public static DirSnapshot unknown(DirScope dirScope) {
        return new DirSnapshot(dirScope, new byte[0], false);
    }

    /**
     * This snapshot, if it is current; else a new one, if names and checksums are the same and all of it can be trusted.
     *
     * @param trustedBefore in nanoseconds since 1970
     */
    public Optional<DirSnapshot> refresh(ChecksumSource checksumSource, long trustedBefore) {
        if (isCurrent()) {
            return Optional.of(this);
        }
        return trusted
                ? DirSnapshotReader.readIfSame(this, checksumSource, trustedBefore)
                        .map(now -> Arrays.equals(now.entries, entries) ? this : now)
                : Optional.empty();
    }

    /** Whether all stamps are still the same. */
    public boolean isCurrent() {
        try {
            ByteBuffer in = ByteBuffer.wrap(entries);
            return trusted && matches(scope.root(), in.get(), in);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean matches(Path path, int kind, ByteBuffer in) throws IOException {
        if (kind == MISSING) {
            return !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        }
        // The kind need not be compared: an inode becomes that of another kind of file only with a new ctime.
        boolean same = FileStamp.matches(path, in.getLong(), in.getLong());
        if (kind == FILE) {
            in.getLong();
            return same;
        }
        for (int next = in.get(); same && next != END_OF_FOLDER; next = in.get()) {
            String name = TextCodec.parse(in);
            same = next == SEPARATE_FOLDER || matches(path.resolve(name), next, in);
        }
        return same;
    }

    /** Whether the folder itself had this place and these names when the build began. */
    boolean isRootTrusted() {
        return entries.length > 0
                && (entries[0] == MISSING || ByteBuffer.wrap(entries).getLong(1) != FileStamp.UNTRUSTED);
    }

    /** The files in it by their paths: {@code img/map.png}. */
    Map<String, FileEntry> files() {
        Map<String, FileEntry> files = new HashMap<>();
        forEach((kind, path, depth, in) -> {
            if (kind == FILE) {
                files.put(path, FileEntry.parse(in.slice()));
            }
        });
        return files;
    }

    /** The names right below it, if it is a folder, and whether each is a folder. */
    Map<String, Boolean> children() {
        Map<String, Boolean> names = new LinkedHashMap<>();
        forEach((kind, name, depth, in) -> {
            if (depth == 0) {
                names.put(name, kind != FILE);
            }
        });
        return names;
    }

    /** The names of the folders right below it that have snapshots of their own. */
    List<String> separateFolders() {
        List<String> names = new ArrayList<>();
        forEach((kind, name, depth, in) -> {
            if (kind == SEPARATE_FOLDER) {
                names.add(name);
            }
        });
        return names;
    }

    /** Receives the entries of a snapshot. */
    public interface SnapshotVisitor {
        /**
         * An entry.
         *
         * @param path from the root of the snapshot
         * @param depth 0 right below the root
         * @param in at the stamp of the entry; its position must not be moved
         */
        void visit(int kind, String path, int depth, ByteBuffer in);
    }

    /** Visits all entries below the root, if that is a folder. */
    public void forEach(SnapshotVisitor snapshotVisitor) {
        ByteBuffer in = ByteBuffer.wrap(entries);
        if (in.hasRemaining() && in.get() == FOLDER) {
            in.position(in.position() + FOLDER_BYTES);
            forEach("", 0, in, snapshotVisitor);
        }
    }

    private static void forEach(String folder, int depth, ByteBuffer in, SnapshotVisitor snapshotVisitor) {
        for (int kind = in.get(); kind != END_OF_FOLDER; kind = in.get()) {
            String path = folder + TextCodec.parse(in);
            snapshotVisitor.visit(kind, path, depth, in);
            if (kind == FILE) {
                in.position(in.position() + FILE_BYTES);
            } else if (kind == FOLDER) {
                in.position(in.position() + FOLDER_BYTES);
                forEach(path + "/", depth + 1, in, snapshotVisitor);
            }
        }
    }
}
