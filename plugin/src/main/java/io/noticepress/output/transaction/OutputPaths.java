package io.noticepress.output.transaction;

import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.BuildCache;
import io.noticepress.store.AppendStore;
import io.noticepress.store.CheckedFile;
import io.noticepress.store.DoubleCrc;
import io.noticepress.store.FileOps;
import io.noticepress.store.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The paths of one output folder and of everything that belongs to it.
 *
 * @param output its real path
 * @param shownOutput its path in messages: {@code target/site}
 * @param outputFromWork its path from the work folder: {@code ../site}; does not change when a project is moved
 * @param cacheFile the build cache in the work folder, named after {@code outputFromWork}, so that no two outputs share one
 */
public record OutputPaths(
        FileOps disk,
        Path output,
        String shownOutput,
        TransactionFolder transactionFolder,
        String outputFromWork,
        Path cacheFile,
        String shownCacheFile) {

    public static OutputPaths of(FileOps fileOps, Path output, Path work, ProtectedDirs protectedDirs) {
        ProtectedDirs.WritableDirs writableDirs = protectedDirs.check(output, work);
        boolean oneRoot =
                writableDirs.work().getRoot().equals(writableDirs.output().getRoot());
        String outputFromWork = (oneRoot
                        ? writableDirs.work().relativize(writableDirs.output())
                        : writableDirs.output())
                .toString()
                .replace('\\', '/');
        String name = "memory-" + Digest.of(outputFromWork).hex().substring(0, 8) + ".bin";
        return new OutputPaths(
                fileOps,
                writableDirs.output(),
                protectedDirs.displayPath(output),
                TransactionFolder.beside(writableDirs.output()),
                outputFromWork,
                writableDirs.work().resolve(name),
                protectedDirs.displayPath(work.resolve(name)));
    }

    /** The build cache while it is being written. */
    public Path cacheDraft() {
        return CheckedFile.draftOf(cacheFile);
    }

    /** The existing files of both caches. */
    public List<Path> allCacheFiles() {
        return Stream.of(cacheFile, siblingCacheFile("facts"))
                .flatMap(tables -> AppendStore.files(tables).stream())
                .toList();
    }

    /** Another file of this output in the work folder, by its kind: {@code facts}. */
    public Path siblingCacheFile(String kind) {
        return cacheFile.resolveSibling(cacheFile.getFileName().toString().replace("memory", kind));
    }

    /** The {@link DoubleCrc} of a file; of the log of an {@link AppendStore}, whose entries have their own checksums, its size. */
    public OptionalLong checksum(Path file, FileStamp stamp) throws IOException {
        boolean log = file.startsWith(cacheFile.getParent()) && AppendStore.isLog(file.toString());
        return OptionalLong.of(log ? stamp.size() : DoubleCrc.of(file));
    }

    /** The path of a file of the site in messages. */
    String displayPath(String path) {
        return shownOutput + "/" + path;
    }

    /** The file of the site at a path. */
    public Path resolve(String path) {
        try {
            Path file = output.resolve(path);
            if (!file.startsWith(output)
                    || file.equals(output)
                    || !file.normalize().equals(file)) {
                throw new IllegalArgumentException("not a path within a site: " + path);
            }
            return file;
        } catch (InvalidPathException e) {
            throw IoProblems.unencodableName(displayPath(path), e);
        }
    }

    /** Fails if the folders cannot be written, before time is spent on rendering. */
    public void checkWritable() {
        Path work = cacheFile.getParent();
        try {
            Files.createDirectories(work);
        } catch (IOException e) {
            throw IoProblems.cannotWrite(shownCacheFile, e);
        }
        if (!disk.isWritable(work)) {
            throw IoProblems.notWritable(shownCacheFile);
        }
        if (Files.exists(output) && !disk.isWritable(output)) {
            throw IoProblems.notWritable(shownOutput);
        }
    }

    /** Undoes an interrupted commit and removes the files of an interrupted build. */
    public void recover(BuildCache cache) throws IOException {
        Optional<Journal> journal = Journal.read(transactionFolder.journalFile());
        if (journal.isPresent() && !journal.get().commitId().equals(cache.commitId())) {
            new FileSwap(disk, output, transactionFolder).undo(journal.get());
        }
        disk.delete(transactionFolder.journalFile());
        transactionFolder.clear(disk);
        disk.delete(cacheDraft());
        cache.store().deleteOtherLogs();
    }
}
