package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.noticepress.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
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
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Laws 1 and 2: whatever happened in between, an incremental build leaves the bytes of a clean one; a second build renders
 * nothing.
 *
 * <p>More histories than usual are tried with {@code -Dlaws.seeds=1000}, others with {@code -Dlaws.first=5000}.
 */
@Tag("long")
class IncrementalTest {
    private static final int SEEDS = Integer.getInteger("laws.seeds", 40);
    private static final int FIRST = Integer.getInteger("laws.first", 1);
    private static final int STEPS = 8;

    /** What happens, and the seed of its details, so that it can happen again without the steps before it. */
    private record Step(Change change, boolean failsFirst, long seed) {
        @Override
        public String toString() {
            return change + (failsFirst ? " after a failed build" : "") + " (" + seed + ")";
        }
    }

    /** In memory where the machine has such a folder: thousands of small builds would mostly wait for the disk. */
    static final class InMemory implements TempDirFactory {
        private static final Path MEMORY = Path.of("/dev/shm");

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
                throws IOException {
            return Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "laws")
                    : Files.createTempDirectory("laws");
        }
    }

    @TempDir(factory = InMemory.class)
    Path folder;

    private int folders;

    @Test
    void anIncrementalBuildLeavesTheBytesOfACleanOne() {
        for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
            List<Step> steps = steps(seed);
            Optional<String> fault = fault(seed, steps);
            if (fault.isPresent()) {
                List<Step> shortest = shortest(seed, steps);
                fail(
                        "seed %d, shortest history %s%n%s",
                        seed, shortest, fault(seed, shortest).orElse("(does not fail every time) " + fault.get()));
            }
        }
    }

    private static List<Step> steps(int seed) {
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            Change change = Gazette.one(Arrays.asList(Change.values()), random);
            steps.add(new Step(change, random.nextInt(8) == 0, random.nextInt(1_000_000)));
        }
        return steps;
    }

    /** Leaves out, one by one, the steps without which it still fails. */
    private List<Step> shortest(int seed, List<Step> steps) {
        List<Step> shortest = new ArrayList<>(steps);
        for (int i = shortest.size() - 1; i >= 0; i--) {
            List<Step> fewer = new ArrayList<>(shortest);
            fewer.remove(i);
            if (fault(seed, fewer).isPresent()) {
                shortest = fewer;
            }
        }
        return shortest;
    }

    private Optional<String> fault(int seed, List<Step> steps) {
        Path home = folder.resolve("p" + folders++);
        Project project = new Project(home.resolve("project"));
        try {
            return fault(project, seed, steps);
        } catch (RuntimeException e) {
            return Optional.of(e + " at " + e.getStackTrace()[0]);
        } finally {
            Trees.delete(home);
        }
    }

    private static Optional<String> fault(Project project, int seed, List<Step> steps) {
        Gazette gazette = Gazette.of(2 + seed % 3, new Random(seed));
        project.theme = seed % 4 == 0 ? Optional.of("official") : Optional.empty();
        project.content(gazette.files());
        Optional<String> fault = build(project);
        for (int i = 0; i < steps.size() && fault.isEmpty(); i++) {
            Step step = steps.get(i);
            if (step.failsFirst()) {
                fault = failedBuild(project, gazette);
            }
            step.change().happen(project, gazette, new Random(step.seed()));
            fault = fault.or(() -> build(project));
            int number = i + 1;
            fault = fault.map(what -> "after step " + number + " of " + steps.size() + ", " + step + ": " + what);
        }
        return fault.isPresent() ? fault : idle(project);
    }

    private static Optional<String> build(Project project) {
        Project.Run run = project.build();
        if (run.report().failed()) {
            return Optional.of("the build failed:\n" + String.join("\n", run.lines()));
        }
        SortedMap<String, byte[]> site = project.site();
        if (run.report().pages() != site.size()
                || run.report().rendered() + run.report().kept() != run.report().pages()) {
            return Optional.of(site.size() + " files, but the report says " + run.report());
        }
        Project clean = project.elsewhere("clean");
        Trees.delete(clean.output.getParent());
        Project.Run anew = clean.build();
        if (!told(run).equals(told(anew))) {
            return Optional.of("told of " + told(run) + "\nbut a clean build of " + told(anew));
        }
        List<String> differences = Trees.differences(clean.site(), site);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(differences.size() + " files differ from those of a clean build\n"
                        + differences.stream().limit(8).collect(Collectors.joining("\n")));
    }

    /** What is said of the content; what stands in an output by chance is another matter. */
    private static List<Problem> told(Project.Run run) {
        return run.report().problems().stream()
                .filter(problem -> problem.at().file().startsWith("content/"))
                .toList();
    }

    /** A mistake among the notices, and a build that must leave everything as it was. */
    private static Optional<String> failedBuild(Project project, Gazette gazette) {
        SortedMap<String, byte[]> before = project.site();
        SortedMap<String, byte[]> broken = gazette.files();
        String path = gazette.items.values().iterator().next().folder() + "."
                + gazette.items.values().iterator().next().original + ".md";
        broken.put(
                path,
                "---\ntitle: broken\nissued: 2030-02-30\n---\n<b>x</b>\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        project.content(broken);
        Project.Run run = project.build();
        List<String> differences = Trees.differences(before, project.site());
        project.content(gazette.files());
        if (!run.report().failed()) {
            return Optional.of("a broken notice did not fail the build");
        }
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("a failed build changed the site: " + differences);
    }

    private static Optional<String> idle(Project project) {
        var traces = Trees.traces(project.output);
        Project.Run run = project.build();
        if (run.report().rendered() != 0 || run.report().removed() != 0) {
            return Optional.of("a second build rendered something: " + run.report());
        }
        project.build(); // this one may find that nothing looks otherwise
        return Trees.traces(project.output).equals(traces)
                ? Optional.empty()
                : Optional.of("a second build touched the site");
    }

    @Test
    void aSecondBuildRendersNothingAndTouchesNoFile() {
        Project project = new Project(folder.resolve("project"));
        project.content(Gazette.of(8, new Random(7)).files());
        project.build();
        var site = Trees.traces(project.output);
        var memory = Trees.traces(project.work);
        memory.keySet().removeIf(path -> !path.startsWith("memory-"));
        Project.Run second = project.build();
        assertThat(second.report().rendered()).isZero();
        assertThat(second.report().kept()).isEqualTo(second.report().pages());
        assertThat(Trees.traces(project.output)).isEqualTo(site);
        var memoryNow = Trees.traces(project.work);
        memoryNow.keySet().removeIf(path -> !path.startsWith("memory-"));
        assertThat(memoryNow).isEqualTo(memory);
    }
}
