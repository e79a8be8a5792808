package io.noticepress.search.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file for what is too much for the heap; gone when it is closed. Safe for use by several threads. */
public final class AppendFile implements AutoCloseable {
    private final FileChannel file;
    private long end;

    private AppendFile(FileChannel file, long end) {
        this.file = file;
        this.end = end;
    }

    /** One in a folder. */
    public static AppendFile createTemp(Path folder) {
        try {
            Path path = Files.createTempFile(folder, "search-", ".tmp");
            return new AppendFile(
                    FileChannel.open(
                            path,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE),
                    0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Clears away what was left in a folder when the machine died. */
    public static void deleteTemps(Path folder) {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "search-*.tmp")) {
                for (Path path : left) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty file; it is left where it is. */
    public static AppendFile create(Path path) throws IOException {
        return new AppendFile(
                FileChannel.open(
                        path,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING),
                0);
    }

    /** A file that was left, to be read and added to. */
    public static AppendFile open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new AppendFile(file, file.size());
    }

    /** Adds bytes; says where they begin. */
    public synchronized long append(byte[] bytes, int count) {
        try {
            long start = end;
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
            while (buffer.hasRemaining()) {
                end += file.write(buffer, end);
            }
            return start;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the next bytes will begin. */
    public synchronized long end() {
        return end;
    }

    /** Reads bytes that were added. */
    public byte[] read(long start, int count) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(count);
            while (buffer.hasRemaining()) {
                if (file.read(buffer, start + buffer.position()) < 0) {
                    throw new IOException("the scratch file ended early");
                }
            }
            return buffer.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
