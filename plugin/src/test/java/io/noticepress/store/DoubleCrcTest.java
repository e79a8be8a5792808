package io.noticepress.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoubleCrcTest {
    @Test
    void bothChecksumsAreThoseOfTheirStandards() {
        assertThat(DoubleCrc.of("123456789".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(0xCBF43926_E3069283L);
        assertThat(DoubleCrc.of(new byte[0])).isZero();
    }

    @Test
    void aFileHasThatOfItsBytesHoweverTheyAreWritten(@TempDir Path folder) throws IOException {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        Path file = Files.write(folder.resolve("file"), bytes);
        DoubleCrc doubleCrc = new DoubleCrc();
        try (OutputStream out = doubleCrc.wrap(new ByteArrayOutputStream())) {
            out.write(bytes, 0, 1);
            out.write(bytes, 1, bytes.length - 1);
        }
        assertThat(DoubleCrc.of(file)).isEqualTo(DoubleCrc.of(bytes)).isEqualTo(doubleCrc.value());
    }

    @Test
    void aFlippedBitChangesTheChecksum() {
        byte[] bytes = new byte[1000];
        long before = DoubleCrc.of(bytes);
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(DoubleCrc.of(bytes)).isNotEqualTo(before);
            bytes[bit / 8] = 0;
        }
    }
}
