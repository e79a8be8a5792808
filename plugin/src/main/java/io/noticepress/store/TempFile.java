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

    private final AppendChannel channel;

    private TempFile(AppendChannel channel) {
        this.channel = channel;
    }

    public static TempFile create(Path folder) {
        try {
            Path path = Files.createTempFile(folder, PREFIX, SUFFIX);
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            return new TempFile(new AppendChannel(new FileOps(), file));
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

    /** Appends bytes and returns their offset. */
    public long append(byte[] bytes) {
        return append(bytes, bytes.length);
    }

    /** Appends the first {@code count} bytes of an array and returns their offset. */
    public long append(byte[] bytes, int count) {
        try {
            return channel.append(bytes, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads {@code count} bytes that were appended. */
    public byte[] read(long offset, int count) {
        try {
            ByteBuffer bytes = channel.read(ByteBuffer.allocate(count), offset);
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
