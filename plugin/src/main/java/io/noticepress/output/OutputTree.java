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
import io.noticepress.plan.InputDigests;
import io.noticepress.plan.PlannedFile;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.store.AppendStore;
import io.noticepress.store.DoubleCrc;
import io.noticepress.store.FileOps;
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
import java.util.stream.IntStream;

/**
 * The output folder during one build: says what must be made anew, takes it, and in one go puts it in place.
 *
 * <pre>
 * try (OutputTree tree = OutputTree.open(output, work, generator, guard, problems)) {
 *     tree.inspect(plan);                            // foreign files become problems
 *     // for each page of which tree.staleness(page) says so, on any thread:
 *     tree.stage(page, bytes);
 *     Counts counts = tree.commit(plan);
 * }
 * </pre>
 *
 * Closed without a commit, it leaves the site byte for byte as it was. {@link #verify}, {@link #staleReason}, {@link #findings},
 * {@link #saveFindings} and {@link #stage} may be called from several threads at once. Every method ends the run with
 * {@link RunFailed} when the disk refuses.
 */
public final class OutputTree implements AutoCloseable {
    private final OutputPaths paths;
    private final Problems problems;
    private final BuildLock lock;
    private final BuildCache cache;
    private final FindingsStore findings;
    /** The files of earlier builds, and what is in the output besides them. */
    private final OutputScan.ScanResult scan;

    private final Staging staging;
    /** What is still; less, once this build has put the site in place. */
    private UnchangedDirs unchangedDirs;
    /** The site that was put in place. */
    private Optional<FinalTree> committed = Optional.empty();

    /**
     * Takes hold of the output folder, undoes what a build that died left half done, and looks at each file once.
     *
     * @param output where the site stands or shall stand
     * @param work where the memory of the last build is kept
     * @param generator the version of all that findings depend on; those of another are not used
     * @param still what need not be looked at, as long as the memory is the one that was left with it
     * @param problems where foreign files are reported
     * @throws RunFailed {@code output-unsafe}, {@code output-locked} after 60 seconds, or {@code io}
     */
    public static OutputTree open(
            Path output,
            Path work,
            Digest generator,
            ProtectedDirs protectedDirs,
            UnchangedDirs still,
            Problems problems) {
        return open(output, work, generator, protectedDirs, still, problems, new FileOps(), BuildLock.TIMEOUT);
    }

    static OutputTree open(
            Path output,
            Path work,
            Digest generator,
            ProtectedDirs protectedDirs,
            UnchangedDirs still,
            Problems problems,
            FileOps fileOps,
            Duration patience) {
        OutputPaths outputPaths = OutputPaths.of(fileOps, output, work, protectedDirs);
        BuildLock lock = BuildLock.acquire(outputPaths, patience);
        boolean opened = false;
        try {
            OutputTree tree = new OutputTree(outputPaths, lock, generator, still, problems);
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
        boolean ready = false;
        try {
            paths.recover(cache);
            paths.disk().createFolder(paths.transactionFolder().stagingFolder());
            this.scan = OutputScan.read(
                    paths.output(), cache.manifest(), unchangedDirs.ifUnchanged(AppendStore.files(paths.cacheFile())));
            this.staging = new Staging(paths, scan.manifest());
            ready = true;
        } finally {
            if (!ready) {
                cache.close();
            }
        }
    }

    /** Why there is no memory of the last build, or less of it than there should be; for the log. */
    public Optional<Message> lossReason() {
        return cache.lossReason();
    }

    /** The numbers of our files whose times, and nothing else, are not those that are remembered, as after a fresh checkout. */
    public List<Integer> touchedFiles() {
        return IntStream.range(0, scan.manifest().size())
                .filter(scan.manifest()::isTouched)
                .boxed()
                .toList();
    }

    /** Reads such a file, to know whether it is what we wrote. */
    public void verify(int number) {
        scan.manifest().isIntact(number, () -> paths.resolve(scan.manifest().path(number)));
    }

    /** Reports what stands in the output and was not made by us; as errors, if it is in the way of the plan. */
    public void checkForeignFiles(Collection<? extends PlannedFile> plan) {
        if (!scan.unknownPaths().isEmpty() || scan.manifest().hasAlteredFiles()) {
            OutputDiff outputDiff = diff(PlannedFiles.of(plan));
            problems.addAll(outputDiff.warnings());
            problems.addAll(outputDiff.errors());
        }
    }

    /** Why a page must be made anew; empty if it stands as it should. Opens no file unless only its time differs. */
    public Optional<StaleReason> staleReason(PlannedFile page) {
        return staleReason(page, scan.manifest().find(page.address().file()));
    }

    /** The same for the pages of a plan, in its order; for all of them at once, as each is found beside the one before. */
    public List<Optional<StaleReason>> staleReason(Collection<? extends PlannedFile> plan) {
        List<Optional<StaleReason>> all = new ArrayList<>(plan.size());
        Manifest.ManifestCursor manifestCursor = scan.manifest().new ManifestCursor();
        for (PlannedFile page : plan) {
            all.add(staleReason(page, manifestCursor.find(page.address().file())));
        }
        return all;
    }

    private Optional<StaleReason> staleReason(PlannedFile page, int row) {
        Manifest ours = scan.manifest();
        if (row < 0 || !ours.hasInputs(row)) {
            return Optional.of(StaleReason.NEW);
        }
        InputDigests then = ours.inputs(row);
        InputDigests now = page.inputs();
        if (!then.environment().equals(now.environment())) {
            return Optional.of(StaleReason.SURROUNDINGS);
        }
        if (!then.sources().equals(now.sources())) {
            return Optional.of(StaleReason.OWN_TEXT);
        }
        if (!then.references().equals(now.references())) {
            return Optional.of(StaleReason.LISTED);
        }
        boolean intact = ours.isIntact(row, () -> paths.resolve(page.address().file()));
        return intact ? Optional.empty() : Optional.of(StaleReason.MISSING);
    }

    /** Whether the last build, or this one, kept what it found in a text; if it is damaged, there are no findings all the same. */
    public boolean hasFindings(String path, Digest digest) {
        return findings.contains(path, digest);
    }

    /**
     * What the last build, or this one, found in the text that stands at {@code path} and has this digest. Findings
     * nobody asks for are forgotten with the next commit.
     */
    public Optional<Findings> findings(String path, Digest digest) {
        try {
            return findings.find(path, digest);
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        }
    }

    /** The slip of such a text for the search, if it is known; kept as long as its findings. */
    public Optional<String> searchText(String path, Digest digest) {
        try {
            return findings.searchText(path, digest);
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        }
    }

    /** Keeps what was found in a text, and its slip, for the next build; it takes effect with the commit. */
    public void saveFindings(String path, Digest digest, Findings found, String searchText) {
        try {
            findings.put(path, digest, found, searchText);
        } catch (IOException e) {
            throw IoProblems.cannotWrite(paths.shownCacheFile(), e);
        }
    }

    /** Takes the bytes of a page. Nobody sees them before the commit. */
    public void stage(PlannedFile page, byte[] bytes) {
        staging.stage(page, bytes);
    }

    /**
     * Puts the site in place: what was staged, then {@code checksums.txt}, then away with what the plan no longer has.
     * If the disk refuses on the way, all of it is undone before the run ends. If nothing changed, nothing is written.
     *
     * @param plan every page of the site but {@code checksums.txt}; each is either staged or not stale
     */
    public FileCounts commit(Collection<? extends PlannedFile> plan) {
        PlannedFiles plannedFiles = PlannedFiles.of(plan);
        FinalTree site = FinalTree.of(plannedFiles, scan.manifest(), staging);
        for (int i = 0; i < plannedFiles.size(); i++) {
            boolean stands = site.isStaged(i) || plannedFiles.isChecksumList(i);
            if (!stands && staleReason(plannedFiles.get(i), site.row(i)).isPresent()) {
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
        boolean same = rendered == 0
                && cache.lossReason().isEmpty()
                && site.hasSamePaths()
                && !scan.manifest().hasUpdatedTimes()
                && !cache.store().isChanged();
        if (!same) {
            List<Journal.JournalStep> steps = CommitSteps.of(site, outputDiff.leftovers(), scan.manifest());
            new SiteCommit(paths, cache).run(site, steps);
            unchangedDirs =
                    unchangedDirs.withoutTouched(steps.stream().map(journalStep -> paths.resolve(journalStep.path())));
        }
        this.committed = Optional.of(site);
        return new FileCounts(site.size(), rendered, site.size() - rendered, outputDiff.leftovers().length);
    }

    /** What is left of what was still when this build had put the site in place, and what it remembers of it. */
    public UnchangedDirs unchangedAfterCommit() {
        return unchangedDirs.withoutTouched(paths.allCacheFiles().stream());
    }

    /**
     * The checksum of a file; if it is one of the site, only if it is as this build left it, so that nobody wrote it
     * meanwhile.
     */
    public OptionalLong checksum(Path file, long size, long time) throws IOException {
        int number = committed.isPresent() && file.startsWith(paths.output())
                ? committed
                        .get()
                        .find(paths.output().relativize(file).toString().replace('\\', '/'))
                : -1;
        if (number < 0) {
            return paths.checksum(file, size, time);
        }
        long left = committed.get().crc(number);
        boolean same = committed.get().size(number) == size
                && (committed.get().modifiedNanos(number) == time || DoubleCrc.of(file) == left);
        return same ? OptionalLong.of(left) : OptionalLong.empty();
    }

    /** Clears the staging away and lets the next build in. */
    @Override
    public void close() {
        try (lock;
                cache) {
            if (!Files.exists(paths.transactionFolder().journalFile(), LinkOption.NOFOLLOW_LINKS)) {
                paths.transactionFolder().clear(paths.disk());
                paths.disk().delete(paths.cacheDraft());
            }
        } catch (IOException e) {
            // Whether the build went well or not was decided before; the next one clears away what could not be now.
        }
    }

    private OutputDiff diff(PlannedFiles planned) {
        return OutputDiff.of(planned, scan.manifest(), scan.unknownPaths(), paths);
    }
}
