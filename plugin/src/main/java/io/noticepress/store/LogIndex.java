package io.noticepress.store;

import io.noticepress.model.values.Digest;
import java.nio.ByteBuffer;

/** Where each piece of a memory stands, in the order of their keys; read as they lie in the file, for there are many. */
public final class LogIndex {
    /** Key, offset, length, CRC-32C. */
    public static final int RECORD_BYTES = Digest.BYTES + Long.BYTES + 2 * Integer.BYTES;

    public static final LogIndex EMPTY = new LogIndex(ByteBuffer.allocate(0));

    private final ByteBuffer records;

    /** Contents as they were written. */
    public LogIndex(ByteBuffer records) {
        this.records = records;
    }

    public int size() {
        return records.limit() / RECORD_BYTES;
    }

    /** The number of the piece that is kept under a key; negative if there is none. */
    public int find(Digest key) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, key);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order > 0 ? middle - 1 : high;
        }
        return -1;
    }

    /** The piece of a number. */
    public AppendLog.LogEntry entry(int number) {
        int at = number * RECORD_BYTES + Digest.BYTES;
        return new AppendLog.LogEntry(
                records.getLong(at), records.getInt(at + Long.BYTES), records.getInt(at + Long.BYTES + Integer.BYTES));
    }

    /** The key of a number. */
    Digest key(int number) {
        return Digest.of(records.array(), number * RECORD_BYTES);
    }

    int compare(int number, Digest key) {
        int order = Long.compareUnsigned(records.getLong(number * RECORD_BYTES), key.a());
        return order != 0 ? order : key(number).compareTo(key);
    }
}
