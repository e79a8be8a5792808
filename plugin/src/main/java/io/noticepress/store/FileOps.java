package io.noticepress.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * All changes a build makes to the cache and the site, and the clock by which the file system sets the times of files. Tests
 * replace it to let a change fail or the clock run ahead. Thread-safe.
 */
public class FileOps {
    /** The longest tick of a file system's clock: all changes within one get the same time. */
    public static final long MAX_TICK_MILLIS = 50;

    /** The time that a file in a folder would get if it were changed now, in nanoseconds since 1970. */
    public long now(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "clock", "");
        try {
            return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Waits for the next tick of the clock, at most {@link #MAX_TICK_MILLIS}, so that later changes get a later time.
     *
     * @return the time then; {@link Long#MIN_VALUE} if the thread was interrupted
     */
    public long awaitTick(Path folder) throws IOException {
        long start = now(folder);
        long now = start;
        try {
            for (long millis = 0; now == start && millis < MAX_TICK_MILLIS; millis++) {
                Thread.sleep(1);
                now = now(folder);
            }
            return now;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Long.MIN_VALUE;
        }
    }

    /**
     * Operations that do not wait for the disk: for files whose loss in a power failure is noticed by their checksums and costs
     * only time.
     */
    public static FileOps withoutSync() {
        return new FileOps() {
            @Override
            public void sync(FileChannel file) {}
        };
    }

    /** Whether files can be created in a folder. */
    public boolean isWritable(Path folder) {
        return Files.isWritable(folder);
    }

    /** Creates a folder; its parent must exist. */
    public void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    /** Writes a file that does not exist yet. */
    public void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Opens a file for reading and writing, creating it or removing its contents. */
    public FileChannel createOrTruncate(Path file) throws IOException {
        return FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    /** Cuts a file off at a size. */
    void truncate(FileChannel file, long size) throws IOException {
        file.truncate(size);
    }

    /** Writes everything that remains in the buffer. */
    public void append(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    /** Appends a range of another file. */
    public void copy(FileChannel from, long offset, long length, FileChannel file) throws IOException {
        for (long done = 0; done < length; ) {
            long copied = from.transferTo(offset + done, length - done, file);
            if (copied <= 0) {
                throw new EOFException("the file ends before " + (offset + length));
            }
            done += copied;
        }
    }

    /** Reads until the buffer is full or the file ends; returns the buffer flipped, ready to be read. */
    public static ByteBuffer readFully(ByteBuffer bytes, FileChannel file, long offset) throws IOException {
        int start = bytes.position();
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = file.read(bytes, offset + bytes.position() - start);
        }
        return bytes.flip();
    }

    /** Waits until a file has been written to the storage device. */
    public void sync(FileChannel file) throws IOException {
        file.force(true);
    }

    /** Moves a file, replacing any at the target, in one atomic step. */
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes a hard link; on file systems without them a copy. Either {@code saved} is complete or it does not exist. */
    public void linkOrCopy(Path file, Path saved) throws IOException {
        try {
            Files.createLink(saved, file);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Path part = saved.resolveSibling(saved.getFileName() + ".part");
            Files.copy(file, part, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            move(part, saved);
        }
    }

    /** Removes a file if it exists. */
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Removes a folder if it is empty; returns whether nothing exists at its path now. */
    public boolean deleteIfEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        }
        try {
            Files.deleteIfExists(folder);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }
}
