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
 * Takes the site on disk from its old state to the new one, file by file, and back again if that fails.
 *
 * <p>Whatever a step replaces or removes is first saved backstage under a second name, so undoing is renaming, too.
 * Both directions may be cut off anywhere and begun again.
 */
final class FileSwap {
    private final FileOps fileOps;
    private final Path output;
    private final TransactionFolder transactionFolder;
    /** The folder last found sound; those above it are, too. Steps come in order of path, so this spares most looks. */
    private Path checkedFolder;

    FileSwap(FileOps fileOps, Path output, TransactionFolder transactionFolder) {
        this.fileOps = fileOps;
        this.output = output;
        this.transactionFolder = transactionFolder;
        this.checkedFolder = output.getRoot();
    }

    /** Does all steps. The journal must be on disk. */
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

    /** Brings the old state back, however many steps were done, and forgets the journal. */
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

    /** Whether a file is the one that a step put there; empty is how it looks when the power failed just then. */
    private static boolean isStepResult(Path place, Journal.JournalStep journalStep) throws IOException {
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                && (Files.size(place) == 0 || SitePaths.readDigest(place).equals(journalStep.contentDigest()));
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private void removeEmptyFolder(Path place) throws IOException {
        if (exists(place) && !fileOps.deleteIfEmpty(place)) {
            throw new FileAlreadyExistsException(place.toString(), null, "somebody else put it there just now");
        }
    }

    /** Makes sure that a folder is there, and that neither it nor one above it is a way out of the site. */
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

    private void deleteEmptyFolders(Path folder, boolean outputToo) throws IOException {
        checkedFolder = output.getRoot();
        for (Path here = folder; here.startsWith(output); here = here.getParent()) {
            boolean mayGo = outputToo || !here.equals(output);
            if (!mayGo || !fileOps.deleteIfEmpty(here)) {
                return;
            }
        }
    }
}
