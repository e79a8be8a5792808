package io.noticepress.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeightTest {
    private static final int LOWEST_OF_TITLES = 12;

    @Test
    void aLevelIsTheWeightRoundedInHalfPowersOfTwo() {
        for (int heading = 0; heading < 5; heading++) {
            for (int text = 0; text < 60; text++) {
                double weight = Math.min(19, 2.0 * heading + text * 1000.0 / (250 + 0.75 * 900));
                double level = 3 + 2 * Math.log(Math.max(weight, 0.1)) / Math.log(2);
                // Whole numbers are divided downwards: at the very border of two levels the lower one may hold.
                assertThat((double) Weight.level(new int[] {0, 0, 0, heading, text}, 25, 900))
                        .as(heading + " " + text)
                        .isBetween(Math.max(0, level - 0.51), Math.max(0, level + 0.5));
            }
        }
    }

    @Test
    void whatStandsInNumberOrTitleIsAboveWhateverStandsInTheTextOnly() {
        for (int title = 1; title < 2000; title++) {
            assertThat(Weight.level(new int[] {0, 1, 0, 0, 0}, title, 900)).isGreaterThanOrEqualTo(LOWEST_OF_TITLES);
        }
        assertThat(Weight.level(new int[] {1, 0, 0, 0, 0}, 25, 900)).isEqualTo(15);
        assertThat(Weight.level(new int[] {0, 0, 1, 300, 5000}, 25, 900)).isLessThan(LOWEST_OF_TITLES);
    }

    @Test
    void aShortTitleOutweighsALongOneAHeadingATextAndAShortTextALongOne() {
        assertThat(Weight.level(new int[] {0, 1, 0, 0, 0}, 10, 900))
                .isGreaterThan(Weight.level(new int[] {0, 1, 0, 0, 0}, 150, 900));
        int heading = Weight.level(new int[] {0, 0, 0, 1, 0}, 25, 900);
        int text = Weight.level(new int[] {0, 0, 0, 0, 1}, 25, 900);
        assertThat(heading).isGreaterThan(text);
        assertThat(text).isGreaterThan(Weight.level(new int[] {0, 0, 0, 0, 1}, 25, 5000));
    }
}
