package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.output.FaultyDisk.Fault;
import io.noticepress.output.FaultyDisk.Killed;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lets the disk go wrong at every single change of a build that creates, replaces and removes. */
@Tag("long")
class CrashTest {
    private static final SortedMap<String, String> OLD = Bench.site(
            "a.html", "1", "zh/gone/index.html", "g", "zh/kept.html", "k", "was-file", "f", "was-folder/x.html", "x");
    private static final SortedMap<String, String> NEW = Bench.site(
            "a.html",
            "2",
            "zh/new/index.html",
            "n",
            "assets/a.css",
            "c",
            "en/feed.xml",
            "e",
            "zh/kept.html",
            "k",
            "was-file/x.html",
            "f",
            "was-folder",
            "x");
    /** Has neither what only NEW had nor all of OLD. */
    private static final SortedMap<String, String> NEXT = Bench.site("a.html", "3", "zh/kept.html", "k");

    @TempDir
    Path folder;

    private int runs;

    @Test
    void killedAtAnyMomentTheNextBuildGivesWhatACleanOneGives() throws IOException {
        int moment = 0;
        for (boolean struck = true; struck; moment++) {
            for (SortedMap<String, String> next : List.of(OLD, NEW, NEXT)) {
                Bench bench = afresh();
                bench.build(OLD);
                struck = die(bench, moment, NEW);
                Bench.Built built = bench.build(next);
                assertThat(bench.files()).as("killed at change %d", moment).isEqualTo(Bench.clean(next));
                assertThat(built.problems()).as("killed at change %d", moment).isEmpty();
                assertThat(Bench.files(bench.backstage()).keySet()).containsExactly("lock");
                assertThat(bench.work).isDirectoryNotContaining("glob:**.new");
                assertThat(bench.build(next).counts().rendered()).isZero();
            }
        }
        assertThat(moment).as("moments tried").isGreaterThan(50);
    }

    @Test
    void killedInItsFirstBuildASiteIsBuiltFromNothing() throws IOException {
        int moment = 0;
        for (boolean struck = true; struck; moment++) {
            Bench bench = afresh();
            struck = die(bench, moment, NEW);
            assertThat(bench.build(NEXT).problems()).isEmpty();
            assertThat(bench.files()).as("killed at change %d", moment).isEqualTo(Bench.clean(NEXT));
        }
    }

    @Test
    void killedAgainWhileHealingItStillHeals() throws IOException {
        int moment = 0;
        for (boolean struck = true; struck; moment++) {
            for (int healing = 0; healing < 30; healing += 3) {
                Bench bench = afresh();
                bench.build(OLD);
                struck = die(bench, moment, NEW);
                die(bench, healing, NEXT);
                bench.build(NEXT);
                assertThat(bench.files())
                        .as("killed at change %d, then at %d", moment, healing)
                        .isEqualTo(Bench.clean(NEXT));
            }
        }
    }

    @Test
    void healingDoesNotNeedTheMemory() throws IOException {
        int moment = 0;
        for (boolean struck = true; struck; moment++) {
            Bench bench = afresh();
            bench.build(OLD);
            struck = die(bench, moment, NEW);
            delete(bench.work);
            bench.build(NEXT);
            assertThat(bench.files()).as("killed at change %d", moment).isEqualTo(Bench.clean(NEXT));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ONCE", "HALF"})
    void oneFailureAnywhereLeavesTheOldSiteOrTheNewOneAndNoStaging(Fault fault) throws IOException {
        int moment = 0;
        for (boolean struck = true; struck; moment++) {
            Bench bench = afresh();
            bench.build(OLD);
            FaultyDisk disk = new FaultyDisk(fault, moment);
            boolean halted = false;
            try {
                bench.build(Bench.plan(NEW), disk);
            } catch (RunFailed runFailed) {
                halted = true;
                assertThat(runFailed.problem().code()).isEqualTo(ProblemCode.IO);
            }
            struck = disk.struck();
            assertThat(bench.files()).as("failed at change %d", moment).isEqualTo(Bench.clean(halted ? OLD : NEW));
            if (halted && moment > 3) {
                assertThat(Bench.files(bench.backstage()).keySet())
                        .as("failed at change %d", moment)
                        .containsExactly("lock");
            }
            assertThat(bench.build(NEXT).problems()).isEmpty();
            assertThat(bench.files()).isEqualTo(Bench.clean(NEXT));
        }
    }

    @Test
    void aDiskThatFailsForGoodIsHealedByTheNextBuild() throws IOException {
        int moment = 0;
        for (boolean struck = true; struck; moment++) {
            Bench bench = afresh();
            bench.build(OLD);
            FaultyDisk disk = new FaultyDisk(Fault.FOREVER, moment);
            try {
                bench.build(Bench.plan(NEW), disk);
            } catch (RunFailed runFailed) {
                assertThat(runFailed.problem().code()).isEqualTo(ProblemCode.IO);
            }
            struck = disk.struck();
            assertThat(bench.build(NEXT).problems()).isEmpty();
            assertThat(bench.files()).as("failed from change %d", moment).isEqualTo(Bench.clean(NEXT));
        }
    }

    /** Builds until the process dies; says whether it did. */
    private static boolean die(Bench bench, int moment, SortedMap<String, String> site) {
        FaultyDisk disk = new FaultyDisk(Fault.KILL, moment);
        try {
            bench.build(Bench.plan(site), disk);
        } catch (Killed e) {
            return true;
        }
        return disk.struck();
    }

    private Bench afresh() throws IOException {
        return new Bench(Files.createDirectory(folder.resolve("project" + runs++)));
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
