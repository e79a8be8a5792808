package io.noticepress.output.transaction;

import io.noticepress.store.CheckedFile;
import io.noticepress.store.FileOps;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The hidden folder beside the output, {@code .site.noticepress} for {@code site}. It is on the same file system, so that
 * moving a file renames it.
 *
 * <pre>
 * lock       see {@link BuildLock}; never removed
 * new/17     staged file number 17
 * journal    exists during a commit
 * old/4      the file that step 4 of the commit replaced or removed
 * </pre>
 */
public record TransactionFolder(Path root) {
    static TransactionFolder beside(Path output) {
        return new TransactionFolder(output.resolveSibling("." + output.getFileName() + ".noticepress"));
    }

    Path lockFile() {
        return root.resolve("lock");
    }

    public Path journalFile() {
        return root.resolve("journal");
    }

    public Path stagingFolder() {
        return root.resolve("new");
    }

    Path stagedFile(int number) {
        return stagingFolder().resolve(Integer.toString(number));
    }

    Path replacedFolder() {
        return root.resolve("old");
    }

    Path replacedFile(int step) {
        return replacedFolder().resolve(Integer.toString(step));
    }

    /** Removes everything that is needed only during a build. */
    public void clear(FileOps fileOps) throws IOException {
        fileOps.delete(CheckedFile.draftOf(journalFile()));
        remove(fileOps, stagingFolder());
        remove(fileOps, replacedFolder());
    }

    private static void remove(FileOps fileOps, Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                fileOps.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                fileOps.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
