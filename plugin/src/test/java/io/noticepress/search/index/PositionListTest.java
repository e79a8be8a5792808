package io.noticepress.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.search.codec.BitReader;
import io.noticepress.search.codec.BitWriter;
import io.noticepress.search.codec.ByteWriter;
import io.noticepress.store.TempFile;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where terms stand, written and read. */
class PositionListTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() {
        PositionList positionList = new PositionList();
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int count = 1 + random.nextInt(seed % 3 == 0 ? 3 : 500);
            int contexts = 1 + random.nextInt(1 << random.nextInt(15));
            ByteWriter told = new ByteWriter(16);
            for (int i = 0; i < count; i++) {
                told.writeNumber(random.nextInt(1 << random.nextInt(12)));
                told.writeNumber(random.nextInt(contexts));
                told.writeNumber(random.nextBoolean() ? 0 : random.nextInt(contexts));
            }
            positionList.clear();
            fill(positionList, told.takeBytes(), count);
            BitWriter bitWriter = new BitWriter();
            long length = positionList.prepare();
            byte[] written = write(positionList, bitWriter);
            assertThat(written).as("seed " + seed).hasSize((int) (length + 7) / 8);
            PositionList again = new PositionList();
            BitReader bitReader = new BitReader(written);
            again.begin(bitReader);
            again.parse(bitReader, count);
            assertThat(again.size()).isEqualTo(count);
            again.prepare();
            assertThat(write(again, bitWriter)).isEqualTo(written);
        }
    }

    /** What is always the same takes no room but once. */
    @Test
    void aSingleContextIsWrittenOnce() {
        assertThat(length(1000, 77)).isEqualTo(length(1000, 0) + 2 * (BitWriter.gammaLength(78) - 1));
    }

    private long length(int count, int context) {
        ByteWriter told = new ByteWriter(16);
        for (int i = 0; i < count; i++) {
            told.writeNumber(5);
            told.writeNumber(context);
            told.writeNumber(context);
        }
        PositionList positionList = new PositionList();
        fill(positionList, told.takeBytes(), count);
        return positionList.prepare();
    }

    private void fill(PositionList positionList, byte[] told, int count) {
        try (TempFile tempFile = TempFile.create(folder)) {
            long start = tempFile.append(told, told.length);
            positionList.addFrom(new SegmentReader(tempFile, start, start + told.length, 0, 0), count);
        }
    }

    private static byte[] write(PositionList positionList, BitWriter bitWriter) {
        positionList.begin(bitWriter);
        for (int i = 0; i < positionList.size(); i++) {
            positionList.write(bitWriter, i);
        }
        return bitWriter.takeBytes();
    }
}
