package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.MessageLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that looks at nothing but names and times does so only when nothing has changed. */
class StandstillTest {
    private static final String UNCHANGED = "info nothing has changed since the last build";

    @TempDir
    Path folder;

    private Project project;
    private SortedMap<String, byte[]> site;
    private Gazette gazette;
    private int edits;

    @BeforeEach
    void aSiteThatIsLevelWithItsContent() throws Exception {
        project = new Project(folder.resolve("project"));
        project.tongue = Optional.of(MessageLanguage.EN);
        project.themes = folder.resolve("themes");
        Trees.copy(Path.of("src/test/resources/themes"), project.themes, Comparator.naturalOrder());
        gazette = Gazette.of(4, new Random(3));
        project.content(gazette.files());
        project.put("notices/2030/stray.txt", "a file that belongs to nothing");
        Thread.sleep(200); // what was written just now might be written again without a later time
        Project.Run first = project.build();
        assertThat(first.report().failed()).as(String.join("\n", first.lines())).isFalse();
        assertThat(first.lines()).doesNotContain(UNCHANGED);
        site = project.site();
    }

    @Test
    void nothingChangedMeansNothingIsReadAndTheWarningsAreToldAgain() {
        Project.Run before = project.build();
        assertThat(before.lines()).contains(UNCHANGED);
        assertThat(before.report().problems()).isNotEmpty();
        assertThat(before.report().rendered()).isZero();
        assertThat(before.report().kept()).isEqualTo(site.size());
        assertThat(before.lines().toString()).contains("stray.txt");
        assertThat(Trees.differences(site, project.site())).isEmpty();
        assertThat(project.work.resolve("report.json")).content().contains("stray.txt");
    }

    @Test
    void anEditOfTheSameSizeWithItsTimeRestoredIsSeen() throws IOException {
        Path file = first(project.content.resolve("notices"), ".md");
        FileTime time = Files.getLastModifiedTime(file);
        String text = Files.readString(file);
        int last = text.stripTrailing().length() - 1;
        Files.writeString(
                file, text.substring(0, last) + (text.charAt(last) == 'x' ? 'y' : 'x') + text.substring(last + 1));
        Files.setLastModifiedTime(file, time);
        Project.Run run = project.build();
        assertThat(run.lines()).doesNotContain(UNCHANGED);
        sameAsClean();
    }

    @Test
    void aFileOfTheSiteThatWasAlteredIsSeen() throws IOException {
        Path file = project.output.resolve("robots.txt");
        FileTime time = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[0]++;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
        assertThat(project.build().lines()).doesNotContain(UNCHANGED);
    }

    @Test
    void whateverElseChangesIsSeen() throws IOException {
        Files.delete(project.output.resolve("robots.txt"));
        seen("a file of the site is gone");
        Files.writeString(project.output.resolve("foreign.txt"), "x");
        seen("a foreign file");
        Files.delete(project.output.resolve("foreign.txt"));
        seen("none any more");
        Files.writeString(
                first(project.themes.resolve("bare"), ".ftlh"), "\n<#-- changed -->", StandardOpenOption.APPEND);
        seen("a template");
        project.put("pages/new.zh.md", "---\ntitle: 新页面\n---\n正文。\n");
        seen("a page");
        Files.delete(memory("memory-"));
        seen("the memory is gone");
        project.baseUrl = Optional.of("https://elsewhere.example.org/");
        seen("a parameter");
    }

    @Test
    void aMoveOfOneFileOverAnotherIsSeen() throws IOException {
        Path file = first(project.content.resolve("notices"), ".md");
        Path copy = folder.resolve("copy");
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        unseen(copy);
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(project.build().lines()).doesNotContain(UNCHANGED);
        sameAsClean();
    }

    @Test
    void aFreshCheckoutInWhichNothingChangedIsSeenToBeTheSame() throws Exception {
        for (boolean moved : List.of(false, true)) {
            fresh(moved);
            Project.Run run = project.build();
            assertThat(run.lines()).contains(UNCHANGED);
            assertThat(run.report().problems()).isNotEmpty();
            assertThat(run.report().rendered()).isZero();
            assertThat(Trees.differences(site, project.site())).isEmpty();
            byte[] renewed = Files.readAllBytes(memory("standstill-"));
            assertThat(project.build().lines()).contains(UNCHANGED);
            assertThat(memory("standstill-")).hasBinaryContent(renewed);
            edited("beside a fresh checkout");
            site = project.site();
            Thread.sleep(200);
            assertThat(project.build().lines()).contains(UNCHANGED);
        }
    }

    @Test
    void whateverChangedInAFreshCheckoutIsSeen() throws Exception {
        fresh(true);
        unseen(first(project.content.resolve("notices"), ".md"));
        seen("a notice");
        fresh(false);
        unseen(first(project.output.resolve("zh/notices"), ".html"));
        seen("a page of the site");
        fresh(true);
        Files.delete(first(project.output.resolve("zh/notices"), ".html"));
        seen("a page of the site is gone");
        fresh(false);
        Files.delete(memory("facts-"));
        seen("the facts are gone");
        fresh(false);
        unseen(memory("memory-"));
        seen("the memory is damaged");
        fresh(true);
        project.put("notices/2031/new/foreign.txt", "x");
        seen("a folder more");
        gazette.items.values().iterator().next().body++;
        fresh(false);
        project.content(gazette.files());
        seen("an edit");
    }

    /** All files are made anew, in the same place or elsewhere, and then left alone for a while. */
    private void fresh(boolean moved) throws InterruptedException {
        if (moved) {
            Project next = project.at(folder.resolve(project.base.getFileName() + "'"));
            Trees.copy(project.base, next.base, Comparator.reverseOrder());
            Trees.delete(project.base);
            project = next;
        } else {
            Trees.renew(project.base);
        }
        Thread.sleep(200);
    }

    @Test
    void aDamagedStandstillIsNone() throws IOException {
        Path file = memory("standstill-");
        byte[] sound = Files.readAllBytes(file);
        for (int i = 0; i < sound.length; i += 1 + sound.length / 8) {
            byte[] damaged = sound.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            assertThat(project.build().lines()).as("byte " + i).doesNotContain(UNCHANGED);
        }
        Files.write(file, Arrays.copyOf(sound, sound.length / 2));
        assertThat(project.build().lines()).doesNotContain(UNCHANGED);
        sameAsClean();
    }

    /** What changes where nobody looks, beside an edit that is seen at once. */
    @Test
    void whateverElseChangesBesideAnEditIsSeen() throws Exception {
        Path early = folder.resolve("early");
        Trees.copy(project.work, early, Comparator.naturalOrder());
        SortedMap<String, String> earlyTimes = Trees.traces(early);
        edited("nothing else");
        assertThat(project.build().lines()).contains(UNCHANGED);
        gazette.items.values().iterator().next().body++;
        project.content(gazette.files());
        edited("a text");
        assertThat(project.build().lines()).contains(UNCHANGED);
        Path notice = first(project.content.resolve("notices"), ".md");
        unseen(notice);
        edited("a notice of the same size and time");
        gazette.items.values().forEach(item -> item.attachments.put("附表 1.csv", 1));
        project.content(gazette.files());
        edited("a file beside each notice");
        unseen(first(project.content.resolve("notices"), ".csv"));
        edited("such a file, of the same size and time");
        Path page = first(project.output.resolve("zh/notices"), ".html");
        Files.delete(page);
        edited("a page is gone");
        Files.writeString(page, "longer", StandardOpenOption.APPEND);
        edited("a page is longer");
        Files.writeString(page, Files.readString(page).replace('a', 'b'));
        edited("a page has another time");
        Files.writeString(page.resolveSibling("foreign.txt"), "x");
        assertThat(edit().report().problems())
                .anyMatch(problem -> problem.at().file().endsWith("foreign.txt"));
        assertThat(edit().report().problems())
                .anyMatch(problem -> problem.at().file().endsWith("foreign.txt"));
        Files.delete(page.resolveSibling("foreign.txt"));
        edited("a foreign file is gone");
        for (String kept : List.of("memory-", "facts-", "standstill-", "")) {
            for (String name : earlyTimes.keySet()) {
                if (name.startsWith(kept) && Files.isRegularFile(early.resolve(name))) {
                    Files.copy(early.resolve(name), project.work.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            edited("earlier files " + kept);
        }
    }

    private static void unseen(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        int last = bytes.length - 1;
        while (bytes[last] == '\n') {
            last--;
        }
        bytes[last] = (byte) (bytes[last] == 'x' ? 'y' : 'x');
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
    }

    private void edited(String what) throws InterruptedException {
        Project.Run run = edit();
        assertThat(run.report().failed())
                .as(what + String.join("\n", run.lines()))
                .isFalse();
        sameAsClean();
    }

    private Project.Run edit() throws InterruptedException {
        project.put("pages/edited.zh.md", "---\ntitle: 页面\n---\n第" + ++edits + "次修改。\n");
        Thread.sleep(120); // so that the looks of everything else count
        return project.build();
    }

    private void seen(String what) {
        Project.Run run = project.build();
        assertThat(run.lines()).as(what).doesNotContain(UNCHANGED);
        assertThat(run.report().failed()).as(String.join("\n", run.lines())).isFalse();
        sameAsClean();
    }

    private void sameAsClean() {
        Project clean = project.elsewhere("clean");
        Trees.delete(clean.output.getParent());
        clean.build();
        SortedMap<String, byte[]> now = project.site();
        now.remove("foreign.txt");
        assertThat(Trees.differences(clean.site(), now)).isEmpty();
    }

    private Path memory(String prefix) throws IOException {
        return first(project.work, "", prefix);
    }

    private static Path first(Path folder, String ending) throws IOException {
        return first(folder, ending, "");
    }

    private static Path first(Path folder, String ending, String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(ending)
                            && file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
