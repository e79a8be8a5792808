package io.noticepress.output;

import io.noticepress.markdown.Findings;
import io.noticepress.model.Digest;
import io.noticepress.problem.Halt;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemForm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a build came to, and how everything looked when it ended: what was asked, the editors' and the designers' files, the
 * site and the memory of it. As long as all of it still looks so, another build would change nothing, and need not begin.
 *
 * <p>Of a file that is written while it is looked at, its time may not tell. So a look counts only if all it saw was written
 * a while before (the rule by which git calls an entry of its index clean); the clock is that of the disk.
 *
 * <pre>
 * "Noticepress standstill 1\n"; the digest of all looks; language of messages, notices, editions, pages, problems as
 * {@link FindingsForm} writes them; CRC-32C of all that (4 bytes)
 * </pre>
 */
public final class Standstill {
    /** Longer than the clock of any disk takes from one tick to the next. */
    private static final long TICK_MILLIS = 50;

    private static final byte[] HEADER = "Noticepress standstill 1\n".getBytes(StandardCharsets.US_ASCII);

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

    private final Disk disk = new Disk();
    private final Premises premises;
    private final Path file;
    private final Digest asked;
    private final long begun;

    private Standstill(Premises premises, Digest asked) throws IOException {
        this.premises = premises;
        this.asked = asked;
        this.file = premises.beside("standstill");
        Files.createDirectories(file.getParent());
        this.begun = clock();
    }

    /**
     * The standstill of an output, before anything is looked at; none if its folders may not be written, which whoever
     * comes to write there will say.
     *
     * @param asked of all that matters besides files: the generator, parameters
     */
    public static Optional<Standstill> of(Path output, Path work, Guard guard, Digest asked) {
        try {
            return Optional.of(new Standstill(Premises.of(new Disk(), output, work, guard), asked));
        } catch (Halt | IOException e) {
            return Optional.empty();
        }
    }

    /** What the last build came to, if nothing looks otherwise than then and no commit was broken off. */
    public Optional<Outcome> outcome(List<Optional<Looks>> sources, Optional<Looks> site) {
        Optional<Digest> now = all(sources, site);
        if (now.isEmpty()
                || Files.exists(premises.backstage().journal())
                || Files.exists(premises.backstage().staging())) {
            return Optional.empty();
        }
        try {
            return Files.exists(file) ? parse(Files.readAllBytes(file), now.get()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // a short cut that is not there; the whole way says what is wrong with the folder
        }
    }

    /** How the site looks. */
    public Optional<Looks> site() {
        return Looks.of(premises.output());
    }

    /** A moment, in nanoseconds since 1970: what was changed before it counts as left alone when this began. */
    public long settled() {
        return begun - TICK_MILLIS * 1_000_000;
    }

    /** Keeps what a build came to, which must still hold the output, unless some look does not count. */
    public void keep(List<Optional<Looks>> sources, Outcome outcome) {
        try {
            pause();
            long now = clock();
            Optional<Looks> site = site();
            boolean settled = site.filter(look -> look.newest() < now).isPresent()
                    && sources.stream()
                            .allMatch(each -> each.filter(look -> look.newest() < settled())
                                    .isPresent());
            Optional<Digest> all = settled ? all(sources, site) : Optional.empty();
            if (all.isPresent()) {
                Path draft = file.resolveSibling(file.getFileName() + ".new");
                disk.delete(draft);
                disk.write(draft, write(all.get(), outcome));
                disk.move(draft, file);
            } else {
                disk.delete(file);
            }
        } catch (IOException e) {
            throw Trouble.at(premises.shownMemory(), e);
        }
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

    private static void pause() {
        try {
            Thread.sleep(TICK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Digest> all(List<Optional<Looks>> sources, Optional<Looks> site) {
        Optional<Looks> memory = Looks.of(premises.memory());
        if (site.isEmpty() || memory.isEmpty() || sources.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        ByteArrayOutputStream digests = new ByteArrayOutputStream();
        digests.writeBytes(asked.hex().getBytes(StandardCharsets.US_ASCII));
        sources.forEach(look -> digests.writeBytes(look.get().digest().hex().getBytes(StandardCharsets.US_ASCII)));
        digests.writeBytes(site.get().digest().hex().getBytes(StandardCharsets.US_ASCII));
        digests.writeBytes(memory.get().digest().hex().getBytes(StandardCharsets.US_ASCII));
        return Optional.of(Digest.of(digests.toByteArray()));
    }

    private static byte[] write(Digest all, Outcome outcome) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(HEADER);
        ProblemForm.text(out, all.hex());
        ProblemForm.text(out, outcome.messages());
        out.writeInt(outcome.notices());
        out.writeInt(outcome.editions());
        out.writeInt(outcome.pages());
        out.write(FindingsForm.write(new Findings(outcome.problems(), List.of(), "", "")));
        out.writeInt(Memory.crc(bytes.toByteArray()));
        return bytes.toByteArray();
    }

    private static Optional<Outcome> parse(byte[] bytes, Digest now) throws IOException {
        int length = bytes.length - Integer.BYTES;
        if (length < HEADER.length
                || !Arrays.equals(bytes, 0, HEADER.length, HEADER, 0, HEADER.length)
                || Memory.crc(Arrays.copyOf(bytes, length))
                        != ByteBuffer.wrap(bytes).getInt(length)) {
            return Optional.empty();
        }
        DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(bytes, HEADER.length, length - HEADER.length));
        if (!ProblemForm.text(in).equals(now.hex())) {
            return Optional.empty();
        }
        String messages = ProblemForm.text(in);
        int notices = in.readInt();
        int editions = in.readInt();
        int pages = in.readInt();
        return FindingsForm.read(in.readAllBytes())
                .map(found -> new Outcome(messages, notices, editions, pages, found.problems()));
    }
}
