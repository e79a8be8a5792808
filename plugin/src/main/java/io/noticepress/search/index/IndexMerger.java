package io.noticepress.search.index;

import io.noticepress.search.codec.AppendFile;
import io.noticepress.search.codec.BitWriter;
import io.noticepress.search.files.IndexStore;
import io.noticepress.search.files.Shard;
import io.noticepress.search.files.ShardMerger;
import io.noticepress.search.files.TermDictionary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Merges what changed with the last index: writes for each term which notices have it with which weight, and apart from that
 * where it stands in them. Shards in which nothing changed stay as they are.
 */
public final class IndexMerger {
    /**
     * What an index is made of.
     *
     * @param previous the last one, if it is of use
     * @param newNumbers which number each of its notices has now; those without are -1
     * @param checkAll whether any term may have changed, and not only those of the sheaves
     * @param added sheaves of all other notices
     * @param removed a sheaf of the notices of the last index without a number, as they were
     */
    public record MergeInput(
            Optional<IndexStore> previous,
            int[] newNumbers,
            boolean checkAll,
            List<SegmentBuilder.SegmentRef> added,
            Optional<SegmentBuilder.SegmentRef> removed) {}

    private static final byte[] NOTHING = new byte[0];

    private final MergeInput input;
    private final ChangedTerms changedTerms;
    private final ShardMerger termMerger;
    private final ShardMerger positionMerger;
    /** The terms of which the positions changed; those without any have none apart from their notices now. */
    private final TermDictionary movedTerms = new TermDictionary();

    private final BitWriter bitWriter = new BitWriter();
    private final Postings old = new Postings();
    private final Postings merged = new Postings();
    private final Postings none = new Postings();

    private IndexMerger(MergeInput input, AppendFile sheaves, ShardMerger termMerger, ShardMerger positionMerger) {
        this.input = input;
        this.changedTerms = new ChangedTerms(input.added(), input.removed(), sheaves);
        this.termMerger = termMerger;
        this.positionMerger = positionMerger;
    }

    /**
     * Merges.
     *
     * @param terms where goes what is to be written of the terms in shards of terms
     * @param positions where goes the rest
     */
    public static void merge(MergeInput mergeInput, AppendFile sheaves, ShardMerger terms, ShardMerger positions) {
        IndexMerger indexMerger = new IndexMerger(mergeInput, sheaves, terms, positions);
        terms.merge(indexMerger.new TermEdits(), mergeInput.checkAll());
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
                old.parseTerm(before.get().bytesIn(shard), before.get().noticeCount());
                merge(before.get(), changedTerms.postings());
            } else {
                write(changedTerms.term().orElseThrow(), changedTerms.postings(), 0, NOTHING);
            }
            changedTerms.advance();
        }

        @Override
        public void keep(Shard.TermEntry termEntry, Shard shard, byte[] bytes) {
            if (input.checkAll()) {
                old.parseTerm(termEntry.bytesIn(bytes), termEntry.noticeCount());
                if (old.isRenumbered(input.newNumbers())) {
                    merge(termEntry, none);
                    return;
                }
            }
            termMerger.add(termEntry, shard);
        }

        private void merge(Shard.TermEntry termEntry, Postings fresh) {
            byte[] before = old.isInline() ? NOTHING : positionMerger.findBytes(termEntry.term());
            old.parsePositions(before);
            merged.merge(old, input.newNumbers(), fresh);
            write(termEntry.term(), merged, termEntry.noticeCount(), before);
        }

        private void write(String term, Postings postings, int count, byte[] before) {
            byte[] after = NOTHING;
            if (postings.count() > 0) {
                byte[] written = postings.encodeTerm(bitWriter);
                termMerger.add(term, postings.count(), termMerger.stage(written), written.length);
                after = postings.encodePositions(bitWriter);
            }
            if (count != postings.count() && before.length + after.length > 0 || !Arrays.equals(before, after)) {
                movedTerms.add(term, postings.count(), positionMerger.stage(after), after.length);
            }
        }
    }

    private final class PositionEdits implements ShardMerger.ShardEdits {
        private int next;

        @Override
        public Optional<String> term() {
            return next < movedTerms.size() ? Optional.of(movedTerms.term(next)) : Optional.empty();
        }

        @Override
        public void change(Optional<Shard.TermEntry> before, byte[] shard) {
            if (movedTerms.length(next) > 0) {
                positionMerger.add(
                        movedTerms.term(next),
                        movedTerms.noticeCount(next),
                        movedTerms.offset(next),
                        movedTerms.length(next));
            }
            next++;
        }

        @Override
        public void keep(Shard.TermEntry termEntry, Shard shard, byte[] bytes) {
            positionMerger.add(termEntry, shard);
        }
    }
}
