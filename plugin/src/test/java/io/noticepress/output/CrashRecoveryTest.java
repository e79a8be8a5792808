package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.output.FaultyFileOps.FaultMode;
import io.noticepress.output.FaultyFileOps.ProcessKilled;
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

/** Fails at each single file operation of a build that creates, replaces and deletes files. */
@Tag("long")
class CrashRecoveryTest {
    private static final SortedMap<String, String> OLD = OutputFixture.site(
            "a.html", "1", "zh/gone/index.html", "g", "zh/kept.html", "k", "was-file", "f", "was-folder/x.html", "x");
    private static final SortedMap<String, String> NEW = OutputFixture.site(
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
    /** A third site: without the files that only NEW has, and with some of those of OLD. */
    private static final SortedMap<String, String> NEXT = OutputFixture.site("a.html", "3", "zh/kept.html", "k");

    @TempDir
    Path folder;

    private int runs;

    @Test
    void killedAtAnyMomentTheNextBuildGivesWhatACleanOneGives() throws IOException {
        int moment = 0;
        for (boolean killed = true; killed; moment++) {
            for (SortedMap<String, String> next : List.of(OLD, NEW, NEXT)) {
                OutputFixture outputFixture = newProject();
                outputFixture.build(OLD);
                killed = buildUntilKilled(outputFixture, moment, NEW);
                OutputFixture.OutputResult outputResult = outputFixture.build(next);
                assertThat(outputFixture.readFiles())
                        .as("killed at change %d", moment)
                        .isEqualTo(OutputFixture.cleanBuildFiles(next));
                assertThat(outputResult.problems())
                        .as("killed at change %d", moment)
                        .isEmpty();
                assertThat(OutputFixture.readFiles(outputFixture.workArea()).keySet())
                        .containsExactly("lock");
                assertThat(outputFixture.work).isDirectoryNotContaining("glob:**.new");
                assertThat(outputFixture.build(next).counts().rendered()).isZero();
            }
        }
        assertThat(moment).as("moments tried").isGreaterThan(50);
    }

    @Test
    void killedInItsFirstBuildASiteIsBuiltFromNothing() throws IOException {
        int moment = 0;
        for (boolean killed = true; killed; moment++) {
            OutputFixture outputFixture = newProject();
            killed = buildUntilKilled(outputFixture, moment, NEW);
            assertThat(outputFixture.build(NEXT).problems()).isEmpty();
            assertThat(outputFixture.readFiles())
                    .as("killed at change %d", moment)
                    .isEqualTo(OutputFixture.cleanBuildFiles(NEXT));
        }
    }

    @Test
    void aBuildKilledDuringRecoveryIsStillRecovered() throws IOException {
        int moment = 0;
        for (boolean killed = true; killed; moment++) {
            for (int recoveryStep = 0; recoveryStep < 30; recoveryStep += 3) {
                OutputFixture outputFixture = newProject();
                outputFixture.build(OLD);
                killed = buildUntilKilled(outputFixture, moment, NEW);
                buildUntilKilled(outputFixture, recoveryStep, NEXT);
                outputFixture.build(NEXT);
                assertThat(outputFixture.readFiles())
                        .as("killed at change %d, then at %d", moment, recoveryStep)
                        .isEqualTo(OutputFixture.cleanBuildFiles(NEXT));
            }
        }
    }

    @Test
    void recoveryDoesNotNeedTheCache() throws IOException {
        int moment = 0;
        for (boolean killed = true; killed; moment++) {
            OutputFixture outputFixture = newProject();
            outputFixture.build(OLD);
            killed = buildUntilKilled(outputFixture, moment, NEW);
            delete(outputFixture.work);
            outputFixture.build(NEXT);
            assertThat(outputFixture.readFiles())
                    .as("killed at change %d", moment)
                    .isEqualTo(OutputFixture.cleanBuildFiles(NEXT));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultMode.class,
            names = {"ONCE", "HALF"})
    void oneFailureAnywhereLeavesTheOldSiteOrTheNewOneAndNoStaging(FaultMode faultMode) throws IOException {
        int moment = 0;
        for (boolean killed = true; killed; moment++) {
            OutputFixture outputFixture = newProject();
            outputFixture.build(OLD);
            FaultyFileOps disk = new FaultyFileOps(faultMode, moment);
            boolean halted = false;
            try {
                outputFixture.build(OutputFixture.plan(NEW), disk);
            } catch (RunFailed runFailed) {
                halted = true;
                assertThat(runFailed.problem().code()).isEqualTo(ProblemCode.IO);
            }
            killed = disk.hasFailed();
            assertThat(outputFixture.readFiles())
                    .as("failed at change %d", moment)
                    .isEqualTo(OutputFixture.cleanBuildFiles(halted ? OLD : NEW));
            if (halted && moment > 3) {
                assertThat(OutputFixture.readFiles(outputFixture.workArea()).keySet())
                        .as("failed at change %d", moment)
                        .containsExactly("lock");
            }
            assertThat(outputFixture.build(NEXT).problems()).isEmpty();
            assertThat(outputFixture.readFiles()).isEqualTo(OutputFixture.cleanBuildFiles(NEXT));
        }
    }

    @Test
    void aPermanentFailureIsRecoveredByTheNextBuild() throws IOException {
        int moment = 0;
        for (boolean killed = true; killed; moment++) {
            OutputFixture outputFixture = newProject();
            outputFixture.build(OLD);
            FaultyFileOps disk = new FaultyFileOps(FaultMode.FOREVER, moment);
            try {
                outputFixture.build(OutputFixture.plan(NEW), disk);
            } catch (RunFailed runFailed) {
                assertThat(runFailed.problem().code()).isEqualTo(ProblemCode.IO);
            }
            killed = disk.hasFailed();
            assertThat(outputFixture.build(NEXT).problems()).isEmpty();
            assertThat(outputFixture.readFiles())
                    .as("failed from change %d", moment)
                    .isEqualTo(OutputFixture.cleanBuildFiles(NEXT));
        }
    }

    /** Builds until the process is killed; returns whether it was. */
    private static boolean buildUntilKilled(OutputFixture outputFixture, int moment, SortedMap<String, String> site) {
        FaultyFileOps disk = new FaultyFileOps(FaultMode.KILL, moment);
        try {
            outputFixture.build(OutputFixture.plan(site), disk);
        } catch (ProcessKilled e) {
            return true;
        }
        return disk.hasFailed();
    }

    private OutputFixture newProject() throws IOException {
        return new OutputFixture(Files.createDirectory(folder.resolve("project" + runs++)));
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
