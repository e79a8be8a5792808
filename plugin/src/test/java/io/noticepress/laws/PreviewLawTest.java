package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.build.FileChanges;
import io.noticepress.build.LiveSite;
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

/** What a preview shows after any history of changes is what a clean build would make of the same content. */
@Tag("long")
class PreviewLawTest {
    private static final int SEEDS = Integer.getInteger("laws.seeds", 12);
    private static final int STEPS = 8;

    /** Changes of what a build leaves behind mean nothing here, nor do parameters: a preview has those it began with. */
    private static final Set<Change> ELSEWHERE = EnumSet.of(
            Change.DRAFTS_SHOWN,
            Change.AS_OF,
            Change.BASE_URL,
            Change.OUTPUT_LOST,
            Change.OUTPUT_CORRUPTED,
            Change.OUTPUT_TOUCHED,
            Change.OUTPUT_GONE,
            Change.MEMORY_LOST,
            Change.MEMORY_TRUNCATED,
            Change.MEMORY_CORRUPTED);

    @TempDir(factory = IncrementalTest.InMemory.class)
    Path folder;

    @Test
    void aPreviewShowsWhatACleanBuildMakes() throws IOException {
        List<Change> changes = new ArrayList<>(EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE)));
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            Project project = new Project(folder.resolve("p" + seed));
            project.drafts = true;
            project.themes = project.base.resolve("themes");
            Trees.copy(Project.THEMES.resolve("bare"), project.themes.resolve("bare"), Path::compareTo);
            Gazette gazette = Gazette.of(8, random);
            project.content(gazette.files());
            try (LiveSite liveSite = new LiveSite(project.request())) {
                liveSite.update(FileChanges.UNKNOWN);
                List<String> history = new ArrayList<>();
                for (int step = 0; step < STEPS; step++) {
                    SortedMap<String, byte[]> before = all(project);
                    if (random.nextInt(5) == 0) {
                        disturb(project, liveSite, random);
                        history.add("disturbed");
                    }
                    if (random.nextInt(6) == 0) {
                        away(project, liveSite, random);
                        history.add("away");
                    }
                    if (random.nextInt(8) == 0) {
                        Path template = project.themes.resolve("bare/pages/list.ftlh");
                        Files.writeString(template, Files.readString(template) + "<!-- " + step + " -->\n");
                        history.add("theme");
                    }
                    Change change = Gazette.one(changes, random);
                    change.happen(project, gazette, random);
                    history.add(change.toString());
                    if (random.nextBoolean()) {
                        liveSite.renderedPage("zh/index.html");
                    }
                    liveSite.update(random.nextInt(6) == 0 ? FileChanges.UNKNOWN : changes(project, before));
                    liveSite.check();
                    compare(project, liveSite, "seed " + seed + " " + history, step);
                }
            }
        }
    }

    /** Half a file, seen in between, and then the whole again. */
    private static void disturb(Project project, LiveSite liveSite, Random random) throws IOException {
        Path file = project.content.resolve(Gazette.one(project.written(), random));
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

    /** A folder that was elsewhere for a while, a year or a notice's own, told of as such or by its files. */
    private static void away(Project project, LiveSite liveSite, Random random) throws IOException {
        Path file = project.content.resolve(Gazette.one(project.written(), random));
        Path place = random.nextBoolean() && !file.getParent().equals(project.content) ? file.getParent() : file;
        Path aside = project.base.resolve("aside");
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

    private static void compare(Project project, LiveSite liveSite, String history, int step) {
        Project clean = project.elsewhere("clean" + step);
        clean.build();
        SortedMap<String, byte[]> shown = new TreeMap<>();
        liveSite.addresses()
                .forEach(file -> shown.put(
                        file, liveSite.renderedPage(file).orElseThrow().bytes()));
        SortedMap<String, byte[]> built = clean.site();
        built.remove("checksums.txt");
        assertThat(liveSite.problems().stream()
                        .filter(one -> one.severity().label().equals("error")))
                .as(history)
                .isEmpty();
        assertThat(Trees.differences(built, shown)).as(history).isEmpty();
    }

    private static SortedMap<String, byte[]> all(Project project) {
        SortedMap<String, byte[]> all = new TreeMap<>();
        Trees.read(project.content).forEach((path, bytes) -> all.put("content/" + path, bytes));
        Trees.read(project.themes).forEach((path, bytes) -> all.put("themes/" + path, bytes));
        return all;
    }

    private static FileChanges changes(Project project, SortedMap<String, byte[]> before) {
        SortedMap<String, byte[]> after = all(project);
        Set<Path> paths = new HashSet<>();
        Set<String> names = new HashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!java.util.Arrays.equals(before.get(name), after.get(name))) {
                paths.add(project.base.resolve(name));
            }
        }
        return new FileChanges(false, paths);
    }
}
