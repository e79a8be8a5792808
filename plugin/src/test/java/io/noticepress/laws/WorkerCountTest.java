package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.MessageLanguage;
import io.noticepress.testkit.FileTrees;
import io.noticepress.testkit.RandomContent;
import io.noticepress.testkit.RandomMistakes;
import io.noticepress.testkit.TestProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 3: 1, 2 and 8 workers give the same bytes, and the same messages in the same order. */
@Tag("long")
class WorkerCountTest {
    private static final List<Integer> WORKERS = List.of(1, 2, 8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13})
    void anyNumberOfWorkersGivesTheSameBytesAndMessages(int seed) {
        TestProject testProject = new TestProject(folder.resolve("project"));
        testProject.syncContent(RandomContent.of(9, new Random(seed)).files());
        List<SortedMap<String, byte[]>> sites = new ArrayList<>();
        List<List<String>> runs = new ArrayList<>();
        for (int workers : WORKERS) {
            TestProject copy = testProject.withOtherOutput("workers");
            FileTrees.deleteTree(copy.output.getParent());
            copy.threads = workers;
            copy.explain = true;
            runs.add(copy.build().linesWithoutTimes());
            sites.add(copy.readSite());
        }
        assertThat(FileTrees.differences(sites.get(0), sites.get(1))).isEmpty();
        assertThat(FileTrees.differences(sites.get(0), sites.get(2))).isEmpty();
        assertThat(runs.get(1)).isEqualTo(runs.get(0));
        assertThat(runs.get(2)).isEqualTo(runs.get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 22})
    void brokenContentIsReportedInOneOrder(int seed) {
        TestProject testProject = new TestProject(folder.resolve("project"));
        Random random = new Random(seed);
        SortedMap<String, byte[]> files = RandomContent.of(12, random).files();
        files.replaceAll((path, bytes) ->
                path.startsWith("notices/") && path.endsWith(".md") ? RandomMistakes.addTo(bytes, random) : bytes);
        testProject.syncContent(files);
        testProject.messageLanguage = Optional.of(seed % 2 == 0 ? MessageLanguage.ZH : MessageLanguage.EN);
        for (boolean build : List.of(true, false)) {
            List<List<String>> runs = new ArrayList<>();
            for (int workers : WORKERS) {
                testProject.threads = workers;
                TestProject.LoggedRun loggedRun = build ? testProject.build() : testProject.validate();
                assertThat(loggedRun.report().failed()).isTrue();
                runs.add(loggedRun.linesWithoutTimes());
            }
            assertThat(runs.get(1)).isEqualTo(runs.get(0));
            assertThat(runs.get(2)).isEqualTo(runs.get(0));
            assertThat(testProject.output).doesNotExist();
        }
    }

    /** A template that fails for many pages is reported for the same page, whichever worker finds it first. */
    @Test
    void aFailingTemplateIsReportedInOneOrder() throws Exception {
        TestProject testProject = new TestProject(folder.resolve("project"));
        testProject.syncContent(RandomContent.of(9, new Random(5)).files());
        testProject.themes = testProject.base.resolve("themes");
        FileTrees.copyFiles(
                TestProject.TEST_THEMES.resolve("bare"), testProject.themes.resolve("bare"), Path::compareTo);
        Path template = testProject.themes.resolve("bare/pages/notice.ftlh");
        java.nio.file.Files.writeString(
                template,
                java.nio.file.Files.readString(template)
                        .replace("<p>title: ${notice.title}</p>", "<p>title: ${notice.titel}</p>"));
        List<List<String>> runs = new ArrayList<>();
        for (int workers : WORKERS) {
            testProject.threads = workers;
            runs.add(testProject.build().linesWithoutTimes());
        }
        assertThat(runs.get(0)).anyMatch(line -> line.contains("[template-error]"));
        assertThat(runs.get(1)).isEqualTo(runs.get(0));
        assertThat(runs.get(2)).isEqualTo(runs.get(0));
    }
}
