package io.noticepress.output;

import io.noticepress.model.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How a folder looks from outside: all names in it, and of every file what the system says without opening it. That is size
 * and time, and on Unix its number on the disk and the time of its last change of any kind, which no program can set.
 *
 * @param digest of all that
 * @param newest the latest time of any file, in nanoseconds since 1970; as a disk that counts in seconds has it, rounded up
 */
public record Looks(Digest digest, long newest) {
    private static final String UNIX = "unix:isDirectory,isRegularFile,size,lastModifiedTime,ctime,ino";
    private static final String OTHERS = "isDirectory,isRegularFile,size,lastModifiedTime";
    private static final long SECOND = 1_000_000_000;

    /** How a file or folder looks; nothing if there is something in it that stands for something elsewhere, or is closed to us. */
    public static Optional<Looks> of(Path place) {
        Walk walk = new Walk(place);
        try {
            walk.see(place.toRealPath(), "");
        } catch (NoSuchFileException e) {
            walk.sha.update((byte) 0); // there is nothing, which is a look, too
        } catch (IOException | DirectoryIteratorException e) {
            return Optional.empty();
        }
        return walk.blurred ? Optional.empty() : Optional.of(new Looks(Digest.of(walk.sha.digest(), 0), walk.newest));
    }

    /** One walk through a folder. */
    private static final class Walk {
        private final MessageDigest sha = Digest.sha256();
        private final String attributes;
        private long newest;
        private boolean blurred;

        Walk(Path place) {
            boolean unix = place.getFileSystem().supportedFileAttributeViews().contains("unix");
            this.attributes = unix ? UNIX : OTHERS;
        }

        void see(Path place, String name) throws IOException {
            Map<String, Object> seen = Files.readAttributes(place, attributes, LinkOption.NOFOLLOW_LINKS);
            if (seen.get("isDirectory").equals(Boolean.TRUE)) {
                note(name + "/");
                List<Path> inside = new ArrayList<>();
                try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
                    entries.forEach(inside::add);
                }
                inside.sort(null);
                for (Path entry : inside) {
                    see(entry, entry.getFileName().toString());
                }
                note("/");
            } else if (seen.get("isRegularFile").equals(Boolean.TRUE)) {
                note(name + "\n" + seen.get("size") + "\n" + time(seen.get("lastModifiedTime")) + "\n"
                        + time(seen.get("ctime")) + "\n" + seen.get("ino") + "\n");
            } else {
                blurred = true;
            }
        }

        private long time(Object value) {
            if (value == null) {
                return 0;
            }
            long time = ((FileTime) value).to(TimeUnit.NANOSECONDS);
            // A disk that counts in seconds, or in pairs of them, cannot tell two changes within one apart.
            newest = Math.max(newest, time % SECOND == 0 ? time + 2 * SECOND : time);
            return time;
        }

        private void note(String text) {
            sha.update(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
