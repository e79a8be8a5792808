package io.noticepress.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import java.util.zip.CRC32C;

/**
 * A file of entries that only grows, so that a build after an edit writes no more than what is new. The file itself does not
 * say where entries begin: offsets, lengths and checksums are in a {@link LogIndex}. Entries without an index record are dead,
 * whether they were superseded or left behind by a killed build. Thread-safe.
 *
 * <pre>
 * header    "Noticepress log 1\n", then a UUID (16 bytes): tables refer to the log by it, so that they are never used with
 *           the log of other tables
 * entries   bytes of the first one, bytes of the second one, …
 * </pre>
 */
final class AppendLog implements AutoCloseable {
    private static final byte[] HEADER = "Noticepress log 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FIRST_ENTRY = HEADER.length + 2 * Long.BYTES;
    private static final int BUFFER_BYTES = 1 << 17;

    /**
     * Where an entry is.
     *
     * @param crc CRC-32C (RFC 3720, 12.1) of its bytes
     */
    record LogEntry(long offset, int length, int crc) {}

    /**
     * Identity of a log.
     *
     * @param number in the file's name; each compaction takes the next one
     * @param uuid in the file's header
     */
    record LogId(int number, UUID uuid) {
        static final LogId NONE = new LogId(0, new UUID(0, 0));
    }

    private final FileOps fileOps;
    private final Path path;
    private final LogId id;
    private final FileChannel readChannel;
    private Optional<FileChannel> writeChannel;
    /** Appended bytes that are not in the file yet. */
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    /** Length of the file including the buffer. */
    private long end;
    /** Length of the file before this run appended to it; 0 if this run created it. */
    private long lengthBefore;

    private boolean retained;

    private AppendLog(
            FileOps fileOps,
            Path path,
            LogId id,
            FileChannel readChannel,
            Optional<FileChannel> writeChannel,
            long end) {
        this.fileOps = fileOps;
        this.path = path;
        this.id = id;
        this.readChannel = readChannel;
        this.writeChannel = writeChannel;
        this.end = end;
    }

    /** Opens the log of an earlier run; empty if it is missing or another log is in its place. */
    static Optional<AppendLog> open(FileOps fileOps, Path path, LogId id) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (FileOps.readFully(ByteBuffer.allocate(FIRST_ENTRY), channel, 0).equals(header(id))) {
            return Optional.of(new AppendLog(fileOps, path, id, channel, Optional.empty(), channel.size()));
        }
        channel.close();
        return Optional.empty();
    }

    /** Creates an empty log, replacing a file of that name; {@link #close} deletes it unless it was retained. */
    static AppendLog create(FileOps fileOps, Path path, int number) throws IOException {
        LogId id = new LogId(number, UUID.randomUUID());
        FileChannel channel = fileOps.createOrTruncate(path);
        AppendLog log = new AppendLog(fileOps, path, id, channel, Optional.of(channel), FIRST_ENTRY);
        fileOps.append(channel, header(id));
        return log;
    }

    private static ByteBuffer header(LogId id) {
        return ByteBuffer.allocate(FIRST_ENTRY)
                .put(HEADER)
                .putLong(id.uuid().getMostSignificantBits())
                .putLong(id.uuid().getLeastSignificantBits())
                .flip();
    }

    LogId id() {
        return id;
    }

    /** Reads an entry; empty if it is damaged. */
    Optional<byte[]> read(LogEntry entry) throws IOException {
        flushUpTo(entry.offset() + entry.length());
        ByteBuffer bytes = FileOps.readFully(ByteBuffer.allocate(entry.length()), readChannel, entry.offset());
        boolean intact = bytes.remaining() == entry.length() && crc(bytes.array()) == entry.crc();
        return intact ? Optional.of(bytes.array()) : Optional.empty();
    }

    /** Whether all entries of an index are undamaged. Reads the file once, front to back. */
    boolean isIntact(LogIndex index) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
        long start = 0;
        for (int number : index.numbersByOffset()) {
            LogEntry entry = index.entry(number);
            CRC32C crc = new CRC32C();
            for (long at = entry.offset(), next; at < entry.offset() + entry.length(); at = next) {
                if (at >= start + chunk.limit()) {
                    start = at;
                    FileOps.readFully(chunk.clear(), readChannel, at);
                }
                next = Math.min(entry.offset() + entry.length(), start + chunk.limit());
                if (next == at) {
                    return false;
                }
                crc.update(chunk.array(), (int) (at - start), (int) (next - at));
            }
            if ((int) crc.getValue() != entry.crc()) {
                return false;
            }
        }
        return true;
    }

    /** Appends an entry; it can be read at once. */
    synchronized LogEntry append(byte[] bytes) throws IOException {
        openForWriting();
        LogEntry entry = new LogEntry(end, bytes.length, crc(bytes));
        if (buffer.remaining() < bytes.length) {
            flush();
        }
        if (bytes.length > BUFFER_BYTES) {
            fileOps.append(writeChannel.get(), ByteBuffer.wrap(bytes));
        } else {
            buffer.put(bytes);
        }
        end += bytes.length;
        return entry;
    }

    private FileChannel openForWriting() throws IOException {
        if (writeChannel.isEmpty()) {
            FileChannel channel = fileOps.openForAppend(path);
            lengthBefore = channel.position();
            end = lengthBefore;
            writeChannel = Optional.of(channel);
        }
        if (buffer.capacity() == 0) {
            buffer = ByteBuffer.allocate(BUFFER_BYTES);
        }
        return writeChannel.get();
    }

    private synchronized void flushUpTo(long offset) throws IOException {
        if (offset > end - buffer.position()) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (buffer.position() > 0) {
            fileOps.append(writeChannel.get(), buffer.flip());
            buffer.clear();
        }
    }

    /** Total length of all entries, dead ones included. */
    synchronized long payloadBytes() {
        return end - FIRST_ENTRY;
    }

    /** Appends the entries of another log's index; returns the function from their old offsets to the new ones. */
    synchronized LongUnaryOperator copyFrom(AppendLog other, LogIndex index) throws IOException {
        other.flushUpTo(Long.MAX_VALUE);
        FileChannel channel = openForWriting();
        flush();
        NavigableMap<Long, Long> shifts = new TreeMap<>(); // by the offset at which a range of adjacent entries begins
        int[] numbers = index.numbersByOffset();
        for (int i = 0; i < numbers.length; ) {
            long from = index.entry(numbers[i]).offset();
            long to = from;
            for (; i < numbers.length && index.entry(numbers[i]).offset() <= to; i++) {
                LogEntry entry = index.entry(numbers[i]);
                to = Math.max(to, entry.offset() + entry.length());
            }
            shifts.put(from, end - from);
            fileOps.copy(other.readChannel, from, to - from, channel);
            end += to - from;
        }
        return offset -> offset + shifts.floorEntry(offset).getValue();
    }

    /** Waits until everything that was appended is on disk. */
    synchronized void sync() throws IOException {
        flush();
        if (writeChannel.isPresent()) {
            fileOps.sync(writeChannel.get());
        }
    }

    /** Keeps what was appended: tables refer to it now. */
    synchronized void retain() {
        retained = true;
    }

    static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /** Closes the file and removes what was appended without being retained. */
    @Override
    public synchronized void close() throws IOException {
        boolean rollBack = !retained && writeChannel.isPresent();
        try (readChannel;
                FileChannel channel = writeChannel.orElse(readChannel)) {
            if (rollBack && lengthBefore > 0) {
                fileOps.truncate(channel, lengthBefore);
            }
        }
        if (rollBack && lengthBefore == 0) {
            fileOps.delete(path);
        }
    }
}
