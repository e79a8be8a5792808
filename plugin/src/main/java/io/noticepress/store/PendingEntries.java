package io.noticepress.store;

import io.noticepress.model.values.Digest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** The entries that a run has appended to a log, by key; about 60 bytes each. */
final class PendingEntries {
    private static final int OFFSET = 0;
    private static final int LENGTH_AND_CRC = 1;
    /** No entry has this length. */
    private static final long REMOVED = -1;

    private final DigestTable keys = new DigestTable();
    private final LongTable entries = new LongTable(2);

    /** The latest entry of a key, unless it was removed. */
    Optional<AppendLog.LogEntry> find(Digest key) {
        int number = keys.find(key);
        return number < 0 || isRemoved(number) ? Optional.empty() : Optional.of(entry(number));
    }

    void put(Digest key, AppendLog.LogEntry entry) {
        int number = keys.numberOf(key);
        if (number == entries.size()) {
            entries.add();
        }
        entries.set(number, OFFSET, entry.offset());
        entries.set(
                number, LENGTH_AND_CRC, (long) entry.length() << Integer.SIZE | Integer.toUnsignedLong(entry.crc()));
    }

    void remove(Digest key) {
        int number = keys.find(key);
        if (number >= 0) {
            entries.set(number, LENGTH_AND_CRC, REMOVED);
        }
    }

    /** Whether there are no entries, or all were removed. */
    boolean isEmpty() {
        return IntStream.range(0, entries.size()).allMatch(this::isRemoved);
    }

    /** The numbers of all entries that were not removed, in the order of their keys. */
    int[] sortedNumbers() {
        return Arrays.stream(keys.sortedNumbers())
                .filter(number -> !isRemoved(number))
                .toArray();
    }

    Digest key(int number) {
        return keys.get(number);
    }

    AppendLog.LogEntry entry(int number) {
        long lengthAndCrc = entries.get(number, LENGTH_AND_CRC);
        return new AppendLog.LogEntry(
                entries.get(number, OFFSET), (int) (lengthAndCrc >>> Integer.SIZE), (int) lengthAndCrc);
    }

    private boolean isRemoved(int number) {
        return entries.get(number, LENGTH_AND_CRC) == REMOVED;
    }
}
