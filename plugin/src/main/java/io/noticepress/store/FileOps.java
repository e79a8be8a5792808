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

/** Every change that state files and the output make on disk, in one place, so that tests can make any of them fail. Thread-safe. */
public class FileOps {
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

    /** Creates a folder whose parent exists. */
    public void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    /** Writes a file that does not exist yet. */
    public void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Creates a file that is written in several steps, or empties an existing one. */
    public FileChannel createOrTruncate(Path file) throws IOException {
        return FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    /** Cuts off the end of a file. */
    void truncate(FileChannel file, long size) throws IOException {
        file.truncate(size);
    }

    /** Writes everything that remains in a buffer to the end of a file. */
    public void append(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    /** Appends a range of another file to a file. */
    public void copy(FileChannel from, long offset, long length, FileChannel file) throws IOException {
        for (long done = 0; done < length; ) {
            long copied = from.transferTo(offset + done, length - done, file);
            if (copied <= 0) {
                throw new EOFException("the file ends before " + (offset + length));
            }
            done += copied;
        }
    }

    /** Reads until the buffer is full or the file ends, then flips the buffer. */
    public static ByteBuffer readFully(ByteBuffer bytes, FileChannel file, long offset) throws IOException {
        int start = bytes.position();
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = file.read(bytes, offset + bytes.position() - start);
        }
        return bytes.flip();
    }

    /** Waits until a file is on disk. */
    public void sync(FileChannel file) throws IOException {
        file.force(true);
    }

    /** Renames a file atomically, replacing an existing one. */
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Creates a hard link to a file, or a copy where the file system has no links. {@code saved} is complete or absent. */
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

    /** Deletes a file if it exists. */
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Deletes a folder if it is empty; returns whether the path is free now. */
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
