package io.noticepress.output.transaction;

import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.BuildCacheWriter;
import io.noticepress.output.manifest.CacheSession;
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
 * Commits a staged site and its build cache together, or neither.
 *
 * <p>The new cache is written first, then the journal, then files are moved. The commit takes effect when the new cache
 * replaces the old one: before that everything is undone, by this build or the next; after that only temporary files are left
 * to remove.
 */
public final class SiteCommit {
    private final OutputPaths paths;
    private final Digest generator;
    private final CacheSession session;

    public SiteCommit(OutputPaths paths, Digest generator, CacheSession session) {
        this.paths = paths;
        this.generator = generator;
        this.session = session;
    }

    /**
     * Performs the steps.
     *
     * @param site the files for the new cache
     */
    public void run(FinalTree site, List<Journal.JournalStep> steps) {
        boolean createsOutput = !Files.exists(paths.output(), LinkOption.NOFOLLOW_LINKS);
        Journal journal = new Journal(UUID.randomUUID().toString(), createsOutput, steps);
        FileSwap fileSwap = new FileSwap(paths.disk(), paths.output(), paths.transactionFolder());
        try {
            CacheSession.SavedEntries savedEntries = session.prepareSave();
            BuildCacheWriter.write(
                    paths.disk(),
                    paths.cacheDraft(),
                    paths.outputFromWork(),
                    generator,
                    journal.commitId(),
                    Optional.of(site),
                    savedEntries);
            if (!steps.isEmpty()) {
                TransactionFolder transactionFolder = paths.transactionFolder();
                paths.disk().createFolder(transactionFolder.replacedFolder());
                journal.write(paths.disk(), transactionFolder.journalDraft(), transactionFolder.journalFile());
                fileSwap.apply(journal);
            }
            paths.disk().move(paths.cacheDraft(), paths.cacheFile());
            cleanUp(savedEntries);
        } catch (IOException e) {
            throw undo(fileSwap, journal, e);
        }
    }

    private void cleanUp(CacheSession.SavedEntries savedEntries) {
        try {
            session.completeSave(savedEntries);
            paths.disk().delete(paths.transactionFolder().journalFile());
        } catch (IOException e) {
            // The site is committed; the next build sees by the commit id that this journal is done.
        }
    }

    private RunFailed undo(FileSwap fileSwap, Journal journal, IOException cause) {
        String shown = shownFile(cause);
        try {
            fileSwap.undo(journal);
        } catch (IOException e) {
            cause.addSuppressed(e);
            return IoProblems.rollbackFailed(shown, cause);
        }
        return cause instanceof FileAlreadyExistsException
                ? new RunFailed(ForeignFiles.error(shown))
                : IoProblems.cannotWrite(shown, cause);
    }

    /** The file of the site that could not be moved; else the output folder. */
    private String shownFile(IOException cause) {
        if (cause instanceof FileSystemException system) {
            for (String file : new String[] {system.getOtherFile(), system.getFile()}) {
                if (file != null && Path.of(file).startsWith(paths.output())) {
                    String below = paths.output().relativize(Path.of(file)).toString();
                    return below.isEmpty() ? paths.shownOutput() : paths.displayPath(below.replace('\\', '/'));
                }
                if (file != null && Path.of(file).startsWith(paths.cacheFile().getParent())) {
                    return paths.shownCacheFile();
                }
            }
        }
        return paths.shownOutput();
    }
}
