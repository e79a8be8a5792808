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
 * The heap needed for a site of up to 100,000 notices is known in advance: {@value #FIXED_MIB} MiB plus
 * {@value #BYTES_PER_NOTICE} bytes per notice in two languages. {@code -Dlaws.notices=100000} tests more notices, in a heap of 486
 * MiB.
 *
 * <p>The peak is reached at the commit, with about 3,500 bytes per notice: 1,500 for facts, titles and paths; 700 for the
 * three planned pages with their addresses; 300 for digests, sizes and times of the files; 300 for the locations of the
 * findings and search texts in the build cache; the rest is its share of the search index and the lists. After an edit it
 * is about the same: there is less new data, but that of the last build is also in memory. When all pages are rendered
 * again both add up to about 4,300 bytes. Texts and pages are on disk. The fixed part holds the program itself, one or two
 * pages per worker, and the findings of texts, which may use one fortieth of the heap.
 */
@Tag("long")
class HeapLimitTest {
    private static final int NOTICES = Integer.getInteger("laws.notices", 10_000);
    private static final int FIXED_MIB = 96;
    private static final int BYTES_PER_NOTICE = 4 * 1024;

    @TempDir
    Path folder;

    /** Runs a build in a process of its own; the argument is the project folder. */
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
        Path processLog = folder.resolve("log.txt");
        Process process = ChildJvm.of(
                        List.of("-Xmx" + mebibytes + "m"), HeapLimitTest.class, testProject.base.toString())
                .redirectErrorStream(true)
                .redirectOutput(processLog.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(processLog)).isZero();
    }
}
