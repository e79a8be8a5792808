package io.noticepress.output.transaction;

import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.BuildCache;
import io.noticepress.store.ChannelOutputStream;
import io.noticepress.store.FileOps;
import io.noticepress.store.TextCodec;
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
 * The steps of a commit, written before the first one so that an interrupted commit can be undone.
 *
 * <pre>
 * commit id; createsOutput (1 byte); number of steps (4)
 * each step: kind (1), path, number of the staged file (4), SHA-256 (32)
 * CRC-32C of all that (4)
 * </pre>
 *
 * @param commitId a random UUID
 * @param createsOutput whether the output folder itself is new
 * @param steps in order; the number of a step is its index
 */
public record Journal(String commitId, boolean createsOutput, List<JournalStep> steps) {
    enum StepKind {
        CREATE,
        REPLACE,
        REMOVE
    }

    /**
     * One file put in place or removed.
     *
     * @param path below the output
     * @param stagedNumber the number of the staged file; -1 for a removal
     * @param contentDigest digest of the file that is created or removed
     */
    public record JournalStep(StepKind kind, String path, int stagedNumber, Digest contentDigest) {}

    /** Writes the journal; it exists only when it is complete. */
    void write(FileOps fileOps, Path draft, Path journal) throws IOException {
        try (FileChannel file = fileOps.createOrTruncate(draft)) {
            CRC32C crc = new CRC32C();
            CheckedOutputStream checked = new CheckedOutputStream(new ChannelOutputStream(fileOps, file), crc);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, 1 << 16));
            TextCodec.write(out, commitId);
            out.writeBoolean(createsOutput);
            out.writeInt(steps.size());
            for (JournalStep journalStep : steps) {
                out.writeByte(journalStep.kind().ordinal());
                TextCodec.write(out, journalStep.path());
                out.writeInt(journalStep.stagedNumber());
                out.write(ByteBuffer.allocate(Digest.BYTES)
                        .putLong(journalStep.contentDigest().a())
                        .putLong(journalStep.contentDigest().b())
                        .putLong(journalStep.contentDigest().c())
                        .putLong(journalStep.contentDigest().d())
                        .array());
            }
            out.flush();
            fileOps.append(
                    file,
                    ByteBuffer.allocate(Integer.BYTES)
                            .putInt((int) crc.getValue())
                            .flip());
            fileOps.sync(file);
        }
        fileOps.move(draft, journal);
    }

    /** The journal of an interrupted commit; empty if there is none. */
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
            // The journal was complete on disk before the first step; only a failing disk can damage it.
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        String commitId = TextCodec.parse(in);
        boolean createsOutput = in.get() != 0;
        List<JournalStep> steps = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            StepKind stepKind = StepKind.values()[in.get()];
            String path = TextCodec.parse(in);
            steps.add(new JournalStep(stepKind, path, in.getInt(), BuildCache.parseDigest(in)));
        }
        return Optional.of(new Journal(commitId, createsOutput, steps));
    }
}
