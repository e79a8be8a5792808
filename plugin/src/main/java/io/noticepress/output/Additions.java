package io.noticepress.output;

import io.noticepress.model.Digest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where the pieces stand that a build adds to a memory, by their keys; about 60 bytes each. */
final class Additions {
    private static final int OFFSET = 0;
    private static final int LENGTH_AND_CRC = 1;
    /** No piece is so long. */
    private static final long FORGOTTEN = -1;

    private final Digests keys = new Digests();
    private final Rows places = new Rows(2);

    /** The latest piece of a key, unless it was forgotten. */
    Optional<Pieces.Piece> find(Digest key) {
        int number = keys.find(key);
        return number < 0 || isForgotten(number) ? Optional.empty() : Optional.of(piece(number));
    }

    void put(Digest key, Pieces.Piece piece) {
        int number = keys.number(key);
        if (number == places.size()) {
            places.add();
        }
        places.set(number, OFFSET, piece.offset());
        places.set(number, LENGTH_AND_CRC, (long) piece.length() << Integer.SIZE | Integer.toUnsignedLong(piece.crc()));
    }

    void forget(Digest key) {
        int number = keys.find(key);
        if (number >= 0) {
            places.set(number, LENGTH_AND_CRC, FORGOTTEN);
        }
    }

    /** Whether there is none, or none that was not forgotten. */
    boolean isEmpty() {
        return IntStream.range(0, places.size()).allMatch(this::isForgotten);
    }

    /** The numbers of all that were not forgotten, in the order of their keys. */
    int[] sorted() {
        return Arrays.stream(keys.sorted())
                .filter(number -> !isForgotten(number))
                .toArray();
    }

    Digest key(int number) {
        return keys.get(number);
    }

    Pieces.Piece piece(int number) {
        long end = places.get(number, LENGTH_AND_CRC);
        return new Pieces.Piece(places.get(number, OFFSET), (int) (end >>> Integer.SIZE), (int) end);
    }

    private boolean isForgotten(int number) {
        return places.get(number, LENGTH_AND_CRC) == FORGOTTEN;
    }
}
