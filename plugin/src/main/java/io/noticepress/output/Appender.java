package io.noticepress.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file as a stream to write to, through the {@link Disk}; closing it leaves the file open. */
final class Appender extends OutputStream {
    private final Disk disk;
    private final FileChannel file;

    Appender(Disk disk, FileChannel file) {
        this.disk = disk;
        this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        disk.append(file, ByteBuffer.wrap(bytes, offset, length));
    }
}
