package io.noticepress.output.uptodate;

import io.noticepress.model.values.Digest;
import io.noticepress.output.transaction.BuildLock;
import io.noticepress.output.transaction.IoProblems;
import io.noticepress.output.transaction.OutputPaths;
import io.noticepress.output.transaction.ProtectedDirs;
import io.noticepress.problem.Problem;
import io.noticepress.problem.RunFailed;
import io.noticepress.store.DirSnapshot;
import io.noticepress.store.FileOps;
import io.noticepress.store.UnchangedDirs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a build came to, and how everything looked when it ended: the editors' and the designers' files, the site and the
 * memory of it. As long as the same is asked and all of it still looks so, another build would change nothing, and need not
 * begin.
 *
 * <p>Of a file that is written while it is looked at, its time may not tell. So looks count only if all they saw was changed a
 * while before (the rule by which git calls an entry of its index clean): the site before they were taken, its sources before
 * the build began, so that they are those it read. The clock is that of the disk.
 */
public final class BuildState {
    /** Longer than the clock of any disk takes from one tick to the next. */
    private static final long MAX_TICK_MILLIS = 50;

    /** Down to which depth folders are looked at in parts of their own: that of a year in {@code zh/notices/2030}. */
    static final int SCOPE_DEPTH = 3;

    /**
     * What a build came to.
     *
     * @param messageLanguage the tag of the language of the site's messages
     * @param problems its warnings
     */
    public record BuildOutcome(String messageLanguage, int notices, int editions, int pages, List<Problem> problems) {
        public BuildOutcome {
            problems = List.copyOf(problems);
        }
    }

    /**
     * What the last build kept: what it came to, as long as all looks hold.
     *
     * @param fileIdentity by which the file it stood in is told from any other
     */
    public record SavedBuildState(BuildOutcome outcome, List<DirSnapshot> snapshots, Optional<Object> fileIdentity) {}

    private final FileOps fileOps = FileOps.withoutSync();
    private final OutputPaths paths;
    private final List<Path> sources;
    private final BuildStateFile file;
    private final long started;
    /** When everything had been written: what is changed later has a later time. */
    private long ended;

    private BuildState(OutputPaths paths, List<Path> sources, Digest asked) throws IOException {
        this.paths = paths;
        this.sources = sources;
        List<Path> roots = new ArrayList<>(sources);
        roots.add(paths.output());
        roots.add(paths.cacheFile().getParent());
        Digest all = Digest.of(asked.hex(), paths.outputFromWork());
        this.file = new BuildStateFile(fileOps, paths.siblingCacheFile("standstill"), roots, all);
        Files.createDirectories(paths.cacheFile().getParent());
        this.started = readDiskClock();
    }

    /**
     * The standstill of an output, before anything is read; none if its folders may not be written, which whoever comes to
     * write there will say.
     *
     * @param sources the folders a site is made from, the editors' first
     * @param asked of all that matters besides files: the generator, parameters
     */
    public static Optional<BuildState> open(
            Path output, Path work, List<Path> sources, ProtectedDirs protectedDirs, Digest asked) {
        try {
            List<Path> real = new ArrayList<>();
            for (Path source : sources) {
                real.add(Files.exists(source) ? source.toRealPath() : source.toAbsolutePath());
            }
            return Optional.of(new BuildState(OutputPaths.of(new FileOps(), output, work, protectedDirs), real, asked));
        } catch (RunFailed | IOException e) {
            return Optional.empty();
        }
    }

    /** What the last build kept, if the same was asked of it and no commit was broken off. */
    public Optional<SavedBuildState> read() {
        if (Files.exists(paths.transactionFolder().journalFile(), LinkOption.NOFOLLOW_LINKS)
                || Files.exists(paths.transactionFolder().stagingFolder(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return file.read();
        } catch (IOException e) {
            return Optional.empty(); // a short cut that is not there; the whole way says what is wrong with the folder
        }
    }

    /**
     * How a part looks, if it is as the last build left it: it looks as it did, or names and checksums are the same and it was
     * left alone for a while before this began.
     */
    public Optional<DirSnapshot> refresh(DirSnapshot last) {
        return last.refresh(paths::checksum)
                .filter(dirSnapshot -> dirSnapshot == last || dirSnapshot.newestChange() < trustedBefore());
    }

    /** Keeps how all parts look that are as the last build left them; the next build need not read them again. */
    public void update(SavedBuildState savedBuildState, List<DirSnapshot> now) {
        BuildLock lock = BuildLock.acquire(paths, BuildLock.TIMEOUT);
        try {
            if (file.isUnchanged(savedBuildState)) { // no other build kept its own meanwhile
                file.write(now, savedBuildState.outcome());
            }
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        } finally {
            lock.close();
        }
    }

    /** The editors' folder, as its parts are named. */
    public Path contentFolder() {
        return sources.get(0);
    }

    /** A moment, in nanoseconds since 1970: what was changed before it counts as left alone when this began. */
    public long trustedBefore() {
        return started - MAX_TICK_MILLIS * 1_000_000;
    }

    /**
     * What is to be looked at when a build has ended, which must still hold the output.
     *
     * @param left the parts that need not be
     */
    public List<DirSnapshot.DirScope> readScopes(UnchangedDirs left) {
        ended = awaitNextTick();
        List<DirSnapshot.DirScope> parts = new ArrayList<>();
        for (Path source : sources) {
            parts.addAll(DirSnapshot.DirScope.readScopes(source, SCOPE_DEPTH, left));
        }
        parts.addAll(DirSnapshot.DirScope.readScopes(paths.output(), SCOPE_DEPTH, left));
        for (Path memory : paths.allCacheFiles()) {
            parts.addAll(DirSnapshot.DirScope.readScopes(memory, 0, UnchangedDirs.NONE));
        }
        return parts;
    }

    /** How a part looks now, or as it did and still does. */
    public static Optional<DirSnapshot> readSnapshot(
            DirSnapshot.DirScope dirScope, UnchangedDirs left, DirSnapshot.ChecksumSource checksumSource) {
        return left.snapshot(dirScope.root())
                .or(() -> DirSnapshot.read(dirScope, left.previousSnapshot(dirScope.root()), checksumSource));
    }

    /** Keeps what a build came to and how all parts look; those whose looks do not count will be seen as changed. */
    public void save(List<DirSnapshot.DirScope> parts, List<Optional<DirSnapshot>> looks, BuildOutcome buildOutcome) {
        try {
            List<DirSnapshot> kept = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                DirSnapshot none = DirSnapshot.untrusted(parts.get(i));
                kept.add(looks.get(i)
                        .filter(seen -> seen.newestChange() < (isSource(seen) ? trustedBefore() : ended))
                        .orElse(none));
            }
            file.write(kept, buildOutcome);
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        }
    }

    /** Keeps nothing: the next build looks at everything. */
    public void delete() {
        try {
            file.delete();
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        }
    }

    private boolean isSource(DirSnapshot dirSnapshot) {
        return sources.stream().anyMatch(dirSnapshot.scope().root()::startsWith);
    }

    /** What time it is by the clock of the disk. */
    private long readDiskClock() throws IOException {
        Path now = Files.createTempFile(paths.cacheFile().getParent(), "clock", "");
        try {
            return Files.getLastModifiedTime(now).to(TimeUnit.NANOSECONDS);
        } finally {
            fileOps.delete(now);
        }
    }

    /** The first moment that the clock of the disk can tell from this one; not later than its tick takes. */
    private long awaitNextTick() {
        try {
            long now = readDiskClock();
            long next = now;
            for (long millis = 0; next == now && millis < MAX_TICK_MILLIS; millis++) {
                Thread.sleep(1);
                next = readDiskClock();
            }
            return next;
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Long.MIN_VALUE;
        }
    }
}
