package io.noticepress.output;

import io.noticepress.markdown.Findings;
import io.noticepress.model.Digest;
import io.noticepress.plan.InputDigests;
import io.noticepress.plan.PlannedFile;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
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
 * Closed without a commit, it leaves the site byte for byte as it was. {@link #settle}, {@link #staleness}, {@link #findings},
 * {@link #remember} and {@link #stage} may be called from several threads at once. Every method ends the run with
 * {@link RunFailed} when the disk refuses.
 */
public final class OutputTree implements AutoCloseable {
    private final Premises premises;
    private final Problems problems;
    private final BuildLock lock;
    private final Digest generator;
    private final Memory memory;
    private final Notebook notebook;
    /** The files of earlier builds, and what is in the output besides them. */
    private final Survey.Seen seen;

    private final Staging staging;
    /** What is still; less, once this build has put the site in place. */
    private Still still;
    /** The site that was put in place. */
    private Optional<Assembly> site = Optional.empty();

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
            Path output, Path work, Digest generator, Guard guard, Still still, Problems problems) {
        return open(output, work, generator, guard, still, problems, new Disk(), BuildLock.PATIENCE);
    }

    static OutputTree open(
            Path output,
            Path work,
            Digest generator,
            Guard guard,
            Still still,
            Problems problems,
            Disk disk,
            Duration patience) {
        Premises premises = Premises.of(disk, output, work, guard);
        BuildLock lock = BuildLock.take(premises, patience);
        boolean opened = false;
        try {
            OutputTree tree = new OutputTree(premises, lock, generator, still, problems);
            opened = true;
            return tree;
        } catch (IOException e) {
            throw Trouble.at(premises.shownOutput(), e);
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private OutputTree(Premises premises, BuildLock lock, Digest generator, Still still, Problems problems)
            throws IOException {
        this.premises = premises;
        this.lock = lock;
        this.generator = generator;
        this.problems = problems;
        this.still = still;
        premises.probe();
        this.memory = Memory.read(premises.disk(), premises.memory(), premises.outputFromWork(), generator);
        this.notebook = new Notebook(memory);
        boolean ready = false;
        try {
            premises.heal(memory);
            premises.disk().createFolder(premises.backstage().staging());
            this.seen = Survey.of(premises.output(), memory.site(), still.given(Pieces.with(premises.memory())));
            this.staging = new Staging(premises, seen.ours());
            ready = true;
        } finally {
            if (!ready) {
                notebook.close();
            }
        }
    }

    /** Why there is no memory of the last build, or less of it than there should be; for the log. */
    public Optional<Message> forgotten() {
        return memory.lost();
    }

    /** The numbers of our files whose times, and nothing else, are not those that are remembered, as after a fresh checkout. */
    public List<Integer> doubtful() {
        return IntStream.range(0, seen.ours().size())
                .filter(seen.ours()::isDoubtful)
                .boxed()
                .toList();
    }

    /** Reads such a file, to know whether it is what we wrote. */
    public void settle(int number) {
        seen.ours().isIntact(number, () -> premises.place(seen.ours().path(number)));
    }

    /** Reports what stands in the output and was not made by us; as errors, if it is in the way of the plan. */
    public void inspect(Collection<? extends PlannedFile> plan) {
        if (!seen.others().isEmpty() || seen.ours().isAltered()) {
            Reckoning reckoning = reckon(Lineup.of(plan));
            problems.addAll(reckoning.warnings());
            problems.addAll(reckoning.errors());
        }
    }

    /** Why a page must be made anew; empty if it stands as it should. Opens no file unless only its time differs. */
    public Optional<Staleness> staleness(PlannedFile page) {
        return staleness(page, seen.ours().find(page.address().file()));
    }

    /** The same for the pages of a plan, in its order; for all of them at once, as each is found beside the one before. */
    public List<Optional<Staleness>> staleness(Collection<? extends PlannedFile> plan) {
        List<Optional<Staleness>> all = new ArrayList<>(plan.size());
        Manifest.Cursor cursor = seen.ours().new Cursor();
        for (PlannedFile page : plan) {
            all.add(staleness(page, cursor.find(page.address().file())));
        }
        return all;
    }

    private Optional<Staleness> staleness(PlannedFile page, int row) {
        Manifest ours = seen.ours();
        if (row < 0 || !ours.isKnown(row)) {
            return Optional.of(Staleness.NEW);
        }
        InputDigests then = ours.inputs(row);
        InputDigests now = page.inputs();
        if (!then.environment().equals(now.environment())) {
            return Optional.of(Staleness.SURROUNDINGS);
        }
        if (!then.sources().equals(now.sources())) {
            return Optional.of(Staleness.OWN_TEXT);
        }
        if (!then.references().equals(now.references())) {
            return Optional.of(Staleness.LISTED);
        }
        boolean intact = ours.isIntact(row, () -> premises.place(page.address().file()));
        return intact ? Optional.empty() : Optional.of(Staleness.MISSING);
    }

    /** Whether the last build, or this one, kept what it found in a text; if it is damaged, there are no findings all the same. */
    public boolean knows(String path, Digest digest) {
        return notebook.knows(path, digest);
    }

    /**
     * What the last build, or this one, found in the text that stands at {@code path} and has this digest. Findings
     * nobody asks for are forgotten with the next commit.
     */
    public Optional<Findings> findings(String path, Digest digest) {
        try {
            return notebook.find(path, digest);
        } catch (IOException e) {
            throw Trouble.at(premises.shownMemory(), e);
        }
    }

    /** The slip of such a text for the search, if it is known; kept as long as its findings. */
    public Optional<String> slip(String path, Digest digest) {
        try {
            return notebook.slip(path, digest);
        } catch (IOException e) {
            throw Trouble.at(premises.shownMemory(), e);
        }
    }

    /** Keeps what was found in a text, and its slip, for the next build; it takes effect with the commit. */
    public void remember(String path, Digest digest, Findings findings, String slip) {
        try {
            notebook.note(path, digest, findings, slip);
        } catch (IOException e) {
            throw Trouble.at(premises.shownMemory(), e);
        }
    }

    /** Takes the bytes of a page. Nobody sees them before the commit. */
    public void stage(PlannedFile page, byte[] bytes) {
        staging.take(page, bytes);
    }

    /**
     * Puts the site in place: what was staged, then {@code checksums.txt}, then away with what the plan no longer has.
     * If the disk refuses on the way, all of it is undone before the run ends. If nothing changed, nothing is written.
     *
     * @param plan every page of the site but {@code checksums.txt}; each is either staged or not stale
     */
    public Counts commit(Collection<? extends PlannedFile> plan) {
        Lineup lineup = Lineup.of(plan);
        Assembly site = Assembly.of(lineup, seen.ours(), staging);
        for (int i = 0; i < lineup.size(); i++) {
            boolean stands = site.isStaged(i) || lineup.isSums(i);
            if (!stands && staleness(lineup.get(i), site.row(i)).isPresent()) {
                throw new IllegalStateException("a stale page was not staged: " + lineup.path(i));
            }
        }
        Reckoning reckoning = reckon(lineup);
        problems.addAll(reckoning.warnings());
        if (!reckoning.errors().isEmpty()) {
            throw new RunFailed(reckoning.errors().get(0));
        }
        staging.takeChecksums(lineup.get(lineup.find(Checksums.PATH)), site);
        int rendered = site.rendered();
        boolean same = rendered == 0
                && memory.lost().isEmpty()
                && site.isSame()
                && !seen.ours().isRefreshed()
                && !notebook.isChanged();
        if (!same) {
            List<Journal.Step> steps = Agenda.of(site, reckoning.leftovers(), seen.ours());
            new Commit(premises, generator, notebook).run(site, steps);
            still = still.without(steps.stream().map(step -> premises.place(step.path())));
        }
        this.site = Optional.of(site);
        return new Counts(site.size(), rendered, site.size() - rendered, reckoning.leftovers().length);
    }

    /** What is left of what was still when this build had put the site in place, and what it remembers of it. */
    public Still left() {
        return still.without(premises.memories().stream());
    }

    /**
     * The checksum of a file; if it is one of the site, only if it is as this build left it, so that nobody wrote it
     * meanwhile.
     */
    public OptionalLong sum(Path file, long size, long time) throws IOException {
        int number = site.isPresent() && file.startsWith(premises.output())
                ? site.get().find(premises.output().relativize(file).toString().replace('\\', '/'))
                : -1;
        if (number < 0) {
            return premises.sum(file, size, time);
        }
        long left = site.get().crc(number);
        boolean same = site.get().size(number) == size && (site.get().time(number) == time || Crc.of(file) == left);
        return same ? OptionalLong.of(left) : OptionalLong.empty();
    }

    /** Clears the staging away and lets the next build in. */
    @Override
    public void close() {
        try (lock;
                notebook) {
            if (!Files.exists(premises.backstage().journal(), LinkOption.NOFOLLOW_LINKS)) {
                premises.backstage().clear(premises.disk());
                premises.disk().delete(premises.memoryDraft());
            }
        } catch (IOException e) {
            // Whether the build went well or not was decided before; the next one clears away what could not be now.
        }
    }

    private Reckoning reckon(Lineup planned) {
        return Reckoning.of(planned, seen.ours(), seen.others(), premises);
    }
}
