package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.RunFailed;
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

/** Law 1: however a site came about, its files are those of a clean build. */
@Tag("long")
class RandomEditsTest {
    private static final List<String> PLACES = List.of(
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
            Bench bench = new Bench(Files.createDirectory(folder.resolve("p" + seed)));
            for (int step = 0; step < 12; step++) {
                String where = "seed " + seed + ", step " + step;
                SortedMap<String, String> site = site(random);
                switch (random.nextInt(6)) {
                    case 0 -> fail(bench, site, new FaultyDisk(FaultyDisk.Fault.KILL, random.nextInt(60)));
                    case 1 -> fail(bench, site, new FaultyDisk(FaultyDisk.Fault.FOREVER, random.nextInt(60)));
                    case 2 -> fail(bench, site, new FaultyDisk(FaultyDisk.Fault.HALF, random.nextInt(60)));
                    case 3 -> vandalize(bench, random);
                    default -> {}
                }
                SortedMap<String, String> next = site(random);
                Bench.Built built = bench.build(next);
                assertThat(bench.files()).as(where).isEqualTo(Bench.clean(next));
                assertThat(built.problems()).as(where).isEmpty();
                assertThat(built.counts().rendered() + built.counts().kept())
                        .as(where)
                        .isEqualTo(built.counts().pages());
                assertThat(bench.build(next).counts())
                        .as(where)
                        .isEqualTo(new Counts(next.size() + 1, 0, next.size() + 1, 0));
            }
        }
    }

    private static void fail(Bench bench, SortedMap<String, String> site, Disk disk) {
        try {
            bench.build(Bench.plan(site), disk);
        } catch (RunFailed | FaultyDisk.Killed e) {
            assertThat(e).isNotNull();
        }
    }

    /** Somebody deletes a file of ours, or the memory. */
    private static void vandalize(Bench bench, Random random) throws IOException {
        List<String> files = new ArrayList<>(bench.files().keySet());
        if (!files.isEmpty() && random.nextBoolean()) {
            Files.delete(bench.output.resolve(files.get(random.nextInt(files.size()))));
        } else if (Files.isDirectory(bench.work) && !files.isEmpty()) {
            Files.delete(bench.memory());
        }
    }

    /** Some of the places, no two of which need the same path as a file and as a folder. */
    private static SortedMap<String, String> site(Random random) {
        SortedMap<String, String> site = Bench.site();
        for (String place : PLACES) {
            boolean free = site.keySet().stream()
                    .noneMatch(other -> place.startsWith(other + "/") || other.startsWith(place + "/"));
            if (free && random.nextInt(3) > 0) {
                site.put(place, "text " + random.nextInt(3));
            }
        }
        return site;
    }
}
