package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLockTest {
    /** A second process: opens the tree of a project, says so, and waits to be killed. */
    static final class Holder {
        public static void main(String[] args) throws Exception {
            Bench bench = new Bench(Path.of(args[0]));
            try (OutputTree tree = bench.open()) {
                tree.stage(Bench.sheet("half.html", "half"), "half".getBytes(StandardCharsets.UTF_8));
                System.err.println("open");
                Thread.sleep(60_000);
            }
        }
    }

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void project() throws IOException {
        bench = new Bench(folder);
    }

    @Test
    void aSecondBuildInTheSameProcessWaitsThenGivesUp() {
        OutputTree first = bench.open();
        assertLocked(ProcessHandle.current().pid());
        assertLocked(ProcessHandle.current().pid());
        first.close();
        assertThat(bench.build().counts().rendered()).isEqualTo(5);
    }

    @Test
    void aSecondProcessIsKeptOutUntilTheFirstIsKilled() throws Exception {
        bench.build("a.html", "1");
        SortedMap<String, String> before = bench.files();
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        bench.base.toString())
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(holder.getErrorStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("open");
            assertLocked(holder.pid());
            assertLocked(holder.pid());
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(bench.files()).isEqualTo(before);
        assertThat(bench.build("a.html", "1").counts().rendered()).isZero();
        assertThat(Bench.files(bench.backstage()).keySet()).containsExactly("lock");
    }

    @Test
    void aLockFileLeftBehindMeansNothing() throws IOException {
        Files.createDirectories(bench.backstage());
        Files.writeString(bench.backstage().resolve("lock"), "4711\n");
        assertThat(bench.build().counts().rendered()).isEqualTo(5);
    }

    @Test
    void buildsAtOnceGiveWhatOneOfThemGives() throws InterruptedException, ExecutionException {
        List<SortedMap<String, String>> sites = IntStream.range(0, 8)
                .mapToObj(i -> Bench.site("own-" + i + ".html", "own", "a.html", "a" + i))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> builds = sites.stream()
                    .map(site -> threads.submit(() -> {
                        for (int round = 0; round < 3; round++) {
                            patient(site);
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
        assertThat(sites.stream().map(Bench::clean)).contains(bench.files());
    }

    private void patient(SortedMap<String, String> site) {
        List<Bench.Sheet> plan = Bench.plan(site);
        try (OutputTree tree = OutputTree.open(
                bench.output, bench.work, Bench.GENERATOR, bench.guard, Still.NOTHING, new Problems())) {
            plan.stream()
                    .filter(sheet -> tree.staleness(sheet).isPresent())
                    .forEach(sheet -> tree.stage(sheet, sheet.bytes()));
            tree.commit(plan);
        }
    }

    private void assertLocked(long pid) {
        assertThatThrownBy(() -> bench.open().close()).isInstanceOfSatisfying(RunFailed.class, runFailed -> {
            assertThat(runFailed.problem().code().id()).isEqualTo("output-locked");
            assertThat(runFailed.problem().message().en())
                    .isEqualTo("another build (process " + pid + ") is writing to \"target/site\"; waited 0 seconds");
        });
    }
}
