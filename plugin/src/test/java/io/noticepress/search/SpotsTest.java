package io.noticepress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where terms stand, written and read. */
class SpotsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() {
        Spots spots = new Spots();
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int count = 1 + random.nextInt(seed % 3 == 0 ? 3 : 500);
            int contexts = 1 + random.nextInt(1 << random.nextInt(15));
            Bytes told = new Bytes(16);
            for (int i = 0; i < count; i++) {
                told.number(random.nextInt(1 << random.nextInt(12)));
                told.number(random.nextInt(contexts));
                told.number(random.nextBoolean() ? 0 : random.nextInt(contexts));
            }
            spots.clear();
            fill(spots, told.take(), count);
            Bits bits = new Bits();
            long length = spots.prepare();
            byte[] written = write(spots, bits);
            assertThat(written).as("seed " + seed).hasSize((int) (length + 7) / 8);
            Spots again = new Spots();
            Tape tape = new Tape(written);
            again.begin(tape);
            again.read(tape, count);
            assertThat(again.size()).isEqualTo(count);
            again.prepare();
            assertThat(write(again, bits)).isEqualTo(written);
        }
    }

    /** What is always the same takes no room but once. */
    @Test
    void aContextThatIsTheOnlyOneIsToldOnce() {
        assertThat(length(1000, 77)).isEqualTo(length(1000, 0) + 2 * (Bits.gammaLength(78) - 1));
    }

    private long length(int count, int context) {
        Bytes told = new Bytes(16);
        for (int i = 0; i < count; i++) {
            told.number(5);
            told.number(context);
            told.number(context);
        }
        Spots spots = new Spots();
        fill(spots, told.take(), count);
        return spots.prepare();
    }

    private void fill(Spots spots, byte[] told, int count) {
        try (Scratch scratch = Scratch.in(folder)) {
            long start = scratch.add(told, told.length);
            spots.take(new Reader(scratch, start, start + told.length, 0, 0), count);
        }
    }

    private static byte[] write(Spots spots, Bits bits) {
        spots.begin(bits);
        for (int i = 0; i < spots.size(); i++) {
            spots.write(bits, i);
        }
        return bits.take();
    }
}
