package io.noticepress.output.transaction;

import io.noticepress.output.manifest.BuildCache;
import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Makes a staged site and the memory of it come true together, or not at all.
 *
 * <p>The new memory is written first, then the journal, then files are moved. The commit is done at the moment the new
 * memory takes the place of the old one: before, everything is undone, by this build or by the next; after, there is
 * nothing left to do but to clear away.
 */
public final class SiteCommit {
    private final OutputPaths paths;
    private final BuildCache cache;

    public SiteCommit(OutputPaths paths, BuildCache cache) {
        this.paths = paths;
        this.cache = cache;
    }

    /**
     * Does the steps.
     *
     * @param site all the memory shall know of the site
     */
    public void run(FinalTree site, List<Journal.JournalStep> steps) {
        boolean begins = !Files.exists(paths.output(), LinkOption.NOFOLLOW_LINKS);
        Journal journal = new Journal(UUID.randomUUID().toString(), begins, steps);
        FileSwap fileSwap = new FileSwap(paths.disk(), paths.output(), paths.transactionFolder());
        try {
            cache.prepareSave(journal.commitId(), site);
            if (!steps.isEmpty()) {
                TransactionFolder transactionFolder = paths.transactionFolder();
                paths.disk().createFolder(transactionFolder.replacedFolder());
                journal.write(paths.disk(), transactionFolder.journalFile());
                fileSwap.apply(journal);
            }
            paths.disk().move(paths.cacheDraft(), paths.cacheFile());
            cleanUp();
        } catch (IOException e) {
            throw undo(fileSwap, journal, e);
        }
    }

    private void cleanUp() {
        try {
            cache.store().completeSave();
            paths.disk().delete(paths.transactionFolder().journalFile());
        } catch (IOException e) {
            // The site is the new one, so this is no failure; the next build knows the journal by its name to be done.
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

    /** The file of the site that a move was about; else the output as a whole. */
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
