package io.noticepress.search.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BitWriterTest {
    private final BitWriter bitWriter = new BitWriter();

    @Test
    void theHighestBitComesFirstAndTheRestIsFilledUpWithZeros() {
        bitWriter.writeBits(0b101, 3);
        assertThat(bitWriter.takeBytes()).containsExactly(0b1010_0000);
        bitWriter.writeBits(0x1FF, 9);
        assertThat(bitWriter.takeBytes()).containsExactly(0xFF, 0x80);
        assertThat(bitWriter.takeBytes()).isEmpty();
    }

    @Test
    void aRiceCodeIsOnesAZeroAndTheRest() {
        bitWriter.writeRice(0, 0);
        bitWriter.writeRice(3, 0);
        bitWriter.writeRice(5, 1);
        assertThat(bitWriter.takeBytes()).containsExactly(0b0_1110_110, 0b1_0000000);
        bitWriter.writeRice(100, 0);
        assertThat(bitWriter.takeBytes())
                .startsWith(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)
                .endsWith(0xF0)
                .hasSize(13);
        assertThat(BitWriter.riceLength(100, 0)).isEqualTo(101);
        assertThat(BitWriter.riceLength(5, 1)).isEqualTo(4);
    }

    @Test
    void anEliasGammaCodeIsTheWidthInZerosAndTheValue() {
        bitWriter.writeGamma(1);
        bitWriter.writeGamma(2);
        bitWriter.writeGamma(5);
        assertThat(bitWriter.takeBytes()).containsExactly(0b1_010_0010, 0b1_0000000);
        assertThat(BitWriter.gammaLength(1)).isEqualTo(1);
        assertThat(BitWriter.gammaLength(5)).isEqualTo(5);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(1);
        int[] values = random.ints(10_000, 0, 3000).toArray();
        for (int value : values) {
            bitWriter.writeRice(value, value % 11);
            bitWriter.writeGamma(value + 1);
            bitWriter.writeBits(value, 12);
        }
        BitReader bitReader = new BitReader(bitWriter.takeBytes());
        for (int value : values) {
            assertThat(bitReader.nextRice(value % 11)).isEqualTo(value);
            assertThat(bitReader.nextGamma()).isEqualTo(value + 1);
            assertThat(bitReader.nextBits(12)).isEqualTo(value);
        }
    }

    /** The chosen k costs at most a tenth more than the best one. */
    @Test
    void theRiceParameterIsNearTheOptimum() {
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
            assertThat(length(values, BitWriter.riceParameter(sum, values.length)))
                    .as("mean " + mean)
                    .isLessThanOrEqualTo(best * 11 / 10);
        }
    }

    @Test
    void theRiceParameterFitsInFourBits() {
        assertThat(BitWriter.riceParameter(0, 0)).isZero();
        assertThat(BitWriter.riceParameter(Long.MAX_VALUE / 10, 1)).isEqualTo(15);
    }

    private static long length(int[] values, int k) {
        long bits = 0;
        for (int value : values) {
            bits += BitWriter.riceLength(value, k);
        }
        return bits;
    }
}
