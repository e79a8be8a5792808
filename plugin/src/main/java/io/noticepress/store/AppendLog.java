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
 * whether they were superseded or left behind by a killed build. Thread-safe, except for creating and closing.
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
    private static final int CHUNK_BYTES = 1 << 17;

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
    private final AppendChannel channel;
    /** Length of the file before this run appended to it; 0 if this run created it. */
    private final long lengthBefore;

    private boolean retained;

    private AppendLog(FileOps fileOps, Path path, LogId id, AppendChannel channel, long lengthBefore) {
        this.fileOps = fileOps;
        this.path = path;
        this.id = id;
        this.channel = channel;
        this.lengthBefore = lengthBefore;
    }

    /** Opens the log of an earlier run; empty if it is missing or another log is in its place. */
    static Optional<AppendLog> open(FileOps fileOps, Path path, LogId id) throws IOException {
        FileChannel file;
        try {
            file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (FileOps.readFully(ByteBuffer.allocate(FIRST_ENTRY), file, 0).equals(header(id))) {
            AppendChannel channel = new AppendChannel(fileOps, file);
            return Optional.of(new AppendLog(fileOps, path, id, channel, channel.end()));
        }
        file.close();
        return Optional.empty();
    }

    /** Creates an empty log, replacing a file of that name; {@link #close} deletes it unless it was retained. */
    static AppendLog create(FileOps fileOps, Path path, int number) throws IOException {
        LogId id = new LogId(number, UUID.randomUUID());
        AppendLog log = new AppendLog(fileOps, path, id, new AppendChannel(fileOps, fileOps.createOrTruncate(path)), 0);
        log.channel.append(header(id).array(), FIRST_ENTRY);
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
        ByteBuffer bytes = channel.read(ByteBuffer.allocate(entry.length()), entry.offset());
        boolean intact = bytes.remaining() == entry.length() && crc(bytes.array()) == entry.crc();
        return intact ? Optional.of(bytes.array()) : Optional.empty();
    }

    /** Whether all entries of an index are undamaged. Reads the file once, front to back. */
    boolean isIntact(LogIndex index) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).limit(0);
        long start = 0;
        for (int number : index.numbersByOffset()) {
            LogEntry entry = index.entry(number);
            long end = entry.offset() + entry.length();
            CRC32C crc = new CRC32C();
            for (long at = entry.offset(), next; at < end; at = next) {
                if (at >= start + chunk.limit()) {
                    start = at;
                    channel.read(chunk.clear(), at);
                }
                next = Math.min(end, start + chunk.limit());
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
    LogEntry append(byte[] bytes) throws IOException {
        return new LogEntry(channel.append(bytes, bytes.length), bytes.length, crc(bytes));
    }

    /** Total length of all entries, dead ones included. */
    long payloadBytes() {
        return channel.end() - FIRST_ENTRY;
    }

    /** Appends the entries of another log's index; returns the function from their old offsets to the new ones. */
    LongUnaryOperator copyFrom(AppendLog other, LogIndex index) throws IOException {
        NavigableMap<Long, Long> shifts = new TreeMap<>(); // by the offset at which a range of adjacent entries begins
        int[] numbers = index.numbersByOffset();
        for (int i = 0; i < numbers.length; ) {
            long from = index.entry(numbers[i]).offset();
            long to = from;
            for (; i < numbers.length && index.entry(numbers[i]).offset() <= to; i++) {
                LogEntry entry = index.entry(numbers[i]);
                to = Math.max(to, entry.offset() + entry.length());
            }
            shifts.put(from, channel.copy(other.channel, from, to - from) - from);
        }
        return offset -> offset + shifts.floorEntry(offset).getValue();
    }

    /** Waits until everything that was appended is on disk. */
    void sync() throws IOException {
        channel.sync();
    }

    /** Keeps what was appended: tables refer to it now. */
    void retain() {
        retained = true;
    }

    static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /** Closes the file and removes what was appended without being retained. */
    @Override
    public void close() throws IOException {
        boolean rollBack = !retained && channel.end() > lengthBefore;
        try (channel) {
            if (rollBack && lengthBefore > 0) {
                channel.truncate(lengthBefore);
            }
        }
        if (rollBack && lengthBefore == 0) {
            fileOps.delete(path);
        }
    }
}
