package io.noticepress.output;

import io.noticepress.model.Digest;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/** The pieces of the last build that are still of use, and new ones, in the order of their keys. */
final class Selection {
    /** Takes a piece. */
    interface Taker {
        void take(Digest key, Pieces.Piece piece) throws IOException;
    }

    private final Contents before;
    private final boolean[] used;
    private final Additions added;
    private final int[] order;
    private final LongUnaryOperator moved;
    private int size;
    private long bytes;

    private Selection(Contents before, boolean[] used, Additions added, int[] order, LongUnaryOperator moved)
            throws IOException {
        this.before = before;
        this.used = used;
        this.added = added;
        this.order = order;
        this.moved = moved;
        each((key, piece) -> {
            size++;
            bytes += piece.length();
        });
    }

    /**
     * What is worth keeping.
     *
     * @param used of each piece of {@code before}, whether it still is
     */
    static Selection of(Contents before, boolean[] used, Additions added) throws IOException {
        return new Selection(before, used, added, added.sorted(), LongUnaryOperator.identity());
    }

    /** The same pieces when each has been moved to another offset. */
    Selection moved(LongUnaryOperator offsets) throws IOException {
        return new Selection(before, used, added, order, offsets);
    }

    /** How many pieces these are. */
    int size() {
        return size;
    }

    /** How long they are together. */
    long bytes() {
        return bytes;
    }

    /** Gives all of them. */
    void each(Taker taker) throws IOException {
        int next = 0;
        for (int number : order) {
            Digest key = added.key(number);
            for (; next < before.size() && before.compare(next, key) < 0; next++) {
                giveOld(next, taker);
            }
            if (next < before.size() && before.compare(next, key) == 0) {
                next++; // superseded
            }
            give(key, added.piece(number), taker);
        }
        for (; next < before.size(); next++) {
            giveOld(next, taker);
        }
    }

    private void giveOld(int number, Taker taker) throws IOException {
        if (used[number]) {
            give(before.key(number), before.piece(number), taker);
        }
    }

    private void give(Digest key, Pieces.Piece piece, Taker taker) throws IOException {
        taker.take(key, new Pieces.Piece(moved.applyAsLong(piece.offset()), piece.length(), piece.crc()));
    }

    /** Where they begin, rising. */
    long[] starts() throws IOException {
        return sorted(0);
    }

    /** Where they end, rising; none overlaps another, so that the first one to begin is the first to end. */
    long[] ends() throws IOException {
        return sorted(1);
    }

    private long[] sorted(int end) throws IOException {
        long[] offsets = new long[size];
        int[] next = {0};
        each((key, piece) -> offsets[next[0]++] = piece.offset() + (long) end * piece.length());
        Arrays.sort(offsets);
        return offsets;
    }
}
