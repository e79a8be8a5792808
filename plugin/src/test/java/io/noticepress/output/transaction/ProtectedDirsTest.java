package io.noticepress.output.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.output.OutputFixture;
import io.noticepress.output.OutputTree;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.store.UnchangedDirs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtectedDirsTest {
    @TempDir
    Path temporary;

    private Path base;
    private Path work;
    private ProtectedDirs protectedDirs;

    @BeforeEach
    void project() throws IOException {
        Path home = Files.createDirectory(temporary.toRealPath().resolve("home"));
        base = Files.createDirectory(home.resolve("project"));
        work = base.resolve("target/noticepress");
        protectedDirs = new ProtectedDirs(
                base,
                home,
                Files.createDirectory(base.resolve("content")),
                Files.createDirectory(base.resolve("themes")));
    }

    @Test
    void theUsualFoldersAreAdmittedWhereTheyReallyAre() throws IOException {
        assertThat(protectedDirs.check(base.resolve("target/site"), work))
                .isEqualTo(new ProtectedDirs.WritableDirs(base.resolve("target/site"), work));
        Path elsewhere = Files.createDirectory(temporary.toRealPath().resolve("www"));
        Files.createSymbolicLink(base.resolve("public"), elsewhere);
        assertThat(protectedDirs.check(base.resolve("x/../public/."), work).output())
                .isEqualTo(elsewhere);
    }

    @Test
    void rootHomeProjectContentThemesAndWhatHoldsThemAreRefused() {
        assertRefused(base.getRoot(), "refusing to write to \"/\": it is the root of a file system");
        assertRefused(base.getParent(), "it is the home folder");
        assertRefused(base.getParent().getParent(), "it contains the home folder");
        assertRefused(base, "it is the project folder");
        assertRefused(base.resolve("content"), "refusing to write to \"content\": it is the content folder");
        assertRefused(base.resolve("content/site"), "it is inside the content folder");
        assertRefused(base.resolve("themes/official"), "it is inside the themes folder");
        assertRefused(base.resolve("target"), "it contains the work folder");
        assertRefused(work, "it is the work folder");
        assertRefused(base.resolve("content/../.."), "it is the home folder");
    }

    @Test
    void symbolicLinksAreResolved() throws IOException {
        assertRefused(
                Files.createSymbolicLink(temporary.resolve("link"), base.resolve("content")),
                "it is the content folder");
        assertRefused(temporary.resolve("link/new"), "it is inside the content folder");
        assertRefused(temporary.resolve("link/../target"), "it contains the work folder");
        assertRefused(
                Files.createSymbolicLink(base.resolve("dangling"), base.resolve("nowhere")),
                "it is a broken symbolic link");
    }

    @Test
    void aFileIsRefused() throws IOException {
        assertRefused(Files.createFile(base.resolve("site")), "it is a file, not a folder");
        Path file = Files.createFile(base.resolve("work"));
        assertThatThrownBy(() -> protectedDirs.check(base.resolve("target/site"), file))
                .isInstanceOf(RunFailed.class);
    }

    @Test
    void theWorkFolderStaysOutOfTheOutputContentAndThemes() {
        for (String folder : new String[] {"target/site", "target/site/work", "content/work", "themes/work"}) {
            assertThatThrownBy(() -> protectedDirs.check(base.resolve("target/site"), base.resolve(folder)))
                    .as(folder)
                    .isInstanceOfSatisfying(
                            RunFailed.class,
                            runFailed -> assertThat(runFailed.problem().code()).isEqualTo(ProblemCode.OUTPUT_UNSAFE));
        }
    }

    @Test
    void aRefusalWritesNothing() {
        Path content = base.resolve("content");
        assertThatThrownBy(() -> OutputTree.open(
                        content, work, OutputFixture.GENERATOR, protectedDirs, UnchangedDirs.NONE, new Problems()))
                .isInstanceOf(RunFailed.class);
        assertThat(content).isEmptyDirectory();
        assertThat(base.resolve(".content.noticepress")).doesNotExist();
        assertThat(work).doesNotExist();
    }

    @Test
    void pathsAreShownAsTheUserKnowsThem() {
        assertThat(protectedDirs.displayPath(base.resolve("target/../site"))).isEqualTo("site");
        assertThat(protectedDirs.displayPath(Path.of("/srv/www"))).isEqualTo("/srv/www");
    }

    private void assertRefused(Path output, String what) {
        assertThatThrownBy(() -> protectedDirs.check(output, work))
                .isInstanceOfSatisfying(RunFailed.class, runFailed -> {
                    assertThat(runFailed.problem().code()).isEqualTo(ProblemCode.OUTPUT_UNSAFE);
                    assertThat(runFailed.problem().message().en()).contains(what);
                });
    }
}
