package io.noticepress.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Merges what changed with the last index: writes for each term which notices have it with which weight, and apart from that
 * where it stands in them. Shards in which nothing changed stay as they are.
 */
final class Piles {
    /**
     * What an index is made of.
     *
     * @param last the last one, if it is of use
     * @param numbers which number each of its notices has now; those without are -1
     * @param all whether any term may have changed, and not only those of the sheaves
     * @param fresh sheaves of all other notices
     * @param gone a sheaf of the notices of the last index without a number, as they were
     */
    record Heap(
            Optional<Stock> last, int[] numbers, boolean all, List<Sheaf.Place> fresh, Optional<Sheaf.Place> gone) {}

    private static final byte[] NOTHING = new byte[0];

    private final Heap heap;
    private final Changes changes;
    private final Bin terms;
    private final Bin positions;
    /** The terms of which the positions changed; those without any have none apart from their notices now. */
    private final Lexicon moved = new Lexicon();

    private final Bits bits = new Bits();
    private final Postings old = new Postings();
    private final Postings merged = new Postings();
    private final Postings none = new Postings();

    private Piles(Heap heap, Scratch sheaves, Bin terms, Bin positions) {
        this.heap = heap;
        this.changes = new Changes(heap.fresh(), heap.gone(), sheaves);
        this.terms = terms;
        this.positions = positions;
    }

    /**
     * Merges.
     *
     * @param terms where goes what is to be written of the terms in shards of terms
     * @param positions where goes the rest
     */
    static void merge(Heap heap, Scratch sheaves, Bin terms, Bin positions) {
        Piles piles = new Piles(heap, sheaves, terms, positions);
        terms.merge(piles.new TermEdits(), heap.all());
        positions.merge(piles.new PositionEdits(), false);
    }

    private final class TermEdits implements Bin.Edits {
        @Override
        public Optional<String> term() {
            return changes.term();
        }

        @Override
        public void change(Optional<Shard.Entry> before, byte[] shard) {
            if (before.isPresent()) {
                old.readTerm(before.get().of(shard), before.get().count());
                merge(before.get(), changes.postings());
            } else {
                write(changes.term().orElseThrow(), changes.postings(), 0, NOTHING);
            }
            changes.advance();
        }

        @Override
        public void keep(Shard.Entry entry, Shard shard, byte[] bytes) {
            if (heap.all()) {
                old.readTerm(entry.of(bytes), entry.count());
                if (old.isTouched(heap.numbers())) {
                    merge(entry, none);
                    return;
                }
            }
            terms.add(entry, shard);
        }

        private void merge(Shard.Entry entry, Postings fresh) {
            byte[] before = old.isHere() ? NOTHING : positions.find(entry.term());
            old.readPositions(before);
            merged.merge(old, heap.numbers(), fresh);
            write(entry.term(), merged, entry.count(), before);
        }

        private void write(String term, Postings postings, int count, byte[] before) {
            byte[] after = NOTHING;
            if (postings.count() > 0) {
                byte[] written = postings.writeTerm(bits);
                terms.add(term, postings.count(), terms.write(written), written.length);
                after = postings.writePositions(bits);
            }
            if (count != postings.count() && before.length + after.length > 0 || !Arrays.equals(before, after)) {
                moved.add(term, postings.count(), positions.write(after), after.length);
            }
        }
    }

    private final class PositionEdits implements Bin.Edits {
        private int next;

        @Override
        public Optional<String> term() {
            return next < moved.size() ? Optional.of(moved.term(next)) : Optional.empty();
        }

        @Override
        public void change(Optional<Shard.Entry> before, byte[] shard) {
            if (moved.length(next) > 0) {
                positions.add(moved.term(next), moved.notices(next), moved.place(next), moved.length(next));
            }
            next++;
        }

        @Override
        public void keep(Shard.Entry entry, Shard shard, byte[] bytes) {
            positions.add(entry, shard);
        }
    }
}
