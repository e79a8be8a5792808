package io.noticepress.output;

import io.noticepress.model.Digest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Where each piece of a memory stands, in the order of their keys; read as they lie in the file, for there are many. */
final class Contents {
    /** Key, offset, length, CRC-32C. */
    static final int RECORD = Digest.BYTES + Long.BYTES + 2 * Integer.BYTES;

    static final Contents NONE = new Contents(ByteBuffer.allocate(0));

    private final ByteBuffer records;

    /** Contents as they were written. */
    Contents(ByteBuffer records) {
        this.records = records;
    }

    /**
     * The records of others that are still of use, and new ones.
     *
     * @param used their numbers among the others, rising
     * @param pieces where they stand now
     */
    static Contents of(
            Contents others, List<Integer> used, List<Pieces.Piece> pieces, SortedMap<Digest, Pieces.Piece> fresh) {
        ByteBuffer all = ByteBuffer.allocate(RECORD * (used.size() + fresh.size()));
        int next = 0;
        for (Map.Entry<Digest, Pieces.Piece> each : fresh.entrySet()) {
            while (next < used.size() && others.compare(used.get(next), each.getKey()) < 0) {
                put(all, others.key(used.get(next)), pieces.get(next));
                next++;
            }
            put(all, each.getKey(), each.getValue());
        }
        for (; next < used.size(); next++) {
            put(all, others.key(used.get(next)), pieces.get(next));
        }
        return new Contents(all.flip());
    }

    private static void put(ByteBuffer all, Digest key, Pieces.Piece piece) {
        all.putLong(key.a()).putLong(key.b()).putLong(key.c()).putLong(key.d());
        all.putLong(piece.offset()).putInt(piece.length()).putInt(piece.crc());
    }

    int size() {
        return records.limit() / RECORD;
    }

    /** All of it, to be written. */
    ByteBuffer records() {
        return records.duplicate();
    }

    /** The number of the piece that is kept under a key; negative if there is none. */
    int find(Digest key) {
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
    Pieces.Piece piece(int number) {
        int at = number * RECORD + Digest.BYTES;
        return new Pieces.Piece(
                records.getLong(at), records.getInt(at + Long.BYTES), records.getInt(at + Long.BYTES + Integer.BYTES));
    }

    /** The key of a number. */
    Digest key(int number) {
        return Digest.of(records.array(), number * RECORD);
    }

    private int compare(int number, Digest key) {
        int order = Long.compareUnsigned(records.getLong(number * RECORD), key.a());
        return order != 0 ? order : key(number).compareTo(key);
    }
}
