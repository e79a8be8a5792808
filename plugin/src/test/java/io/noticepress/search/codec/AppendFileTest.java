package io.noticepress.search.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendFileTest {
    @TempDir
    Path folder;

    @Test
    void temporaryFilesOfADeadBuildAreDeletedAndNothingElse() throws IOException {
        for (String name : new String[] {"search-123.tmp", "search-zh.bin.tmp", "search-zh.bin", "report.json"}) {
            Files.createFile(folder.resolve(name));
        }
        AppendFile.deleteTemps(folder);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("search-zh.bin", "report.json");
        }
    }

    @Test
    void aFolderThatIsNotThereIsMade() {
        AppendFile.deleteTemps(folder.resolve("a/b"));
        assertThat(folder.resolve("a/b")).isEmptyDirectory();
    }

    @Test
    void whatIsAddedIsReadAgainAndTheFileIsGoneInTheEnd() {
        try (AppendFile appendFile = AppendFile.createTemp(folder)) {
            BufferedAppender bufferedAppender = new BufferedAppender(appendFile);
            long first = bufferedAppender.append(new byte[] {1, 2, 3});
            long second = bufferedAppender.append(new byte[300_000]);
            assertThat(bufferedAppender.read(first + 1, 3)).containsExactly(2, 3, 0);
            assertThat(bufferedAppender.read(second, 300_000)).containsOnly(0);
            assertThat(bufferedAppender.end()).isEqualTo(300_003);
        }
        assertThat(folder).isEmptyDirectory();
    }
}
