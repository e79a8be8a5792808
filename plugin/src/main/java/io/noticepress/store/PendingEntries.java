package io.noticepress.store;

import io.noticepress.model.values.Digest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where the pieces stand that a build adds to a memory, by their keys; about 60 bytes each. */
public final class PendingEntries {
    private static final int OFFSET = 0;
    private static final int LENGTH_AND_CRC = 1;
    /** No piece is so long. */
    private static final long REMOVED = -1;

    private final DigestTable keys = new DigestTable();
    private final LongTable entries = new LongTable(2);

    /** The latest piece of a key, unless it was forgotten. */
    public Optional<AppendLog.LogEntry> find(Digest key) {
        int number = keys.find(key);
        return number < 0 || isRemoved(number) ? Optional.empty() : Optional.of(entry(number));
    }

    public void put(Digest key, AppendLog.LogEntry logEntry) {
        int number = keys.numberOf(key);
        if (number == entries.size()) {
            entries.add();
        }
        entries.set(number, OFFSET, logEntry.offset());
        entries.set(
                number,
                LENGTH_AND_CRC,
                (long) logEntry.length() << Integer.SIZE | Integer.toUnsignedLong(logEntry.crc()));
    }

    public void remove(Digest key) {
        int number = keys.find(key);
        if (number >= 0) {
            entries.set(number, LENGTH_AND_CRC, REMOVED);
        }
    }

    /** Whether there is none, or none that was not forgotten. */
    public boolean isEmpty() {
        return IntStream.range(0, entries.size()).allMatch(this::isRemoved);
    }

    /** The numbers of all that were not forgotten, in the order of their keys. */
    int[] sortedNumbers() {
        return Arrays.stream(keys.sortedNumbers())
                .filter(number -> !isRemoved(number))
                .toArray();
    }

    Digest key(int number) {
        return keys.get(number);
    }

    AppendLog.LogEntry entry(int number) {
        long end = entries.get(number, LENGTH_AND_CRC);
        return new AppendLog.LogEntry(entries.get(number, OFFSET), (int) (end >>> Integer.SIZE), (int) end);
    }

    private boolean isRemoved(int number) {
        return entries.get(number, LENGTH_AND_CRC) == REMOVED;
    }
}
