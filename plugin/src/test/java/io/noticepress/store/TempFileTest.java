package io.noticepress.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TempFileTest {
    @TempDir
    Path folder;

    @Test
    void filesOfAKilledRunAreDeletedAndNothingElse() throws IOException {
        for (String name : new String[] {"temp-123.tmp", "search-zh.bin.new", "search-zh.bin", "report.json"}) {
            Files.createFile(folder.resolve(name));
        }
        TempFile.deleteAll(folder);
        try (Stream<Path> remaining = Files.list(folder)) {
            assertThat(remaining.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("search-zh.bin.new", "search-zh.bin", "report.json");
        }
    }

    @Test
    void aMissingFolderIsCreated() {
        TempFile.deleteAll(folder.resolve("a/b"));
        assertThat(folder.resolve("a/b")).isEmptyDirectory();
    }

    @Test
    void whatIsAppendedCanBeReadAndTheFileIsDeletedWhenItIsClosed() {
        try (TempFile tempFile = TempFile.create(folder)) {
            long first = tempFile.append(new byte[] {1, 2, 3});
            long second = tempFile.append(new byte[300_000]);
            assertThat(tempFile.read(first + 1, 3)).containsExactly(2, 3, 0);
            assertThat(tempFile.read(second, 300_000)).containsOnly(0);
            assertThat(tempFile.append(new byte[1])).isEqualTo(300_003);
        }
        assertThat(folder).isEmptyDirectory();
    }
}
