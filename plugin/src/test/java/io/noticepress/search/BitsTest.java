package io.noticepress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BitsTest {
    private final Bits bits = new Bits();

    @Test
    void theHighestBitComesFirstAndTheRestIsFilledUpWithZeros() {
        bits.put(0b101, 3);
        assertThat(bits.take()).containsExactly(0b1010_0000);
        bits.put(0x1FF, 9);
        assertThat(bits.take()).containsExactly(0xFF, 0x80);
        assertThat(bits.take()).isEmpty();
    }

    @Test
    void aRiceCodeIsOnesAZeroAndTheRest() {
        bits.rice(0, 0);
        bits.rice(3, 0);
        bits.rice(5, 1);
        assertThat(bits.take()).containsExactly(0b0_1110_110, 0b1_0000000);
        bits.rice(100, 0);
        assertThat(bits.take())
                .startsWith(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)
                .endsWith(0xF0)
                .hasSize(13);
        assertThat(Bits.riceLength(100, 0)).isEqualTo(101);
        assertThat(Bits.riceLength(5, 1)).isEqualTo(4);
    }

    @Test
    void anEliasGammaCodeIsTheWidthInZerosAndTheValue() {
        bits.gamma(1);
        bits.gamma(2);
        bits.gamma(5);
        assertThat(bits.take()).containsExactly(0b1_010_0010, 0b1_0000000);
        assertThat(Bits.gammaLength(1)).isEqualTo(1);
        assertThat(Bits.gammaLength(5)).isEqualTo(5);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(1);
        int[] values = random.ints(10_000, 0, 3000).toArray();
        for (int value : values) {
            bits.rice(value, value % 11);
            bits.gamma(value + 1);
            bits.put(value, 12);
        }
        Tape tape = new Tape(bits.take());
        for (int value : values) {
            assertThat(tape.rice(value % 11)).isEqualTo(value);
            assertThat(tape.gamma()).isEqualTo(value + 1);
            assertThat(tape.take(12)).isEqualTo(value);
        }
    }

    /** Of the k that would do, the one chosen costs at most a tenth more than the best. */
    @Test
    void theKChosenForSomeValuesMakesThemShort() {
        Random random = new Random(2);
        for (int mean = 1; mean < 20_000; mean = mean * 3 / 2 + 1) {
            int[] values = new int[500];
            long sum = 0;
            for (int i = 0; i < values.length; i++) {
                values[i] = (int) (-mean * StrictMath.log(1 - random.nextDouble()));
                sum += values[i];
            }
            long best = Long.MAX_VALUE;
            for (int k = 0; k < 16; k++) {
                best = Math.min(best, length(values, k));
            }
            assertThat(length(values, Bits.k(sum, values.length)))
                    .as("mean " + mean)
                    .isLessThanOrEqualTo(best * 11 / 10);
        }
    }

    @Test
    void kFitsInFourBits() {
        assertThat(Bits.k(0, 0)).isZero();
        assertThat(Bits.k(Long.MAX_VALUE / 10, 1)).isEqualTo(15);
    }

    private static long length(int[] values, int k) {
        long bits = 0;
        for (int value : values) {
            bits += Bits.riceLength(value, k);
        }
        return bits;
    }
}
