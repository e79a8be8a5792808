package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.testkit.ChildJvm;
import io.noticepress.testkit.FileTrees;
import io.noticepress.testkit.RandomChange;
import io.noticepress.testkit.RandomContent;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process at random moments of a build. {@code -Dlaws.kills=100} tries more rounds. */
@Tag("long")
class KilledBuildTest {
    private static final int ROUNDS = Integer.getInteger("laws.kills", 10);

    @TempDir
    Path folder;

    /** Runs a build in a process of its own; the argument is the project folder. */
    public static void main(String[] args) {
        TestProject testProject = new TestProject(Path.of(args[0]));
        testProject.threads = 2;
        testProject.build();
    }

    @Test
    void aKilledBuildIsRepairedByTheNextOne() throws IOException, InterruptedException {
        Random random = new Random(41);
        TestProject testProject = new TestProject(folder.resolve("project"));
        RandomContent randomContent = RandomContent.of(15, random);
        testProject.syncContent(randomContent.files());
        testProject.build();
        int killed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            randomContent.footerVersion++; // renders every page again
            RandomChange.DELETE.applyTo(testProject, randomContent, random);
            RandomChange.ADD_NEWEST.applyTo(testProject, randomContent, random);
            SortedMap<String, byte[]> before = testProject.readSite();
            if (killWhileStaging(testProject, random.nextInt(round % 2 == 0 ? 100 : 400))) {
                killed++;
            }
            SortedMap<String, byte[]> after = testProject.readSite();
            assertThat(testProject.build().report().failed()).isFalse();
            TestProject clean = testProject.withOtherOutput("clean");
            FileTrees.deleteTree(clean.output.getParent());
            clean.build();
            SortedMap<String, byte[]> should = clean.readSite();
            assertThat(FileTrees.differences(should, testProject.readSite())).isEmpty();
            // Every file after the kill is complete: either the old or the new version.
            after.forEach((path, bytes) -> assertThat(
                            List.of(before.getOrDefault(path, new byte[0]), should.getOrDefault(path, new byte[0])))
                    .as(path)
                    .anySatisfy(whole -> assertThat(bytes).isEqualTo(whole)));
        }
        assertThat(killed).as("builds killed before they ended").isPositive();
    }

    /** Kills a build this number of milliseconds after it starts to write; returns whether it was still running. */
    private boolean killWhileStaging(TestProject testProject, int millis) throws IOException, InterruptedException {
        Process process = ChildJvm.of(
                        List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                        KilledBuildTest.class,
                        testProject.base.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        Path transactionFolder = testProject.output.resolveSibling(".site.noticepress");
        while (process.isAlive() && holdsOnlyTheLock(transactionFolder)) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return !ended;
    }

    /** Whether the hidden folder beside the output holds nothing but the lock. */
    private static boolean holdsOnlyTheLock(Path transactionFolder) throws IOException {
        try (Stream<Path> names = Files.list(transactionFolder)) {
            return names.count() <= 1;
        }
    }
}
