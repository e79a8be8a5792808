package io.noticepress.store;

import io.noticepress.model.values.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * Where each entry of an {@link AppendLog} is. Records are sorted by key and held exactly as they are stored, 48 bytes each and
 * no object, because a large site has hundreds of thousands of them.
 *
 * <pre>
 * record    key (32), offset in the log (8), length (4), CRC-32C of the entry (4)
 * </pre>
 */
final class LogIndex {
    private static final int RECORD_BYTES = Digest.BYTES + Long.BYTES + 2 * Integer.BYTES;

    static final LogIndex EMPTY = new LogIndex(ByteBuffer.allocate(0));

    /** Enough for every record number, as a buffer holds at most 2 GiB. */
    private static final int NUMBER_BITS = 26;

    private final ByteBuffer records;

    private LogIndex(ByteBuffer records) {
        this.records = records;
    }

    /** Reads an index: the number of its records (4 bytes), then the records. */
    static LogIndex read(CheckedFile.Reader in) throws IOException {
        return new LogIndex(in.readBlock(in.readInt() * RECORD_BYTES));
    }

    void write(CheckedFile.Writer out) throws IOException {
        out.writeInt(size());
        out.write(records.array(), 0, records.limit());
    }

    /**
     * An index of the entries of an older one that are still used, and of new ones, which supersede those.
     *
     * @param used for each entry of {@code previous}, whether it is still used
     */
    static LogIndex merge(LogIndex previous, boolean[] used, PendingEntries pending) {
        int[] added = pending.sortedNumbers();
        int size = added.length;
        for (boolean each : used) {
            size += each ? 1 : 0;
        }
        ByteBuffer out = ByteBuffer.allocate(size * RECORD_BYTES);
        int next = 0;
        for (int number : added) {
            Digest key = pending.key(number);
            for (; next < previous.size() && previous.compare(next, key) < 0; next++) {
                previous.copy(next, used, out);
            }
            if (next < previous.size() && previous.compare(next, key) == 0) {
                next++;
            }
            AppendLog.LogEntry entry = pending.entry(number);
            key.write(out).putLong(entry.offset()).putInt(entry.length()).putInt(entry.crc());
        }
        for (; next < previous.size(); next++) {
            previous.copy(next, used, out);
        }
        return new LogIndex(out.flip());
    }

    private void copy(int number, boolean[] used, ByteBuffer out) {
        if (used[number]) {
            out.put(records.array(), number * RECORD_BYTES, RECORD_BYTES);
        }
    }

    int size() {
        return records.limit() / RECORD_BYTES;
    }

    /** The number of the entry with a key; negative if there is none. */
    int find(Digest key) {
        return SortedSearch.find(size(), number -> compare(number, key));
    }

    AppendLog.LogEntry entry(int number) {
        int at = number * RECORD_BYTES + Digest.BYTES;
        return new AppendLog.LogEntry(
                records.getLong(at), records.getInt(at + Long.BYTES), records.getInt(at + Long.BYTES + Integer.BYTES));
    }

    private int compare(int number, Digest key) {
        int order = Long.compareUnsigned(records.getLong(number * RECORD_BYTES), key.a());
        return order != 0 ? order : Digest.of(records, number * RECORD_BYTES).compareTo(key);
    }

    /** The numbers of all entries in the order of their offsets. */
    int[] numbersByOffset() {
        long[] keys = new long[size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = records.getLong(i * RECORD_BYTES + Digest.BYTES) << NUMBER_BITS | i;
        }
        Arrays.sort(keys);
        int[] numbers = new int[keys.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) keys[i] & (1 << NUMBER_BITS) - 1;
        }
        return numbers;
    }

    /** Total length of all entries. */
    long totalBytes() {
        long total = 0;
        for (int i = 0; i < size(); i++) {
            total += entry(i).length();
        }
        return total;
    }

    /** Changes every offset, after the entries were copied to another log. */
    void relocate(LongUnaryOperator newOffset) {
        for (int at = Digest.BYTES; at < records.limit(); at += RECORD_BYTES) {
            records.putLong(at, newOffset.applyAsLong(records.getLong(at)));
        }
    }
}
