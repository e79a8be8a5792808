package io.noticepress.output.transaction;

import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.BuildCache;
import io.noticepress.store.AppendStore;
import io.noticepress.store.CheckedFile;
import io.noticepress.store.DoubleCrc;
import io.noticepress.store.FileOps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Where one output folder is and what belongs to it.
 *
 * @param output its real place
 * @param shownOutput how the user knows it: {@code target/site}
 * @param outputFromWork how to get there from the work folder: {@code ../site}; the same wherever a project is moved
 * @param cacheFile the file in the work folder, named after {@code outputFromWork}, so that no two outputs share one
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
        String way = (oneRoot ? writableDirs.work().relativize(writableDirs.output()) : writableDirs.output())
                .toString()
                .replace('\\', '/');
        String name = "memory-" + Digest.of(way).hex().substring(0, 8) + ".bin";
        return new OutputPaths(
                fileOps,
                writableDirs.output(),
                protectedDirs.displayPath(output),
                TransactionFolder.beside(writableDirs.output()),
                way,
                writableDirs.work().resolve(name),
                protectedDirs.displayPath(work.resolve(name)));
    }

    /** The memory while it is written. */
    public Path cacheDraft() {
        return CheckedFile.draftOf(cacheFile);
    }

    /** All files that are kept in the work folder until another build needs them. */
    public List<Path> allCacheFiles() {
        return Stream.of(cacheFile, siblingCacheFile("facts"))
                .flatMap(tables -> AppendStore.files(tables).stream())
                .toList();
    }

    /** Something else that is remembered of this output: {@code facts}. */
    public Path siblingCacheFile(String what) {
        return cacheFile.resolveSibling(cacheFile.getFileName().toString().replace("memory", what));
    }

    /** The {@link DoubleCrc} of a file; for the log of an {@link AppendStore}, whose entries have their own checksums, its size. */
    public OptionalLong checksum(Path file, long size, long time) throws IOException {
        boolean isLog = file.startsWith(cacheFile.getParent()) && AppendStore.isLog(file.toString());
        return OptionalLong.of(isLog ? size : DoubleCrc.of(file));
    }

    /** How the user knows a file of the site. */
    String displayPath(String path) {
        return shownOutput + "/" + path;
    }

    /** Where a file of the site stands on disk. */
    public Path resolve(String path) {
        try {
            Path place = output.resolve(path);
            if (!place.startsWith(output)
                    || place.equals(output)
                    || !place.normalize().equals(place)) {
                throw new IllegalArgumentException("no address within a site: " + path);
            }
            return place;
        } catch (InvalidPathException e) {
            throw IoProblems.unencodableName(displayPath(path), e);
        }
    }

    /** Ends the run if something must be written where nothing can be; better now than after an hour of rendering. */
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

    /** Undoes what a build that died left half done, and clears away its staging. */
    public void recover(BuildCache remembered) throws IOException {
        Optional<Journal> broken = Journal.read(transactionFolder.journalFile());
        if (broken.isPresent() && !broken.get().commitId().equals(remembered.commitId())) {
            new FileSwap(disk, output, transactionFolder).undo(broken.get());
        }
        disk.delete(transactionFolder.journalFile());
        transactionFolder.clear(disk);
        disk.delete(cacheDraft());
        remembered.store().deleteOtherLogs();
    }
}
