package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.preview.site.FileChanges;
import io.noticepress.preview.site.LiveSite;
import io.noticepress.testkit.FileTrees;
import io.noticepress.testkit.InMemoryTempDir;
import io.noticepress.testkit.RandomChange;
import io.noticepress.testkit.RandomContent;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After any sequence of changes the preview shows what a clean build would write. */
@Tag("long")
class PreviewEqualsBuildTest {
    private static final int SEEDS = Integer.getInteger("laws.seeds", 12);
    private static final int STEPS = 8;

    /** Changes of the output and the build cache do not affect the preview, and its parameters are fixed at the start. */
    private static final Set<RandomChange> NOT_APPLICABLE = EnumSet.of(
            RandomChange.DRAFTS_SHOWN,
            RandomChange.AS_OF,
            RandomChange.BASE_URL,
            RandomChange.OUTPUT_LOST,
            RandomChange.OUTPUT_CORRUPTED,
            RandomChange.OUTPUT_TOUCHED,
            RandomChange.OUTPUT_GONE,
            RandomChange.CACHE_LOST,
            RandomChange.CACHE_TRUNCATED,
            RandomChange.CACHE_CORRUPTED);

    @TempDir(factory = InMemoryTempDir.class)
    Path folder;

    @Test
    void aPreviewShowsWhatACleanBuildMakes() throws IOException {
        List<RandomChange> changes = new ArrayList<>(EnumSet.complementOf(EnumSet.copyOf(NOT_APPLICABLE)));
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            TestProject testProject = new TestProject(folder.resolve("p" + seed));
            testProject.showDrafts = true;
            testProject.themes = testProject.base.resolve("themes");
            FileTrees.copyFiles(
                    TestProject.TEST_THEMES.resolve("bare"), testProject.themes.resolve("bare"), Path::compareTo);
            RandomContent randomContent = RandomContent.of(8, random);
            testProject.syncContent(randomContent.files());
            try (LiveSite liveSite = new LiveSite(testProject.request())) {
                liveSite.update(FileChanges.UNKNOWN);
                List<String> history = new ArrayList<>();
                for (int step = 0; step < STEPS; step++) {
                    SortedMap<String, byte[]> before = readInputs(testProject);
                    if (random.nextInt(5) == 0) {
                        saveHalfAndWhole(testProject, liveSite, random);
                        history.add("disturbed");
                    }
                    if (random.nextInt(6) == 0) {
                        moveAwayAndBack(testProject, liveSite, random);
                        history.add("away");
                    }
                    if (random.nextInt(8) == 0) {
                        Path template = testProject.themes.resolve("bare/pages/list.ftlh");
                        Files.writeString(template, Files.readString(template) + "<!-- " + step + " -->\n");
                        history.add("theme");
                    }
                    RandomChange randomChange = RandomContent.oneOf(changes, random);
                    randomChange.applyTo(testProject, randomContent, random);
                    history.add(randomChange.toString());
                    if (random.nextBoolean()) {
                        liveSite.renderedPage("zh/index.html");
                    }
                    liveSite.update(random.nextInt(6) == 0 ? FileChanges.UNKNOWN : changes(testProject, before));
                    liveSite.check();
                    compare(testProject, liveSite, "seed " + seed + " " + history, step);
                }
            }
        }
    }

    /** Saves half a file, which the preview sees, and then the whole file. */
    private static void saveHalfAndWhole(TestProject testProject, LiveSite liveSite, Random random) throws IOException {
        Path file = testProject.content.resolve(RandomContent.oneOf(testProject.writtenPaths(), random));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
        liveSite.update(new FileChanges(false, Set.of(file)));
        liveSite.addresses().forEach(liveSite::renderedPage);
        liveSite.check();
        Path aside = file.resolveSibling(".aside");
        Files.write(aside, whole);
        Files.delete(file);
        liveSite.update(new FileChanges(false, Set.of(file)));
        Files.move(aside, file);
        liveSite.update(new FileChanges(false, Set.of(file)));
    }

    /** Moves a folder or a file away and back; the change event names either the folder or a file in it. */
    private static void moveAwayAndBack(TestProject testProject, LiveSite liveSite, Random random) throws IOException {
        Path file = testProject.content.resolve(RandomContent.oneOf(testProject.writtenPaths(), random));
        Path place = random.nextBoolean() && !file.getParent().equals(testProject.content) ? file.getParent() : file;
        Path aside = testProject.base.resolve("aside");
        FileChanges fileChanges =
                new FileChanges(false, new HashSet<>(List.of(place, random.nextBoolean() ? place : file)));
        Files.move(place, aside);
        liveSite.update(fileChanges);
        if (random.nextBoolean()) {
            liveSite.addresses().forEach(liveSite::renderedPage);
            liveSite.check();
        }
        Files.move(aside, place);
        liveSite.update(fileChanges);
    }

    private static void compare(TestProject testProject, LiveSite liveSite, String history, int step) {
        TestProject clean = testProject.withOtherOutput("clean" + step);
        clean.build();
        SortedMap<String, byte[]> previewed = new TreeMap<>();
        liveSite.addresses()
                .forEach(file -> previewed.put(
                        file, liveSite.renderedPage(file).orElseThrow().bytes()));
        SortedMap<String, byte[]> built = clean.readSite();
        built.remove("checksums.txt");
        assertThat(liveSite.problems().stream()
                        .filter(one -> one.severity().label().equals("error")))
                .as(history)
                .isEmpty();
        assertThat(FileTrees.differences(built, previewed)).as(history).isEmpty();
    }

    private static SortedMap<String, byte[]> readInputs(TestProject testProject) {
        SortedMap<String, byte[]> all = new TreeMap<>();
        FileTrees.read(testProject.content).forEach((path, bytes) -> all.put("content/" + path, bytes));
        FileTrees.read(testProject.themes).forEach((path, bytes) -> all.put("themes/" + path, bytes));
        return all;
    }

    private static FileChanges changes(TestProject testProject, SortedMap<String, byte[]> before) {
        SortedMap<String, byte[]> after = readInputs(testProject);
        Set<Path> paths = new HashSet<>();
        Set<String> names = new HashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!java.util.Arrays.equals(before.get(name), after.get(name))) {
                paths.add(testProject.base.resolve(name));
            }
        }
        return new FileChanges(false, paths);
    }
}
