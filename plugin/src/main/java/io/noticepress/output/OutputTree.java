package io.noticepress.output;

import io.noticepress.markdown.analysis.Findings;
import io.noticepress.model.values.Digest;
import io.noticepress.output.manifest.BuildCache;
import io.noticepress.output.manifest.ChecksumList;
import io.noticepress.output.manifest.FindingsStore;
import io.noticepress.output.manifest.Manifest;
import io.noticepress.output.manifest.PlannedFiles;
import io.noticepress.output.transaction.BuildLock;
import io.noticepress.output.transaction.CommitSteps;
import io.noticepress.output.transaction.FinalTree;
import io.noticepress.output.transaction.IoProblems;
import io.noticepress.output.transaction.Journal;
import io.noticepress.output.transaction.OutputDiff;
import io.noticepress.output.transaction.OutputPaths;
import io.noticepress.output.transaction.ProtectedDirs;
import io.noticepress.output.transaction.SiteCommit;
import io.noticepress.output.transaction.Staging;
import io.noticepress.output.uptodate.OutputScan;
import io.noticepress.plan.PlannedFile;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.store.AppendStore;
import io.noticepress.store.FileOps;
import io.noticepress.store.FileStamp;
import io.noticepress.store.UnchangedDirs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The output folder during one build: reports stale pages, stages new ones and commits them together.
 *
 * <pre>
 * try (OutputTree tree = OutputTree.open(output, work, …)) {
 *     tree.checkForeignFiles(plan);                  // adds problems
 *     // for each page with a tree.staleReason(page), on any thread:
 *     tree.stage(page, bytes);
 *     FileCounts fileCounts = tree.commit(plan);
 * }
 * </pre>
 *
 * Closed without a commit, it leaves the site byte for byte as it was. {@link #verify}, {@link #staleReason}, {@link
 * #findings}, {@link #saveFindings} and {@link #stage} are thread-safe. Every method throws {@link RunFailed} if the disk
 * cannot be read or written.
 */
public final class OutputTree implements AutoCloseable {
    private final OutputPaths paths;
    private final Problems problems;
    private final BuildLock lock;
    private final BuildCache cache;
    private final FindingsStore findings;
    /** The files of earlier builds, and all others in the output. */
    private final OutputScan.ScanResult scan;

    private final Staging staging;
    /** What has not changed since the last build; after the commit without what this one changed. */
    private UnchangedDirs unchangedDirs;

    private Optional<FinalTree> committed = Optional.empty();

    /**
     * Locks the output folder, undoes an interrupted commit and scans the files.
     *
     * @param output need not exist
     * @param generator digest of the program; cached findings of another are not used
     * @param unchangedDirs folders that need not be scanned, if the cache was saved together with their snapshots
     * @throws RunFailed {@code output-unsafe}, {@code output-locked} after 60 seconds, or {@code io}
     */
    public static OutputTree open(
            Path output,
            Path work,
            Digest generator,
            ProtectedDirs protectedDirs,
            UnchangedDirs unchangedDirs,
            Problems problems) {
        OutputPaths outputPaths = OutputPaths.of(new FileOps(), output, work, protectedDirs);
        return open(outputPaths, generator, unchangedDirs, problems, BuildLock.TIMEOUT);
    }

    static OutputTree open(
            OutputPaths outputPaths,
            Digest generator,
            UnchangedDirs unchangedDirs,
            Problems problems,
            Duration timeout) {
        BuildLock lock = BuildLock.acquire(outputPaths, timeout);
        boolean opened = false;
        try {
            OutputTree tree = new OutputTree(outputPaths, lock, generator, unchangedDirs, problems);
            opened = true;
            return tree;
        } catch (IOException e) {
            throw IoProblems.cannotWrite(outputPaths.shownOutput(), e);
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private OutputTree(
            OutputPaths paths, BuildLock lock, Digest generator, UnchangedDirs unchangedDirs, Problems problems)
            throws IOException {
        this.paths = paths;
        this.lock = lock;
        this.problems = problems;
        this.unchangedDirs = unchangedDirs;
        paths.checkWritable();
        this.cache = BuildCache.open(paths.disk(), paths.cacheFile(), paths.outputFromWork(), generator);
        this.findings = new FindingsStore(cache.store());
        boolean opened = false;
        try {
            paths.recover(cache);
            paths.disk().createFolder(paths.transactionFolder().stagingFolder());
            this.scan = OutputScan.read(
                    paths.output(), cache.manifest(), unchangedDirs.ifUnchanged(AppendStore.files(paths.cacheFile())));
            this.staging = new Staging(paths, scan.manifest());
            opened = true;
        } finally {
            if (!opened) {
                cache.close();
            }
        }
    }

    /** Why the build cache is missing or incomplete; for the log. */
    public Optional<Message> lossReason() {
        return cache.lossReason();
    }

    /** The rows of files whose size is as expected but whose time is not, as after a fresh checkout. */
    public List<Integer> touchedFiles() {
        return scan.touchedFiles();
    }

    /** Reads such a file to find out whether it is intact. */
    public void verify(int row) {
        scan.manifest().isIntact(row, () -> paths.resolve(scan.manifest().path(row)));
    }

    /** Reports files that no build generated: as errors if they block a planned file, else as warnings. */
    public void checkForeignFiles(Collection<? extends PlannedFile> plan) {
        if (!scan.unknownPaths().isEmpty() || scan.manifest().hasAlteredFiles()) {
            OutputDiff outputDiff = diff(PlannedFiles.of(plan));
            problems.addAll(outputDiff.warnings());
            problems.addAll(outputDiff.errors());
        }
    }

    /** Why a page must be rendered; empty if it is up to date. Reads its file only if its time, and nothing else, differs. */
    public Optional<StaleReason> staleReason(PlannedFile page) {
        return staleReason(page, scan.manifest().find(page.address().file()));
    }

    /** The same for all pages of a plan, in its order, which is faster. */
    public List<Optional<StaleReason>> staleReason(Collection<? extends PlannedFile> plan) {
        List<Optional<StaleReason>> all = new ArrayList<>(plan.size());
        Manifest.ManifestCursor manifestCursor = scan.manifest().new ManifestCursor();
        for (PlannedFile page : plan) {
            all.add(staleReason(page, manifestCursor.find(page.address().file())));
        }
        return all;
    }

    private Optional<StaleReason> staleReason(PlannedFile page, int row) {
        Manifest manifest = scan.manifest();
        if (row < 0 || !manifest.hasInputs(row)) {
            return Optional.of(StaleReason.NEW);
        }
        return StaleReason.between(manifest.inputs(row), page.inputs())
                .or(() -> manifest.isIntact(
                                row, () -> paths.resolve(page.address().file()))
                        ? Optional.empty()
                        : Optional.of(StaleReason.MISSING));
    }

    /** Whether findings of a text are cached; they may still turn out to be damaged. */
    public boolean hasFindings(String path, Digest digest) {
        return findings.contains(path, digest);
    }

    /** The cached findings of a text with this path and digest. Findings that no build asks for are dropped at the commit. */
    public Optional<Findings> findings(String path, Digest digest) {
        return useCache(() -> findings.find(path, digest));
    }

    /** The cached search text of such a text; it stays as long as the findings. */
    public Optional<String> searchText(String path, Digest digest) {
        return useCache(() -> findings.searchText(path, digest));
    }

    /** Caches the findings and the search text of a text for the next build; saved by the commit. */
    public void saveFindings(String path, Digest digest, Findings findings, String searchText) {
        useCache(() -> {
            this.findings.put(path, digest, findings, searchText);
            return true;
        });
    }

    private interface CacheAccess<T> {
        T run() throws IOException;
    }

    private <T> T useCache(CacheAccess<T> access) {
        try {
            return access.run();
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        }
    }

    /** Stages a page. It is invisible until the commit. */
    public void stage(PlannedFile page, byte[] bytes) {
        staging.stage(page, bytes);
    }

    /**
     * Moves staged files into place, then {@code checksums.txt}, then removes files that are no longer planned. If a step
     * fails, all of it is undone before the run fails. If nothing has changed, nothing is written.
     *
     * @param plan all pages of the site except {@code checksums.txt}; each is staged or up to date
     */
    public FileCounts commit(Collection<? extends PlannedFile> plan) {
        PlannedFiles plannedFiles = PlannedFiles.of(plan);
        FinalTree site = FinalTree.of(plannedFiles, scan.manifest(), staging);
        for (int i = 0; i < plannedFiles.size(); i++) {
            boolean done = site.isStaged(i) || plannedFiles.isChecksumList(i);
            if (!done && staleReason(plannedFiles.get(i), site.row(i)).isPresent()) {
                throw new IllegalStateException("a stale page was not staged: " + plannedFiles.path(i));
            }
        }
        OutputDiff outputDiff = diff(plannedFiles);
        problems.addAll(outputDiff.warnings());
        if (!outputDiff.errors().isEmpty()) {
            throw new RunFailed(outputDiff.errors().get(0));
        }
        staging.stageChecksums(plannedFiles.get(plannedFiles.find(ChecksumList.PATH)), site);
        int rendered = site.renderedCount();
        boolean unchanged = rendered == 0
                && cache.lossReason().isEmpty()
                && site.hasSamePaths()
                && !scan.manifest().hasUpdatedTimes()
                && !cache.store().isChanged();
        if (!unchanged) {
            List<Journal.JournalStep> steps = CommitSteps.of(site, outputDiff.leftovers(), scan.manifest());
            new SiteCommit(paths, cache).run(site, steps);
            unchangedDirs =
                    unchangedDirs.withoutTouched(steps.stream().map(journalStep -> paths.resolve(journalStep.path())));
        }
        this.committed = Optional.of(site);
        return new FileCounts(site.size(), rendered, site.size() - rendered, outputDiff.leftovers().length);
    }

    /** What is unchanged since the last build when this one has committed. */
    public UnchangedDirs unchangedAfterCommit() {
        return unchangedDirs.withoutTouched(paths.allCacheFiles().stream());
    }

    /** The checksum of a file; empty if it belongs to the site but was changed since the commit. */
    public OptionalLong checksum(Path file, FileStamp stamp) throws IOException {
        if (committed.isPresent() && file.startsWith(paths.output())) {
            String path = paths.output().relativize(file).toString().replace('\\', '/');
            int number = committed.get().find(path);
            return number >= 0 ? committed.get().checksum(number, file, stamp) : paths.checksum(file, stamp);
        }
        return paths.checksum(file, stamp);
    }

    /** Removes staged files and releases the lock. */
    @Override
    public void close() {
        try (lock;
                cache) {
            if (!Files.exists(paths.transactionFolder().journalFile(), LinkOption.NOFOLLOW_LINKS)) {
                paths.transactionFolder().clear(paths.disk());
                paths.disk().delete(paths.cacheDraft());
            }
        } catch (IOException e) {
            // The result of the build stands; the next build removes what is left.
        }
    }

    private OutputDiff diff(PlannedFiles planned) {
        return OutputDiff.of(planned, scan.manifest(), scan.unknownPaths(), paths);
    }
}
