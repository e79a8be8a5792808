package io.noticepress.output;

import io.noticepress.model.Digest;
import io.noticepress.plan.Inputs;
import io.noticepress.problem.Phrase;
import io.noticepress.problem.ProblemForm;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What the last build left in the work folder to be remembered; written by {@link MemoryDraft}.
 *
 * <pre>
 * header    "Noticepress memory 1\n"
 * findings  one piece after the other, as {@link FindingsForm} writes them
 * tables    output folder, generator, commit; the site's files; where each piece stands, its length and CRC-32C
 * trailer   where the tables begin (8 bytes), CRC-32C of that and of the tables (4), "over" (4)
 * </pre>
 *
 * Findings stay on disk until they are asked for: of 200,000 texts they would not fit in the heap. Damage to the tables
 * makes the whole memory void, damage to a piece only that piece.
 */
final class Memory implements AutoCloseable {
    static final byte[] HEADER = "Noticepress memory 1\n".getBytes(StandardCharsets.US_ASCII);
    static final byte[] OVER = "over".getBytes(StandardCharsets.US_ASCII);
    static final int TRAILER = Long.BYTES + Integer.BYTES + OVER.length;

    /** Where a text's findings stand in a memory file. */
    record Piece(long offset, int length, int crc) {}

    private final Optional<FileChannel> file;
    private final Map<String, Made> pages = new HashMap<>();
    private final Map<Digest, Piece> findings = new HashMap<>();
    private String commit = "";
    private Optional<Phrase> lost = Optional.empty();

    private Memory(Optional<FileChannel> file) {
        this.file = file;
    }

    /**
     * Reads the memory, as far as it is one.
     *
     * @param output the folder it must speak of, as seen from the work folder: {@code ../site}
     * @param generator findings of any other are void
     */
    static Memory read(Path path, String output, Digest generator) throws IOException {
        FileChannel file;
        try {
            file = FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return forgotten(Phrase.of("没有以往构建的记录", "there is no memory of an earlier build"));
        }
        Memory memory = new Memory(Optional.of(file));
        try {
            if (memory.isWhole(file)) {
                memory.parse(file, output, generator);
                return memory;
            }
        } catch (IOException e) {
            memory.close();
            return forgotten(
                    Phrase.of("构建记录无法读取（{0}）", "the memory of earlier builds cannot be read ({0})", e.getMessage()));
        }
        memory.close();
        return forgotten(
                Phrase.of("构建记录已损坏，或来自其他版本", "the memory of earlier builds is damaged, or of another version"));
    }

    private static Memory forgotten(Phrase why) {
        Memory memory = new Memory(Optional.empty());
        memory.lost = Optional.of(why);
        return memory;
    }

    /** The site's files by path, to be looked at and added to. */
    Map<String, Made> pages() {
        return pages;
    }

    /** Where findings stand, by the digest of the text's path and of its bytes. */
    Map<Digest, Piece> findings() {
        return findings;
    }

    /** Which commit wrote it. */
    String commit() {
        return commit;
    }

    /** Why there is less in it than an earlier build has put there. */
    Optional<Phrase> lost() {
        return lost;
    }

    /** The channel the pieces stand in; there is one if there are any. */
    FileChannel file() {
        return file.orElseThrow();
    }

    /** The bytes of a piece of such a file, unless they were damaged. */
    static Optional<byte[]> bytes(FileChannel file, Piece piece) throws IOException {
        ByteBuffer bytes = fill(ByteBuffer.allocate(piece.length()), file, piece.offset());
        boolean whole = bytes.remaining() == piece.length() && crc(bytes.array()) == piece.crc();
        return whole ? Optional.of(bytes.array()) : Optional.empty();
    }

    /** Reads until the buffer is full or the file ends; gives it ready to be read from. */
    private static ByteBuffer fill(ByteBuffer bytes, FileChannel file, long offset) throws IOException {
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = file.read(bytes, offset + bytes.position());
        }
        return bytes.flip();
    }

    static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }

    private boolean isWhole(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < HEADER.length + TRAILER) {
            return false;
        }
        ByteBuffer header = fill(ByteBuffer.allocate(HEADER.length), channel, 0);
        ByteBuffer trailer = fill(ByteBuffer.allocate(TRAILER), channel, size - TRAILER);
        long tables = trailer.getLong();
        int sum = trailer.getInt();
        boolean framed = header.equals(ByteBuffer.wrap(HEADER))
                && trailer.equals(ByteBuffer.wrap(OVER))
                && tables >= HEADER.length
                && tables <= size - TRAILER;
        if (!framed) {
            return false;
        }
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(tables).flip());
        channel.position(tables);
        InputStream in = Channels.newInputStream(channel);
        byte[] buffer = new byte[1 << 16];
        for (long left = size - TRAILER - tables; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                return false;
            }
            crc.update(buffer, 0, read);
            left -= read;
        }
        return (int) crc.getValue() == sum;
    }

    private void parse(FileChannel channel, String output, Digest generator) throws IOException {
        ByteBuffer start = fill(ByteBuffer.allocate(Long.BYTES), channel, channel.size() - TRAILER);
        channel.position(start.getLong());
        DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), 1 << 16));
        boolean sameOutput = ProblemForm.text(in).equals(output);
        boolean sameGenerator = digest(in).equals(generator);
        commit = ProblemForm.text(in);
        Digest[] surroundings = new Digest[in.readInt()];
        for (int i = 0; i < surroundings.length; i++) {
            surroundings[i] = digest(in);
        }
        for (int left = in.readInt(); left > 0; left--) {
            String path = ProblemForm.text(in);
            Inputs inputs = new Inputs(surroundings[in.readInt()], digest(in), digest(in));
            pages.put(path, Made.remembered(inputs, digest(in), in.readLong(), in.readLong()));
        }
        for (int left = in.readInt(); left > 0; left--) {
            findings.put(digest(in), new Piece(in.readLong(), in.readInt(), in.readInt()));
        }
        if (!sameOutput) {
            pages.clear();
            lost = Optional.of(Phrase.of("构建记录属于另一个输出文件夹", "the memory is of another output folder"));
        }
        if (!sameGenerator) {
            findings.clear();
            lost = Optional.of(Phrase.of("构建记录来自另一版本", "the memory is of another version of the generator"));
        }
    }

    private static Digest digest(DataInputStream in) throws IOException {
        return new Digest(in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
}
