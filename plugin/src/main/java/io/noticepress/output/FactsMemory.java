package io.noticepress.output;

import io.noticepress.model.Digest;
import io.noticepress.problem.Message;
import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the last build knew of the editors' files, in a file of the work folder: a {@link Memory} that speaks of no page. It
 * may be read while another build goes on; it is written while this one holds the output. Thread-safe.
 */
public final class FactsMemory implements AutoCloseable {
    private final Premises premises;
    private final Digest generator;
    private final Path file;
    /** How the file looked when it was read. */
    private final Optional<Object> seen;

    private final Memory last;
    private final Notebook notebook;

    private FactsMemory(Premises premises, Digest generator) throws IOException {
        this.premises = premises;
        this.generator = generator;
        this.file = premises.beside("facts");
        this.seen = Paths.stamp(file);
        this.last = Memory.read(premises.disk(), file, premises.outputFromWork(), generator);
        this.notebook = new Notebook(last);
    }

    /**
     * The facts kept for an output; none if its folders may not be used, which whoever comes to write there will say.
     *
     * @param generator facts kept by any other are void
     */
    public static Optional<FactsMemory> open(Path output, Path work, Digest generator, Guard guard) {
        try {
            return Optional.of(new FactsMemory(Premises.of(new Disk(), output, work, guard), generator));
        } catch (RunFailed | IOException e) {
            return Optional.empty();
        }
    }

    /** Why there is less in it than the last build put there; for the log. */
    public Optional<Message> forgotten() {
        return last.lost();
    }

    /** What was kept under a key; it stays, unless something else is kept under it. */
    public Optional<byte[]> find(Digest key) {
        try {
            return notebook.find(key);
        } catch (IOException e) {
            throw Trouble.at(premises.shownMemory(), e);
        }
    }

    /** Keeps something under a key; it must be the latest. */
    public void keep(Digest key, byte[] bytes) {
        try {
            notebook.note(key, bytes);
        } catch (IOException e) {
            throw Trouble.at(premises.shownMemory(), e);
        }
    }

    /** Whether no other build has put its own in place since this one was opened. */
    public boolean isLatest() {
        try {
            return Paths.stamp(file).equals(seen);
        } catch (IOException e) {
            throw Trouble.at(premises.shownMemory(), e);
        }
    }

    /** Keeps nothing under a key any more. */
    public void forget(Digest key) {
        notebook.forget(key);
    }

    /** What is still, as long as this is what was left with it. */
    public Still given(Still still) {
        return still.given(Pieces.with(file));
    }

    /** Puts what was found and kept in the place of what the last build knew, if that is anything else. */
    public void save() {
        try {
            if (notebook.isChanged() || last.lost().isPresent()) {
                Disk disk = premises.disk();
                Path draft = file.resolveSibling(file.getFileName() + ".new");
                Notebook.Kept kept = notebook.gather();
                MemoryDraft.write(disk, draft, premises.outputFromWork(), generator, "", Optional.empty(), kept);
                disk.move(draft, file);
                notebook.settle(kept);
            }
        } catch (IOException e) {
            throw Trouble.at(premises.shownMemory(), e);
        }
    }

    @Override
    public void close() {
        try {
            notebook.close();
        } catch (IOException e) {
            // What is known was used or saved before.
        }
    }
}
