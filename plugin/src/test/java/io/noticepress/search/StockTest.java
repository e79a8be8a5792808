package io.noticepress.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.Digest;
import io.noticepress.model.SourceFile;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of an index, and that the next one made with it is the one made without. */
class StockTest {
    private static final int NOTICES = 60;

    /** What is common in the notices: of them, 一 is the most frequent character, and each line ends in a word. */
    private static final List<String> COMMON = Stream.of(
                    " 一一", " 一一 一一", " 一一 一丁", " 一丁", " 丁一", " 丁一 一一", " 一一,a1", " a1")
            .sorted()
            .toList();

    @TempDir
    Path folder;

    private Path kept;

    @BeforeEach
    void aPlace() {
        kept = folder.resolve("search-zh.bin");
    }

    @Test
    void whatIsKeptIsReadAgain() {
        List<Shard> made = index(corpus(new Random(1)), Optional.empty());
        try (Stock stock = Stock.kept(kept).orElseThrow()) {
            List<Shard> all = new ArrayList<>(stock.terms());
            all.addAll(stock.positions());
            assertThat(all).isEqualTo(made);
            assertThat(all)
                    .allSatisfy(shard -> assertThat(Digest.of(stock.read(shard.place(), shard.length())))
                            .isEqualTo(shard.digest()));
            assertThat(stock.notices())
                    .hasSize(NOTICES)
                    .extracting(Stock.Entry::key)
                    .contains(key(NOTICES - 1));
            assertThat(stock.account(7).text().path()).isEqualTo("7");
            assertThat(stock.common()).isEqualTo(new Common(key(0), COMMON));
        }
        assertThat(names()).containsExactly("search-zh.bin");
    }

    @Test
    void aDamagedOneIsOfNoUse() throws IOException {
        index(corpus(new Random(2)), Optional.empty());
        byte[] whole = Files.readAllBytes(kept);
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(kept, damaged);
            assertThat(Stock.kept(kept)).isEmpty();
        }
        for (int length : List.of(0, 1, 15, 16, 17, 20, whole.length / 2, whole.length - 1)) {
            Files.write(kept, Arrays.copyOf(whole, length));
            assertThat(Stock.kept(kept)).isEmpty();
        }
        Files.delete(kept);
        assertThat(Stock.kept(kept)).isEmpty();
    }

    @Test
    void withTheLastOneTheSameIsWrittenAsWithoutIt() throws IOException {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<List<String>> texts = corpus(random);
            index(texts, Optional.empty());
            for (int round = 0; round < 3; round++) { // one upon another
                Edit edit = edit(texts, random, seed % 3, seed % 5 == 0);
                List<Shard> again = index(edit.after(), Optional.of(edit));
                byte[] here = Files.readAllBytes(kept);
                assertThat(told(again)).as("seed " + seed).isEqualTo(told(index(edit.after(), Optional.empty())));
                Files.write(kept, here);
                texts = edit.after();
            }
        }
    }

    @Test
    void whereNothingChangesNothingIsWritten() throws IOException {
        List<List<String>> texts = corpus(new Random(5));
        List<Shard> before = index(texts, Optional.empty());
        byte[] whole = Files.readAllBytes(kept);
        int[] numbers = IntStream.range(0, NOTICES).toArray();
        assertThat(index(texts, Optional.of(new Edit(texts, texts, numbers, List.of(), true))))
                .isEqualTo(before);
        assertThat(kept).hasBinaryContent(whole);
    }

    /** A change of one notice leaves most shards alone. */
    @Test
    void whatDoesNotChangeIsNotWrittenAgain() {
        List<List<String>> texts = corpus(new Random(4));
        List<Shard> before = index(texts, Optional.empty());
        List<List<String>> after = new ArrayList<>(texts);
        after.set(9, Stream.concat(texts.get(9).stream(), Stream.of("丁丁")).toList());
        int[] numbers = IntStream.range(0, NOTICES).map(i -> i == 9 ? -1 : i).toArray();
        List<Shard> again = index(after, Optional.of(new Edit(texts, after, numbers, List.of(9), true)));
        assertThat(again).hasSizeGreaterThan(60);
        assertThat(again.stream().filter(shard -> !before.contains(shard))).hasSizeLessThan(4);
    }

    /** What becomes of some notices: which number each has then, and which are new or others than before. */
    private record Edit(
            List<List<String>> before, List<List<String>> after, int[] numbers, List<Integer> fresh, boolean known) {}

    /** Adds, changes and drops notices here and there; or changes some (1), or adds some at the end (2). */
    private static Edit edit(List<List<String>> before, Random random, int kind, boolean known) {
        List<List<String>> after = new ArrayList<>();
        int[] numbers = new int[before.size()];
        List<Integer> fresh = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            int what = kind == 2 ? 0 : random.nextInt(12);
            if (what == 11 && kind == 0) {
                fresh.add(after.size());
                after.add(text(random));
            }
            numbers[i] = what == 9 || what == 10 ? -1 : after.size();
            if (what == 9 || what == 10 && kind == 1) {
                fresh.add(after.size());
                after.add(random.nextBoolean() ? text(random) : before.get(i).subList(0, 1));
            } else if (what != 10) {
                after.add(before.get(i));
            }
        }
        if (kind == 2) {
            fresh.add(after.size());
            after.add(text(random));
        }
        return new Edit(before, after, numbers, fresh, known);
    }

    /** Makes an index as a language's is made, of what was kept if there is an edit, and keeps it. */
    private List<Shard> index(List<List<String>> texts, Optional<Edit> edit) {
        Optional<Stock> last = edit.flatMap(none -> Stock.kept(kept));
        Stock stock = last.orElseGet(() -> Stock.beside(kept));
        int[] numbers = edit.map(Edit::numbers).orElse(new int[0]);
        boolean moved = IntStream.range(0, numbers.length).anyMatch(i -> numbers[i] >= 0 && numbers[i] != i);
        List<Shard> terms = last.map(Stock::terms).orElse(List.of());
        List<Shard> positions = last.map(Stock::positions).orElse(List.of());
        try (Scratch sheaves = Scratch.in(folder);
                Scratch files = Scratch.in(folder);
                Bin termBin = new Bin(last, terms, Scratch.in(folder));
                Bin positionBin = new Bin(last, positions, Scratch.in(folder))) {
            List<Sheaf.Place> fresh = gather(texts, edit.map(Edit::fresh).orElse(all(texts.size())), sheaves);
            Optional<Sheaf.Place> gone = edit.filter(each -> each.known() && !moved)
                    .map(each -> gather(
                                    each.before(),
                                    all(numbers.length).stream()
                                            .filter(i -> numbers[i] < 0)
                                            .toList(),
                                    sheaves,
                                    NOTICES * 2)
                            .get(0));
            Piles.merge(new Piles.Heap(last, numbers, gone.isEmpty(), fresh, gone), sheaves, termBin, positionBin);
            Shelves shelves = new Shelves(new Shards(files), "zh/", stock, last, 200);
            List<Shard> all = new ArrayList<>(shelves.write(termBin, "t", terms));
            int size = all.size();
            all.addAll(shelves.write(positionBin, "p", positions));
            boolean anything =
                    edit.filter(each -> each.before() == each.after()).isEmpty();
            stock.end(
                    all.subList(0, size),
                    all.subList(size, all.size()),
                    anything ? entries(stock, texts.size()) : stock.notices(),
                    new Common(key(0), COMMON));
            stock.keep(kept);
            assertThat(all).hasSizeGreaterThan(30);
            return all;
        } finally {
            stock.close();
        }
    }

    private static List<String> told(List<Shard> shards) {
        return shards.stream()
                .map(shard -> shard.first() + " " + shard.last() + " " + shard.size() + " " + shard.digest())
                .toList();
    }

    private static List<Stock.Entry> entries(Stock stock, int count) {
        return all(count).stream()
                .map(i -> {
                    byte[] account = account(i, "甲").bytes();
                    return new Stock.Entry(key(i), stock.add(account), account.length);
                })
                .toList();
    }

    private static Digest key(int number) {
        return Digest.of("notice " + number);
    }

    private static Account account(int number, String title) {
        return new Account(
                "2023-05-06",
                List.of(new Account.Fact(Weight.Field.TITLE, title)),
                new SourceFile("" + number, 1, key(number)));
    }

    private static List<Sheaf.Place> gather(List<List<String>> texts, List<Integer> numbers, Scratch scratch) {
        return gather(texts, numbers, scratch, 7);
    }

    private static List<Sheaf.Place> gather(
            List<List<String>> texts, List<Integer> numbers, Scratch scratch, int size) {
        Letters letters = new Letters(Folding.read());
        List<Sheaf.Place> places = new ArrayList<>();
        for (int from = 0; from == 0 || from < numbers.size(); from += size) {
            Sheaf sheaf = new Sheaf(new Cutter(letters), new Phrases(COMMON));
            for (int number : numbers.subList(from, Math.min(from + size, numbers.size()))) {
                List<String> lines = texts.get(number);
                sheaf.add(number, account(number, lines.get(0)), " " + String.join("\n ", lines) + "\n");
            }
            places.add(sheaf.store(scratch));
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
        for (int left = 1 + random.nextInt(30); left > 0; left--) {
            line.append((char) (0x4E00 + random.nextInt(1 + random.nextInt(12))));
        }
        return line.append("，A").append(random.nextInt(500)).toString();
    }

    private static List<Integer> all(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
