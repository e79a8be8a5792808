package io.noticepress.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.Digest;
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

    @TempDir
    Path folder;

    private Path kept;

    @BeforeEach
    void aPlace() {
        kept = folder.resolve("search-zh.bin");
    }

    @Test
    void whatIsKeptIsReadAgain() {
        write(corpus(new Random(1)));
        try (Stock stock = Stock.kept(kept).orElseThrow()) {
            assertThat(stock.notices()).isEqualTo(digests(NOTICES));
        }
        assertThat(names()).containsExactly("search-zh.bin");
    }

    @Test
    void aDamagedOneIsOfNoUse() throws IOException {
        write(corpus(new Random(2)));
        byte[] whole = Files.readAllBytes(kept);
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(kept, damaged);
            assertThat(Stock.kept(kept)).isEmpty();
        }
        for (int length : List.of(0, 1, 15, 16, 17, whole.length / 2, whole.length - 1)) {
            Files.write(kept, Arrays.copyOf(whole, length));
            assertThat(Stock.kept(kept)).isEmpty();
        }
        Files.delete(kept);
        assertThat(Stock.kept(kept)).isEmpty();
    }

    @Test
    void withTheLastOneTheSameIsWrittenAsWithoutIt() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<List<String>> before = corpus(random);
            write(before);
            List<List<String>> after = new ArrayList<>();
            int[] numbers = new int[before.size()];
            List<Integer> fresh = new ArrayList<>();
            for (int i = 0; i < before.size(); i++) {
                int what = random.nextInt(seed % 4 == 0 ? 1 : 12);
                while (what == 11) {
                    fresh.add(after.size());
                    after.add(text(random));
                    what = random.nextInt(12);
                }
                numbers[i] = what == 10 ? -1 : after.size();
                if (what == 9) {
                    numbers[i] = -1;
                    fresh.add(after.size());
                    after.add(text(random));
                } else if (what != 10) {
                    after.add(before.get(i));
                }
            }
            List<String> clean = merge(Optional.empty(), new int[0], after, all(after.size()));
            try (Stock last = Stock.kept(kept).orElseThrow()) {
                assertThat(merge(Optional.of(last), numbers, after, fresh))
                        .as("seed " + seed)
                        .isEqualTo(clean);
            }
        }
    }

    private void write(List<List<String>> texts) {
        try (Scratch sheaves = Scratch.in(folder);
                Stock stock = Stock.beside(kept)) {
            Piles.of(Optional.empty(), new int[0], gather(texts, all(texts.size()), sheaves), sheaves, stock);
            stock.end(digests(texts.size()));
            stock.keep(kept);
        }
    }

    private List<String> merge(Optional<Stock> last, int[] numbers, List<List<String>> texts, List<Integer> fresh) {
        try (Scratch sheaves = Scratch.in(folder);
                Stock stock = Stock.beside(kept)) {
            Piles piles = Piles.of(last, numbers, gather(texts, fresh, sheaves), sheaves, stock);
            stock.end(digests(texts.size()));
            List<String> said = new ArrayList<>();
            for (Lexicon lexicon : List.of(piles.terms(), piles.positions())) {
                for (int i = 0; i < lexicon.size(); i++) {
                    byte[] bytes = stock.read(lexicon.place(i), lexicon.length(i));
                    said.add(lexicon.term(i) + " " + lexicon.notices(i) + " " + Digest.of(bytes));
                }
            }
            assertThat(said).hasSizeGreaterThan(100);
            return said;
        }
    }

    private static List<Sheaf.Place> gather(List<List<String>> texts, List<Integer> fresh, Scratch scratch) {
        Letters letters = new Letters(Folding.read());
        List<Sheaf.Place> places = new ArrayList<>();
        for (int from = 0; from < fresh.size(); from += 7) {
            Sheaf sheaf = new Sheaf(new Cutter(letters));
            for (int number : fresh.subList(from, Math.min(from + 7, fresh.size()))) {
                sheaf.begin(number);
                sheaf.add(Weight.Field.TITLE, texts.get(number).get(0));
                sheaf.turn();
                texts.get(number).forEach(line -> sheaf.add(Weight.Field.TEXT, line));
                sheaf.end();
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

    private static List<Digest> digests(int count) {
        return IntStream.range(0, count).mapToObj(i -> Digest.of("notice " + i)).toList();
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
