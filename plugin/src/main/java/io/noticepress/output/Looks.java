package io.noticepress.output;

import io.noticepress.problem.ProblemForm;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How a part of the disk looks from outside, on Unix: of every file and folder in it its number and the time of its last
 * change of any kind, which no program can set. Whatever becomes of a file changes its time, whatever becomes of a name
 * changes that of its folder, so that nothing needs to be opened or listed to see that all is as it was.
 *
 * @param entries what is there: its kind, time and number, and for each name in a folder the same again
 * @param newest the latest time in it, in nanoseconds since 1970; as a disk that counts in seconds has it, rounded up
 */
public record Looks(Part part, byte[] entries, long newest) {
    private static final long SECOND = 1_000_000_000;
    private static final int NOTHING = 0;
    private static final int FILE = 1;
    private static final int FOLDER = 2;
    private static final int END = 3;

    /**
     * A part of the disk to be looked at.
     *
     * @param whole with all that is below it; else a folder and its files, but not its folders
     */
    public record Part(Path place, boolean whole) {
        /** A file or folder, and if it is one its folders down to some depth, in parts; those that are still are not listed. */
        static List<Part> of(Path place, int depth, Still still) {
            List<Part> parts = new ArrayList<>();
            add(place, depth, still, parts);
            return parts;
        }

        private static void add(Path place, int depth, Still still, List<Part> parts) {
            Optional<Looks> known = still.at(place);
            if (known.isPresent()) {
                parts.add(known.get().part());
                still.inside(place).forEach(folder -> add(folder, depth - 1, still, parts));
                return;
            }
            Optional<List<Path>> folders = depth > 0 ? folders(place) : Optional.empty();
            parts.add(new Part(place, folders.isEmpty()));
            folders.ifPresent(found -> found.forEach(folder -> add(folder, depth - 1, still, parts)));
        }

        /** The folders in a folder; nothing if it is none, or closed to us. */
        private static Optional<List<Path>> folders(Path place) {
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

    /** Whether a file is what it should be, to judge by its size and the time it was last written, in nanoseconds since 1970. */
    public interface Check {
        boolean isRight(Path file, long size, long time);
    }

    /**
     * How a part looks now; nothing if something in it stands for something elsewhere, is closed to us, is not told of, or is
     * not what it should be.
     */
    static Optional<Looks> of(Part part, Check check) {
        Walk walk = new Walk(check);
        try {
            walk.see(part.place(), part.whole());
            return walk.blurred
                    ? Optional.empty()
                    : Optional.of(new Looks(part, walk.bytes.toByteArray(), walk.newest));
        } catch (IOException | DirectoryIteratorException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** Those of a part that do not count. */
    static Looks none(Part part) {
        return new Looks(part, new byte[0], 0);
    }

    /** Whether it still looks so. */
    public boolean hold() {
        try {
            ByteBuffer in = ByteBuffer.wrap(entries);
            return entries.length > 0 && isSame(part.place(), in.get(), in);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean isSame(Path place, int kind, ByteBuffer in) throws IOException {
        if (kind == NOTHING) {
            return !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
        }
        // A number of the disk stands for one kind of thing as long as its time is the same.
        Map<String, Object> now = Files.readAttributes(place, "unix:ctime,ino", LinkOption.NOFOLLOW_LINKS);
        boolean same = time(now, "ctime") == in.getLong() && number(now) == in.getLong();
        if (kind == FOLDER) {
            for (int next = in.get(); same && next != END; next = in.get()) {
                same = isSame(place.resolve(ProblemForm.text(in)), next, in);
            }
        }
        return same;
    }

    /** What is right below it and part of it, if it is a folder: the names, and whether each is a folder. */
    Map<String, Boolean> names() {
        Map<String, Boolean> names = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(entries);
        if (in.get() == FOLDER) {
            in.position(in.position() + 2 * Long.BYTES);
            for (int kind = in.get(); kind != END; kind = in.get()) {
                names.put(ProblemForm.text(in), kind == FOLDER);
                in.position(in.position() + 2 * Long.BYTES);
                if (kind == FOLDER) {
                    files("", in, path -> {}); // over what is in it
                }
            }
        }
        return names;
    }

    /** The paths of the files in it, each after what is put before it. */
    void files(String before, Consumer<String> each) {
        ByteBuffer in = ByteBuffer.wrap(entries);
        if (in.get() == FOLDER) {
            in.position(in.position() + 2 * Long.BYTES);
            files(before, in, each);
        }
    }

    private static void files(String before, ByteBuffer in, Consumer<String> each) {
        for (int kind = in.get(); kind != END; kind = in.get()) {
            String path = before + ProblemForm.text(in);
            in.position(in.position() + 2 * Long.BYTES);
            if (kind == FOLDER) {
                files(path + "/", in, each);
            } else {
                each.accept(path);
            }
        }
    }

    private static long time(Map<String, Object> attributes, String name) {
        return ((FileTime) attributes.get(name)).to(TimeUnit.NANOSECONDS);
    }

    private static long number(Map<String, Object> attributes) {
        return (Long) attributes.get("ino");
    }

    /** One walk through a part. */
    private static final class Walk {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        private final DataOutputStream out = new DataOutputStream(bytes);
        private final Check check;
        private long newest;
        private boolean blurred;

        Walk(Check check) {
            this.check = check;
        }

        void see(Path place, boolean whole) throws IOException {
            Map<String, Object> seen;
            try {
                seen = look(place);
            } catch (NoSuchFileException e) {
                out.writeByte(NOTHING);
                return;
            }
            out.writeByte(kind(seen));
            note(place, seen);
            if (kind(seen) == FOLDER) {
                inside(place, whole);
            }
        }

        private void inside(Path folder, boolean whole) throws IOException {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    Map<String, Object> seen = look(entry);
                    int kind = kind(seen);
                    if (kind == FILE || whole) {
                        out.writeByte(kind);
                        ProblemForm.text(out, entry.getFileName().toString());
                        note(entry, seen);
                    }
                    if (kind == FOLDER && whole) {
                        inside(entry, true);
                    }
                }
            }
            out.writeByte(END);
        }

        private static Map<String, Object> look(Path place) throws IOException {
            return Files.readAttributes(
                    place, "unix:isDirectory,isRegularFile,size,lastModifiedTime,ctime,ino", LinkOption.NOFOLLOW_LINKS);
        }

        private int kind(Map<String, Object> seen) {
            boolean folder = seen.get("isDirectory").equals(Boolean.TRUE);
            blurred |= !folder && !seen.get("isRegularFile").equals(Boolean.TRUE);
            return folder ? FOLDER : FILE;
        }

        private void note(Path place, Map<String, Object> seen) throws IOException {
            blurred |= kind(seen) == FILE
                    && !check.isRight(place, (Long) seen.get("size"), time(seen, "lastModifiedTime"));
            long time = time(seen, "ctime");
            // A disk that counts in seconds, or in pairs of them, cannot tell two changes within one apart.
            newest = Math.max(newest, time % SECOND == 0 ? time + 2 * SECOND : time);
            out.writeLong(time);
            out.writeLong(number(seen));
        }
    }
}
