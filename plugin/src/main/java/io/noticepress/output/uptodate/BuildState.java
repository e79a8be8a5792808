package io.noticepress.output.uptodate;

import io.noticepress.model.values.Digest;
import io.noticepress.output.transaction.BuildLock;
import io.noticepress.output.transaction.IoProblems;
import io.noticepress.output.transaction.OutputPaths;
import io.noticepress.output.transaction.ProtectedDirs;
import io.noticepress.problem.Problem;
import io.noticepress.problem.RunFailed;
import io.noticepress.store.DirSnapshot;
import io.noticepress.store.DirSnapshot.ChecksumSource;
import io.noticepress.store.DirSnapshot.DirScope;
import io.noticepress.store.FileOps;
import io.noticepress.store.FileStamp;
import io.noticepress.store.UnchangedDirs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Result of the last build and snapshots of its sources, the site and the cache. If the request and all snapshots still hold,
 * the next build is skipped; if only some hold, these folders need not be read again.
 *
 * <p>A snapshot is taken when the build has ended. It trusts a source only if that had not been changed shortly before the
 * build began, so that the snapshot shows what the build read; and a file of the site or the cache only if that had not been
 * changed since the commit. All times are those of the file system's clock.
 */
public final class BuildState {
    /** Folders down to this depth have snapshots of their own: that of a year in {@code zh/notices/2030}. */
    static final int SCOPE_DEPTH = 3;

    /**
     * Result of a build.
     *
     * @param messageLanguage language of messages that the site sets
     * @param problems its warnings
     */
    public record BuildOutcome(String messageLanguage, int notices, int editions, int pages, List<Problem> problems) {
        public BuildOutcome {
            problems = List.copyOf(problems);
        }
    }

    /**
     * What the last build saved.
     *
     * @param outcome empty if the request was another
     * @param file stamp of the file it was read from
     */
    public record SavedBuildState(Optional<BuildOutcome> outcome, List<DirSnapshot> snapshots, FileStamp file) {}

    private final FileOps fileOps;
    private final OutputPaths paths;
    private final List<Path> sources;
    private final BuildStateFile file;
    private final long sourcesTrustedBefore;
    /** The first tick of the clock after the commit. */
    private long outputTrustedBefore;

    private BuildState(FileOps fileOps, OutputPaths paths, List<Path> sources, Digest request) throws IOException {
        this.fileOps = fileOps;
        this.paths = paths;
        this.sources = sources;
        List<Path> roots = new ArrayList<>(sources);
        roots.add(paths.output());
        roots.add(workFolder());
        Digest requestDigest = Digest.of(request.hex(), paths.outputFromWork());
        this.file = new BuildStateFile(FileOps.withoutSync(), paths.siblingCacheFile("state"), roots, requestDigest);
        Files.createDirectories(workFolder());
        this.sourcesTrustedBefore = fileOps.now(workFolder()) - FileOps.MAX_TICK_MILLIS * 1_000_000;
    }

    /**
     * The state of an output before the build begins; empty if its folders cannot be written, which whoever writes there
     * reports.
     *
     * @param sources the folders a site is made from, the content folder first
     * @param request digest of everything besides files that the result depends on: generator, parameters
     */
    public static Optional<BuildState> open(
            FileOps fileOps, Path output, Path work, List<Path> sources, ProtectedDirs protectedDirs, Digest request) {
        try {
            List<Path> real = new ArrayList<>();
            for (Path source : sources) {
                real.add(Files.exists(source) ? source.toRealPath() : source.toAbsolutePath());
            }
            OutputPaths paths = OutputPaths.of(fileOps, output, work, protectedDirs);
            return Optional.of(new BuildState(fileOps, paths, real, request));
        } catch (RunFailed | IOException e) {
            return Optional.empty();
        }
    }

    /** What the last build saved; empty if there is nothing, or a commit was interrupted since. */
    public Optional<SavedBuildState> read() {
        if (Files.exists(paths.transactionFolder().journalFile(), LinkOption.NOFOLLOW_LINKS)
                || Files.exists(paths.transactionFolder().stagingFolder(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return file.read();
        } catch (IOException e) {
            return Optional.empty(); // the full build reports what is wrong with the folder
        }
    }

    /** The current snapshot of a folder that has not changed since the last build; empty if it has. */
    public Optional<DirSnapshot> refresh(DirSnapshot last) {
        return last.refresh(paths::checksum, sourcesTrustedBefore);
    }

    /** Replaces the snapshots of unchanged folders, so that the next build need not read the files again. */
    public void update(SavedBuildState savedBuildState, BuildOutcome buildOutcome, List<DirSnapshot> now) {
        BuildLock lock = BuildLock.acquire(paths, BuildLock.TIMEOUT);
        try {
            if (file.isUnchanged(savedBuildState)) { // no other build has replaced it
                file.write(now, buildOutcome);
            }
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        } finally {
            lock.close();
        }
    }

    /** The real path of the content folder, as in the snapshots. */
    public Path contentFolder() {
        return sources.get(0);
    }

    /**
     * The scopes of all snapshots to be saved. Call it when the build has committed and still holds the lock of the output.
     *
     * @param unchangedDirs folders whose snapshots are reused
     */
    public List<DirScope> readScopes(UnchangedDirs unchangedDirs) {
        try {
            outputTrustedBefore = fileOps.awaitTick(workFolder());
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        }
        List<DirScope> scopes = new ArrayList<>();
        for (Path source : sources) {
            scopes.addAll(DirScope.readScopes(source, SCOPE_DEPTH, unchangedDirs));
        }
        scopes.addAll(DirScope.readScopes(paths.output(), SCOPE_DEPTH, unchangedDirs));
        for (Path cacheFile : paths.allCacheFiles()) {
            scopes.addAll(DirScope.readScopes(cacheFile, 0, UnchangedDirs.NONE));
        }
        return scopes;
    }

    /** The snapshot of a scope to be saved: that of an unchanged folder, else a new one. */
    public DirSnapshot snapshot(DirScope dirScope, UnchangedDirs unchangedDirs, ChecksumSource checksumSource) {
        boolean source = sources.stream().anyMatch(dirScope.root()::startsWith);
        return unchangedDirs
                .snapshot(dirScope.root())
                .or(() -> DirSnapshot.read(
                        dirScope,
                        unchangedDirs.previousSnapshot(dirScope.root()),
                        checksumSource,
                        source ? sourcesTrustedBefore : outputTrustedBefore))
                .orElseGet(() -> DirSnapshot.unknown(dirScope));
    }

    /** Saves the result and the snapshots of a build for the next one. */
    public void save(List<DirSnapshot> snapshots, BuildOutcome buildOutcome) {
        try {
            file.write(snapshots, buildOutcome);
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        }
    }

    /** Removes what was saved: the next build compares every file. */
    public void delete() {
        try {
            file.delete();
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        }
    }

    private Path workFolder() {
        return paths.cacheFile().getParent();
    }
}
