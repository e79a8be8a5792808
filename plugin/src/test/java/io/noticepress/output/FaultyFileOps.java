package io.noticepress.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/** File operations that fail at the n-th change of the disk, counted from 0. */
final class FaultyFileOps extends OutputFixture.NoSyncFileOps {
    /** How the operations fail. */
    enum FaultMode {
        /** The process dies: no further operation takes place. */
        KILL,
        /** One operation fails, the next one succeeds. */
        ONCE,
        /** This and all later operations fail. */
        FOREVER,
        /** One write stops half way, as on a full disk. */
        HALF
    }

    /** The process was killed; no production code may catch this. */
    static final class ProcessKilled extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final FaultMode faultMode;
    private final int failAt;
    private int changes;

    FaultyFileOps(FaultMode faultMode, int failAt) {
        this.faultMode = faultMode;
        this.failAt = failAt;
    }

    /** Whether the n-th operation was reached. */
    boolean hasFailed() {
        return changes > failAt;
    }

    private boolean failsNow() throws IOException {
        int now = changes++;
        if (faultMode == FaultMode.KILL && now >= failAt) {
            throw new ProcessKilled();
        }
        boolean fails = now == failAt || faultMode == FaultMode.FOREVER && now > failAt;
        if (fails && faultMode != FaultMode.HALF) {
            throw new IOException("No space left on device");
        }
        return fails;
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        if (failsNow()) {
            throw new IOException("No space left on device");
        }
        super.createFolder(folder);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        if (failsNow()) {
            super.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            throw new IOException("No space left on device");
        }
        super.write(file, bytes);
    }

    @Override
    public FileChannel createOrTruncate(Path file) throws IOException {
        if (failsNow()) {
            throw new IOException("No space left on device");
        }
        return super.createOrTruncate(file);
    }

    @Override
    public void append(FileChannel file, ByteBuffer bytes) throws IOException {
        if (failsNow()) {
            super.append(file, bytes.slice(bytes.position(), bytes.remaining() / 2));
            throw new IOException("No space left on device");
        }
        super.append(file, bytes);
    }

    @Override
    public void copy(FileChannel from, long offset, long length, FileChannel file) throws IOException {
        if (failsNow()) {
            super.copy(from, offset, length / 2, file);
            throw new IOException("No space left on device");
        }
        super.copy(from, offset, length, file);
    }

    @Override
    public void sync(FileChannel file) throws IOException {
        if (failsNow()) {
            throw new IOException("Input/output error");
        }
        super.sync(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        if (failsNow()) {
            throw new IOException("Input/output error");
        }
        super.move(from, to);
    }

    @Override
    public void linkOrCopy(Path file, Path saved) throws IOException {
        if (failsNow()) {
            throw new IOException("Input/output error");
        }
        super.linkOrCopy(file, saved);
    }

    @Override
    public void delete(Path file) throws IOException {
        if (failsNow()) {
            throw new IOException("Input/output error");
        }
        super.delete(file);
    }

    @Override
    public boolean deleteIfEmpty(Path folder) throws IOException {
        if (failsNow()) {
            throw new IOException("Input/output error");
        }
        return super.deleteIfEmpty(folder);
    }
}
