package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
    @TempDir
    Path temporary;

    private Path base;
    private Path work;
    private Guard guard;

    @BeforeEach
    void project() throws IOException {
        Path home = Files.createDirectory(temporary.toRealPath().resolve("home"));
        base = Files.createDirectory(home.resolve("project"));
        work = base.resolve("target/noticepress");
        guard = new Guard(
                base,
                home,
                Files.createDirectory(base.resolve("content")),
                Files.createDirectory(base.resolve("themes")));
    }

    @Test
    void theUsualFoldersAreAdmittedWhereTheyReallyAre() throws IOException {
        assertThat(guard.admit(base.resolve("target/site"), work))
                .isEqualTo(new Guard.Places(base.resolve("target/site"), work));
        Path elsewhere = Files.createDirectory(temporary.toRealPath().resolve("www"));
        Files.createSymbolicLink(base.resolve("public"), elsewhere);
        assertThat(guard.admit(base.resolve("x/../public/."), work).output()).isEqualTo(elsewhere);
    }

    @Test
    void rootHomeProjectContentThemesAndWhatHoldsThemAreRefused() {
        refuses(base.getRoot(), "refusing to write to \"/\": it is the root of a file system");
        refuses(base.getParent(), "it is the home folder");
        refuses(base.getParent().getParent(), "it holds the home folder");
        refuses(base, "it is the project's folder");
        refuses(base.resolve("content"), "refusing to write to \"content\": it is the content folder");
        refuses(base.resolve("content/site"), "it lies inside the content folder");
        refuses(base.resolve("themes/official"), "it lies inside the themes folder");
        refuses(base.resolve("target"), "it holds the work folder");
        refuses(work, "it is the work folder");
        refuses(base.resolve("content/../.."), "it is the home folder");
    }

    @Test
    void linksDoNotDeceiveIt() throws IOException {
        refuses(
                Files.createSymbolicLink(temporary.resolve("link"), base.resolve("content")),
                "it is the content folder");
        refuses(temporary.resolve("link/new"), "it lies inside the content folder");
        refuses(temporary.resolve("link/../target"), "it holds the work folder");
        refuses(
                Files.createSymbolicLink(base.resolve("dangling"), base.resolve("nowhere")),
                "it is a symbolic link that leads nowhere");
    }

    @Test
    void aFileIsRefused() throws IOException {
        refuses(Files.createFile(base.resolve("site")), "it is a file, not a folder");
        Path file = Files.createFile(base.resolve("work"));
        assertThatThrownBy(() -> guard.admit(base.resolve("target/site"), file)).isInstanceOf(RunFailed.class);
    }

    @Test
    void theWorkFolderStaysOutOfTheOutputContentAndThemes() {
        for (String folder : new String[] {"target/site", "target/site/work", "content/work", "themes/work"}) {
            assertThatThrownBy(() -> guard.admit(base.resolve("target/site"), base.resolve(folder)))
                    .as(folder)
                    .isInstanceOfSatisfying(
                            RunFailed.class,
                            runFailed -> assertThat(runFailed.problem().code()).isEqualTo(ProblemCode.OUTPUT_UNSAFE));
        }
    }

    @Test
    void aRefusalWritesNothing() {
        Path content = base.resolve("content");
        assertThatThrownBy(() -> OutputTree.open(content, work, Bench.GENERATOR, guard, Still.NOTHING, new Problems()))
                .isInstanceOf(RunFailed.class);
        assertThat(content).isEmptyDirectory();
        assertThat(base.resolve(".content.noticepress")).doesNotExist();
        assertThat(work).doesNotExist();
    }

    @Test
    void pathsAreShownAsTheUserKnowsThem() {
        assertThat(guard.shown(base.resolve("target/../site"))).isEqualTo("site");
        assertThat(guard.shown(Path.of("/srv/www"))).isEqualTo("/srv/www");
    }

    private void refuses(Path output, String what) {
        assertThatThrownBy(() -> guard.admit(output, work)).isInstanceOfSatisfying(RunFailed.class, runFailed -> {
            assertThat(runFailed.problem().code()).isEqualTo(ProblemCode.OUTPUT_UNSAFE);
            assertThat(runFailed.problem().message().en()).contains(what);
        });
    }
}
