package io.noticepress.output;

import io.noticepress.model.Digest;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * What a commit is about to do, written down before it begins, so that it can be undone.
 *
 * @param commit a name nobody else uses
 * @param begins whether the output folder itself is new
 * @param steps in the order in which they are done; a step's number is its index
 */
record Journal(String commit, boolean begins, List<Step> steps) {
    enum Kind {
        CREATE,
        REPLACE,
        REMOVE
    }

    /**
     * One file put in place or removed.
     *
     * @param path below the output
     * @param staged the number of the staged file, of no meaning for a removal
     * @param bytes the digest of what is put there or removed
     */
    record Step(Kind kind, String path, int staged, Digest bytes) {}

    /** Writes it, so that either all of it is on disk or nothing. */
    void write(Disk disk, Path draft, Path journal) throws IOException {
        try (FileChannel file = disk.create(draft)) {
            CRC32C crc = new CRC32C();
            CheckedOutputStream checked = new CheckedOutputStream(new Appender(disk, file), crc);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, 1 << 16));
            TextCodec.write(out, commit);
            out.writeBoolean(begins);
            out.writeInt(steps.size());
            for (Step step : steps) {
                out.writeByte(step.kind().ordinal());
                TextCodec.write(out, step.path());
                out.writeInt(step.staged());
                out.write(ByteBuffer.allocate(Digest.BYTES)
                        .putLong(step.bytes().a())
                        .putLong(step.bytes().b())
                        .putLong(step.bytes().c())
                        .putLong(step.bytes().d())
                        .array());
            }
            out.flush();
            disk.append(
                    file,
                    ByteBuffer.allocate(Integer.BYTES)
                            .putInt((int) crc.getValue())
                            .flip());
            disk.sync(file);
        }
        disk.move(draft, journal);
    }

    /** The journal of a commit that did not come to its end, if there is one. */
    static Optional<Journal> read(Path journal) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(journal);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        int length = bytes.length - Integer.BYTES;
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, Math.max(0, length));
        if (length < 0 || ByteBuffer.wrap(bytes).getInt(length) != (int) crc.getValue()) {
            // It was on disk before the first step was done; so only a failing disk can have brought this about.
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        String commit = TextCodec.parse(in);
        boolean begins = in.get() != 0;
        List<Step> steps = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            Kind kind = Kind.values()[in.get()];
            String path = TextCodec.parse(in);
            steps.add(new Step(kind, path, in.getInt(), Memory.digest(in)));
        }
        return Optional.of(new Journal(commit, begins, steps));
    }
}
