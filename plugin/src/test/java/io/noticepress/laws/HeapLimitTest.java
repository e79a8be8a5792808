package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.benchmark.SyntheticCorpus;
import io.noticepress.testkit.ChildJvm;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A site of up to 100,000 notices is built within a heap that is known beforehand: {@value #FIXED_MIB} MiB, and
 * {@value #BYTES_PER_NOTICE} bytes for each notice in two languages. More of them are tried with {@code -Dlaws.notices=100000}, which
 * then must do with 486 MiB.
 *
 * <p>Most is held of a notice at the commit, some 3,500 bytes: 1,500 its facts, titles and paths; 700 its three pages as they are
 * planned, with their addresses; 300 the digests, sizes and times of its files; 300 where the findings and the words of its texts are
 * kept; the rest its share of the index of the search and of the lists. After an edit it is as much: less is new, but what the last
 * build knew is held, too. Where all pages are made anew it is both, some 4,300 bytes. Texts and pages are on disk. The fixed part is
 * the program itself, a page or two per worker, and what was found in texts, which may fill a fortieth of the heap.
 */
@Tag("long")
class HeapLimitTest {
    private static final int NOTICES = Integer.getInteger("laws.notices", 10_000);
    private static final int FIXED_MIB = 96;
    private static final int BYTES_PER_NOTICE = 4 * 1024;

    @TempDir
    Path folder;

    /** A build in a process of its own: project folder. */
    public static void main(String[] args) {
        TestProject.LoggedRun loggedRun = project(Path.of(args[0])).build();
        loggedRun.lines().stream().filter(line -> !line.startsWith("info ")).forEach(System.out::println);
        System.exit(loggedRun.report().failed() ? 1 : 0);
    }

    private static TestProject project(Path folder) {
        TestProject testProject = new TestProject(folder);
        testProject.themes = Path.of("../themes").toAbsolutePath();
        testProject.threads = 2;
        return testProject;
    }

    @Test
    void aColdBuildAnEditAndAFullRebuildFitTheHeap() throws IOException, InterruptedException {
        TestProject testProject = project(folder.resolve("project"));
        SyntheticCorpus syntheticCorpus = new SyntheticCorpus(NOTICES);
        syntheticCorpus.writeContent(testProject.content);
        build(testProject);
        Path page = testProject
                .output
                .resolve(syntheticCorpus.pageAddress(NOTICES / 2))
                .resolve("index.html");
        assertThat(page).content().doesNotContain("刚刚补充的一段");
        Files.writeString(
                testProject.content.resolve(syntheticCorpus.contentFile(NOTICES / 2)),
                "\n刚刚补充的一段。\n",
                StandardOpenOption.APPEND);
        build(testProject);
        assertThat(page).content().contains("刚刚补充的一段");
        Path settings = testProject.content.resolve("site.yaml");
        Files.writeString(settings, Files.readString(settings).replace("示例通知库", "示例公文库"));
        build(testProject);
        assertThat(page).content().contains("示例公文库");
    }

    private void build(TestProject testProject) throws IOException, InterruptedException {
        long mebibytes = FIXED_MIB + (long) NOTICES * BYTES_PER_NOTICE / (1024 * 1024);
        Path said = folder.resolve("said.txt");
        Process process = ChildJvm.of(
                        List.of("-Xmx" + mebibytes + "m"), HeapLimitTest.class, testProject.base.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    }
}
