package io.noticepress.output;

import io.noticepress.model.Digest;
import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a staged site and the memory of it come true together, or not at all.
 *
 * <p>The new memory is written first, then the journal, then files are moved. The commit is done at the moment the new
 * memory takes the place of the old one: before, everything is undone, by this build or by the next; after, there is
 * nothing left to do but to clear away.
 */
final class Commit {
    private final Premises premises;
    private final Digest generator;
    private final Notebook notebook;

    Commit(Premises premises, Digest generator, Notebook notebook) {
        this.premises = premises;
        this.generator = generator;
        this.notebook = notebook;
    }

    /**
     * Does the steps.
     *
     * @param site all the memory shall know of the site
     */
    void run(Assembly site, List<Journal.Step> steps) {
        boolean begins = !Files.exists(premises.output(), LinkOption.NOFOLLOW_LINKS);
        Journal journal = new Journal(UUID.randomUUID().toString(), begins, steps);
        Switchover switchover = new Switchover(premises.disk(), premises.output(), premises.backstage());
        try {
            Notebook.Kept kept = notebook.gather();
            MemoryDraft.write(
                    premises.disk(),
                    premises.memoryDraft(),
                    premises.outputFromWork(),
                    generator,
                    journal.commit(),
                    Optional.of(site),
                    kept);
            if (!steps.isEmpty()) {
                Backstage backstage = premises.backstage();
                premises.disk().createFolder(backstage.archive());
                journal.write(premises.disk(), backstage.journalDraft(), backstage.journal());
                switchover.run(journal);
            }
            premises.disk().move(premises.memoryDraft(), premises.memory());
            forget(kept);
        } catch (IOException e) {
            throw undo(switchover, journal, e);
        }
    }

    private void forget(Notebook.Kept kept) {
        try {
            notebook.settle(kept);
            premises.disk().delete(premises.backstage().journal());
        } catch (IOException e) {
            // The site is the new one, so this is no failure; the next build knows the journal by its name to be done.
        }
    }

    private RunFailed undo(Switchover switchover, Journal journal, IOException cause) {
        String shown = shown(cause);
        try {
            switchover.undo(journal);
        } catch (IOException e) {
            cause.addSuppressed(e);
            return Trouble.halfDone(shown, cause);
        }
        return cause instanceof FileAlreadyExistsException
                ? new RunFailed(Foreign.error(shown))
                : Trouble.at(shown, cause);
    }

    /** The file of the site that a move was about; else the output as a whole. */
    private String shown(IOException cause) {
        if (cause instanceof FileSystemException system) {
            for (String file : new String[] {system.getOtherFile(), system.getFile()}) {
                if (file != null && Path.of(file).startsWith(premises.output())) {
                    String below = premises.output().relativize(Path.of(file)).toString();
                    return below.isEmpty() ? premises.shownOutput() : premises.shown(below.replace('\\', '/'));
                }
                if (file != null && Path.of(file).startsWith(premises.memory().getParent())) {
                    return premises.shownMemory();
                }
            }
        }
        return premises.shownOutput();
    }
}
