package io.noticepress.search.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.SourceFile;
import io.noticepress.model.values.Digest;
import io.noticepress.search.text.CharNormalizer;
import io.noticepress.search.text.DocRecord;
import io.noticepress.search.text.SimplifiedFolding;
import io.noticepress.search.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The frequent phrases of a site, and the sample in which they are counted. */
class PhraseMinerTest {
    private static final SourceFile TEXT = new SourceFile("a", 1, Digest.of("a"));

    @Test
    void withFewNoticesNothingIsFrequent() {
        assertThat(PhraseMiner.sampleNumbers(names(0))).isEmpty();
        assertThat(PhraseMiner.sampleNumbers(names(255))).isEmpty();
        assertThat(phrases(255, "科技创新".repeat(100))).isEmpty();
    }

    @Test
    void theSampleIsSpreadOverAllNotices() {
        assertThat(PhraseMiner.sampleNumbers(names(256)))
                .hasSize(256)
                .startsWith(0, 1, 2)
                .endsWith(255);
        List<Integer> some = PhraseMiner.sampleNumbers(names(100_000));
        assertThat(some).hasSize(256).isSorted().doesNotHaveDuplicates();
        for (int tenth = 0; tenth < 10; tenth++) {
            int from = tenth * 10_000;
            assertThat(some.stream().filter(number -> number >= from && number < from + 10_000))
                    .hasSizeBetween(10, 50);
        }
    }

    @Test
    void anAddedNoticeChangesTheSampleByOneAtMost() {
        List<String> before = names(10_000);
        Set<String> drawn = drawn(before);
        int changes = 0;
        for (int place = 0; place < 10_000; place += 100) {
            List<String> after = new ArrayList<>(before);
            after.add(place, "another-" + place);
            Set<String> now = drawn(after);
            now.removeAll(drawn);
            assertThat(now).hasSizeLessThanOrEqualTo(1);
            changes += now.size();
        }
        assertThat(changes).isLessThan(10);
    }

    private static Set<String> drawn(List<String> names) {
        return PhraseMiner.sampleNumbers(names).stream().map(names::get).collect(Collectors.toSet());
    }

    private static List<String> names(int all) {
        return IntStream.range(0, all)
                .mapToObj(i -> "example-" + (1990 + i / 300) + "-" + i % 300)
                .toList();
    }

    @Test
    void aRepeatedPhraseIsFrequentAndSoAreItsParts() {
        assertThat(phrases(256, " 科技创新\n".repeat(17) + " 科技，safety\n 偶尔\n"))
                .containsExactly(" 创新", " 技创", " 技创 创新", " 科技", " 科技 技创", " 科技 技创 创新");
        assertThat(phrases(256, " 科技，safety\n".repeat(17))).containsExactly(" safety", " 科技", " 科技,safety");
        assertThat(phrases(256, " 科技创新\n".repeat(16))).isEmpty(); // 4096 times in total
        assertThat(phrases(512, " 科技\n".repeat(8))).isEmpty();
        assertThat(phrases(512, " 科技\n".repeat(9))).containsExactly(" 科技");
    }

    @Test
    void aPhraseHasNoMoreThanEightTokens() {
        assertThat(phrases(256, " a b c d e f g h i\n".repeat(20)))
                .hasSize(9 + 8 + 7 + 6 + 5 + 4 + 3 + 2)
                .contains(" a b c d e f g h", " b c d e f g h i");
    }

    /** The frequent phrases of a number of equal notices. */
    private static List<String> phrases(int all, String searchText) {
        PhraseMiner phraseMiner = new PhraseMiner(new Tokenizer(new CharNormalizer(SimplifiedFolding.read())), all);
        PhraseMiner.sampleNumbers(names(all))
                .forEach(number -> phraseMiner.add(new DocRecord("2023-05-06", List.of(), TEXT), searchText));
        return phraseMiner.commonPhrases();
    }

    @Test
    void theDigestCoversTheSampledNoticesOnly() {
        List<Integer> numbers = PhraseMiner.sampleNumbers(names(1000));
        int sampled = numbers.get(8);
        int notSampled = IntStream.range(0, 1000)
                .filter(i -> !numbers.contains(i))
                .findFirst()
                .orElseThrow();
        Digest digest = PhraseMiner.sampleDigest(keys(-1), numbers);
        assertThat(PhraseMiner.sampleDigest(keys(notSampled), numbers)).isEqualTo(digest);
        assertThat(PhraseMiner.sampleDigest(keys(sampled), numbers)).isNotEqualTo(digest);
    }

    private static List<Digest> keys(int edited) {
        return IntStream.range(0, 1000)
                .mapToObj(i -> Digest.of(i == edited ? "edited" : "" + i))
                .toList();
    }
}
