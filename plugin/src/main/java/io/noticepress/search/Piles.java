package io.noticepress.search;

import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Merges the sheaves of a language with what is left of its last index: writes for each term which notices have it with which
 * weight, and apart from that where it stands in them.
 */
final class Piles {
    private final Stock out;
    /** What is written of each term for the shards of terms, and for those of positions. */
    private final Lexicon terms = new Lexicon();

    private final Lexicon positions = new Lexicon();
    private final Bits bits = new Bits();
    private final Postings fresh = new Postings();
    private final Postings old = new Postings();
    private final Postings merged = new Postings();

    private Piles(Stock out) {
        this.out = out;
    }

    /**
     * Merges.
     *
     * @param last what was written of the last index, if it is of use
     * @param numbers which number each notice of the last index has now; those without are -1
     * @param sheaves of all other notices
     * @param out where what is written of the terms is laid
     */
    static Piles of(Optional<Stock> last, int[] numbers, List<Sheaf.Place> sheaves, Scratch in, Stock out) {
        Piles piles = new Piles(out);
        PriorityQueue<Reader> readers = new PriorityQueue<>();
        for (Sheaf.Place place : sheaves) {
            Reader reader =
                    new Reader(in, place.start(), place.start() + place.length(), readers.size(), place.terms());
            if (reader.advance()) {
                readers.add(reader);
            }
        }
        Optional<Reader> left = last.map(Stock::reader).filter(Reader::advance);
        while (left.isPresent() || !readers.isEmpty()) {
            left = piles.next(left, numbers, readers);
        }
        return piles;
    }

    Lexicon terms() {
        return terms;
    }

    Lexicon positions() {
        return positions;
    }

    /** Writes the next term; gives back what is left of the last index. */
    private Optional<Reader> next(Optional<Reader> last, int[] numbers, PriorityQueue<Reader> readers) {
        String term =
                readers.isEmpty() ? last.orElseThrow().term() : readers.peek().term();
        if (last.isPresent() && last.get().term().compareTo(term) < 0) {
            term = last.get().term();
        }
        fresh.clear();
        while (!readers.isEmpty() && readers.peek().term().equals(term)) {
            Reader reader = readers.poll();
            fresh.take(reader);
            if (reader.advance()) {
                readers.add(reader);
            }
        }
        if (last.isEmpty() || !last.get().term().equals(term)) {
            write(term, fresh);
            return last;
        }
        Reader reader = last.get();
        byte[] ofTerm = reader.raw(reader.number());
        byte[] ofPositions = reader.raw(reader.length() - ofTerm.length);
        old.readTerm(ofTerm, reader.count());
        if (fresh.count() == 0 && !old.isTouched(numbers)) {
            write(term, old.count(), ofTerm, ofPositions);
        } else {
            old.readPositions(ofPositions);
            merged.merge(old, numbers, fresh);
            write(term, merged);
        }
        return last.filter(Reader::advance);
    }

    private void write(String term, Postings postings) {
        if (postings.count() > 0) {
            write(term, postings.count(), postings.writeTerm(bits), postings.writePositions(bits));
        }
    }

    private void write(String term, int count, byte[] ofTerm, byte[] ofPositions) {
        long place = out.add(term, count, ofTerm, ofPositions);
        terms.add(term, count, place, ofTerm.length);
        if (ofPositions.length > 0) {
            positions.add(term, count, place + ofTerm.length, ofPositions.length);
        }
    }
}
