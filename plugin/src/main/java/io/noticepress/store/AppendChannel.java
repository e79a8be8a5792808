package io.noticepress.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Appends to a file through a buffer and reads what was appended. Thread-safe. */
final class AppendChannel implements Closeable {
    private static final int BUFFER_BYTES = 1 << 17;

    private final FileOps fileOps;
    private final FileChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    /** Length of the file including the buffer. */
    private long end;

    /** A channel that appends at the end of a file. */
    AppendChannel(FileOps fileOps, FileChannel channel) throws IOException {
        this.fileOps = fileOps;
        this.channel = channel;
        this.end = channel.size();
        channel.position(end);
    }

    /** The offset at which the next bytes will be appended. */
    synchronized long end() {
        return end;
    }

    /** Appends the first {@code count} bytes of an array and returns their offset. */
    synchronized long append(byte[] bytes, int count) throws IOException {
        if (buffer.remaining() < count) {
            flush();
        }
        if (count > BUFFER_BYTES) {
            fileOps.append(channel, ByteBuffer.wrap(bytes, 0, count));
        } else {
            buffer = buffer.capacity() > 0 ? buffer : ByteBuffer.allocate(BUFFER_BYTES);
            buffer.put(bytes, 0, count);
        }
        end += count;
        return end - count;
    }

    /** Appends a range of another file. */
    synchronized long copy(AppendChannel from, long offset, long length) throws IOException {
        from.flush();
        flush();
        fileOps.copy(from.channel, offset, length, channel);
        end += length;
        return end - length;
    }

    /** Reads until the buffer is full or the file ends, then flips the buffer. */
    ByteBuffer read(ByteBuffer bytes, long offset) throws IOException {
        synchronized (this) {
            if (offset + bytes.remaining() > end - buffer.position()) {
                flush();
            }
        }
        return FileOps.readFully(bytes, channel, offset);
    }

    private synchronized void flush() throws IOException {
        if (buffer.position() > 0) {
            fileOps.append(channel, buffer.flip());
            buffer.clear();
        }
    }

    /** Waits until everything that was appended is on disk. */
    synchronized void sync() throws IOException {
        flush();
        fileOps.sync(channel);
    }

    /** Cuts off the end of the file; nothing may be appended afterwards. */
    synchronized void truncate(long length) throws IOException {
        fileOps.truncate(channel, length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
