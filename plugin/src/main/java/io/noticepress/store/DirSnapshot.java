package io.noticepress.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a part of the disk looks from outside, on Unix: of every file and folder in it its number and the time of its last
 * change of any kind, which no program can set. Whatever becomes of a file changes its time, whatever becomes of a name
 * changes that of its folder, so that nothing needs to be opened or listed to see that all is as it was. Where it looks
 * otherwise, as after a fresh checkout, names and checksums tell whether it is the same all the same.
 *
 * <pre>
 * a file             1, time (8 bytes), number (8), checksum (8)
 * a folder           2, time (8 bytes), number (8); of each name in it what it is, with the name after its kind; 3
 * a part of its own  4, the name
 * nothing            0
 * </pre>
 *
 * @param entries what is there
 * @param newestChange the latest time in it, in nanoseconds since 1970; as a disk that counts in seconds has it, rounded up
 */
public record DirSnapshot(DirScope scope, byte[] entries, long newestChange) {
    static final int MISSING = 0;
    public static final int FILE = 1;
    static final int FOLDER = 2;
    static final int END_OF_FOLDER = 3;
    static final int SEPARATE_FOLDER = 4;

    /** What follows the kind and name of a file. */
    static final int FILE_BYTES = 3 * Long.BYTES;

    /** What follows the kind and name of a folder, before what is in it. */
    static final int FOLDER_BYTES = 2 * Long.BYTES;

    /**
     * A part of the disk to be looked at.
     *
     * @param recursive with all that is below it; else a folder and its files, but not what is in its folders
     */
    public record DirScope(Path root, boolean recursive) {
        /** A file or folder, and if it is one its folders down to some depth, in parts; those that are still are not listed. */
        public static List<DirScope> readScopes(Path place, int depth, UnchangedDirs unchangedDirs) {
            List<DirScope> parts = new ArrayList<>();
            add(place, depth, unchangedDirs, parts);
            return parts;
        }

        private static void add(Path place, int depth, UnchangedDirs unchangedDirs, List<DirScope> parts) {
            Optional<DirSnapshot> known = unchangedDirs.snapshot(place);
            if (known.isPresent()) {
                parts.add(known.get().scope());
                known.get()
                        .separateFolders()
                        .forEach(name -> add(place.resolve(name), depth - 1, unchangedDirs, parts));
                return;
            }
            Optional<List<Path>> folders = depth > 0 ? subfolders(place) : Optional.empty();
            parts.add(new DirScope(place, folders.isEmpty()));
            folders.ifPresent(found -> found.forEach(folder -> add(folder, depth - 1, unchangedDirs, parts)));
        }

        /** The folders in a folder; nothing if it is none, or closed to us. */
        private static Optional<List<Path>> subfolders(Path place) {
            List<Path> folders = new ArrayList<>();
            if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            try (DirectoryStream<Path> inside =
                    Files.newDirectoryStream(place, entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))) {
                inside.forEach(folders::add);
                return Optional.of(folders);
            } catch (IOException | DirectoryIteratorException e) {
                return Optional.empty();
            }
        }
    }

    /** The checksums of files, as they are known or can be found. */
    public interface ChecksumSource {
        /**
         * The {@link DoubleCrc} of a file; empty if the file is not what it should be.
         *
         * @param size in bytes
         * @param time when it was last written, in nanoseconds since 1970
         */
        OptionalLong checksum(Path file, long size, long time) throws IOException;
    }

    /**
     * How a part looks now; nothing if something in it stands for something elsewhere, is closed to us, is not told of, or is
     * not what it should be.
     *
     * @param before how it once looked: checksums of files that look as they did then are not asked for
     */
    public static Optional<DirSnapshot> read(
            DirScope dirScope, Optional<DirSnapshot> before, ChecksumSource checksumSource) {
        return DirSnapshotReader.read(dirScope, before, checksumSource);
    }

    /** Those of a part that do not count. */
    public static DirSnapshot untrusted(DirScope dirScope) {
        return new DirSnapshot(dirScope, new byte[0], 0);
    }

    /** These, if the part still looks so; else how it looks now, if the same names stand for the same bytes. */
    public Optional<DirSnapshot> refresh(ChecksumSource checksumSource) {
        return isCurrent() ? Optional.of(this) : DirSnapshotReader.readIfSame(this, checksumSource);
    }

    /** Whether it still looks so. */
    public boolean isCurrent() {
        try {
            ByteBuffer in = ByteBuffer.wrap(entries);
            return entries.length > 0 && matches(scope.root(), in.get(), in);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean matches(Path place, int kind, ByteBuffer in) throws IOException {
        if (kind == MISSING) {
            return !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
        }
        // A number of the disk stands for one kind of thing as long as its time is the same.
        Map<String, Object> now = Files.readAttributes(place, "unix:ctime,ino", LinkOption.NOFOLLOW_LINKS);
        boolean same =
                DirSnapshotReader.nanos(now, "ctime") == in.getLong() && DirSnapshotReader.inode(now) == in.getLong();
        if (kind == FILE) {
            in.getLong();
            return same;
        }
        for (int next = in.get(); same && next != END_OF_FOLDER; next = in.get()) {
            String name = TextCodec.parse(in);
            same = next == SEPARATE_FOLDER || matches(place.resolve(name), next, in);
        }
        return same;
    }

    /** What is right below it, if it is a folder: the names, and whether each is a folder. */
    Map<String, Boolean> children() {
        Map<String, Boolean> names = new LinkedHashMap<>();
        forEach((kind, name, depth, in) -> {
            if (depth == 0) {
                names.put(name, kind != FILE);
            }
        });
        return names;
    }

    /** The names of the folders right below it that are parts of their own. */
    List<String> separateFolders() {
        List<String> parts = new ArrayList<>();
        forEach((kind, name, depth, in) -> {
            if (kind == SEPARATE_FOLDER) {
                parts.add(name);
            }
        });
        return parts;
    }

    /** Takes something that is in a folder. */
    public interface SnapshotVisitor {
        /**
         * Something in the folder.
         *
         * @param path from the folder
         * @param depth 0 right below the folder
         * @param in where its time, number and checksum are next; must be left alone but for {@code slice}
         */
        void visit(int kind, String path, int depth, ByteBuffer in);
    }

    /** Shows all that is in it, if it is a folder. */
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
