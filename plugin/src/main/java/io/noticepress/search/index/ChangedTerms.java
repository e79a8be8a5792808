package io.noticepress.search.index;

import io.noticepress.search.codec.AppendFile;
import io.noticepress.search.codec.SegmentReader;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The terms of notices that are new, and of those that are gone, in order, one after another. A term that stands in both just
 * as before is passed over.
 */
final class ChangedTerms {
    private final PriorityQueue<SegmentReader> added = new PriorityQueue<>();
    private Optional<SegmentReader> removed;
    private Optional<String> term = Optional.empty();
    private final Postings postings = new Postings();

    ChangedTerms(
            List<SegmentBuilder.SegmentRef> fresh, Optional<SegmentBuilder.SegmentRef> gone, AppendFile appendFile) {
        for (SegmentBuilder.SegmentRef segmentRef : fresh) {
            SegmentReader segmentReader = readerOf(segmentRef, appendFile, this.added.size());
            if (segmentReader.advance()) {
                this.added.add(segmentReader);
            }
        }
        this.removed =
                gone.map(segmentRef -> readerOf(segmentRef, appendFile, 0)).filter(SegmentReader::advance);
        advance();
    }

    private static SegmentReader readerOf(SegmentBuilder.SegmentRef segmentRef, AppendFile appendFile, int rank) {
        return new SegmentReader(
                appendFile, segmentRef.start(), segmentRef.start() + segmentRef.length(), rank, segmentRef.termCount());
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
            term = Optional.ofNullable(added.peek()).map(SegmentReader::term);
            term = removed.map(SegmentReader::term)
                    .filter(other -> !isBefore(Optional.of(other)))
                    .or(() -> term);
        } while (term.isPresent() && !collect(term.get()));
    }

    /** Takes a term from where it stands first; says whether anything changed in it. */
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
