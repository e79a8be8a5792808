package io.noticepress.output;

import io.noticepress.model.Digest;
import io.noticepress.problem.Halt;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemForm;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * What a build came to, and how everything looked when it ended: the editors' and the designers' files, the site and the
 * memory of it. As long as the same is asked and all of it still looks so, another build would change nothing, and need not
 * begin.
 *
 * <p>Of a file that is written while it is looked at, its time may not tell. So looks count only if all they saw was changed a
 * while before (the rule by which git calls an entry of its index clean): the site before they were taken, its sources before
 * the build began, so that they are those it read. The clock is that of the disk.
 *
 * <pre>
 * "Noticepress standstill 4\n"; the digest of what was asked; language of messages, notices, editions, pages; the problems;
 * the looks, each with its part, as number of a folder and path in it; CRC-32C of all that (4 bytes)
 * </pre>
 */
public final class Standstill {
    /** Longer than the clock of any disk takes from one tick to the next. */
    private static final long TICK_MILLIS = 50;

    /** Down to which depth folders are looked at in parts of their own: that of a year in {@code zh/notices/2030}. */
    static final int DEPTH = 3;

    private static final byte[] HEADER = "Noticepress standstill 4\n".getBytes(StandardCharsets.US_ASCII);

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
     * @param stamp by which the file it stands in is told from any other
     */
    public record Last(Outcome outcome, List<Looks> looks, Optional<Object> stamp) {}

    private final Disk disk = new Disk();
    private final Premises premises;
    private final List<Path> sources;
    /** The folders all places are named from, so that they stay the same wherever a project is moved. */
    private final List<Path> roots;

    private final Path file;
    private final Digest asked;
    private final long begun;
    /** When everything had been written: what is changed later has a later time. */
    private long ended;

    private Standstill(Premises premises, List<Path> sources, Digest asked) throws IOException {
        this.premises = premises;
        this.sources = sources;
        this.asked = Digest.of(asked.hex(), premises.outputFromWork());
        this.roots = new ArrayList<>(sources);
        roots.add(premises.output());
        roots.add(premises.memory().getParent());
        this.file = premises.beside("standstill");
        Files.createDirectories(file.getParent());
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
        } catch (Halt | IOException e) {
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
            Optional<Object> stamp = Paths.stamp(file);
            return stamp.isPresent() ? parse(Files.readAllBytes(file), stamp) : Optional.empty();
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
            if (Paths.stamp(file).equals(last.stamp())) { // no other build kept its own meanwhile
                put(now, last.outcome());
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
            put(kept, outcome);
        } catch (IOException e) {
            throw Trouble.at(premises.shownMemory(), e);
        }
    }

    private void put(List<Looks> looks, Outcome outcome) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        write(draft, looks, outcome);
        disk.move(draft, file);
    }

    /** Keeps nothing: the next build looks at everything. */
    public void forget() {
        try {
            disk.delete(file);
        } catch (IOException e) {
            throw Trouble.at(premises.shownMemory(), e);
        }
    }

    private boolean isSource(Looks looks) {
        return sources.stream().anyMatch(looks.part().place()::startsWith);
    }

    /** What time it is by the clock of the disk. */
    private long clock() throws IOException {
        Path now = Files.createTempFile(file.getParent(), "clock", "");
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

    /** Written as it goes: looks are as many as files, and are held already. */
    private void write(Path draft, List<Looks> looks, Outcome outcome) throws IOException {
        try (FileChannel channel = disk.create(draft)) {
            CRC32C crc = new CRC32C();
            CheckedOutputStream checked = new CheckedOutputStream(new Appender(disk, channel), crc);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, 1 << 16));
            write(out, looks, outcome);
            out.flush();
            disk.append(
                    channel,
                    ByteBuffer.allocate(Integer.BYTES)
                            .putInt((int) crc.getValue())
                            .flip());
        }
    }

    private void write(DataOutputStream out, List<Looks> looks, Outcome outcome) throws IOException {
        out.write(HEADER);
        ProblemForm.text(out, asked.hex());
        ProblemForm.text(out, outcome.messages());
        out.writeInt(outcome.notices());
        out.writeInt(outcome.editions());
        out.writeInt(outcome.pages());
        ProblemForm.write(out, outcome.problems());
        out.writeInt(looks.size());
        for (Looks look : looks) {
            Path place = look.part().place();
            int root = root(place);
            out.writeInt(root);
            ProblemForm.text(out, roots.get(root).relativize(place).toString());
            out.writeBoolean(look.part().whole());
            out.writeInt(look.entries().length);
            out.write(look.entries());
        }
    }

    /** Which of the folders a place is in; if one is within another, the inner one. */
    private int root(Path place) {
        int found = -1;
        for (int i = 0; i < roots.size(); i++) {
            boolean inner = found < 0 || roots.get(i).startsWith(roots.get(found));
            found = place.startsWith(roots.get(i)) && inner ? i : found;
        }
        return found;
    }

    private static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private Optional<Last> parse(byte[] bytes, Optional<Object> stamp) {
        int length = bytes.length - Integer.BYTES;
        if (length < HEADER.length
                || !Arrays.equals(bytes, 0, HEADER.length, HEADER, 0, HEADER.length)
                || crc(bytes, length) != ByteBuffer.wrap(bytes).getInt(length)) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, HEADER.length, length - HEADER.length);
        if (!ProblemForm.text(in).equals(asked.hex())) {
            return Optional.empty();
        }
        String messages = ProblemForm.text(in);
        int notices = in.getInt();
        int editions = in.getInt();
        int pages = in.getInt();
        Optional<List<Problem>> problems = ProblemForm.read(in);
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        List<Looks> looks = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            Looks.Part part = new Looks.Part(roots.get(in.getInt()).resolve(ProblemForm.text(in)), in.get() != 0);
            byte[] entries = new byte[in.getInt()];
            in.get(entries);
            looks.add(new Looks(part, entries, 0));
        }
        return Optional.of(new Last(new Outcome(messages, notices, editions, pages, problems.get()), looks, stamp));
    }
}
