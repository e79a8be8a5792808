package io.noticepress.output;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The hidden folder beside the output, {@code .site.noticepress} for {@code site}; the same disk, so files only have to
 * be renamed.
 *
 * <pre>
 * lock       stays
 * new/17     the 17th file that was staged
 * journal    there while a commit is under way
 * old/4      what the 4th step of that commit replaced or removed
 * </pre>
 */
record Backstage(Path folder) {
    static Backstage beside(Path output) {
        return new Backstage(output.resolveSibling("." + output.getFileName() + ".noticepress"));
    }

    Path lock() {
        return folder.resolve("lock");
    }

    Path journal() {
        return folder.resolve("journal");
    }

    Path journalDraft() {
        return folder.resolve("journal.new");
    }

    Path staging() {
        return folder.resolve("new");
    }

    Path staged(int number) {
        return staging().resolve(Integer.toString(number));
    }

    Path archive() {
        return folder.resolve("old");
    }

    Path replaced(int step) {
        return archive().resolve(Integer.toString(step));
    }

    /** Removes all that a build needs only while it runs. */
    void clear(Disk disk) throws IOException {
        disk.delete(journalDraft());
        remove(disk, staging());
        remove(disk, archive());
    }

    private static void remove(Disk disk, Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                disk.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                disk.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
