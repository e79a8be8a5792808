package io.noticepress.search;

import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The terms of notices that are new, and of those that are gone, in order, one after another. A term that stands in both just
 * as before is passed over.
 */
final class Changes {
    private final PriorityQueue<Reader> fresh = new PriorityQueue<>();
    private Optional<Reader> gone;
    private Optional<String> term = Optional.empty();
    private final Postings postings = new Postings();

    Changes(List<Sheaf.Place> fresh, Optional<Sheaf.Place> gone, Scratch scratch) {
        for (Sheaf.Place place : fresh) {
            Reader reader = reader(place, scratch, this.fresh.size());
            if (reader.advance()) {
                this.fresh.add(reader);
            }
        }
        this.gone = gone.map(place -> reader(place, scratch, 0)).filter(Reader::advance);
        advance();
    }

    private static Reader reader(Sheaf.Place place, Scratch scratch, int rank) {
        return new Reader(scratch, place.start(), place.start() + place.length(), rank, place.terms());
    }

    /** The term at hand; empty at the end. */
    Optional<String> term() {
        return term;
    }

    /** Whether the term at hand stands before another. */
    boolean isBefore(Optional<String> other) {
        return term.isPresent() && (other.isEmpty() || term.get().compareTo(other.get()) < 0);
    }

    /** Which new notices have it. */
    Postings postings() {
        return postings;
    }

    /** Goes to the next term. */
    void advance() {
        do {
            term = Optional.ofNullable(fresh.peek()).map(Reader::term);
            term = gone.map(Reader::term)
                    .filter(other -> !isBefore(Optional.of(other)))
                    .or(() -> term);
        } while (term.isPresent() && !take(term.get()));
    }

    /** Takes a term from where it stands first; says whether anything changed in it. */
    private boolean take(String next) {
        postings.clear();
        Optional<Reader> before = gone.filter(reader -> reader.term().equals(next));
        boolean same = false;
        for (int readers = 0; !fresh.isEmpty() && fresh.peek().term().equals(next); readers++) {
            Reader reader = fresh.poll();
            same = readers == 0 && before.filter(reader::isSame).isPresent();
            postings.take(reader);
            if (reader.advance()) {
                fresh.add(reader);
            }
        }
        before.ifPresent(reader -> {
            reader.skip();
            gone = gone.filter(Reader::advance);
        });
        return !same;
    }
}
