package io.noticepress.output;

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
final class Glance {
    private static final long SECOND = 1_000_000_000;

    private final Looks.Sums sums;
    /** How files looked before, by their places below the part. */
    private final Map<String, Known> before = new HashMap<>();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private long newest;
    private boolean blurred;

    private record Known(long time, long number, long sum) {
        static Known read(ByteBuffer in) {
            return new Known(in.getLong(), in.getLong(), in.getLong());
        }

        boolean isStill(Map<String, Object> seen) {
            return Glance.time(seen, "ctime") == time && Glance.number(seen) == number;
        }
    }

    private Glance(Looks.Sums sums) {
        this.sums = sums;
    }

    static Optional<Looks> at(Looks.Part part, Optional<Looks> before, Looks.Sums sums) {
        Glance glance = new Glance(sums);
        before.ifPresent(looks -> looks.each((kind, path, depth, in) -> {
            if (kind == Looks.FILE) {
                glance.before.put(path, Known.read(in.slice()));
            }
        }));
        return glance.looks(part, () -> {
            glance.see(part);
            return true;
        });
    }

    /** How a part looks, if the same names stand for the same bytes as before. */
    static Optional<Looks> again(Looks then, Looks.Sums sums) {
        Glance glance = new Glance(sums);
        ByteBuffer in = ByteBuffer.wrap(then.entries());
        return glance.looks(then.part(), () -> {
            int kind = in.hasRemaining() ? in.get() : Looks.NOTHING;
            glance.out.writeByte(kind);
            return kind != Looks.NOTHING && glance.isSame(then.part().place(), kind, in);
        });
    }

    /** A walk, which may end when it has seen that there are no looks to be had. */
    private interface Walk {
        boolean go() throws IOException;
    }

    private Optional<Looks> looks(Looks.Part part, Walk walk) {
        try {
            return walk.go() && !blurred ? Optional.of(new Looks(part, bytes.toByteArray(), newest)) : Optional.empty();
        } catch (IOException | DirectoryIteratorException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private void see(Looks.Part part) throws IOException {
        Map<String, Object> seen;
        try {
            seen = look(part.place());
        } catch (NoSuchFileException e) {
            out.writeByte(Looks.NOTHING);
            return;
        }
        out.writeByte(kind(seen));
        if (kind(seen) == Looks.FOLDER) {
            note(seen);
            inside(part.place(), "", part.whole());
        } else {
            note(seen, sum(part.place(), seen));
        }
    }

    private void inside(Path folder, String way, boolean whole) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                Map<String, Object> seen = look(entry);
                String name = entry.getFileName().toString();
                String path = way + name;
                boolean file = kind(seen) == Looks.FILE;
                out.writeByte(file || whole ? kind(seen) : Looks.PART);
                TextCodec.write(out, name);
                if (file) {
                    Known then = before.get(path);
                    note(seen, then != null && then.isStill(seen) ? then.sum : sum(entry, seen));
                } else if (whole) {
                    note(seen);
                    inside(entry, path + "/", true);
                }
            }
        }
        out.writeByte(Looks.END);
    }

    /** Notes how something looks, as long as it is the same as before. */
    private boolean isSame(Path place, int kind, ByteBuffer in) throws IOException {
        Map<String, Object> seen = look(place);
        if (kind(seen) != kind) {
            return false;
        }
        if (kind == Looks.FOLDER) {
            in.position(in.position() + Looks.FOLDER_BYTES);
            note(seen);
            return hasSameNames(place, in);
        }
        Known then = Known.read(in);
        note(seen, then.sum);
        return then.isStill(seen) || sum(place, seen) == then.sum;
    }

    private boolean hasSameNames(Path folder, ByteBuffer in) throws IOException {
        Set<String> names =
                new HashSet<>(List.of(Objects.requireNonNullElse(folder.toFile().list(), new String[0])));
        for (int kind = in.get(); kind != Looks.END; kind = in.get()) {
            String name = TextCodec.parse(in);
            out.writeByte(kind);
            TextCodec.write(out, name);
            if (!names.remove(name) || kind != Looks.PART && !isSame(folder.resolve(name), kind, in)) {
                return false;
            }
        }
        out.writeByte(Looks.END);
        return names.isEmpty();
    }

    /** The checksum of a file. */
    private long sum(Path file, Map<String, Object> seen) throws IOException {
        OptionalLong sum = sums.of(file, (Long) seen.get("size"), time(seen, "lastModifiedTime"));
        blurred |= sum.isEmpty();
        return sum.orElse(0);
    }

    private static Map<String, Object> look(Path place) throws IOException {
        return Files.readAttributes(
                place, "unix:isDirectory,isRegularFile,size,lastModifiedTime,ctime,ino", LinkOption.NOFOLLOW_LINKS);
    }

    private int kind(Map<String, Object> seen) {
        boolean folder = seen.get("isDirectory").equals(Boolean.TRUE);
        blurred |= !folder && !seen.get("isRegularFile").equals(Boolean.TRUE);
        return folder ? Looks.FOLDER : Looks.FILE;
    }

    private void note(Map<String, Object> file, long sum) throws IOException {
        note(file);
        out.writeLong(sum);
    }

    private void note(Map<String, Object> seen) throws IOException {
        long time = time(seen, "ctime");
        // A disk that counts in seconds, or in pairs of them, cannot tell two changes within one apart.
        newest = Math.max(newest, time % SECOND == 0 ? time + 2 * SECOND : time);
        out.writeLong(time);
        out.writeLong(number(seen));
    }

    static long time(Map<String, Object> seen, String name) {
        return ((FileTime) seen.get(name)).to(TimeUnit.NANOSECONDS);
    }

    static long number(Map<String, Object> seen) {
        return (Long) seen.get("ino");
    }
}
