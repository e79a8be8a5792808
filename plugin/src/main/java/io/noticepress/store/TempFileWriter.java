package io.noticepress.store;

import java.nio.ByteBuffer;

/** Appends to a {@link TempFile} through a buffer, and reads what was appended. For one thread, as the file's only writer. */
public final class TempFileWriter {
    private static final int BUFFER_BYTES = 1 << 18;

    private final TempFile file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    public TempFileWriter(TempFile file) {
        this.file = file;
    }

    /** Appends bytes and returns their offset. */
    public long append(byte[] bytes) {
        if (buffer.remaining() < bytes.length) {
            flush();
        }
        if (bytes.length > BUFFER_BYTES) {
            return file.append(bytes, bytes.length);
        }
        long offset = file.end() + buffer.position();
        buffer.put(bytes);
        return offset;
    }

    /** Reads {@code count} bytes that were appended. */
    public byte[] read(long offset, int count) {
        if (offset + count > file.end()) {
            flush();
        }
        return file.read(offset, count);
    }

    private void flush() {
        file.append(buffer.array(), buffer.position());
        buffer.clear();
    }
}
