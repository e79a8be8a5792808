package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.store.FileOps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignFilesTest {
    @TempDir
    Path folder;

    private OutputFixture outputFixture;

    @BeforeEach
    void project() throws IOException {
        outputFixture = new OutputFixture(folder);
    }

    @Test
    void foreignFilesAreKeptAndNamedOnceAtTheTop() throws IOException {
        outputFixture.build("zh/index.html", "1", "zh/old.html", "2");
        outputFixture.writeOutput("note.txt", "n");
        outputFixture.writeOutput("photos/2023/a.jpg", "a");
        outputFixture.writeOutput("photos/2023/b.jpg", "b");
        outputFixture.writeOutput("zh/mine/c.txt", "c");
        OutputFixture.OutputResult outputResult = outputFixture.build("zh/index.html", "1");
        assertThat(outputResult.problemLines())
                .containsExactly(
                        "target/site/note.txt foreign-file",
                        "target/site/photos/ foreign-file",
                        "target/site/zh/mine/ foreign-file");
        assertThat(outputFixture.readFiles())
                .containsKeys("note.txt", "photos/2023/a.jpg", "photos/2023/b.jpg", "zh/mine/c.txt");
        assertThat(outputFixture.readFiles()).doesNotContainKey("zh/old.html");
        Problem first = outputResult.problems().get(0);
        assertThat(first.message().en()).isEqualTo("\"target/site/note.txt\" was not made by a build and is kept");
        assertThat(first.message().zh()).isEqualTo("“target/site/note.txt”不是本工具生成的，予以保留");
    }

    @Test
    void hiddenFilesAndCnameAreTolerated() throws IOException {
        outputFixture.writeOutput(".git/config", "g");
        outputFixture.writeOutput(".nojekyll", "");
        outputFixture.writeOutput("CNAME", "example.org");
        outputFixture.writeOutput("zh/.DS_Store", "");
        assertThat(outputFixture.build("zh/index.html", "1").problems()).isEmpty();
        assertThat(outputFixture.build().problems()).isEmpty();
        assertThat(outputFixture.readFiles()).containsKeys(".git/config", ".nojekyll", "CNAME", "zh/.DS_Store");
    }

    @Test
    void whatIsInTheWayOfAPageIsAnErrorBeforeAnythingIsRendered() throws IOException {
        outputFixture.writeOutput("index.html", "mine");
        outputFixture.writeOutput("zh", "a file where a folder must be");
        outputFixture.writeOutput("a.html/x.txt", "a folder where a file must be");
        SortedMap<String, String> before = outputFixture.readFiles();
        Problems problems = new Problems();
        SortedMap<String, String> site = OutputFixture.site("zh/index.html", "1", "a.html", "2");
        try (OutputTree tree = outputFixture.open(problems, new FileOps())) {
            tree.checkForeignFiles(OutputFixture.plan(site));
        }
        assertThat(problems.sorted().stream()
                        .map(problem ->
                                problem.at().file() + " " + problem.code().id()))
                .containsExactly(
                        "target/site/a.html output-unsafe",
                        "target/site/index.html output-unsafe",
                        "target/site/zh output-unsafe");
        assertThatThrownBy(() -> outputFixture.build(site)).isInstanceOf(RunFailed.class);
        assertThat(outputFixture.readFiles()).isEqualTo(before);
    }

    @Test
    void aFileThatAppearsDuringTheBuildIsNotOverwritten() throws IOException {
        outputFixture.build("a.html", "1");
        SortedMap<String, String> before = outputFixture.readFiles();
        var plan = OutputFixture.plan(OutputFixture.site("a.html", "2", "b.html", "2"));
        try (OutputTree tree = outputFixture.open()) {
            plan.forEach(plannedText -> tree.stage(plannedText, plannedText.bytes()));
            outputFixture.writeOutput("b.html", "mine");
            assertThatThrownBy(() -> tree.commit(plan)).isInstanceOfSatisfying(RunFailed.class, runFailed -> {
                assertThat(runFailed.problem().code().id()).isEqualTo("output-unsafe");
                assertThat(runFailed.problem().at().file()).isEqualTo("target/site/b.html");
            });
        }
        before.put("b.html", "mine");
        assertThat(outputFixture.readFiles()).isEqualTo(before);
    }

    @Test
    void aLeftoverThatSomebodyEditedIsKept() throws IOException {
        outputFixture.build("zh/a.html", "1", "zh/b.html", "2");
        outputFixture.writeOutput("zh/b.html", "edited");
        assertThat(outputFixture.build("zh/a.html", "1").problemLines())
                .containsExactly("target/site/zh/b.html foreign-file");
        assertThat(outputFixture.readFiles()).containsEntry("zh/b.html", "edited");
        assertThat(outputFixture.build("zh/a.html", "1").problemLines())
                .containsExactly("target/site/zh/b.html foreign-file");
    }

    @Test
    void symbolicLinksAreNeitherFollowedNorWrittenThrough() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path secret = Files.writeString(elsewhere.resolve("index.html"), "secret");
        outputFixture.build("zh/index.html", "1", "a.html", "2");
        Files.delete(outputFixture.output.resolve("a.html"));
        Files.createSymbolicLink(outputFixture.output.resolve("a.html"), secret);
        Files.createSymbolicLink(outputFixture.output.resolve("en"), elsewhere);
        Files.createSymbolicLink(outputFixture.output.resolve("other"), elsewhere);
        Problems problems = new Problems();
        SortedMap<String, String> site = OutputFixture.site("zh/index.html", "1", "a.html", "2", "en/index.html", "3");
        try (OutputTree tree = outputFixture.open(problems, new FileOps())) {
            tree.checkForeignFiles(OutputFixture.plan(site));
        }
        assertThat(problems.sorted().stream()
                        .map(problem ->
                                problem.at().file() + " " + problem.code().id()))
                .containsExactly(
                        "target/site/a.html output-unsafe",
                        "target/site/en output-unsafe",
                        "target/site/other foreign-file");
        assertThatThrownBy(() -> outputFixture.build(site)).isInstanceOf(RunFailed.class);
        assertThat(OutputFixture.readFiles(elsewhere)).isEqualTo(Map.of("index.html", "secret"));
    }

    @Test
    void anOutputThatIsALinkIsWrittenWhereItLeads() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("srv/www"));
        Files.createDirectories(outputFixture.output.getParent());
        Files.createSymbolicLink(outputFixture.output, elsewhere);
        outputFixture.build("a.html", "1");
        assertThat(OutputFixture.readFiles(elsewhere))
                .isEqualTo(OutputFixture.cleanBuildFiles(OutputFixture.site("a.html", "1")));
        assertThat(folder.resolve("srv/.www.noticepress/lock")).exists();
    }
}
