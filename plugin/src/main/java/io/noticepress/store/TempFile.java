package io.noticepress.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file for data that would not fit in the heap; deleted when it is closed. Thread-safe. */
public final class TempFile implements AutoCloseable {
    private static final String PREFIX = "temp-";
    private static final String SUFFIX = ".tmp";

    private final FileChannel channel;
    private long end;

    private TempFile(FileChannel channel) {
        this.channel = channel;
    }

    public static TempFile create(Path folder) {
        try {
            Path path = Files.createTempFile(folder, PREFIX, SUFFIX);
            return new TempFile(FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the temporary files that killed runs left in a folder, which is created if it does not exist. */
    public static void deleteAll(Path folder) {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
                for (Path path : left) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends the first {@code count} bytes of an array and returns their offset. */
    public synchronized long append(byte[] bytes, int count) {
        try {
            long start = end;
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
            while (buffer.hasRemaining()) {
                end += channel.write(buffer, end);
            }
            return start;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The offset at which the next bytes will be appended. */
    public synchronized long end() {
        return end;
    }

    /** Reads {@code count} bytes that were appended. */
    public byte[] read(long offset, int count) {
        try {
            ByteBuffer bytes = FileOps.readFully(ByteBuffer.allocate(count), channel, offset);
            if (bytes.remaining() < count) {
                throw new IOException("the temporary file ends too early");
            }
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
