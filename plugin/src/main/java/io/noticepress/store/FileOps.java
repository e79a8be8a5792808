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

/** Every change this room makes on disk, in one place, so that tests can let any one of them fail. Thread-safe. */
public class FileOps {
    /** Whether files can be made in a folder. */
    public boolean isWritable(Path folder) {
        return Files.isWritable(folder);
    }

    /** Makes a folder, whose parent exists. */
    public void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    /** Writes a file that does not exist yet. */
    public void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Begins a file that is written piece by piece; one that is there already is emptied. */
    public FileChannel createOrTruncate(Path file) throws IOException {
        return FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    /** Goes on with such a file at its end. */
    FileChannel openForAppend(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel.position(channel.size());
        return channel;
    }

    /** Cuts such a file off. */
    void truncate(FileChannel file, long size) throws IOException {
        file.truncate(size);
    }

    /** Writes all that remains in the buffer at the end of the file. */
    public void append(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    /** Writes a stretch of another file at the end of this one. */
    public void copy(FileChannel from, long offset, long length, FileChannel file) throws IOException {
        for (long done = 0; done < length; ) {
            long copied = from.transferTo(offset + done, length - done, file);
            if (copied <= 0) {
                throw new EOFException("the file ends before " + (offset + length));
            }
            done += copied;
        }
    }

    /** Reads until the buffer is full or the file ends; gives it ready to be read from. */
    public static ByteBuffer readFully(ByteBuffer bytes, FileChannel file, long offset) throws IOException {
        int start = bytes.position();
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = file.read(bytes, offset + bytes.position() - start);
        }
        return bytes.flip();
    }

    /** Waits until a file has reached the disk itself. */
    public void sync(FileChannel file) throws IOException {
        file.force(true);
    }

    /** Moves a file onto its place, whether or not one stands there, in one step that nobody sees half done. */
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Gives a file a second name; where the disk cannot do that, an equal copy. {@code saved} is whole or not there. */
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

    /** Removes a file, if it is there. */
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Removes a folder if it is one and empty; says whether nothing stands there now. */
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
