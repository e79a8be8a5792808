package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.RunFailed;
import io.noticepress.store.FileOps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 1: after any history, the files of a site equal those of a clean build. */
@Tag("long")
class RandomBuildsTest {
    private static final List<String> PATHS = List.of(
            "a",
            "a/index.html",
            "a/b",
            "a/b/c.html",
            "zh/index.html",
            "zh/公告.html",
            "𠮷.html",
            "（1）.html",
            "z.html",
            "a.b");

    @TempDir
    Path folder;

    @Test
    void anySequenceOfBuildsFailuresDeathsAndHandEditsEndsLikeACleanBuild() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            OutputFixture outputFixture = new OutputFixture(Files.createDirectory(folder.resolve("p" + seed)));
            for (int step = 0; step < 12; step++) {
                String where = "seed " + seed + ", step " + step;
                SortedMap<String, String> site = site(random);
                switch (random.nextInt(6)) {
                    case 0 ->
                        buildWithFault(
                                outputFixture,
                                site,
                                new FaultyFileOps(FaultyFileOps.FaultMode.KILL, random.nextInt(60)));
                    case 1 ->
                        buildWithFault(
                                outputFixture,
                                site,
                                new FaultyFileOps(FaultyFileOps.FaultMode.FOREVER, random.nextInt(60)));
                    case 2 ->
                        buildWithFault(
                                outputFixture,
                                site,
                                new FaultyFileOps(FaultyFileOps.FaultMode.HALF, random.nextInt(60)));
                    case 3 -> deleteSomething(outputFixture, random);
                    default -> {}
                }
                SortedMap<String, String> next = site(random);
                OutputFixture.OutputResult outputResult = outputFixture.build(next);
                assertThat(outputFixture.readFiles()).as(where).isEqualTo(OutputFixture.cleanBuildFiles(next));
                assertThat(outputResult.problems()).as(where).isEmpty();
                assertThat(outputResult.counts().rendered()
                                + outputResult.counts().kept())
                        .as(where)
                        .isEqualTo(outputResult.counts().pages());
                assertThat(outputFixture.build(next).counts())
                        .as(where)
                        .isEqualTo(new FileCounts(next.size() + 1, 0, next.size() + 1, 0));
            }
        }
    }

    private static void buildWithFault(OutputFixture outputFixture, SortedMap<String, String> site, FileOps fileOps) {
        try {
            outputFixture.build(OutputFixture.plan(site), fileOps);
        } catch (RunFailed | FaultyFileOps.ProcessKilled e) {
            assertThat(e).isNotNull();
        }
    }

    /** Deletes a file of the site or the build cache. */
    private static void deleteSomething(OutputFixture outputFixture, Random random) throws IOException {
        List<String> files = new ArrayList<>(outputFixture.readFiles().keySet());
        if (!files.isEmpty() && random.nextBoolean()) {
            Files.delete(outputFixture.output.resolve(files.get(random.nextInt(files.size()))));
        } else if (Files.isDirectory(outputFixture.work) && !files.isEmpty()) {
            Files.delete(outputFixture.cacheFile());
        }
    }

    /** A random site; no path is both a file and a folder. */
    private static SortedMap<String, String> site(Random random) {
        SortedMap<String, String> site = OutputFixture.site();
        for (String place : PATHS) {
            boolean free = site.keySet().stream()
                    .noneMatch(other -> place.startsWith(other + "/") || other.startsWith(place + "/"));
            if (free && random.nextInt(3) > 0) {
                site.put(place, "text " + random.nextInt(3));
            }
        }
        return site;
    }
}
