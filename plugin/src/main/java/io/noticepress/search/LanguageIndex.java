package io.noticepress.search;

import io.noticepress.catalog.Catalog;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.site.Language;
import io.noticepress.model.values.Digest;
import io.noticepress.search.codec.ByteWriter;
import io.noticepress.search.files.IndexFiles;
import io.noticepress.search.files.IndexStore;
import io.noticepress.search.files.Shard;
import io.noticepress.search.files.ShardMerger;
import io.noticepress.search.files.ShardWriter;
import io.noticepress.search.index.IndexMerger;
import io.noticepress.search.index.SegmentBuilder;
import io.noticepress.search.phrases.CommonPhrases;
import io.noticepress.search.phrases.PhraseDictionary;
import io.noticepress.search.phrases.PhraseMiner;
import io.noticepress.search.text.CharNormalizer;
import io.noticepress.search.text.DocRecord;
import io.noticepress.search.text.Tokenizer;
import io.noticepress.store.TempFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Builds the index of the editions in one language. Notices that the previous index has unchanged are not tokenized again. */
final class LanguageIndex implements AutoCloseable {
    /** Notices in a segment: each takes some 200 KB while its tokens are sorted. */
    private static final int NOTICES_PER_SEGMENT = 128;

    /** Stands for the segment of removed notices. */
    private static final int REMOVED = -1;

    /** The key of a notice whose text could not be read; the next build does not recognize it. */
    private static final Digest UNKNOWN = Digest.of("unknown");

    /** Oldest first, so that a new notice usually gets the last number. */
    private static final Comparator<Notice> OLDEST_FIRST = Notice.NEWEST_FIRST.reversed();

    private final Catalog catalog;
    private final Language language;
    private final SearchIndex.TextProvider textProvider;
    private final Path folder;
    private final List<Notice> notices;
    private final List<Digest> keys;
    private final CharNormalizer normalizer;
    private final CommonPhrases commonPhrases;
    private final PhraseDictionary dictionary;
    private final IndexStore store;
    /** Whether the index in the store can be updated; otherwise all notices are added to an empty one. */
    private final boolean incremental;
    /** For each notice of the previous index its number now, or -1. */
    private final int[] newNumbers;

    private final List<Integer> added = new ArrayList<>();
    private final SegmentBuilder.SegmentRef[] segments;
    private Optional<SegmentBuilder.SegmentRef> removed = Optional.empty();

    /**
     * Opens the previous index and finds out what changed.
     *
     * @param code digest of the generator
     */
    LanguageIndex(
            Catalog catalog,
            Language language,
            CharNormalizer normalizer,
            Digest code,
            SearchIndex.TextProvider textProvider,
            Path folder) {
        this.catalog = catalog;
        this.language = language;
        this.normalizer = normalizer;
        this.textProvider = textProvider;
        this.folder = folder;
        this.notices = catalog.notices().stream()
                .filter(notice -> notice.edition(language).isPresent())
                .sorted(OLDEST_FIRST)
                .toList();
        this.keys = new ArrayList<>(
                notices.stream().map(notice -> digestOf(code, notice)).toList());
        this.store = IndexStore.open(folder.resolve("search-" + language.key() + ".bin"));
        this.commonPhrases = findCommonPhrases(store.commonPhrases());
        this.dictionary = new PhraseDictionary(commonPhrases.phrases());
        boolean samePhrases = store.commonPhrases().phrases().equals(commonPhrases.phrases());
        this.newNumbers = matchNotices(samePhrases ? store.notices() : List.of());
        this.incremental = samePhrases && notices.size() > added.size();
        this.segments = new SegmentBuilder.SegmentRef[(added.size() + NOTICES_PER_SEGMENT - 1) / NOTICES_PER_SEGMENT];
    }

    /** The phrases of the previous index, if the notices from which they were mined are the same. */
    private CommonPhrases findCommonPhrases(CommonPhrases previous) {
        List<Integer> numbers =
                PhraseMiner.sampleNumbers(notices.stream().map(Notice::slug).toList());
        if (previous.sampleDigest().equals(PhraseMiner.sampleDigest(keys, numbers))) {
            return previous;
        }
        PhraseMiner phraseMiner = new PhraseMiner(new Tokenizer(normalizer), notices.size());
        numbers.forEach(number -> phraseMiner.add(DocRecord.of(notices.get(number), language), textOf(number)));
        return new CommonPhrases(PhraseMiner.sampleDigest(keys, numbers), phraseMiner.commonPhrases());
    }

    /** A digest of everything from which the index entries of a notice in this language are made. */
    private Digest digestOf(Digest code, Notice notice) {
        Edition edition = notice.editionFor(language);
        ByteWriter key = new ByteWriter(1 << 8);
        key.writeBytes(code);
        key.writeBytes(notice.originalEdition().source().digest());
        key.writeBytes(edition.source().digest());
        key.writeText(edition.source().path());
        notice.issuers().forEach(issuer -> key.writeText(issuer.name().in(language)));
        return Digest.of(key.takeBytes());
    }

    /** The new numbers of the notices of the previous index; all other notices are added. */
    private int[] matchNotices(List<Digest> before) {
        Map<Digest, Integer> now = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            now.put(keys.get(i), i);
        }
        now.remove(UNKNOWN);
        int[] found = new int[before.size()];
        boolean[] known = new boolean[keys.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = now.getOrDefault(before.get(i), -1);
            if (found[i] >= 0) {
                known[found[i]] = true;
            }
        }
        for (int i = 0; i < known.length; i++) {
            if (!known[i]) {
                added.add(i);
            }
        }
        return found;
    }

    /** The segments to build: the index at which each begins among the added notices, and {@link #REMOVED}. */
    List<Integer> segmentStarts() {
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start < added.size(); start += NOTICES_PER_SEGMENT) {
            starts.add(start);
        }
        if (incremental && !isRenumbered()) {
            starts.add(REMOVED);
        }
        return starts;
    }

    private boolean isRenumbered() {
        return IntStream.range(0, newNumbers.length).anyMatch(i -> newNumbers[i] >= 0 && newNumbers[i] != i);
    }

    /** Builds one of them. Several threads may do so at once. */
    void buildSegment(int start, TempFile file) {
        SegmentBuilder segmentBuilder = new SegmentBuilder(new Tokenizer(normalizer), dictionary);
        if (start == REMOVED) {
            if (addRemoved(segmentBuilder)) {
                removed = Optional.of(segmentBuilder.writeTo(file));
            }
            return;
        }
        for (int number : added.subList(start, Math.min(start + NOTICES_PER_SEGMENT, added.size()))) {
            segmentBuilder.add(number, DocRecord.of(notices.get(number), language), textOf(number));
        }
        segments[start / NOTICES_PER_SEGMENT] = segmentBuilder.writeTo(file);
    }

    /** The search text of a notice; if it cannot be read, an empty one, and the next build adds the notice again. */
    private String textOf(int number) {
        Optional<String> text = textProvider.currentText(
                notices.get(number).editionFor(language).source());
        if (text.isEmpty()) {
            keys.set(number, UNKNOWN);
        }
        return text.orElse("");
    }

    /** Adds the removed notices as they were in the previous index; returns whether the texts of all are known. */
    private boolean addRemoved(SegmentBuilder segmentBuilder) {
        for (int i = 0; i < newNumbers.length; i++) {
            Digest key = store.notices().get(i);
            if (newNumbers[i] < 0) {
                if (key.equals(UNKNOWN)) {
                    return false;
                }
                DocRecord docRecord = store.readRecord(key);
                Optional<String> text = textProvider.previousText(docRecord.source());
                if (text.isEmpty()) {
                    return false;
                }
                segmentBuilder.add(i, docRecord, text.get());
            }
        }
        return true;
    }

    /** Merges the segments, writes the files and saves the index; returns the root file from the folding table on. */
    byte[] write(TempFile segmentFile, IndexFiles indexFiles, byte[] folding) {
        List<Shard> terms = incremental ? store.terms() : List.of();
        List<Shard> positions = incremental ? store.positions() : List.of();
        try (ShardMerger termMerger = new ShardMerger(store, terms, TempFile.create(folder));
                ShardMerger positionMerger = new ShardMerger(store, positions, TempFile.create(folder))) {
            IndexMerger.merge(
                    new IndexMerger.MergeInput(newNumbers, removed.isEmpty(), List.of(segments), removed),
                    segmentFile,
                    termMerger,
                    positionMerger);
            ShardWriter shardWriter =
                    new ShardWriter(indexFiles, language.key() + "/", store, ShardWriter.MAX_SHARD_BYTES);
            terms = shardWriter.write(termMerger, "t");
            positions = shardWriter.write(positionMerger, "p");
        }
        for (int number : added) {
            if (!keys.get(number).equals(UNKNOWN)) {
                store.putRecord(keys.get(number), DocRecord.of(notices.get(number), language));
            }
        }
        store.save(terms, positions, List.copyOf(keys), commonPhrases);
        return encodeBody(indexFiles, folding);
    }

    @Override
    public void close() {
        store.close();
    }

    private byte[] encodeBody(IndexFiles indexFiles, byte[] folding) {
        FacetWriter facetWriter = new FacetWriter(catalog, language, notices, indexFiles, language.key() + "/");
        ByteWriter out = new ByteWriter(1 << 10);
        out.writeBytes(folding);
        out.writeBytes(facetWriter.writeFacets());
        out.writeNumber(notices.size());
        facetWriter.encodeYears(out);
        dictionary.write(out);
        for (List<Shard> shards : List.of(store.terms(), store.positions())) {
            List<ShardWriter.DirectoryRef> directories =
                    ShardWriter.writeDirectories(indexFiles, language.key() + "/", shards);
            out.writeNumber(directories.size());
            for (ShardWriter.DirectoryRef directoryRef : directories) {
                out.writeText(directoryRef.firstTerm());
                out.writeBytes(directoryRef.hash());
            }
        }
        List<byte[]> cards = facetWriter.writeCards();
        out.writeNumber(cards.size());
        cards.forEach(out::writeBytes);
        return out.takeBytes();
    }
}
