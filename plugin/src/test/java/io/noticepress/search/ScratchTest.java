package io.noticepress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir
    Path folder;

    @Test
    void whatADeadBuildLeftIsClearedAwayAndNothingElse() throws IOException {
        for (String name : new String[] {"search-123.tmp", "search-zh.bin.tmp", "search-zh.bin", "report.json"}) {
            Files.createFile(folder.resolve(name));
        }
        Scratch.clear(folder);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("search-zh.bin", "report.json");
        }
    }

    @Test
    void aFolderThatIsNotThereIsMade() {
        Scratch.clear(folder.resolve("a/b"));
        assertThat(folder.resolve("a/b")).isEmptyDirectory();
    }

    @Test
    void whatIsAddedIsReadAgainAndTheFileIsGoneInTheEnd() {
        try (Scratch scratch = Scratch.in(folder)) {
            Spool spool = new Spool(scratch);
            long first = spool.add(new byte[] {1, 2, 3});
            long second = spool.add(new byte[300_000]);
            assertThat(spool.read(first + 1, 3)).containsExactly(2, 3, 0);
            assertThat(spool.read(second, 300_000)).containsOnly(0);
            assertThat(spool.end()).isEqualTo(300_003);
        }
        assertThat(folder).isEmptyDirectory();
    }
}
