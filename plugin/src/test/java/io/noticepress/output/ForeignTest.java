package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void project() throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void foreignFilesAreKeptAndNamedOnceAtTheTop() throws IOException {
        bench.build("zh/index.html", "1", "zh/old.html", "2");
        bench.put("note.txt", "n");
        bench.put("photos/2023/a.jpg", "a");
        bench.put("photos/2023/b.jpg", "b");
        bench.put("zh/mine/c.txt", "c");
        Bench.Built built = bench.build("zh/index.html", "1");
        assertThat(built.lines())
                .containsExactly(
                        "target/site/note.txt foreign-file",
                        "target/site/photos/ foreign-file",
                        "target/site/zh/mine/ foreign-file");
        assertThat(bench.files()).containsKeys("note.txt", "photos/2023/a.jpg", "photos/2023/b.jpg", "zh/mine/c.txt");
        assertThat(bench.files()).doesNotContainKey("zh/old.html");
        Problem first = built.problems().get(0);
        assertThat(first.message().en()).isEqualTo("\"target/site/note.txt\" was not made by a build and is kept");
        assertThat(first.message().zh()).isEqualTo("“target/site/note.txt”不是本工具生成的，予以保留");
    }

    @Test
    void hiddenFilesAndCnameAreKnownGuests() throws IOException {
        bench.put(".git/config", "g");
        bench.put(".nojekyll", "");
        bench.put("CNAME", "example.org");
        bench.put("zh/.DS_Store", "");
        assertThat(bench.build("zh/index.html", "1").problems()).isEmpty();
        assertThat(bench.build().problems()).isEmpty();
        assertThat(bench.files()).containsKeys(".git/config", ".nojekyll", "CNAME", "zh/.DS_Store");
    }

    @Test
    void whatIsInTheWayOfAPageIsAnErrorBeforeAnythingIsRendered() throws IOException {
        bench.put("index.html", "mine");
        bench.put("zh", "a file where a folder must be");
        bench.put("a.html/x.txt", "a folder where a file must be");
        SortedMap<String, String> before = bench.files();
        Problems problems = new Problems();
        SortedMap<String, String> site = Bench.site("zh/index.html", "1", "a.html", "2");
        try (OutputTree tree = bench.open(problems, new Disk())) {
            tree.inspect(Bench.plan(site));
        }
        assertThat(problems.sorted().stream()
                        .map(problem ->
                                problem.at().file() + " " + problem.code().id()))
                .containsExactly(
                        "target/site/a.html output-unsafe",
                        "target/site/index.html output-unsafe",
                        "target/site/zh output-unsafe");
        assertThatThrownBy(() -> bench.build(site)).isInstanceOf(RunFailed.class);
        assertThat(bench.files()).isEqualTo(before);
    }

    @Test
    void aFileThatAppearsDuringTheBuildIsNotOverwritten() throws IOException {
        bench.build("a.html", "1");
        SortedMap<String, String> before = bench.files();
        var plan = Bench.plan(Bench.site("a.html", "2", "b.html", "2"));
        try (OutputTree tree = bench.open()) {
            plan.forEach(sheet -> tree.stage(sheet, sheet.bytes()));
            bench.put("b.html", "mine");
            assertThatThrownBy(() -> tree.commit(plan)).isInstanceOfSatisfying(RunFailed.class, runFailed -> {
                assertThat(runFailed.problem().code().id()).isEqualTo("output-unsafe");
                assertThat(runFailed.problem().at().file()).isEqualTo("target/site/b.html");
            });
        }
        before.put("b.html", "mine");
        assertThat(bench.files()).isEqualTo(before);
    }

    @Test
    void aLeftoverThatSomebodyEditedIsKept() throws IOException {
        bench.build("zh/a.html", "1", "zh/b.html", "2");
        bench.put("zh/b.html", "edited");
        assertThat(bench.build("zh/a.html", "1").lines()).containsExactly("target/site/zh/b.html foreign-file");
        assertThat(bench.files()).containsEntry("zh/b.html", "edited");
        assertThat(bench.build("zh/a.html", "1").lines()).containsExactly("target/site/zh/b.html foreign-file");
    }

    @Test
    void symbolicLinksAreNeitherFollowedNorWrittenThrough() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path secret = Files.writeString(elsewhere.resolve("index.html"), "secret");
        bench.build("zh/index.html", "1", "a.html", "2");
        Files.delete(bench.output.resolve("a.html"));
        Files.createSymbolicLink(bench.output.resolve("a.html"), secret);
        Files.createSymbolicLink(bench.output.resolve("en"), elsewhere);
        Files.createSymbolicLink(bench.output.resolve("other"), elsewhere);
        Problems problems = new Problems();
        SortedMap<String, String> site = Bench.site("zh/index.html", "1", "a.html", "2", "en/index.html", "3");
        try (OutputTree tree = bench.open(problems, new Disk())) {
            tree.inspect(Bench.plan(site));
        }
        assertThat(problems.sorted().stream()
                        .map(problem ->
                                problem.at().file() + " " + problem.code().id()))
                .containsExactly(
                        "target/site/a.html output-unsafe",
                        "target/site/en output-unsafe",
                        "target/site/other foreign-file");
        assertThatThrownBy(() -> bench.build(site)).isInstanceOf(RunFailed.class);
        assertThat(Bench.files(elsewhere)).isEqualTo(Map.of("index.html", "secret"));
    }

    @Test
    void anOutputThatIsALinkIsWrittenWhereItLeads() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("srv/www"));
        Files.createDirectories(bench.output.getParent());
        Files.createSymbolicLink(bench.output, elsewhere);
        bench.build("a.html", "1");
        assertThat(Bench.files(elsewhere)).isEqualTo(Bench.clean(Bench.site("a.html", "1")));
        assertThat(folder.resolve("srv/.www.noticepress/lock")).exists();
    }
}
