package io.noticepress.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.SourceFile;
import io.noticepress.model.values.Digest;
import io.noticepress.search.files.IndexFiles;
import io.noticepress.search.files.IndexStore;
import io.noticepress.search.files.Shard;
import io.noticepress.search.files.ShardMerger;
import io.noticepress.search.files.ShardWriter;
import io.noticepress.search.phrases.CommonPhrases;
import io.noticepress.search.phrases.PhraseDictionary;
import io.noticepress.search.text.Bm25fWeight;
import io.noticepress.search.text.CharNormalizer;
import io.noticepress.search.text.DocRecord;
import io.noticepress.search.text.SimplifiedFolding;
import io.noticepress.search.text.Tokenizer;
import io.noticepress.store.AppendStore;
import io.noticepress.store.TempFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index is stored and read back, and an incremental index equals a full one. */
class IndexStoreTest {
    private static final int NOTICES = 60;

    /** The frequent phrases of the notices: 一 is the most frequent character, and each line ends in a word. */
    private static final List<String> FREQUENT_PHRASES = Stream.of(
                    " 一一", " 一一 一一", " 一一 一丁", " 一丁", " 丁一", " 丁一 一一", " 一一,a1", " a1")
            .sorted()
            .toList();

    @TempDir
    Path folder;

    private Path storeFile;

    @BeforeEach
    void aPlace() {
        storeFile = folder.resolve("search-zh.bin");
    }

    @Test
    void aStoredIndexIsReadBack() {
        List<Shard> written = buildIndex(corpus(new Random(1)), Optional.empty());
        try (IndexStore indexStore = IndexStore.open(storeFile)) {
            List<Shard> all = new ArrayList<>(indexStore.terms());
            all.addAll(indexStore.positions());
            assertThat(all).isEqualTo(written);
            assertThat(all)
                    .allSatisfy(shard ->
                            assertThat(Digest.of(indexStore.read(shard))).isEqualTo(shard.digest()));
            assertThat(indexStore.notices()).hasSize(NOTICES).contains(key(NOTICES - 1));
            assertThat(indexStore.readRecord(key(7)).source().path()).isEqualTo("7");
            assertThat(indexStore.commonPhrases()).isEqualTo(new CommonPhrases(key(0), FREQUENT_PHRASES));
        }
        assertThat(fileNames()).containsExactlyInAnyOrder("search-zh.bin", "search-zh-1.pieces");
    }

    @Test
    void aDamagedIndexIsRejected() throws IOException {
        buildIndex(corpus(new Random(2)), Optional.empty());
        Random random = new Random(3);
        for (Path file : AppendStore.files(storeFile)) {
            byte[] whole = Files.readAllBytes(file);
            for (int round = 0; round < 300; round++) {
                byte[] damaged = whole.clone();
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, damaged);
                assertThat(isRejected()).isTrue();
            }
            for (int length : List.of(0, 1, 15, 16, 17, 20, whole.length / 2, whole.length - 1)) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertThat(isRejected()).isTrue();
            }
            Files.delete(file);
            assertThat(isRejected()).isTrue();
            Files.write(file, whole);
            assertThat(isRejected()).isFalse();
        }
    }

    private boolean isRejected() {
        try (IndexStore indexStore = IndexStore.open(storeFile)) {
            return indexStore.terms().isEmpty() && indexStore.notices().isEmpty();
        }
    }

    @Tag("long")
    @Test
    void anIncrementalIndexEqualsAFullOne() throws IOException {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<List<String>> texts = corpus(random);
            buildIndex(texts, Optional.empty());
            for (int round = 0; round < 3; round++) { // each round edits the result of the previous one
                CorpusEdit corpusEdit = randomEdit(texts, random, seed % 3, seed % 5 == 0);
                List<Shard> again = buildIndex(corpusEdit.after(), Optional.of(corpusEdit));
                assertThat(describe(again))
                        .as("seed " + seed)
                        .isEqualTo(
                                describe(buildIndex(folder.resolve("full.bin"), corpusEdit.after(), Optional.empty())));
                texts = corpusEdit.after();
            }
        }
    }

    @Test
    void anUnchangedIndexIsNotRewritten() throws IOException {
        List<List<String>> texts = corpus(new Random(5));
        List<Shard> before = buildIndex(texts, Optional.empty());
        byte[] tables = Files.readAllBytes(storeFile);
        byte[] log = Files.readAllBytes(logFile());
        int[] numbers = IntStream.range(0, NOTICES).toArray();
        assertThat(buildIndex(texts, Optional.of(new CorpusEdit(texts, texts, numbers, List.of(), true))))
                .isEqualTo(before);
        assertThat(storeFile).hasBinaryContent(tables);
        assertThat(logFile()).hasBinaryContent(log);
    }

    private Path logFile() {
        return AppendStore.files(storeFile).get(1);
    }

    /** After a change of one notice most shards stay the same. */
    @Test
    void unchangedShardsAreReused() {
        List<List<String>> texts = corpus(new Random(4));
        List<Shard> before = buildIndex(texts, Optional.empty());
        List<List<String>> after = new ArrayList<>(texts);
        after.set(9, Stream.concat(texts.get(9).stream(), Stream.of("丁丁")).toList());
        int[] numbers = IntStream.range(0, NOTICES).map(i -> i == 9 ? -1 : i).toArray();
        List<Shard> again = buildIndex(after, Optional.of(new CorpusEdit(texts, after, numbers, List.of(9), true)));
        assertThat(again).hasSizeGreaterThan(60);
        assertThat(again.stream().filter(shard -> !before.contains(shard))).hasSizeLessThan(4);
    }

    /**
     * An edit of the corpus: the new number of each old notice (-1 if removed), and the numbers of new or changed notices.
     */
    private record CorpusEdit(
            List<List<String>> before, List<List<String>> after, int[] numbers, List<Integer> changed, boolean known) {}

    /** Randomly adds, changes and removes notices; kind 1 only changes some, kind 2 adds one at the end. */
    private static CorpusEdit randomEdit(List<List<String>> before, Random random, int kind, boolean known) {
        List<List<String>> after = new ArrayList<>();
        int[] numbers = new int[before.size()];
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            int what = kind == 2 ? 0 : random.nextInt(12);
            if (what == 11 && kind == 0) {
                changed.add(after.size());
                after.add(text(random));
            }
            numbers[i] = what == 9 || what == 10 ? -1 : after.size();
            if (what == 9 || what == 10 && kind == 1) {
                changed.add(after.size());
                after.add(random.nextBoolean() ? text(random) : before.get(i).subList(0, 1));
            } else if (what != 10) {
                after.add(before.get(i));
            }
        }
        if (kind == 2) {
            changed.add(after.size());
            after.add(text(random));
        }
        return new CorpusEdit(before, after, numbers, changed, known);
    }

    private List<Shard> buildIndex(List<List<String>> texts, Optional<CorpusEdit> edit) {
        return buildIndex(storeFile, texts, edit);
    }

    /** Builds and saves an index as for one language: incrementally if there is an edit, else from scratch. */
    private List<Shard> buildIndex(Path path, List<List<String>> texts, Optional<CorpusEdit> edit) {
        if (edit.isEmpty()) {
            AppendStore.files(path).forEach(file -> file.toFile().delete());
        }
        int[] numbers = edit.map(CorpusEdit::numbers).orElse(new int[0]);
        boolean moved = IntStream.range(0, numbers.length).anyMatch(i -> numbers[i] >= 0 && numbers[i] != i);
        try (IndexStore indexStore = IndexStore.open(path);
                TempFile segments = TempFile.create(folder);
                TempFile files = TempFile.create(folder);
                ShardMerger terms = new ShardMerger(indexStore, indexStore.terms(), TempFile.create(folder));
                ShardMerger positions = new ShardMerger(indexStore, indexStore.positions(), TempFile.create(folder))) {
            List<SegmentBuilder.SegmentRef> added =
                    buildSegments(texts, edit.map(CorpusEdit::changed).orElse(all(texts.size())), segments);
            Optional<SegmentBuilder.SegmentRef> removed = edit.filter(each -> each.known() && !moved)
                    .map(each -> buildSegments(
                                    each.before(),
                                    all(numbers.length).stream()
                                            .filter(i -> numbers[i] < 0)
                                            .toList(),
                                    segments,
                                    NOTICES * 2)
                            .get(0));
            IndexMerger.merge(
                    new IndexMerger.MergeInput(numbers, removed.isEmpty(), added, removed), segments, terms, positions);
            ShardWriter shardWriter = new ShardWriter(new IndexFiles(files), "zh/", indexStore, 200);
            List<Shard> all = new ArrayList<>(shardWriter.write(terms, "t"));
            int size = all.size();
            all.addAll(shardWriter.write(positions, "p"));
            boolean changed = edit.filter(each -> each.before() == each.after()).isEmpty();
            indexStore.save(
                    all.subList(0, size),
                    all.subList(size, all.size()),
                    changed ? putRecords(indexStore, texts.size()) : indexStore.notices(),
                    new CommonPhrases(key(0), FREQUENT_PHRASES));
            assertThat(all).hasSizeGreaterThan(30);
            return all;
        }
    }

    private static List<String> describe(List<Shard> shards) {
        return shards.stream()
                .map(shard -> shard.firstTerm() + " " + shard.lastTerm() + " " + shard.weight() + " " + shard.digest())
                .toList();
    }

    private static List<Digest> putRecords(IndexStore indexStore, int count) {
        all(count).forEach(i -> indexStore.putRecord(key(i), record(i, "甲")));
        return all(count).stream().map(IndexStoreTest::key).toList();
    }

    private static Digest key(int number) {
        return Digest.of("notice " + number);
    }

    private static DocRecord record(int number, String title) {
        return new DocRecord(
                "2023-05-06",
                List.of(new DocRecord.FieldLine(Bm25fWeight.IndexField.TITLE, title)),
                new SourceFile("" + number, 1, key(number)));
    }

    private static List<SegmentBuilder.SegmentRef> buildSegments(
            List<List<String>> texts, List<Integer> numbers, TempFile file) {
        return buildSegments(texts, numbers, file, 7);
    }

    private static List<SegmentBuilder.SegmentRef> buildSegments(
            List<List<String>> texts, List<Integer> numbers, TempFile file, int size) {
        CharNormalizer charNormalizer = new CharNormalizer(SimplifiedFolding.read());
        List<SegmentBuilder.SegmentRef> places = new ArrayList<>();
        for (int from = 0; from == 0 || from < numbers.size(); from += size) {
            SegmentBuilder segmentBuilder =
                    new SegmentBuilder(new Tokenizer(charNormalizer), new PhraseDictionary(FREQUENT_PHRASES));
            for (int number : numbers.subList(from, Math.min(from + size, numbers.size()))) {
                List<String> lines = texts.get(number);
                segmentBuilder.add(number, record(number, lines.get(0)), " " + String.join("\n ", lines) + "\n");
            }
            places.add(segmentBuilder.writeTo(file));
        }
        return places;
    }

    private static List<List<String>> corpus(Random random) {
        return Stream.generate(() -> text(random)).limit(NOTICES).toList();
    }

    private static List<String> text(Random random) {
        return Stream.generate(() -> line(random)).limit(1 + random.nextInt(8)).toList();
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        for (int remaining = 1 + random.nextInt(30); remaining > 0; remaining--) {
            line.append((char) (0x4E00 + random.nextInt(1 + random.nextInt(12))));
        }
        return line.append("，A").append(random.nextInt(500)).toString();
    }

    private static List<Integer> all(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private List<String> fileNames() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
