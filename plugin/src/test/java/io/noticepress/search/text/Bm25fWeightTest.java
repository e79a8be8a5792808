package io.noticepress.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Bm25fWeightTest {
    private static final int LOWEST_TITLE_SCORE = 12;

    @Test
    void aLevelIsTheWeightRoundedInHalfPowersOfTwo() {
        for (int heading = 0; heading < 5; heading++) {
            for (int text = 0; text < 60; text++) {
                double weight = Math.min(19, 2.0 * heading + text * 1000.0 / (250 + 0.75 * 900));
                double level = 3 + 2 * Math.log(Math.max(weight, 0.1)) / Math.log(2);
                // Integer division rounds down: exactly at a boundary, the lower level may result.
                assertThat((double) Bm25fWeight.level(new int[] {0, 0, 0, heading, text}, 25, 900))
                        .as(heading + " " + text)
                        .isBetween(Math.max(0, level - 0.51), Math.max(0, level + 0.5));
            }
        }
    }

    @Test
    void whatStandsInNumberOrTitleIsAboveWhateverStandsInTheTextOnly() {
        for (int title = 1; title < 2000; title++) {
            assertThat(Bm25fWeight.level(new int[] {0, 1, 0, 0, 0}, title, 900))
                    .isGreaterThanOrEqualTo(LOWEST_TITLE_SCORE);
        }
        assertThat(Bm25fWeight.level(new int[] {1, 0, 0, 0, 0}, 25, 900)).isEqualTo(15);
        assertThat(Bm25fWeight.level(new int[] {0, 0, 1, 300, 5000}, 25, 900)).isLessThan(LOWEST_TITLE_SCORE);
    }

    @Test
    void aShortTitleOutweighsALongOneAHeadingATextAndAShortTextALongOne() {
        assertThat(Bm25fWeight.level(new int[] {0, 1, 0, 0, 0}, 10, 900))
                .isGreaterThan(Bm25fWeight.level(new int[] {0, 1, 0, 0, 0}, 150, 900));
        int heading = Bm25fWeight.level(new int[] {0, 0, 0, 1, 0}, 25, 900);
        int text = Bm25fWeight.level(new int[] {0, 0, 0, 0, 1}, 25, 900);
        assertThat(heading).isGreaterThan(text);
        assertThat(text).isGreaterThan(Bm25fWeight.level(new int[] {0, 0, 0, 0, 1}, 25, 5000));
    }
}
