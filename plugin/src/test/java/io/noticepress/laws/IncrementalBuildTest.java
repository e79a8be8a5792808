package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.noticepress.problem.Problem;
import io.noticepress.testkit.FileTrees;
import io.noticepress.testkit.InMemoryTempDir;
import io.noticepress.testkit.RandomChange;
import io.noticepress.testkit.RandomContent;
import io.noticepress.testkit.TestProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Laws 1 and 2: after any sequence of changes an incremental build gives the same bytes as a clean build, and a second
 * build renders nothing.
 *
 * <p>{@code -Dlaws.seeds=1000} tries more sequences than usual, {@code -Dlaws.first=5000} others.
 */
@Tag("long")
class IncrementalBuildTest {
    private static final int SEEDS = Integer.getInteger("laws.seeds", 40);
    private static final int FIRST = Integer.getInteger("laws.first", 1);
    private static final int STEPS = 8;

    /** A change and the seed of its details, so that it can be repeated without the steps before it. */
    private record HistoryStep(RandomChange change, boolean failsFirst, long seed) {
        @Override
        public String toString() {
            return change + (failsFirst ? " after a failed build" : "") + " (" + seed + ")";
        }
    }

    @TempDir(factory = InMemoryTempDir.class)
    Path folder;

    private int folders;

    @Test
    void anIncrementalBuildLeavesTheBytesOfACleanOne() {
        for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
            List<HistoryStep> steps = steps(seed);
            Optional<String> fault = findFault(seed, steps);
            if (fault.isPresent()) {
                List<HistoryStep> shortest = shortestFailingHistory(seed, steps);
                fail(
                        "seed %d, shortest history %s%n%s",
                        seed, shortest, findFault(seed, shortest).orElse("(does not fail every time) " + fault.get()));
            }
        }
    }

    private static List<HistoryStep> steps(int seed) {
        Random random = new Random(seed);
        List<HistoryStep> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            RandomChange randomChange = RandomContent.oneOf(Arrays.asList(RandomChange.values()), random);
            steps.add(new HistoryStep(randomChange, random.nextInt(8) == 0, random.nextInt(1_000_000)));
        }
        return steps;
    }

    /** Removes, one by one, the steps that are not needed to make the test fail. */
    private List<HistoryStep> shortestFailingHistory(int seed, List<HistoryStep> steps) {
        List<HistoryStep> shortest = new ArrayList<>(steps);
        for (int i = shortest.size() - 1; i >= 0; i--) {
            List<HistoryStep> fewer = new ArrayList<>(shortest);
            fewer.remove(i);
            if (findFault(seed, fewer).isPresent()) {
                shortest = fewer;
            }
        }
        return shortest;
    }

    private Optional<String> findFault(int seed, List<HistoryStep> steps) {
        Path home = folder.resolve("p" + folders++);
        TestProject testProject = new TestProject(home.resolve("project"));
        try {
            return findFault(testProject, seed, steps);
        } catch (RuntimeException e) {
            return Optional.of(e + " at " + e.getStackTrace()[0]);
        } finally {
            FileTrees.deleteTree(home);
        }
    }

    private static Optional<String> findFault(TestProject testProject, int seed, List<HistoryStep> steps) {
        RandomContent randomContent = RandomContent.of(2 + seed % 3, new Random(seed));
        testProject.theme = seed % 4 == 0 ? Optional.of("official") : Optional.empty();
        testProject.syncContent(randomContent.files());
        Optional<String> fault = buildAndCompare(testProject);
        for (int i = 0; i < steps.size() && fault.isEmpty(); i++) {
            HistoryStep historyStep = steps.get(i);
            if (historyStep.failsFirst()) {
                fault = failedBuild(testProject, randomContent);
            }
            historyStep.change().applyTo(testProject, randomContent, new Random(historyStep.seed()));
            fault = fault.or(() -> buildAndCompare(testProject));
            int number = i + 1;
            fault = fault.map(
                    what -> "after step " + number + " of " + steps.size() + ", " + historyStep + ": " + what);
        }
        return fault.isPresent() ? fault : buildUnchanged(testProject);
    }

    private static Optional<String> buildAndCompare(TestProject testProject) {
        TestProject.LoggedRun loggedRun = testProject.build();
        if (loggedRun.report().failed()) {
            return Optional.of("the build failed:\n" + String.join("\n", loggedRun.lines()));
        }
        SortedMap<String, byte[]> site = testProject.readSite();
        if (loggedRun.report().pages() != site.size()
                || loggedRun.report().rendered() + loggedRun.report().kept()
                        != loggedRun.report().pages()) {
            return Optional.of(site.size() + " files, but the report says " + loggedRun.report());
        }
        TestProject clean = testProject.withOtherOutput("clean");
        FileTrees.deleteTree(clean.output.getParent());
        TestProject.LoggedRun cleanRun = clean.build();
        if (!problemsOfContent(loggedRun).equals(problemsOfContent(cleanRun))) {
            return Optional.of("reported " + problemsOfContent(loggedRun) + "\nbut a clean build reported "
                    + problemsOfContent(cleanRun));
        }
        List<String> differences = FileTrees.differences(clean.readSite(), site);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(differences.size() + " files differ from those of a clean build\n"
                        + differences.stream().limit(8).collect(Collectors.joining("\n")));
    }

    /** The problems found in the content; those found in the output folder depend on its history. */
    private static List<Problem> problemsOfContent(TestProject.LoggedRun loggedRun) {
        return loggedRun.report().problems().stream()
                .filter(problem -> problem.at().file().startsWith("content/"))
                .toList();
    }

    /** Adds a mistake to a notice; the build must fail and leave the output unchanged. */
    private static Optional<String> failedBuild(TestProject testProject, RandomContent randomContent) {
        SortedMap<String, byte[]> before = testProject.readSite();
        SortedMap<String, byte[]> broken = randomContent.files();
        String path = randomContent.notices.values().iterator().next().pathWithoutLanguage() + "."
                + randomContent.notices.values().iterator().next().originalLanguage + ".md";
        broken.put(
                path,
                "---\ntitle: broken\nissued: 2030-02-30\n---\n<b>x</b>\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        testProject.syncContent(broken);
        TestProject.LoggedRun loggedRun = testProject.build();
        List<String> differences = FileTrees.differences(before, testProject.readSite());
        testProject.syncContent(randomContent.files());
        if (!loggedRun.report().failed()) {
            return Optional.of("a broken notice did not fail the build");
        }
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("a failed build changed the site: " + differences);
    }

    private static Optional<String> buildUnchanged(TestProject testProject) {
        var traces = FileTrees.timesAndInodes(testProject.output);
        TestProject.LoggedRun loggedRun = testProject.build();
        if (loggedRun.report().rendered() != 0 || loggedRun.report().removed() != 0) {
            return Optional.of("a second build rendered something: " + loggedRun.report());
        }
        testProject.build(); // this one may be skipped as up to date
        return FileTrees.timesAndInodes(testProject.output).equals(traces)
                ? Optional.empty()
                : Optional.of("a second build touched the site");
    }

    @Test
    void aSecondBuildRendersNothingAndTouchesNoFile() {
        TestProject testProject = new TestProject(folder.resolve("project"));
        testProject.syncContent(RandomContent.of(8, new Random(7)).files());
        testProject.build();
        var site = FileTrees.timesAndInodes(testProject.output);
        var cacheTimes = FileTrees.timesAndInodes(testProject.work);
        cacheTimes.keySet().removeIf(path -> !path.startsWith("memory-"));
        TestProject.LoggedRun second = testProject.build();
        assertThat(second.report().rendered()).isZero();
        assertThat(second.report().kept()).isEqualTo(second.report().pages());
        assertThat(FileTrees.timesAndInodes(testProject.output)).isEqualTo(site);
        var cacheTimesNow = FileTrees.timesAndInodes(testProject.work);
        cacheTimesNow.keySet().removeIf(path -> !path.startsWith("memory-"));
        assertThat(cacheTimesNow).isEqualTo(cacheTimes);
    }
}
