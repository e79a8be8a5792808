package io.noticepress.store;

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
 * Their offsets are kept in a {@link LogIndex}; entries that the index does not list are dead, whether it was
 * superseded or left by a build that died. Thread-safe.
 *
 * <pre>
 * header   "Noticepress pieces 1\n", 16 bytes that no other such file begins with
 * pieces   the first one, the next one, …
 * </pre>
 */
public final class AppendLog implements AutoCloseable {
    private static final byte[] HEADER = "Noticepress pieces 1\n".getBytes(StandardCharsets.US_ASCII);

    /** How the names of such files end. */
    public static final String FILE_SUFFIX = ".pieces";

    /** Where the first piece begins. */
    static final long FIRST_ENTRY = HEADER.length + 2 * Long.BYTES;

    /** Where a piece stands, how long it is, and its CRC-32C. */
    public record LogEntry(long offset, int length, int crc) {}

    /**
     * Which file of this kind.
     *
     * @param number that its name ends in
     * @param uuid that it begins with
     */
    public record LogFileId(int number, UUID uuid) {}

    private final FileOps fileOps;
    private final Path path;
    private final LogFileId fileId;
    private final FileChannel readChannel;
    private Optional<FileChannel> writeChannel;
    /** How long the file was before this build added to it; 0 if it made it. */
    private long lengthBefore;

    private boolean retained;

    private AppendLog(
            FileOps fileOps, Path path, LogFileId fileId, FileChannel readChannel, Optional<FileChannel> writeChannel) {
        this.fileOps = fileOps;
        this.path = path;
        this.fileId = fileId;
        this.readChannel = readChannel;
        this.writeChannel = writeChannel;
    }

    /** The file {@code memory-1.pieces} beside {@code memory.bin}. */
    public static Path logFile(Path memory, int number) {
        return memory.resolveSibling(namePrefix(memory) + number + FILE_SUFFIX);
    }

    private static String namePrefix(Path memory) {
        return memory.getFileName().toString().replace(".bin", "-");
    }

    /** A memory and all such files beside it, whether or not it tells of them. */
    public static List<Path> withLogFiles(Path memory) {
        List<Path> files = new ArrayList<>(List.of(memory));
        String[] names = Objects.requireNonNullElse(memory.getParent().toFile().list(), new String[0]);
        Arrays.sort(names);
        for (String name : names) {
            if (name.startsWith(namePrefix(memory)) && name.endsWith(FILE_SUFFIX)) {
                files.add(memory.resolveSibling(name));
            }
        }
        return files;
    }

    /** The pieces an earlier build kept; empty if they are not there any more. */
    public static Optional<AppendLog> open(FileOps fileOps, Path memory, LogFileId logFileId) throws IOException {
        Path path = logFile(memory, logFileId.number());
        FileChannel file;
        try {
            file = FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        ByteBuffer start = ByteBuffer.allocate((int) FIRST_ENTRY);
        if (FileOps.readFully(start, file, 0).equals(header(logFileId))) {
            return Optional.of(new AppendLog(fileOps, path, logFileId, file, Optional.empty()));
        }
        file.close();
        return Optional.empty();
    }

    /** An empty file, in place of one that may have been left there; gone when it is closed, unless it is kept. */
    public static AppendLog create(FileOps fileOps, Path memory, int number) throws IOException {
        LogFileId logFileId = new LogFileId(number, UUID.randomUUID());
        Path path = logFile(memory, number);
        FileChannel file = fileOps.createOrTruncate(path);
        AppendLog appendLog = new AppendLog(fileOps, path, logFileId, file, Optional.of(file));
        fileOps.append(file, header(logFileId));
        return appendLog;
    }

    private static ByteBuffer header(LogFileId logFileId) {
        return ByteBuffer.allocate((int) FIRST_ENTRY)
                .put(HEADER)
                .putLong(logFileId.uuid().getMostSignificantBits())
                .putLong(logFileId.uuid().getLeastSignificantBits())
                .flip();
    }

    public LogFileId fileId() {
        return fileId;
    }

    /** The bytes of a piece, unless they were damaged. */
    public Optional<byte[]> read(LogEntry logEntry) throws IOException {
        ByteBuffer bytes = FileOps.readFully(ByteBuffer.allocate(logEntry.length()), readChannel, logEntry.offset());
        boolean whole = bytes.remaining() == logEntry.length() && crc(bytes.array()) == logEntry.crc();
        return whole ? Optional.of(bytes.array()) : Optional.empty();
    }

    /** Adds a piece; it can be read at once. */
    public synchronized LogEntry append(byte[] bytes) throws IOException {
        FileChannel file = writeChannel();
        LogEntry logEntry = new LogEntry(file.position(), bytes.length, crc(bytes));
        fileOps.append(file, ByteBuffer.wrap(bytes));
        return logEntry;
    }

    private FileChannel writeChannel() throws IOException {
        if (writeChannel.isEmpty()) {
            FileChannel file = fileOps.openForAppend(path);
            lengthBefore = file.position();
            writeChannel = Optional.of(file);
        }
        return writeChannel.get();
    }

    /** How many bytes all its pieces have, dead ones included. */
    public long payloadBytes() throws IOException {
        return readChannel.size() - FIRST_ENTRY;
    }

    /**
     * Copies some pieces of another such file to the end of this one.
     *
     * @param starts their offsets there, rising
     * @param ends where each of them ends
     * @return where a piece of the other file, named by its offset, stands now
     */
    public synchronized LongUnaryOperator copyFrom(AppendLog other, long[] starts, long[] ends) throws IOException {
        NavigableMap<Long, Long> shifts = new TreeMap<>(); // of each stretch
        for (int from = 0, to; from < starts.length; from = to) {
            for (to = from + 1; to < starts.length && starts[to] == ends[to - 1]; to++) {
                // Most stand beside each other, so nearly everything is copied in a few long stretches.
            }
            shifts.put(starts[from], writeChannel().position() - starts[from]);
            fileOps.copy(other.readChannel, starts[from], ends[to - 1] - starts[from], writeChannel());
        }
        return offset -> offset + shifts.floorEntry(offset).getValue();
    }

    /** Waits until all that was added is on disk. */
    public void sync() throws IOException {
        if (writeChannel.isPresent()) {
            fileOps.sync(writeChannel.get());
        }
    }

    /** What was added stays: there are tables that tell of it. */
    public void retain() {
        retained = true;
    }

    static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /** Closes the file; what was added and not kept is taken away again. */
    @Override
    public void close() throws IOException {
        boolean takeAway = !retained && writeChannel.isPresent();
        try (readChannel;
                FileChannel file = writeChannel.orElse(readChannel)) {
            if (takeAway && lengthBefore > 0) {
                fileOps.truncate(file, lengthBefore);
            }
        }
        if (takeAway && lengthBefore == 0) {
            fileOps.delete(path);
        }
    }
}
