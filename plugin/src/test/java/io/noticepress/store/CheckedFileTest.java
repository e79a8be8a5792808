package io.noticepress.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.values.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedFileTest {
    private static final byte[] LONG_BLOCK = new byte[500_000];

    @TempDir
    Path folder;

    private CheckedFile file;

    @BeforeEach
    void aFile() throws IOException {
        Arrays.fill(LONG_BLOCK, (byte) 7);
        file = new CheckedFile(folder.resolve("journal"), "journal 1");
        file.replace(new FileOps(), out -> {
            out.writeText("科A");
            out.writeDigest(Digest.of("x"));
            out.write(LONG_BLOCK);
            out.writeInt(-2);
            out.writeLong(Long.MIN_VALUE);
        });
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        try (CheckedFile.Reader in = file.open().orElseThrow()) {
            assertThat(in.readText()).isEqualTo("科A");
            assertThat(in.readDigest()).isEqualTo(Digest.of("x"));
            assertThat(in.readBlock(LONG_BLOCK.length).array()).isEqualTo(LONG_BLOCK);
            assertThat(in.readInt()).isEqualTo(-2);
            assertThat(in.readLong()).isEqualTo(Long.MIN_VALUE);
        }
        assertThat(file.readAll().orElseThrow().remaining()).isEqualTo(8 + 32 + LONG_BLOCK.length + 12);
        assertThat(Files.readAllBytes(folder.resolve("journal")))
                .startsWith("Noticepress journal 1\n\0\0\0\4".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void damageAndOtherVersionsAreNoticed() throws IOException {
        assertThat(new CheckedFile(folder.resolve("journal"), "journal 2").open())
                .isEmpty();
        byte[] whole = Files.readAllBytes(folder.resolve("journal"));
        for (int i = 0; i < whole.length; i += i < 100 ? 1 : 49_999) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 4;
            Files.write(folder.resolve("journal"), damaged);
            assertThat(file.open()).as("byte " + i).isEmpty();
        }
        for (int length : new int[] {0, 3, 20, 25, 30, whole.length - 1}) {
            Files.write(folder.resolve("journal"), Arrays.copyOf(whole, length));
            assertThat(file.readAll()).as("length " + length).isEmpty();
        }
    }
}
