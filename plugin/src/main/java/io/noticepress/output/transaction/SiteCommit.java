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
 * Commits a staged site and its build cache together, or neither.
 *
 * <p>The new cache is written first, then the journal, then files are moved. The commit takes effect when the new cache
 * replaces the old one: before that everything is undone, by this build or the next; after that only temporary files are left
 * to remove.
 */
public final class SiteCommit {
    private final OutputPaths paths;
    private final BuildCache cache;

    public SiteCommit(OutputPaths paths, BuildCache cache) {
        this.paths = paths;
        this.cache = cache;
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
