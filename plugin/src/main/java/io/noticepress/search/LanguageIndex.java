package io.noticepress.search;

import io.noticepress.catalog.Catalog;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.site.Language;
import io.noticepress.model.values.Digest;
import io.noticepress.search.codec.AppendFile;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The index of the editions in one language, in the making. Notices that are as they were when the last index was made are not
 * cut into tokens again.
 */
final class LanguageIndex implements AutoCloseable {
    /** Notices that are gathered in one go: each takes some 200 KB while its tokens are put in order. */
    private static final int NOTICES_PER_SEGMENT = 128;

    /** What is gathered of the notices that are gone. */
    private static final int REMOVED = -1;

    /** Oldest first, so that a notice that comes last is numbered last. */
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
    private final Optional<IndexStore> previous;
    /** Of each notice of the last index its number now, or -1. */
    private final int[] newNumbers;

    private final List<Integer> added = new ArrayList<>();
    private final SegmentBuilder.SegmentRef[] segments;
    private Optional<SegmentBuilder.SegmentRef> removed = Optional.empty();
    private Optional<IndexStore> store = Optional.empty();

    /**
     * Reads what was kept of the last index.
     *
     * @param code of the generator
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
        Optional<IndexStore> kept = IndexStore.open(storePath());
        this.commonPhrases = findCommonPhrases(kept);
        this.dictionary = new PhraseDictionary(commonPhrases.phrases());
        Optional<IndexStore> alike =
                kept.filter(last -> last.commonPhrases().phrases().equals(commonPhrases.phrases()));
        this.newNumbers = matchNotices(alike.map(IndexStore::notices).orElse(List.of()));
        this.previous = alike.filter(last -> notices.size() > added.size());
        kept.filter(last -> this.previous.isEmpty()).ifPresent(IndexStore::close);
        this.segments = new SegmentBuilder.SegmentRef[(added.size() + NOTICES_PER_SEGMENT - 1) / NOTICES_PER_SEGMENT];
    }

    /** What is common: as it was, if the notices are the same in which it was counted. */
    private CommonPhrases findCommonPhrases(Optional<IndexStore> kept) {
        List<Integer> numbers =
                PhraseMiner.sampleNumbers(notices.stream().map(Notice::slug).toList());
        Digest drawn = PhraseMiner.sampleDigest(keys, numbers);
        return kept.map(IndexStore::commonPhrases)
                .filter(known -> known.sampleDigest().equals(drawn))
                .orElseGet(() -> {
                    PhraseMiner phraseMiner = new PhraseMiner(new Tokenizer(normalizer), notices.size());
                    numbers.forEach(
                            number -> phraseMiner.add(DocRecord.of(notices.get(number), language), textOf(number)));
                    return new CommonPhrases(PhraseMiner.sampleDigest(keys, numbers), phraseMiner.commonPhrases());
                });
    }

    private Path storePath() {
        return folder.resolve("search-" + language.key() + ".bin");
    }

    /** A digest of all by which a notice is found in this language. */
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

    /** Numbers the notices of the last index anew; those that changed since are fresh. */
    private int[] matchNotices(List<IndexStore.DocEntry> before) {
        Map<Digest, Integer> now = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            now.put(keys.get(i), i);
        }
        int[] found = new int[before.size()];
        boolean[] known = new boolean[keys.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = now.getOrDefault(before.get(i).key(), -1);
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

    /** What there is to gather: where sheaves of fresh notices begin, and the notices that are gone, {@link #REMOVED}. */
    List<Integer> segmentStarts() {
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start < added.size(); start += NOTICES_PER_SEGMENT) {
            starts.add(start);
        }
        if (previous.isPresent() && !isRenumbered()) {
            starts.add(REMOVED);
        }
        return starts;
    }

    private boolean isRenumbered() {
        return IntStream.range(0, newNumbers.length).anyMatch(i -> newNumbers[i] >= 0 && newNumbers[i] != i);
    }

    /** Gathers one of them. Several threads may do so at once. */
    void buildSegment(int start, AppendFile appendFile) {
        SegmentBuilder segmentBuilder = new SegmentBuilder(new Tokenizer(normalizer), dictionary);
        if (start == REMOVED) {
            if (addRemoved(segmentBuilder)) {
                removed = Optional.of(segmentBuilder.writeTo(appendFile));
            }
            return;
        }
        for (int number : added.subList(start, Math.min(start + NOTICES_PER_SEGMENT, added.size()))) {
            segmentBuilder.add(number, DocRecord.of(notices.get(number), language), textOf(number));
        }
        segments[start / NOTICES_PER_SEGMENT] = segmentBuilder.writeTo(appendFile);
    }

    /** The words of a notice; if they cannot be read, none, and next time it is looked at again. */
    private String textOf(int number) {
        Optional<String> slip = textProvider.currentText(
                notices.get(number).editionFor(language).source());
        if (slip.isEmpty()) {
            keys.set(number, Digest.of("unknown"));
        }
        return slip.orElse("");
    }

    /** Adds the notices that are gone as they were; says whether that is known of all of them. */
    private boolean addRemoved(SegmentBuilder segmentBuilder) {
        for (int i = 0; i < newNumbers.length; i++) {
            if (newNumbers[i] < 0) {
                DocRecord docRecord = previous.orElseThrow().readRecord(i);
                Optional<String> slip = textProvider.previousText(docRecord.source());
                if (slip.isEmpty()) {
                    return false;
                }
                segmentBuilder.add(i, docRecord, slip.get());
            }
        }
        return true;
    }

    /** Merges all and writes the files; gives what the file says in which the index begins, from the folding table on. */
    byte[] write(AppendFile sheaves, IndexFiles indexFiles, byte[] folding) {
        IndexStore out = previous.filter(there -> !there.needsCompaction())
                .orElseGet(() -> IndexStore.createBeside(storePath()));
        store = Optional.of(out);
        List<Shard> terms = previous.map(IndexStore::terms).orElse(List.of());
        List<Shard> positions = previous.map(IndexStore::positions).orElse(List.of());
        try (ShardMerger termBin = new ShardMerger(previous, terms, AppendFile.createTemp(folder));
                ShardMerger positionBin = new ShardMerger(previous, positions, AppendFile.createTemp(folder))) {
            boolean all = removed.isEmpty();
            IndexMerger.merge(
                    new IndexMerger.MergeInput(previous, newNumbers, all, List.of(this.segments), removed),
                    sheaves,
                    termBin,
                    positionBin);
            ShardWriter shardWriter =
                    new ShardWriter(indexFiles, language.key() + "/", out, previous, ShardWriter.MAX_SHARD_BYTES);
            terms = shardWriter.write(termBin, "t", terms);
            positions = shardWriter.write(positionBin, "p", positions);
            out.commit(terms, positions, entries(out), commonPhrases);
            out.keep(storePath());
            return encodeBody(shardWriter, terms, positions, indexFiles, folding);
        }
    }

    private List<IndexStore.DocEntry> entries(IndexStore out) {
        IndexStore.DocEntry[] entries = new IndexStore.DocEntry[notices.size()];
        for (int i = 0; i < newNumbers.length; i++) {
            if (newNumbers[i] >= 0) {
                entries[newNumbers[i]] = out.keep(previous.orElseThrow(), i);
            }
        }
        for (int number : added) {
            byte[] account = DocRecord.of(notices.get(number), language).encode();
            entries[number] = new IndexStore.DocEntry(keys.get(number), out.append(account), account.length);
        }
        return List.of(entries);
    }

    @Override
    public void close() {
        previous.ifPresent(IndexStore::close);
        store.ifPresent(IndexStore::close);
    }

    private byte[] encodeBody(
            ShardWriter shardWriter, List<Shard> terms, List<Shard> positions, IndexFiles indexFiles, byte[] folding) {
        FacetWriter facetWriter = new FacetWriter(catalog, language, notices, indexFiles, language.key() + "/");
        ByteWriter out = new ByteWriter(1 << 10);
        out.writeBytes(folding);
        out.writeBytes(facetWriter.writeFacets());
        out.writeNumber(notices.size());
        facetWriter.encodeYears(out);
        dictionary.write(out);
        for (List<Shard> all : List.of(terms, positions)) {
            List<ShardWriter.DirectoryRef> leads = shardWriter.writeDirectories(all);
            out.writeNumber(leads.size());
            for (ShardWriter.DirectoryRef directoryRef : leads) {
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
