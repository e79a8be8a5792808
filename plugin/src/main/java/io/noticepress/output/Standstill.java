package io.noticepress.output;

import io.noticepress.model.Digest;
import io.noticepress.problem.Problem;
import io.noticepress.problem.RunFailed;
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
public final class Standstill {
    /** Longer than the clock of any disk takes from one tick to the next. */
    private static final long TICK_MILLIS = 50;

    /** Down to which depth folders are looked at in parts of their own: that of a year in {@code zh/notices/2030}. */
    static final int DEPTH = 3;

    /**
     * What a build came to.
     *
     * @param messages the tag of the language of the site's messages
     * @param problems its warnings
     */
    public record Outcome(String messages, int notices, int editions, int pages, List<Problem> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /**
     * What the last build kept: what it came to, as long as all looks hold.
     *
     * @param stamp by which the file it stood in is told from any other
     */
    public record Last(Outcome outcome, List<Looks> looks, Optional<Object> stamp) {}

    private final Disk disk = new Disk();
    private final Premises premises;
    private final List<Path> sources;
    private final StandstillFile file;
    private final long begun;
    /** When everything had been written: what is changed later has a later time. */
    private long ended;

    private Standstill(Premises premises, List<Path> sources, Digest asked) throws IOException {
        this.premises = premises;
        this.sources = sources;
        List<Path> roots = new ArrayList<>(sources);
        roots.add(premises.output());
        roots.add(premises.memory().getParent());
        Digest all = Digest.of(asked.hex(), premises.outputFromWork());
        this.file = new StandstillFile(disk, premises.beside("standstill"), roots, all);
        Files.createDirectories(premises.memory().getParent());
        this.begun = clock();
    }

    /**
     * The standstill of an output, before anything is read; none if its folders may not be written, which whoever comes to
     * write there will say.
     *
     * @param sources the folders a site is made from, the editors' first
     * @param asked of all that matters besides files: the generator, parameters
     */
    public static Optional<Standstill> of(Path output, Path work, List<Path> sources, Guard guard, Digest asked) {
        try {
            List<Path> real = new ArrayList<>();
            for (Path source : sources) {
                real.add(Files.exists(source) ? source.toRealPath() : source.toAbsolutePath());
            }
            return Optional.of(new Standstill(Premises.of(new Disk(), output, work, guard), real, asked));
        } catch (RunFailed | IOException e) {
            return Optional.empty();
        }
    }

    /** What the last build kept, if the same was asked of it and no commit was broken off. */
    public Optional<Last> last() {
        if (Files.exists(premises.backstage().journal(), LinkOption.NOFOLLOW_LINKS)
                || Files.exists(premises.backstage().staging(), LinkOption.NOFOLLOW_LINKS)) {
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
    public Optional<Looks> now(Looks last) {
        return last.now(premises::sum).filter(looks -> looks == last || looks.newest() < settled());
    }

    /** Keeps how all parts look that are as the last build left them; the next build need not read them again. */
    public void renew(Last last, List<Looks> now) {
        BuildLock lock = BuildLock.take(premises, BuildLock.PATIENCE);
        try {
            if (file.isStill(last)) { // no other build kept its own meanwhile
                file.write(now, last.outcome());
            }
        } catch (IOException e) {
            throw Trouble.at(premises.shownMemory(), e);
        } finally {
            lock.close();
        }
    }

    /** The editors' folder, as its parts are named. */
    public Path content() {
        return sources.get(0);
    }

    /** A moment, in nanoseconds since 1970: what was changed before it counts as left alone when this began. */
    public long settled() {
        return begun - TICK_MILLIS * 1_000_000;
    }

    /**
     * What is to be looked at when a build has ended, which must still hold the output.
     *
     * @param left the parts that need not be
     */
    public List<Looks.Part> parts(Still left) {
        ended = tick();
        List<Looks.Part> parts = new ArrayList<>();
        for (Path source : sources) {
            parts.addAll(Looks.Part.of(source, DEPTH, left));
        }
        parts.addAll(Looks.Part.of(premises.output(), DEPTH, left));
        for (Path memory : premises.memories()) {
            parts.addAll(Looks.Part.of(memory, 0, Still.NOTHING));
        }
        return parts;
    }

    /** How a part looks now, or as it did and still does. */
    public static Optional<Looks> looks(Looks.Part part, Still left, Looks.Sums sums) {
        return left.at(part.place()).or(() -> Looks.of(part, left.before(part.place()), sums));
    }

    /** Keeps what a build came to and how all parts look; those whose looks do not count will be seen as changed. */
    public void keep(List<Looks.Part> parts, List<Optional<Looks>> looks, Outcome outcome) {
        try {
            List<Looks> kept = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                Looks none = Looks.none(parts.get(i));
                kept.add(looks.get(i)
                        .filter(seen -> seen.newest() < (isSource(seen) ? settled() : ended))
                        .orElse(none));
            }
            file.write(kept, outcome);
        } catch (IOException e) {
            throw Trouble.at(premises.shownMemory(), e);
        }
    }

    /** Keeps nothing: the next build looks at everything. */
    public void forget() {
        try {
            file.delete();
        } catch (IOException e) {
            throw Trouble.at(premises.shownMemory(), e);
        }
    }

    private boolean isSource(Looks looks) {
        return sources.stream().anyMatch(looks.part().place()::startsWith);
    }

    /** What time it is by the clock of the disk. */
    private long clock() throws IOException {
        Path now = Files.createTempFile(premises.memory().getParent(), "clock", "");
        try {
            return Files.getLastModifiedTime(now).to(TimeUnit.NANOSECONDS);
        } finally {
            disk.delete(now);
        }
    }

    /** The first moment that the clock of the disk can tell from this one; not later than its tick takes. */
    private long tick() {
        try {
            long now = clock();
            long next = now;
            for (long millis = 0; next == now && millis < TICK_MILLIS; millis++) {
                Thread.sleep(1);
                next = clock();
            }
            return next;
        } catch (IOException e) {
            throw Trouble.at(premises.shownMemory(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Long.MIN_VALUE;
        }
    }
}
