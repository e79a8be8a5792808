package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.MessageLanguage;
import io.noticepress.testkit.FileTrees;
import io.noticepress.testkit.RandomContent;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cached facts equal those read from the files, and a stale or damaged cache changes neither the site nor the messages. */
@Tag("long")
class FactsCacheTest {
    @TempDir
    Path folder;

    private TestProject testProject;
    private Path factsFile;
    private int edits;

    @BeforeEach
    void aSiteWithCachedFacts() throws IOException {
        testProject = new TestProject(folder.resolve("project"));
        testProject.messageLanguage = Optional.of(MessageLanguage.EN);
        testProject.syncContent(RandomContent.of(6, new Random(5)).files());
        testProject.writeContent("notices/2030/stray.txt", "a file that belongs to nothing");
        testProject.letSettle();
        assertThat(testProject.build().report().failed()).isFalse();
        factsFile = workFile("facts-.*\\.bin");
    }

    @Test
    void factsThatAreStillTrueAreNotRewritten() throws IOException {
        FileTime time = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(factsFile, time);
        assertEqualsCleanBuild(List.of());
        assertThat(Files.getLastModifiedTime(factsFile)).isEqualTo(time);
    }

    @Test
    void afterAFreshCheckoutNothingIsRenderedAndTheFactsAreKept() throws IOException {
        FileTime time = FileTime.from(Instant.EPOCH.plusSeconds(1_000_000));
        try (Stream<Path> files = Files.walk(testProject.base)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
        Files.delete(workFile("state-.*"));
        TestProject.LoggedRun loggedRun = testProject.build();
        assertThat(loggedRun.report().rendered()).isZero();
        assertThat(loggedRun.report().problems()).isNotEmpty();
        assertThat(Files.getLastModifiedTime(factsFile)).isEqualTo(time);
    }

    /** A failed build saves facts but no snapshot, so the snapshot is older than the facts. */
    @Test
    void anEditUndoneAfterAFailedBuildIsSeen() throws IOException {
        Path file = anyEdition();
        String text = Files.readString(file);
        Path aside = Files.move(file, folder.resolve("aside.md"));
        Files.writeString(file, text.stripTrailing() + "改\n");
        testProject.writeContent("pages/broken.zh.md", "---\ntitel: 页面\n---\n正文。\n");
        assertThat(testProject.build().report().failed()).isTrue();
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(testProject.content.resolve("pages/broken.zh.md"));
        testProject.letSettle();
        assertEqualsCleanBuild(List.of());
    }

    @Test
    void aFolderSwappedForAnotherIsSeen() throws IOException {
        Path year = anyEdition().getParent();
        Path copy = folder.resolve("year");
        FileTrees.copyFiles(year, copy, Comparator.naturalOrder());
        Path file = copy.resolve(anyEdition().getFileName());
        Files.writeString(file, Files.readString(file).stripTrailing() + "改\n");
        testProject.letSettle();
        assertEqualsCleanBuild(List.of());
        Files.move(year, folder.resolve("aside"));
        Files.move(copy, year);
        assertEqualsCleanBuild(List.of());
        Files.move(year, copy);
        Files.move(folder.resolve("aside"), year);
        assertEqualsCleanBuild(List.of());
    }

    private Path anyEdition() throws IOException {
        try (Stream<Path> files = Files.walk(testProject.content.resolve("notices"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void damagedFactsAreReadAgain() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 16; i++) {
            Path file = i % 2 == 0 ? factsFile : factsLog();
            byte[] damaged = Files.readAllBytes(file);
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            assertEqualsCleanBuild(List.of());
        }
    }

    @Test
    void damagedFindingsAreComputedAgain() throws IOException {
        testProject.writeContent("pages/steps.zh.md", "---\ntitle: 步骤\n---\n1. 甲\n1. 乙\n1. 丙\n");
        TestProject.LoggedRun whole = testProject.build();
        assertThat(whole.report().problems())
                .anyMatch(problem -> problem.at().file().endsWith("steps.zh.md"));
        Path cacheLog = workFile("memory-.*\\.pieces");
        byte[] damaged = Files.readAllBytes(cacheLog);
        for (int i = 100; i < damaged.length; i += 100) {
            damaged[i] ^= 1;
        }
        Files.write(cacheLog, damaged);
        assertEqualsCleanBuild(List.of());
        assertThat(testProject.build().report().problems())
                .isEqualTo(whole.report().problems());
    }

    @Test
    void lostFactsAreReportedAndReadAgain() throws IOException {
        byte[] sound = Files.readAllBytes(factsFile);
        String damaged = "info the build cache is damaged or from another version";
        Files.write(factsFile, Arrays.copyOf(sound, sound.length - 1));
        assertEqualsCleanBuild(List.of(damaged));
        Files.writeString(factsFile, "Noticepress facts 0, or some other file of this name");
        assertEqualsCleanBuild(List.of(damaged));
        Files.delete(factsFile);
        assertEqualsCleanBuild(List.of("info no build cache found"));
        Files.delete(factsLog());
        assertEqualsCleanBuild(List.of("info the build cache is incomplete"));
    }

    @Test
    void factsReadUnderOtherSettingsDoNotCount() {
        testProject.writeContent(
                "issuers.yaml",
                new String(FileTrees.read(testProject.content).get("issuers.yaml"), StandardCharsets.UTF_8)
                        .replaceFirst("zh: ", "zh: 新"));
        assertEqualsCleanBuild(List.of());
    }

    private Path factsLog() throws IOException {
        return workFile("facts-.*\\.pieces");
    }

    private Path workFile(String name) throws IOException {
        try (Stream<Path> files = Files.list(testProject.work)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Builds after an edit that changes no facts, and compares the site with a clean build. */
    private void assertEqualsCleanBuild(List<String> expectedLines) {
        testProject.writeContent("pages/about.zh.md", "---\ntitle: 关于\n---\n第" + ++edits + "次修改。\n");
        TestProject.LoggedRun loggedRun = testProject.build();
        assertThat(loggedRun.lines()).containsAll(expectedLines);
        TestProject clean = testProject.withOtherOutput("clean");
        FileTrees.deleteTree(clean.output.getParent());
        TestProject.LoggedRun all = clean.build();
        assertThat(loggedRun.report().problems())
                .isEqualTo(all.report().problems())
                .isNotEmpty();
        assertThat(FileTrees.differences(clean.readSite(), testProject.readSite()))
                .isEmpty();
    }
}
