package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.MessageLanguage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts kept by one build are those another would read; whatever became of them, the site and what is told of it are the same. */
class FactsTest {
    @TempDir
    Path folder;

    private Project project;
    private Path facts;
    private int edits;

    @BeforeEach
    void aSiteWhoseFactsAreKept() throws Exception {
        project = new Project(folder.resolve("project"));
        project.tongue = Optional.of(MessageLanguage.EN);
        project.content(Gazette.of(6, new Random(5)).files());
        project.put("notices/2030/stray.txt", "a file that belongs to nothing");
        Thread.sleep(200); // what was written just now might be written again without a later time
        assertThat(project.build().report().failed()).isFalse();
        facts = kept("facts-.*\\.bin");
    }

    @Test
    void factsThatAreStillTrueAreLeftAsTheyAre() throws IOException {
        FileTime time = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(facts, time);
        sameAsClean(List.of());
        assertThat(Files.getLastModifiedTime(facts)).isEqualTo(time);
    }

    @Test
    void afterAFreshCheckoutNothingIsRenderedAndTheFactsAreKeptAnew() throws IOException {
        try (Stream<Path> files = Files.walk(project.base)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(1_000_000)));
            }
        }
        FileTime before = Files.getLastModifiedTime(facts);
        Project.Run run = project.build();
        assertThat(run.report().rendered()).isZero();
        assertThat(run.report().problems()).isNotEmpty();
        assertThat(Files.getLastModifiedTime(facts)).isNotEqualTo(before);
    }

    @Test
    void damagedFactsAreReadAgain() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 16; i++) {
            Path file = i % 2 == 0 ? facts : pieces();
            byte[] damaged = Files.readAllBytes(file);
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            sameAsClean(List.of());
        }
    }

    @Test
    void whatWasFoundInTextsAndIsDamagedIsFoundAgain() throws IOException {
        project.put("pages/steps.zh.md", "---\ntitle: 步骤\n---\n1. 甲\n1. 乙\n1. 丙\n");
        Project.Run whole = project.build();
        assertThat(whole.report().problems())
                .anyMatch(problem -> problem.at().file().endsWith("steps.zh.md"));
        Path pieces = kept("memory-.*\\.pieces");
        byte[] damaged = Files.readAllBytes(pieces);
        for (int i = 100; i < damaged.length; i += 100) {
            damaged[i] ^= 1;
        }
        Files.write(pieces, damaged);
        sameAsClean(List.of());
        assertThat(project.build().report().problems()).isEqualTo(whole.report().problems());
    }

    @Test
    void factsThatAreLostAreToldOfAndReadAgain() throws IOException {
        byte[] sound = Files.readAllBytes(facts);
        String damaged = "info the memory of earlier builds is damaged, or of another version";
        Files.write(facts, Arrays.copyOf(sound, sound.length - 1));
        sameAsClean(List.of(damaged));
        Files.writeString(facts, "Noticepress memory 0, or whatever else somebody left here");
        sameAsClean(List.of(damaged));
        Files.delete(facts);
        sameAsClean(List.of("info there is no memory of an earlier build"));
        Files.delete(pieces());
        sameAsClean(List.of("info the memory of earlier builds is incomplete"));
    }

    @Test
    void factsReadUnderOtherSettingsDoNotCount() {
        project.put(
                "issuers.yaml",
                new String(Trees.read(project.content).get("issuers.yaml"), StandardCharsets.UTF_8)
                        .replaceFirst("zh: ", "zh: 新"));
        sameAsClean(List.of());
    }

    private Path pieces() throws IOException {
        return kept("facts-.*\\.pieces");
    }

    private Path kept(String name) throws IOException {
        try (Stream<Path> files = Files.list(project.work)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Builds after an edit that leaves all facts alone, and compares with a clean build. */
    private void sameAsClean(List<String> told) {
        project.put("pages/about.zh.md", "---\ntitle: 关于\n---\n第" + ++edits + "次修改。\n");
        Project.Run run = project.build();
        assertThat(run.lines()).containsAll(told);
        Project clean = project.elsewhere("clean");
        Trees.delete(clean.output.getParent());
        Project.Run all = clean.build();
        assertThat(run.report().problems()).isEqualTo(all.report().problems()).isNotEmpty();
        assertThat(Trees.differences(clean.site(), project.site())).isEmpty();
    }
}
