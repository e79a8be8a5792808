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

/** Writes and reads the positions of terms. */
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
            ByteWriter entries = new ByteWriter(16);
            for (int i = 0; i < count; i++) {
                entries.writeNumber(random.nextInt(1 << random.nextInt(12)));
                entries.writeNumber(random.nextInt(contexts));
                entries.writeNumber(random.nextBoolean() ? 0 : random.nextInt(contexts));
            }
            positionList.clear();
            fill(positionList, entries.takeBytes(), count);
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

    /** A context that is the same for all positions is written only once. */
    @Test
    void aSingleContextIsWrittenOnce() {
        assertThat(length(1000, 77)).isEqualTo(length(1000, 0) + 2 * (BitWriter.gammaLength(78) - 1));
    }

    private long length(int count, int context) {
        ByteWriter entries = new ByteWriter(16);
        for (int i = 0; i < count; i++) {
            entries.writeNumber(5);
            entries.writeNumber(context);
            entries.writeNumber(context);
        }
        PositionList positionList = new PositionList();
        fill(positionList, entries.takeBytes(), count);
        return positionList.prepare();
    }

    private void fill(PositionList positionList, byte[] entries, int count) {
        try (TempFile tempFile = TempFile.create(folder)) {
            long start = tempFile.append(entries, entries.length);
            positionList.addFrom(new SegmentReader(tempFile, start, start + entries.length, 0, 0), count);
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
