package io.noticepress.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import java.util.zip.CRC32C;

/**
 * Pieces of bytes, one after the other in a file that only grows, so that a build after an edit writes no more than what is new.
 * Where each of them stands is told by the tables of a {@link Memory}; what they do not tell of is dead, whether it was
 * superseded or left by a build that died. Thread-safe.
 *
 * <pre>
 * header   "Noticepress pieces 1\n", 16 bytes that no other such file begins with
 * pieces   the first one, the next one, …
 * </pre>
 */
final class Pieces implements AutoCloseable {
    private static final byte[] HEADER = "Noticepress pieces 1\n".getBytes(StandardCharsets.US_ASCII);

    /** How the names of such files end. */
    static final String ENDING = ".pieces";

    /** Where the first piece begins. */
    static final long START = HEADER.length + 2 * Long.BYTES;

    /** Where a piece stands, how long it is, and its CRC-32C. */
    record Piece(long offset, int length, int crc) {}

    /**
     * Which file of this kind.
     *
     * @param number that its name ends in
     * @param mark that it begins with
     */
    record Name(int number, UUID mark) {}

    private final Disk disk;
    private final Path path;
    private final Name name;
    private final FileChannel reading;
    private Optional<FileChannel> writing;
    /** How long the file was before this build added to it; 0 if it made it. */
    private long before;

    private boolean kept;

    private Pieces(Disk disk, Path path, Name name, FileChannel reading, Optional<FileChannel> writing) {
        this.disk = disk;
        this.path = path;
        this.name = name;
        this.reading = reading;
        this.writing = writing;
    }

    /** The file {@code memory-1.pieces} beside {@code memory.bin}. */
    static Path path(Path memory, int number) {
        return memory.resolveSibling(prefix(memory) + number + ENDING);
    }

    private static String prefix(Path memory) {
        return memory.getFileName().toString().replace(".bin", "-");
    }

    /** A memory and all such files beside it, whether or not it tells of them. */
    static List<Path> with(Path memory) {
        List<Path> files = new ArrayList<>(List.of(memory));
        String[] names = Objects.requireNonNullElse(memory.getParent().toFile().list(), new String[0]);
        Arrays.sort(names);
        for (String name : names) {
            if (name.startsWith(prefix(memory)) && name.endsWith(ENDING)) {
                files.add(memory.resolveSibling(name));
            }
        }
        return files;
    }

    /** The pieces an earlier build kept; empty if they are not there any more. */
    static Optional<Pieces> kept(Disk disk, Path memory, Name name) throws IOException {
        Path path = path(memory, name.number());
        FileChannel file;
        try {
            file = FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        ByteBuffer start = ByteBuffer.allocate((int) START);
        if (Disk.fill(start, file, 0).equals(start(name))) {
            return Optional.of(new Pieces(disk, path, name, file, Optional.empty()));
        }
        file.close();
        return Optional.empty();
    }

    /** An empty file, in place of one that may have been left there; gone when it is closed, unless it is kept. */
    static Pieces empty(Disk disk, Path memory, int number) throws IOException {
        Name name = new Name(number, UUID.randomUUID());
        Path path = path(memory, number);
        FileChannel file = disk.create(path);
        Pieces pieces = new Pieces(disk, path, name, file, Optional.of(file));
        disk.append(file, start(name));
        return pieces;
    }

    private static ByteBuffer start(Name name) {
        return ByteBuffer.allocate((int) START)
                .put(HEADER)
                .putLong(name.mark().getMostSignificantBits())
                .putLong(name.mark().getLeastSignificantBits())
                .flip();
    }

    Name name() {
        return name;
    }

    /** The bytes of a piece, unless they were damaged. */
    Optional<byte[]> bytes(Piece piece) throws IOException {
        ByteBuffer bytes = Disk.fill(ByteBuffer.allocate(piece.length()), reading, piece.offset());
        boolean whole = bytes.remaining() == piece.length() && crc(bytes.array()) == piece.crc();
        return whole ? Optional.of(bytes.array()) : Optional.empty();
    }

    /** Adds a piece; it can be read at once. */
    synchronized Piece add(byte[] bytes) throws IOException {
        FileChannel file = writing();
        Piece piece = new Piece(file.position(), bytes.length, crc(bytes));
        disk.append(file, ByteBuffer.wrap(bytes));
        return piece;
    }

    private FileChannel writing() throws IOException {
        if (writing.isEmpty()) {
            FileChannel file = disk.extend(path);
            before = file.position();
            writing = Optional.of(file);
        }
        return writing.get();
    }

    /** How many bytes all its pieces have, dead ones included. */
    long size() throws IOException {
        return reading.size() - START;
    }

    /**
     * Copies some pieces of another such file to the end of this one.
     *
     * @param starts their offsets there, rising
     * @param ends where each of them ends
     * @return where a piece of the other file, named by its offset, stands now
     */
    synchronized LongUnaryOperator copy(Pieces other, long[] starts, long[] ends) throws IOException {
        NavigableMap<Long, Long> shifts = new TreeMap<>(); // of each stretch
        for (int from = 0, to; from < starts.length; from = to) {
            for (to = from + 1; to < starts.length && starts[to] == ends[to - 1]; to++) {
                // Most stand beside each other, so nearly everything is copied in a few long stretches.
            }
            shifts.put(starts[from], writing().position() - starts[from]);
            disk.copy(other.reading, starts[from], ends[to - 1] - starts[from], writing());
        }
        return offset -> offset + shifts.floorEntry(offset).getValue();
    }

    /** Waits until all that was added is on disk. */
    void sync() throws IOException {
        if (writing.isPresent()) {
            disk.sync(writing.get());
        }
    }

    /** What was added stays: there are tables that tell of it. */
    void keep() {
        kept = true;
    }

    static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /** Closes the file; what was added and not kept is taken away again. */
    @Override
    public void close() throws IOException {
        boolean takeAway = !kept && writing.isPresent();
        try (reading;
                FileChannel file = writing.orElse(reading)) {
            if (takeAway && before > 0) {
                disk.truncate(file, before);
            }
        }
        if (takeAway && before == 0) {
            disk.delete(path);
        }
    }
}
