package io.noticepress.search.index;

import io.noticepress.store.TempFile;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Iterates over the terms of added and of removed notices, in order. A term that has the same postings in both is skipped,
 * because nothing changes in it.
 */
final class ChangedTerms {
    private final PriorityQueue<SegmentReader> added = new PriorityQueue<>();
    private Optional<SegmentReader> removed;
    private Optional<String> term = Optional.empty();
    private final Postings postings = new Postings();

    ChangedTerms(
            List<SegmentBuilder.SegmentRef> added, Optional<SegmentBuilder.SegmentRef> removed, TempFile segments) {
        for (SegmentBuilder.SegmentRef segmentRef : added) {
            SegmentReader segmentReader = readerOf(segmentRef, segments, this.added.size());
            if (segmentReader.advance()) {
                this.added.add(segmentReader);
            }
        }
        this.removed =
                removed.map(segmentRef -> readerOf(segmentRef, segments, 0)).filter(SegmentReader::advance);
        advance();
    }

    private static SegmentReader readerOf(SegmentBuilder.SegmentRef segmentRef, TempFile segments, int rank) {
        return new SegmentReader(
                segments, segmentRef.start(), segmentRef.start() + segmentRef.length(), rank, segmentRef.termCount());
    }

    /** The current term; empty at the end. */
    Optional<String> term() {
        return term;
    }

    /** Whether the current term comes before another. */
    boolean isBefore(Optional<String> other) {
        return term.isPresent() && (other.isEmpty() || term.get().compareTo(other.get()) < 0);
    }

    /** The postings of the current term in the added notices. */
    Postings postings() {
        return postings;
    }

    /** Goes to the next term. */
    void advance() {
        do {
            term = Optional.ofNullable(added.peek()).map(SegmentReader::term);
            term = removed.map(SegmentReader::term)
                    .filter(other -> !isBefore(Optional.of(other)))
                    .or(() -> term);
        } while (term.isPresent() && !collect(term.get()));
    }

    /** Collects the postings of the next term from all segments; returns whether anything changed in it. */
    private boolean collect(String next) {
        postings.clear();
        Optional<SegmentReader> before =
                removed.filter(segmentReader -> segmentReader.term().equals(next));
        boolean same = false;
        for (int readers = 0; !added.isEmpty() && added.peek().term().equals(next); readers++) {
            SegmentReader segmentReader = added.poll();
            same = readers == 0 && before.filter(segmentReader::hasSamePostings).isPresent();
            postings.addFrom(segmentReader);
            if (segmentReader.advance()) {
                added.add(segmentReader);
            }
        }
        before.ifPresent(segmentReader -> {
            segmentReader.skipPostings();
            removed = removed.filter(SegmentReader::advance);
        });
        return !same;
    }
}
