package io.noticepress.search;

/** Writes to a scratch file, much at a time, and reads what was written. For one thread. */
final class Spool {
    private static final int PIECE = 1 << 18;

    private final Scratch scratch;
    private final Bytes pending = new Bytes(PIECE);
    private long end;

    /** One that goes on at the end of a file. */
    Spool(Scratch scratch) {
        this.scratch = scratch;
        this.end = scratch.end();
    }

    /** Adds bytes; says where they begin. */
    long add(byte[] bytes) {
        long place = end;
        pending.raw(bytes);
        end += bytes.length;
        if (pending.length() > PIECE / 2) {
            flush();
        }
        return place;
    }

    /** Where the next bytes will begin. */
    long end() {
        return end;
    }

    byte[] read(long place, int length) {
        if (place + length > scratch.end()) {
            flush();
        }
        return scratch.read(place, length);
    }

    void flush() {
        scratch.add(pending.array(), pending.length());
        pending.clear();
    }
}
