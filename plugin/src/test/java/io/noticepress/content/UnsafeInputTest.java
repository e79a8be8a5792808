package io.noticepress.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.markdown.Markdown;
import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What must not be read, or not in full. */
class UnsafeInputTest {
    @TempDir
    Path folder;

    private MinimalSite site;

    @BeforeEach
    void aSiteWithoutProblems() {
        site = new MinimalSite(folder);
        assertThat(site.problemHeads()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksAreNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.md"), MinimalSite.ORIGINAL);
        Files.createDirectories(site.root.resolve("notices/2030/kx-2030-6"));
        Files.createSymbolicLink(site.root.resolve("notices/2030/kx-2030-6/a.txt"), secret);
        Files.createSymbolicLink(site.root.resolve("notices/2030/kx-2030-7.zh.md"), secret);
        Files.createSymbolicLink(site.root.resolve("notices/2031"), folder);
        Files.createSymbolicLink(site.root.resolve("pages"), site.root);
        assertThat(site.problemHeads())
                .containsExactly(
                        "content/notices/2030/kx-2030-6/a.txt:1:1: error: this is a symbolic link, which is not followed [unsafe-path]",
                        "content/notices/2030/kx-2030-7.zh.md:1:1: error: this is a symbolic link, which is not followed [unsafe-path]",
                        "content/notices/2031:1:1: error: this is a symbolic link, which is not followed [unsafe-path]",
                        "content/pages:1:1: error: this is a symbolic link, which is not followed [unsafe-path]");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void pipesAreNotOpened() throws Exception {
        Path pipe = site.root.resolve("notices/2030/kx-2030-8.zh.md");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThat(site.problemHeads())
                .containsExactly(
                        "content/notices/2030/kx-2030-8.zh.md:1:1: error: this is neither a file nor a folder [unsafe-path]");
    }

    @Test
    void aTextOfMoreThanAMebibyteIsTooLarge() {
        site.write(MinimalSite.ZH, MinimalSite.ORIGINAL + "字".repeat(350_000) + "\n");
        assertThat(site.problemHeads())
                .containsExactly(
                        "content/" + MinimalSite.ZH + ":8:1: error: 1.1 MiB exceeds the limit of 1 MiB [too-large]");
    }

    @Test
    void frontMatterOfMoreThan64KibibytesIsTooLargeBeforeItIsParsed() {
        site.write(MinimalSite.ZH, MinimalSite.ORIGINAL.replace("issuer:", "x".repeat(66_000) + "\nissuer:"));
        assertThat(site.problemHeads())
                .containsExactly(
                        "content/" + MinimalSite.ZH + ":1:1: error: 64.7 KiB exceeds the limit of 64 KiB [too-large]");
    }

    @Test
    void aFileOf5MebibytesIsNotEvenRead() {
        site.write(MinimalSite.ZH, "---\n" + "[".repeat(5 * 1024 * 1024));
        assertThat(site.problemHeads())
                .containsExactly(
                        "content/" + MinimalSite.ZH + ":1:1: error: 5.1 MiB exceeds the limit of 1.1 MiB [too-large]");
    }

    @Test
    void anAttachmentOf200MebibytesIsTooLarge() throws IOException {
        site.write("notices/2030/kx-2030-6/a.txt", "x");
        try (RandomAccessFile file = new RandomAccessFile(
                site.root.resolve("notices/2030/kx-2030-6/a.txt").toFile(), "rw")) {
            file.setLength(200L * 1024 * 1024);
        }
        assertThat(site.problemHeads())
                .containsExactly(
                        "content/notices/2030/kx-2030-6/a.txt:1:1: error: 200 MiB exceeds the limit of 20 MiB [too-large]");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void hiddenCharactersInFileNamesAreReported() {
        site.write("notices/2030/kx-2030-6/a\u202Etxt.pdf", "%PDF-1.7");
        assertThat(site.problemHeads())
                .containsExactly(
                        "content/notices/2030/kx-2030-6/a⟨U+202E⟩txt.pdf:1:1: error: hidden character U+202E in the file name [hidden-character]");
    }

    @Test
    void aFileThatChangesWhileItIsReadEndsTheRun() {
        ContentFixture run = site.readAll();
        BodySource text = run.texts.get(0);
        site.write(MinimalSite.ZH, MinimalSite.ORIGINAL + "又一段。\n");
        BodyReader reader =
                new BodyReader(ContentFolder.of(site.root, "content"), run.site.orElseThrow(), new Markdown()::parse);
        assertThatThrownBy(() -> reader.read(text))
                .isInstanceOfSatisfying(
                        RunFailed.class,
                        runFailed -> assertThat(MinimalSite.headLine(runFailed.problem()))
                                .isEqualTo("content/" + MinimalSite.ZH
                                        + ":1:1: error: the file changed while the build ran [io]"));
    }
}
