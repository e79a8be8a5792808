package io.noticepress.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.build.FileChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
class WatchTest {
    @TempDir
    Path folder;

    private final BlockingQueue<FileChanges> told = new LinkedBlockingQueue<>();
    private Path content;
    private Path themes;
    private Watch watch;

    @BeforeEach
    void start() throws IOException {
        content = folder.resolve("content");
        themes = folder.resolve("themes");
        Files.createDirectories(content.resolve("notices"));
        Files.createDirectories(themes);
        watch = new Watch(List.of(content, themes), 0, told::add);
        watch.start();
    }

    @AfterEach
    void end() throws IOException {
        watch.close();
    }

    @Test
    void aFileThatIsSaved() throws Exception {
        hears(content.resolve("notices"));
    }

    @Test
    void afterAFolderWasDeletedAndMadeAgainAtOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            hears(content);
            delete(content);
            Files.createDirectories(content);
            hears(content);
        }
    }

    @Test
    void afterAFolderWasMovedAndIsAnotherNow() throws Exception {
        hears(content);
        Files.move(content, folder.resolve("aside"));
        Files.createDirectories(content.resolve("notices"));
        hears(content.resolve("notices"));
    }

    @Test
    void afterAllFoldersWereGone() throws Exception {
        hears(content);
        delete(content);
        delete(themes);
        Thread.sleep(700);
        Files.createDirectories(content);
        hears(content);
    }

    @Test
    void afterFoldersVanishedWhileTheyWereFound() throws Exception {
        hears(content);
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
        hears(lasting.toArray(Path[]::new));
    }

    /** Files saved there are told of in the end, by their names, whatever else is said. */
    private void hears(Path... places) throws IOException, InterruptedException {
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
            for (FileChanges fileChanges = told.poll(100, TimeUnit.MILLISECONDS);
                    fileChanges != null;
                    fileChanges = told.poll(100, TimeUnit.MILLISECONDS)) {
                unheard.removeAll(fileChanges.paths());
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
