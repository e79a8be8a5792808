package io.noticepress.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.Digest;
import io.noticepress.model.SourceFile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is common in a site, and which notices tell. */
class SampleTest {
    private static final SourceFile TEXT = new SourceFile("a", 1, Digest.of("a"));

    @Test
    void ofFewNoticesNothingIsCommon() {
        assertThat(Sample.numbers(0)).isEmpty();
        assertThat(Sample.numbers(255)).isEmpty();
        assertThat(phrases(255, "科技创新".repeat(100))).isEmpty();
    }

    @Test
    void theNoticesAreTheSameUntilThereAreTwiceAsMany() {
        assertThat(Sample.numbers(256))
                .hasSize(256)
                .startsWith(0, 1, 2)
                .endsWith(255)
                .isEqualTo(Sample.numbers(511));
        assertThat(Sample.numbers(512))
                .hasSize(256)
                .startsWith(0, 2, 4)
                .endsWith(510)
                .isEqualTo(Sample.numbers(1023));
        assertThat(Sample.numbers(100_000)).hasSize(256).startsWith(0, 256).endsWith(255 * 256);
    }

    @Test
    void whatStandsOftenIsCommonAndSoAreAllPartsOfIt() {
        assertThat(phrases(256, " 科技创新\n".repeat(17) + " 科技，safety\n 偶尔\n"))
                .containsExactly(" 创新", " 技创", " 技创 创新", " 科技", " 科技 技创", " 科技 技创 创新");
        assertThat(phrases(256, " 科技，safety\n".repeat(17))).containsExactly(" safety", " 科技", " 科技,safety");
        assertThat(phrases(256, " 科技创新\n".repeat(16))).isEmpty(); // 4096 times in all
        assertThat(phrases(512, " 科技\n".repeat(8))).isEmpty();
        assertThat(phrases(512, " 科技\n".repeat(9))).containsExactly(" 科技");
    }

    @Test
    void aPhraseHasNoMoreThanEightTokens() {
        assertThat(phrases(256, " a b c d e f g h i\n".repeat(20)))
                .hasSize(9 + 8 + 7 + 6 + 5 + 4 + 3 + 2)
                .contains(" a b c d e f g h", " b c d e f g h i");
    }

    /** What is common in so many notices, all the same. */
    private static List<String> phrases(int all, String slip) {
        Sample sample = new Sample(new Cutter(new Letters(Folding.read())), all);
        Sample.numbers(all).forEach(number -> sample.add(new Account("2023-05-06", List.of(), TEXT), slip));
        return sample.phrases();
    }

    @Test
    void theDigestIsThatOfTheNoticesThatTell() {
        List<Digest> keys =
                IntStream.range(0, 1000).mapToObj(i -> Digest.of("" + i)).toList();
        Digest digest = Sample.digest(keys, Sample.numbers(1000));
        List<Digest> edited = IntStream.range(0, 1000)
                .mapToObj(i -> Digest.of(i == 7 || i == 600 ? "edited" : "" + i))
                .toList();
        assertThat(Sample.digest(edited, Sample.numbers(1000))).isEqualTo(digest);
        List<Digest> others = IntStream.range(0, 1000)
                .mapToObj(i -> Digest.of(i == 8 ? "edited" : "" + i))
                .toList();
        assertThat(Sample.digest(others, Sample.numbers(1000))).isNotEqualTo(digest);
    }
}
