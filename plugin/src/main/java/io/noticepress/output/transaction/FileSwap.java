package io.noticepress.output.transaction;

import io.noticepress.output.manifest.SitePaths;
import io.noticepress.store.FileOps;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Replaces the files of the site step by step, and undoes the steps if one fails.
 *
 * <p>Every file that a step replaces or removes first gets a second name in the {@link TransactionFolder}, so that undoing
 * renames it back. Both directions can be interrupted anywhere and started again.
 */
final class FileSwap {
    private final FileOps fileOps;
    private final Path output;
    private final TransactionFolder transactionFolder;
    /** The folder checked last; it and its parents exist. Steps are in the order of paths, so few folders are checked twice. */
    private Path checkedFolder;

    FileSwap(FileOps fileOps, Path output, TransactionFolder transactionFolder) {
        this.fileOps = fileOps;
        this.output = output;
        this.transactionFolder = transactionFolder;
        this.checkedFolder = output.getRoot();
    }

    /** Performs all steps. The journal must have been written. */
    void apply(Journal journal) throws IOException {
        List<Journal.JournalStep> steps = journal.steps();
        for (int i = 0; i < steps.size(); i++) {
            Journal.JournalStep journalStep = steps.get(i);
            Path place = output.resolve(journalStep.path());
            switch (journalStep.kind()) {
                case CREATE -> {
                    ensureFolder(place.getParent());
                    removeEmptyFolder(place);
                    fileOps.move(transactionFolder.stagedFile(journalStep.stagedNumber()), place);
                }
                case REPLACE -> {
                    ensureFolder(place.getParent());
                    fileOps.linkOrCopy(place, transactionFolder.replacedFile(i));
                    fileOps.move(transactionFolder.stagedFile(journalStep.stagedNumber()), place);
                }
                case REMOVE -> {
                    ensureFolder(place.getParent());
                    fileOps.move(place, transactionFolder.replacedFile(i));
                    deleteEmptyFolders(place.getParent(), false);
                }
            }
        }
    }

    /** Restores the old files, however many steps were performed, and deletes the journal. */
    void undo(Journal journal) throws IOException {
        checkedFolder = output.getRoot();
        List<Journal.JournalStep> steps = journal.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Journal.JournalStep journalStep = steps.get(i);
            Path place = output.resolve(journalStep.path());
            if (journalStep.kind() != Journal.StepKind.CREATE) {
                if (exists(transactionFolder.replacedFile(i))) {
                    ensureFolder(place.getParent());
                    fileOps.move(transactionFolder.replacedFile(i), place);
                }
            } else {
                if (!exists(transactionFolder.stagedFile(journalStep.stagedNumber()))
                        && isStepResult(place, journalStep)) {
                    fileOps.delete(place);
                }
                deleteEmptyFolders(place.getParent(), journal.createsOutput());
            }
        }
        fileOps.delete(transactionFolder.journalFile());
    }

    /** Whether a step put this file there. It may be empty after a power failure. */
    private static boolean isStepResult(Path place, Journal.JournalStep journalStep) throws IOException {
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                && (Files.size(place) == 0 || SitePaths.readDigest(place).equals(journalStep.contentDigest()));
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private void removeEmptyFolder(Path place) throws IOException {
        if (exists(place) && !fileOps.deleteIfEmpty(place)) {
            throw new FileAlreadyExistsException(place.toString(), null, "another program created it during the build");
        }
    }

    /** Creates a folder if it is missing; fails if it or a parent is a symbolic link that leads out of the site. */
    private void ensureFolder(Path folder) throws IOException {
        if (checkedFolder.startsWith(folder)) {
            return;
        }
        if (!folder.equals(output)) {
            ensureFolder(folder.getParent());
        }
        if (!exists(folder)) {
            fileOps.createFolder(folder);
        } else if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(folder.toString(), null, "not a folder");
        }
        checkedFolder = folder;
    }

    private void deleteEmptyFolders(Path folder, boolean includingOutput) throws IOException {
        checkedFolder = output.getRoot();
        for (Path each = folder; each.startsWith(output); each = each.getParent()) {
            boolean removable = includingOutput || !each.equals(output);
            if (!removable || !fileOps.deleteIfEmpty(each)) {
                return;
            }
        }
    }
}
