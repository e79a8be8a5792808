package io.noticepress.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeightTest {
    @Test
    void aLevelIsTheWeightRoundedInHalfPowersOfTwo() {
        for (int number = 0; number < 4; number++) {
            for (int title = 0; title < 4; title++) {
                for (int text = 0; text < 60; text++) {
                    double weight = 8.0 * number + 5.0 * title * 60 / (30 + 25) + text * 1000.0 / (250 + 0.75 * 900);
                    int expected = weight == 0
                            ? 0
                            : (int) Math.max(0, Math.min(15, Math.round(3 + 2 * Math.log(weight) / Math.log(2))));
                    // Whole numbers are divided downwards: at the very border of two levels the lower one may hold.
                    assertThat(Weight.level(new int[] {number, title, 0, 0, text}, 25, 900))
                            .as(number + " " + title + " " + text)
                            .isBetween(weight == 0 ? 0 : expected - (isBorder(weight) ? 1 : 0), expected);
                }
            }
        }
    }

    @Test
    void aNumberOutweighsATitleATitleATextAndAShortTextALongOne() {
        int number = Weight.level(new int[] {1, 0, 0, 0, 0}, 25, 900);
        int title = Weight.level(new int[] {0, 1, 0, 0, 0}, 25, 900);
        int heading = Weight.level(new int[] {0, 0, 0, 1, 0}, 25, 900);
        int text = Weight.level(new int[] {0, 0, 0, 0, 1}, 25, 900);
        assertThat(number).isGreaterThan(title);
        assertThat(title).isGreaterThan(heading);
        assertThat(heading).isGreaterThan(text);
        assertThat(text).isGreaterThan(Weight.level(new int[] {0, 0, 0, 0, 1}, 25, 5000));
    }

    private static boolean isBorder(double weight) {
        double level = 3 + 2 * Math.log(weight) / Math.log(2);
        return Math.abs(level - Math.floor(level) - 0.5) < 0.01;
    }
}
