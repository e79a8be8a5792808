package io.noticepress.preview.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.preview.site.FileChanges;
import io.noticepress.testkit.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is heard of folders on a real disk. */
@Tag("long")
class FolderWatcherTest {
    private static final long RECHECK_MILLIS = 20;

    @TempDir
    Path folder;

    private final BlockingQueue<FileChanges> reported = new LinkedBlockingQueue<>();
    private Path content;
    private Path themes;
    private FolderWatcher folderWatcher;

    @BeforeEach
    void start() throws IOException {
        content = folder.resolve("content");
        themes = folder.resolve("themes");
        Files.createDirectories(content.resolve("notices"));
        Files.createDirectories(themes);
        folderWatcher = new FolderWatcher(List.of(content, themes), 0, RECHECK_MILLIS, reported::add);
        folderWatcher.start();
    }

    @AfterEach
    void end() throws IOException {
        folderWatcher.close();
    }

    @Test
    void aFileThatIsSaved() throws Exception {
        assertReports(content.resolve("notices"));
    }

    @Test
    void afterAFolderWasDeletedAndMadeAgainAtOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertReports(content);
            FileTrees.deleteTree(content);
            Files.createDirectories(content);
            assertReports(content);
        }
    }

    @Test
    void afterAFolderWasMovedAndIsAnotherNow() throws Exception {
        assertReports(content);
        Files.move(content, folder.resolve("aside"));
        Files.createDirectories(content.resolve("notices"));
        assertReports(content.resolve("notices"));
    }

    @Test
    void afterAllFoldersWereGone() throws Exception {
        assertReports(content);
        FileTrees.deleteTree(content);
        FileTrees.deleteTree(themes);
        Thread.sleep(RECHECK_MILLIS + 30); // the input: they stay away for longer than the interval
        Files.createDirectories(content);
        assertReports(content);
    }

    @Test
    void afterFoldersVanishedWhileTheyWereFound() throws Exception {
        assertReports(content);
        List<Path> lasting = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            Path made = folder.resolve("made");
            Path moved = content.resolve("moved" + round);
            for (int i = 0; i < 300; i++) {
                Files.createDirectories(made.resolve("f" + i));
            }
            Files.move(made, moved);
            for (int i = 0; i < 300; i += 2) {
                Files.delete(moved.resolve("f" + i));
                lasting.add(moved.resolve("f" + (i + 1)));
            }
            Thread.sleep(20);
        }
        assertReports(lasting.toArray(Path[]::new));
    }

    /** Files saved there are told of in the end, by their names, whatever else is said. */
    private void assertReports(Path... places) throws IOException, InterruptedException {
        Set<Path> unheard =
                Stream.of(places).map(place -> place.resolve("a.md")).collect(Collectors.toSet());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!unheard.isEmpty()) {
            assertThat(System.nanoTime())
                    .as("time until %s is heard of", unheard)
                    .isLessThan(end);
            for (Path file : unheard) {
                Files.writeString(file, "a");
            }
            for (FileChanges fileChanges = reported.poll(100, TimeUnit.MILLISECONDS);
                    fileChanges != null;
                    fileChanges = reported.poll(100, TimeUnit.MILLISECONDS)) {
                unheard.removeAll(fileChanges.paths());
            }
        }
    }
}
