package io.noticepress.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A stream that appends to a file through {@link FileOps}. Closing it leaves the file open. */
public final class ChannelOutputStream extends OutputStream {
    private final FileOps fileOps;
    private final FileChannel channel;

    public ChannelOutputStream(FileOps fileOps, FileChannel channel) {
        this.fileOps = fileOps;
        this.channel = channel;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        fileOps.append(channel, ByteBuffer.wrap(bytes, offset, length));
    }
}
