package io.noticepress.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk that goes wrong at its n-th change, counted from 0. */
final class FaultyDisk extends Bench.SwiftDisk {
    /** How it goes wrong. */
    enum Fault {
        /** The process dies: nothing happens any more. */
        KILL,
        /** One change fails, the next one works again. */
        ONCE,
        /** It and all that follow fail. */
        FOREVER,
        /** One write stops half way, as on a full disk. */
        HALF
    }

    /** The process is gone; no code of ours may catch it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Fault fault;
    private final int at;
    private int changes;

    FaultyDisk(Fault fault, int at) {
        this.fault = fault;
        this.at = at;
    }

    /** Whether it came to its n-th change at all. */
    boolean struck() {
        return changes > at;
    }

    private boolean strikes() throws IOException {
        int now = changes++;
        if (fault == Fault.KILL && now >= at) {
            throw new Killed();
        }
        boolean strikes = now == at || fault == Fault.FOREVER && now > at;
        if (strikes && fault != Fault.HALF) {
            throw new IOException("No space left on device");
        }
        return strikes;
    }

    @Override
    void createFolder(Path folder) throws IOException {
        if (strikes()) {
            throw new IOException("No space left on device");
        }
        super.createFolder(folder);
    }

    @Override
    void write(Path file, byte[] bytes) throws IOException {
        if (strikes()) {
            super.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            throw new IOException("No space left on device");
        }
        super.write(file, bytes);
    }

    @Override
    FileChannel create(Path file) throws IOException {
        if (strikes()) {
            throw new IOException("No space left on device");
        }
        return super.create(file);
    }

    @Override
    void append(FileChannel file, ByteBuffer bytes) throws IOException {
        if (strikes()) {
            super.append(file, bytes.slice(bytes.position(), bytes.remaining() / 2));
            throw new IOException("No space left on device");
        }
        super.append(file, bytes);
    }

    @Override
    void copy(FileChannel from, long offset, long length, FileChannel file) throws IOException {
        if (strikes()) {
            super.copy(from, offset, length / 2, file);
            throw new IOException("No space left on device");
        }
        super.copy(from, offset, length, file);
    }

    @Override
    void sync(FileChannel file) throws IOException {
        if (strikes()) {
            throw new IOException("Input/output error");
        }
        super.sync(file);
    }

    @Override
    void move(Path from, Path to) throws IOException {
        if (strikes()) {
            throw new IOException("Input/output error");
        }
        super.move(from, to);
    }

    @Override
    void save(Path file, Path saved) throws IOException {
        if (strikes()) {
            throw new IOException("Input/output error");
        }
        super.save(file, saved);
    }

    @Override
    void delete(Path file) throws IOException {
        if (strikes()) {
            throw new IOException("Input/output error");
        }
        super.delete(file);
    }

    @Override
    boolean deleteEmpty(Path folder) throws IOException {
        if (strikes()) {
            throw new IOException("Input/output error");
        }
        return super.deleteEmpty(folder);
    }
}
