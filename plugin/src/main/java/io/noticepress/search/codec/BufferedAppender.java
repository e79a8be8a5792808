package io.noticepress.search.codec;

/** Writes to a scratch file, much at a time, and reads what was written. For one thread. */
public final class BufferedAppender {
    private static final int BUFFER_SIZE = 1 << 18;

    private final AppendFile file;
    private final ByteWriter pending = new ByteWriter(BUFFER_SIZE);
    private long end;

    /** One that goes on at the end of a file. */
    public BufferedAppender(AppendFile file) {
        this.file = file;
        this.end = file.end();
    }

    /** Adds bytes; says where they begin. */
    public long append(byte[] bytes) {
        long place = end;
        pending.writeBytes(bytes);
        end += bytes.length;
        if (pending.length() > BUFFER_SIZE / 2) {
            flush();
        }
        return place;
    }

    /** Where the next bytes will begin. */
    public long end() {
        return end;
    }

    public byte[] read(long place, int length) {
        if (place + length > file.end()) {
            flush();
        }
        return file.read(place, length);
    }

    public void flush() {
        file.append(pending.array(), pending.length());
        pending.clear();
    }
}
