package io.noticepress.output;

import io.noticepress.model.Digest;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCodec;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * The file in which a {@link Standstill} is kept. Places are named from a few folders, so that it tells the same of a project
 * that was moved.
 *
 * <pre>
 * "Noticepress standstill 4\n"; the digest of what was asked; language of messages, notices, editions, pages; the problems;
 * the looks, each with its part, as number of a folder and path in it; CRC-32C of all that (4 bytes)
 * </pre>
 */
final class StandstillFile {
    private static final byte[] HEADER = "Noticepress standstill 4\n".getBytes(StandardCharsets.US_ASCII);

    private final Disk disk;
    private final Path file;
    private final List<Path> roots;
    private final Digest asked;

    /**
     * A file.
     *
     * @param roots the folders that all places are in
     * @param asked what is kept of anything else is of no use
     */
    StandstillFile(Disk disk, Path file, List<Path> roots, Digest asked) {
        this.disk = disk;
        this.file = file;
        this.roots = roots;
        this.asked = asked;
    }

    /** What is kept; nothing if the file is not there, is damaged, or tells of something else. */
    Optional<Standstill.Last> read() throws IOException {
        Optional<Object> stamp = Paths.stamp(file);
        return stamp.isPresent() ? parse(Files.readAllBytes(file), stamp) : Optional.empty();
    }

    /** Whether it is the file that this was read from. */
    boolean isStill(Standstill.Last last) throws IOException {
        return Paths.stamp(file).equals(last.stamp());
    }

    void delete() throws IOException {
        disk.delete(file);
    }

    /** Puts what a build came to in place of what stands there. Written as it goes: looks are as many as files, and are held already. */
    void write(List<Looks> looks, Standstill.Outcome outcome) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
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
        disk.move(draft, file);
    }

    private void write(DataOutputStream out, List<Looks> looks, Standstill.Outcome outcome) throws IOException {
        out.write(HEADER);
        TextCodec.write(out, asked.hex());
        TextCodec.write(out, outcome.messages());
        out.writeInt(outcome.notices());
        out.writeInt(outcome.editions());
        out.writeInt(outcome.pages());
        ProblemCodec.encode(out, outcome.problems());
        out.writeInt(looks.size());
        for (Looks look : looks) {
            Path place = look.part().place();
            int root = root(place);
            out.writeInt(root);
            TextCodec.write(out, roots.get(root).relativize(place).toString());
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

    private Optional<Standstill.Last> parse(byte[] bytes, Optional<Object> stamp) {
        int length = bytes.length - Integer.BYTES;
        if (length < HEADER.length
                || !Arrays.equals(bytes, 0, HEADER.length, HEADER, 0, HEADER.length)
                || crc(bytes, length) != ByteBuffer.wrap(bytes).getInt(length)) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, HEADER.length, length - HEADER.length);
        if (!TextCodec.parse(in).equals(asked.hex())) {
            return Optional.empty();
        }
        String messages = TextCodec.parse(in);
        int notices = in.getInt();
        int editions = in.getInt();
        int pages = in.getInt();
        Optional<List<Problem>> problems = ProblemCodec.decode(in);
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        List<Looks> looks = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            Looks.Part part = new Looks.Part(roots.get(in.getInt()).resolve(TextCodec.parse(in)), in.get() != 0);
            byte[] entries = new byte[in.getInt()];
            in.get(entries);
            looks.add(new Looks(part, entries, 0));
        }
        return Optional.of(new Standstill.Last(
                new Standstill.Outcome(messages, notices, editions, pages, problems.get()), looks, stamp));
    }
}
