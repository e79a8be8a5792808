package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.store.UnchangedDirs;
import io.noticepress.testkit.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLockTest {
    /** Runs in a second process: opens the output tree of a project, reports it and waits to be killed. */
    static final class LockHolder {
        public static void main(String[] args) throws Exception {
            OutputFixture outputFixture = new OutputFixture(Path.of(args[0]));
            try (OutputTree tree = outputFixture.open()) {
                tree.stage(OutputFixture.plannedText("half.html", "half"), "half".getBytes(StandardCharsets.UTF_8));
                System.err.println("open");
                Thread.sleep(60_000);
            }
        }
    }

    @TempDir
    Path folder;

    private OutputFixture outputFixture;

    @BeforeEach
    void project() throws IOException {
        outputFixture = new OutputFixture(folder);
    }

    @Test
    void aSecondBuildInTheSameProcessWaitsThenGivesUp() {
        OutputTree first = outputFixture.open();
        assertLocked(ProcessHandle.current().pid());
        assertLocked(ProcessHandle.current().pid());
        first.close();
        assertThat(outputFixture.build().counts().rendered()).isEqualTo(5);
    }

    @Tag("long")
    @Test
    void aSecondProcessIsKeptOutUntilTheFirstIsKilled() throws Exception {
        outputFixture.build("a.html", "1");
        SortedMap<String, String> before = outputFixture.readFiles();
        Process holder = ChildJvm.of(List.of("-Xmx64m"), LockHolder.class, outputFixture.base.toString())
                .start();
        try (BufferedReader processOutput =
                new BufferedReader(new InputStreamReader(holder.getErrorStream(), StandardCharsets.UTF_8))) {
            assertThat(processOutput.readLine()).isEqualTo("open");
            assertLocked(holder.pid());
            assertLocked(holder.pid());
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(outputFixture.readFiles()).isEqualTo(before);
        assertThat(outputFixture.build("a.html", "1").counts().rendered()).isZero();
        assertThat(OutputFixture.readFiles(outputFixture.workArea()).keySet()).containsExactly("lock");
    }

    @Test
    void aLockFileLeftBehindMeansNothing() throws IOException {
        Files.createDirectories(outputFixture.workArea());
        Files.writeString(outputFixture.workArea().resolve("lock"), "4711\n");
        assertThat(outputFixture.build().counts().rendered()).isEqualTo(5);
    }

    @Test
    void buildsAtOnceGiveWhatOneOfThemGives() throws InterruptedException, ExecutionException {
        List<SortedMap<String, String>> sites = IntStream.range(0, 8)
                .mapToObj(i -> OutputFixture.site("own-" + i + ".html", "own", "a.html", "a" + i))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> builds = sites.stream()
                    .map(site -> threads.submit(() -> {
                        for (int round = 0; round < 3; round++) {
                            buildWaiting(site);
                        }
                        return true;
                    }))
                    .toList();
            for (Future<Boolean> build : builds) {
                assertThat(build.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(sites.stream().map(OutputFixture::cleanBuildFiles)).contains(outputFixture.readFiles());
    }

    private void buildWaiting(SortedMap<String, String> site) {
        List<OutputFixture.PlannedText> plan = OutputFixture.plan(site);
        try (OutputTree tree = OutputTree.open(
                outputFixture.output,
                outputFixture.work,
                OutputFixture.GENERATOR,
                outputFixture.protectedDirs,
                UnchangedDirs.NONE,
                new Problems())) {
            plan.stream()
                    .filter(plannedText -> tree.staleReason(plannedText).isPresent())
                    .forEach(plannedText -> tree.stage(plannedText, plannedText.bytes()));
            tree.commit(plan);
        }
    }

    private void assertLocked(long pid) {
        assertThatThrownBy(() -> outputFixture.open().close()).isInstanceOfSatisfying(RunFailed.class, runFailed -> {
            assertThat(runFailed.problem().code().id()).isEqualTo("output-locked");
            assertThat(runFailed.problem().message().en())
                    .isEqualTo("another build (process " + pid + ") is writing to \"target/site\"; waited 0 seconds");
        });
    }
}
