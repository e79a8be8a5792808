package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.benchmark.SyntheticCorpus;
import io.noticepress.testkit.FileTrees;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The frequent phrases of a site are counted in a sample of its notices and determine how the whole index is stored. When
 * they change, the index is rebuilt.
 */
@Tag("long")
class FrequentPhrasesTest {
    private static final int NOTICES = 300;
    private static final String PHRASE = "龘靐";

    @TempDir
    Path folder;

    @Test
    void aPhraseThatBecomesFrequentOrRareIsIndexedAsInACleanBuild() throws IOException {
        TestProject testProject = new TestProject(folder.resolve("project"));
        SyntheticCorpus syntheticCorpus = new SyntheticCorpus(NOTICES);
        syntheticCorpus.writeContent(testProject.content);
        testProject.build();
        assertThat(isIndexedAsFrequent(testProject)).isFalse();

        String line = "\n" + (PHRASE + "、").repeat(20) + "\n";
        for (int i = 0; i < NOTICES; i++) {
            Files.writeString(
                    testProject.content.resolve(syntheticCorpus.contentFile(i)), line, StandardOpenOption.APPEND);
        }
        assertThat(equalsCleanBuild(testProject, "often")).isTrue();
        assertThat(isIndexedAsFrequent(testProject)).isTrue();

        Files.writeString(
                testProject.content.resolve(syntheticCorpus.contentFile(7)),
                "\n" + PHRASE + "。\n",
                StandardOpenOption.APPEND);
        assertThat(equalsCleanBuild(testProject, "once more")).isTrue();
        assertThat(isIndexedAsFrequent(testProject)).isTrue();

        for (int i = 0; i < NOTICES; i += 2) {
            Path file = testProject.content.resolve(syntheticCorpus.contentFile(i));
            Files.writeString(file, Files.readString(file).replace(line, "\n"));
        }
        assertThat(equalsCleanBuild(testProject, "seldom")).isTrue();
        assertThat(isIndexedAsFrequent(testProject)).isFalse();
    }

    private boolean equalsCleanBuild(TestProject testProject, String name) {
        assertThat(testProject.build().report().failed()).isFalse();
        TestProject clean = testProject.withOtherOutput(name);
        clean.build();
        return FileTrees.differences(clean.readSite(), testProject.readSite()).isEmpty();
    }

    /** Whether the phrase is listed in the root of the Chinese index. */
    private static boolean isIndexedAsFrequent(TestProject testProject) {
        return testProject.readSite().entrySet().stream()
                .filter(file -> file.getKey().matches("assets/search/zh/r\\..*\\.bin"))
                .anyMatch(file -> new String(file.getValue(), StandardCharsets.UTF_8).contains(PHRASE));
    }
}
