package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.benchmark.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which phrases are common in a site is counted in some of its notices and decides how the search keeps all of them; so when it
 * changes, the index is made anew.
 */
@Tag("long")
class CommonPhrasesTest {
    private static final int NOTICES = 300;
    private static final String PHRASE = "龘靐";

    @TempDir
    Path folder;

    @Test
    void whatBecomesCommonAndIsNoLongerIsAsInACleanBuild() throws IOException {
        Project project = new Project(folder.resolve("project"));
        Corpus corpus = new Corpus(NOTICES);
        corpus.writeContent(project.content);
        project.build();
        assertThat(isCommon(project)).isFalse();

        String line = "\n" + (PHRASE + "、").repeat(20) + "\n";
        for (int i = 0; i < NOTICES; i++) {
            Files.writeString(project.content.resolve(corpus.file(i)), line, StandardOpenOption.APPEND);
        }
        assertThat(isAsClean(project, "often")).isTrue();
        assertThat(isCommon(project)).isTrue();

        Files.writeString(project.content.resolve(corpus.file(7)), "\n" + PHRASE + "。\n", StandardOpenOption.APPEND);
        assertThat(isAsClean(project, "once more")).isTrue();
        assertThat(isCommon(project)).isTrue();

        for (int i = 0; i < NOTICES; i += 2) {
            Path file = project.content.resolve(corpus.file(i));
            Files.writeString(file, Files.readString(file).replace(line, "\n"));
        }
        assertThat(isAsClean(project, "seldom")).isTrue();
        assertThat(isCommon(project)).isFalse();
    }

    private boolean isAsClean(Project project, String name) {
        assertThat(project.build().report().failed()).isFalse();
        Project clean = project.elsewhere(name);
        clean.build();
        return Trees.differences(clean.site(), project.site()).isEmpty();
    }

    /** Whether the phrase is listed where the Chinese index begins. */
    private static boolean isCommon(Project project) {
        return project.site().entrySet().stream()
                .filter(file -> file.getKey().matches("assets/search/zh/r\\..*\\.bin"))
                .anyMatch(file -> new String(file.getValue(), StandardCharsets.UTF_8).contains(PHRASE));
    }
}
