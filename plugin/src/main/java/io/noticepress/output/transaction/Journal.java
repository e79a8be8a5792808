package io.noticepress.output.transaction;

import io.noticepress.model.values.Digest;
import io.noticepress.store.CheckedFile;
import io.noticepress.store.FileOps;
import io.noticepress.store.TextCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Undo log of a commit: all its steps, written to disk before the first one is done.
 *
 * <pre>
 * commit id (text), whether the output folder is new (1), count of steps (4), steps:
 *     kind (1), path (text), number of the staged file (4), SHA-256 of the content (32)
 * </pre>
 *
 * @param commitId unique
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

    /** Writes the journal; it is on disk as a whole, or not at all, when this returns or fails. */
    void write(FileOps fileOps, Path journal) throws IOException {
        file(journal).replace(fileOps, out -> {
            out.writeText(commitId);
            out.write(createsOutput ? 1 : 0);
            out.writeInt(steps.size());
            for (JournalStep step : steps) {
                out.write(step.kind().ordinal());
                out.writeText(step.path());
                out.writeInt(step.stagedNumber());
                out.writeDigest(step.contentDigest());
            }
        });
    }

    /** The journal of an interrupted commit; empty if there is none. It was complete on disk before the first step. */
    static Optional<Journal> read(Path journal) throws IOException {
        Optional<ByteBuffer> body;
        try {
            body = file(journal).readAll();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return body.map(Journal::parse);
    }

    private static Journal parse(ByteBuffer in) {
        String commitId = TextCodec.parse(in);
        boolean createsOutput = in.get() != 0;
        List<JournalStep> steps = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            StepKind kind = StepKind.values()[in.get()];
            String path = TextCodec.parse(in);
            steps.add(new JournalStep(kind, path, in.getInt(), Digest.read(in)));
        }
        return new Journal(commitId, createsOutput, steps);
    }

    private static CheckedFile file(Path journal) {
        return new CheckedFile(journal, "journal 2");
    }
}
