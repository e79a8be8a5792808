package io.noticepress.search.index;

import io.noticepress.search.codec.BitWriter;
import io.noticepress.search.files.Shard;
import io.noticepress.search.files.ShardMerger;
import io.noticepress.search.files.TermDictionary;
import io.noticepress.store.TempFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Merges changed notices into the previous index: for each term the notices that have it, with weights, and separately its
 * positions in them. Shards in which nothing changes are taken over.
 */
public final class IndexMerger {
    /**
     * Input of a merge.
     *
     * @param newNumbers for each notice of the previous index its number now; -1 if it changed or is gone
     * @param checkAll whether terms may have changed that are not in the segments
     * @param added segments of all other notices
     * @param removed a segment of the notices of the previous index without a number, as they were
     */
    public record MergeInput(
            int[] newNumbers,
            boolean checkAll,
            List<SegmentBuilder.SegmentRef> added,
            Optional<SegmentBuilder.SegmentRef> removed) {}

    private static final byte[] NOTHING = new byte[0];

    private final MergeInput input;
    private final ChangedTerms changedTerms;
    private final ShardMerger termMerger;
    private final ShardMerger positionMerger;
    /** Terms whose positions changed; no data if a term has no separate positions any more. */
    private final TermDictionary changedPositions = new TermDictionary();

    private final BitWriter bitWriter = new BitWriter();
    private final Postings old = new Postings();
    private final Postings merged = new Postings();
    private final Postings none = new Postings();

    private IndexMerger(MergeInput input, TempFile segments, ShardMerger termMerger, ShardMerger positionMerger) {
        this.input = input;
        this.changedTerms = new ChangedTerms(input.added(), input.removed(), segments);
        this.termMerger = termMerger;
        this.positionMerger = positionMerger;
    }

    /**
     * Merges.
     *
     * @param segments the file that the segments are in
     * @param terms gets the notices of each term
     * @param positions gets the positions of terms that are not stored with their notices
     */
    public static void merge(MergeInput input, TempFile segments, ShardMerger terms, ShardMerger positions) {
        IndexMerger indexMerger = new IndexMerger(input, segments, terms, positions);
        terms.merge(indexMerger.new TermEdits(), input.checkAll());
        positions.merge(indexMerger.new PositionEdits(), false);
    }

    private final class TermEdits implements ShardMerger.ShardEdits {
        @Override
        public Optional<String> term() {
            return changedTerms.term();
        }

        @Override
        public void change(Optional<Shard.TermEntry> before, byte[] shard) {
            if (before.isPresent()) {
                old.parseTerm(before.get().dataIn(shard), before.get().noticeCount());
                merge(before.get(), changedTerms.postings());
            } else {
                write(changedTerms.term().orElseThrow(), changedTerms.postings(), 0, NOTHING);
            }
            changedTerms.advance();
        }

        @Override
        public void keep(Shard.TermEntry termEntry, byte[] shard) {
            if (input.checkAll()) {
                old.parseTerm(termEntry.dataIn(shard), termEntry.noticeCount());
                if (old.isRenumbered(input.newNumbers())) {
                    merge(termEntry, none);
                    return;
                }
            }
            termMerger.add(termEntry);
        }

        private void merge(Shard.TermEntry termEntry, Postings added) {
            byte[] before = old.isInline() ? NOTHING : positionMerger.findData(termEntry.term());
            old.parsePositions(before);
            merged.merge(old, input.newNumbers(), added);
            write(termEntry.term(), merged, termEntry.noticeCount(), before);
        }

        private void write(String term, Postings postings, int count, byte[] before) {
            byte[] after = NOTHING;
            if (postings.count() > 0) {
                byte[] data = postings.encodeTerm(bitWriter);
                termMerger.add(term, postings.count(), termMerger.stage(data), data.length);
                after = postings.encodePositions(bitWriter);
            }
            if (count != postings.count() && before.length + after.length > 0 || !Arrays.equals(before, after)) {
                changedPositions.add(term, postings.count(), positionMerger.stage(after), after.length);
            }
        }
    }

    private final class PositionEdits implements ShardMerger.ShardEdits {
        private int next;

        @Override
        public Optional<String> term() {
            return next < changedPositions.size() ? Optional.of(changedPositions.term(next)) : Optional.empty();
        }

        @Override
        public void change(Optional<Shard.TermEntry> before, byte[] shard) {
            if (changedPositions.length(next) > 0) {
                positionMerger.add(
                        changedPositions.term(next),
                        changedPositions.noticeCount(next),
                        changedPositions.location(next),
                        changedPositions.length(next));
            }
            next++;
        }

        @Override
        public void keep(Shard.TermEntry termEntry, byte[] shard) {
            positionMerger.add(termEntry);
        }
    }
}
