package io.noticepress.store;

import io.noticepress.model.values.Digest;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/** The pieces of the last build that are still of use, and new ones, in the order of their keys. */
public final class LiveEntries {
    /** Takes a piece. */
    public interface LogEntryVisitor {
        void visit(Digest key, AppendLog.LogEntry logEntry) throws IOException;
    }

    private final LogIndex previous;
    private final boolean[] used;
    private final PendingEntries pending;
    private final int[] pendingOrder;
    private final LongUnaryOperator newOffsets;
    private int size;
    private long totalBytes;

    private LiveEntries(
            LogIndex previous, boolean[] used, PendingEntries pending, int[] pendingOrder, LongUnaryOperator newOffsets)
            throws IOException {
        this.previous = previous;
        this.used = used;
        this.pending = pending;
        this.pendingOrder = pendingOrder;
        this.newOffsets = newOffsets;
        forEach((key, logEntry) -> {
            size++;
            totalBytes += logEntry.length();
        });
    }

    /**
     * What is worth keeping.
     *
     * @param used of each piece of {@code before}, whether it still is
     */
    public static LiveEntries of(LogIndex before, boolean[] used, PendingEntries added) throws IOException {
        return new LiveEntries(before, used, added, added.sortedNumbers(), LongUnaryOperator.identity());
    }

    /** The same pieces when each has been moved to another offset. */
    public LiveEntries withOffsets(LongUnaryOperator offsets) throws IOException {
        return new LiveEntries(previous, used, pending, pendingOrder, offsets);
    }

    /** How many pieces these are. */
    public int size() {
        return size;
    }

    /** How long they are together. */
    public long totalBytes() {
        return totalBytes;
    }

    /** Gives all of them. */
    public void forEach(LogEntryVisitor logEntryVisitor) throws IOException {
        int next = 0;
        for (int number : pendingOrder) {
            Digest key = pending.key(number);
            for (; next < previous.size() && previous.compare(next, key) < 0; next++) {
                visitOld(next, logEntryVisitor);
            }
            if (next < previous.size() && previous.compare(next, key) == 0) {
                next++; // superseded
            }
            visit(key, pending.entry(number), logEntryVisitor);
        }
        for (; next < previous.size(); next++) {
            visitOld(next, logEntryVisitor);
        }
    }

    private void visitOld(int number, LogEntryVisitor logEntryVisitor) throws IOException {
        if (used[number]) {
            visit(previous.key(number), previous.entry(number), logEntryVisitor);
        }
    }

    private void visit(Digest key, AppendLog.LogEntry logEntry, LogEntryVisitor logEntryVisitor) throws IOException {
        logEntryVisitor.visit(
                key,
                new AppendLog.LogEntry(newOffsets.applyAsLong(logEntry.offset()), logEntry.length(), logEntry.crc()));
    }

    /** Where they begin, rising. */
    public long[] startOffsets() throws IOException {
        return sortedOffsets(0);
    }

    /** Where they end, rising; none overlaps another, so that the first one to begin is the first to end. */
    public long[] endOffsets() throws IOException {
        return sortedOffsets(1);
    }

    private long[] sortedOffsets(int end) throws IOException {
        long[] offsets = new long[size];
        int[] next = {0};
        forEach((key, logEntry) -> offsets[next[0]++] = logEntry.offset() + (long) end * logEntry.length());
        Arrays.sort(offsets);
        return offsets;
    }
}
