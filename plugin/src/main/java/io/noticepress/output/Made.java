package io.noticepress.output;

import io.noticepress.model.Digest;
import io.noticepress.plan.Inputs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A file of the site that we made: from what, with which bytes, and how it looks on disk today. Thread-safe. */
final class Made {
    private static final Digest NOTHING = new Digest(0, 0, 0, 0);

    /** Of a file that is ours, as far as we know, though not what it was made from. */
    static final Inputs UNKNOWN = new Inputs(NOTHING, NOTHING, NOTHING);

    private enum Sight {
        ABSENT,
        SAME,
        TOUCHED,
        ALTERED
    }

    private final Digest bytes;
    private final long size;
    private Inputs inputs;
    private long time;
    private Sight sight;
    private boolean refreshed;

    private Made(Inputs inputs, Digest bytes, long size, long time, Sight sight) {
        this.inputs = inputs;
        this.bytes = bytes;
        this.size = size;
        this.time = time;
        this.sight = sight;
    }

    /** As an earlier build remembers it; nobody has looked for it yet. */
    static Made remembered(Inputs inputs, Digest bytes, long size, long time) {
        return new Made(inputs, bytes, size, time, Sight.ABSENT);
    }

    /** As it is known to be on disk. */
    static Made standing(Inputs inputs, Digest bytes, BasicFileAttributes file) {
        return new Made(inputs, bytes, file.size(), time(file), Sight.SAME);
    }

    /** The same file, made from other inputs. */
    synchronized Made from(Inputs others) {
        return new Made(others, bytes, size, time, sight);
    }

    synchronized Inputs inputs() {
        return inputs;
    }

    Digest bytes() {
        return bytes;
    }

    long size() {
        return size;
    }

    /** When it was last written, in nanoseconds since 1970. */
    synchronized long time() {
        return time;
    }

    /** Holds the plan's object instead of an equal one of its own: half the memory. */
    synchronized void share(Inputs equal) {
        inputs = equal;
    }

    /** Takes note that the file in its place is the one that is remembered. */
    synchronized void stand() {
        sight = Sight.SAME;
    }

    /** Takes note of the file that stands in its place. */
    synchronized void see(BasicFileAttributes file) {
        if (file.size() != size) {
            sight = Sight.ALTERED;
        } else if (time(file) != time) {
            sight = Sight.TOUCHED;
            refreshed = true;
            time = time(file);
        } else {
            sight = Sight.SAME;
        }
    }

    /** Whether there is a file in its place at all. */
    synchronized boolean isPresent() {
        return sight != Sight.ABSENT;
    }

    /** Whether its time is not the one that is remembered, as after a fresh checkout. */
    synchronized boolean isRefreshed() {
        return refreshed;
    }

    /** Whether only reading it can tell if it still holds the bytes we wrote. */
    synchronized boolean isDoubtful() {
        return sight == Sight.TOUCHED;
    }

    /** Whether the file still holds the bytes we wrote; reads it only if its time, and nothing else, differs. */
    synchronized boolean isIntact(Supplier<Path> file) {
        if (sight == Sight.TOUCHED) {
            try {
                sight = digest(file.get()).equals(bytes) ? Sight.SAME : Sight.ALTERED;
            } catch (IOException e) {
                // What cannot be read is not known to be what we wrote: made anew if planned, else left alone.
                sight = Sight.ALTERED;
            }
        }
        return sight == Sight.SAME;
    }

    /** The digest of a file that is no symbolic link. */
    static Digest digest(Path file) throws IOException {
        MessageDigest sha = Digest.sha256();
        byte[] buffer = new byte[1 << 14];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
            }
        }
        return Digest.of(sha.digest(), 0);
    }

    private static long time(BasicFileAttributes file) {
        return file.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }
}
