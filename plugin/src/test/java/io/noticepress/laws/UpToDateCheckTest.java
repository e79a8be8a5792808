package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.MessageLanguage;
import io.noticepress.testkit.FileTrees;
import io.noticepress.testkit.RandomContent;
import io.noticepress.testkit.TestProject;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The up-to-date check, which reads file attributes but no contents, skips a build only if nothing has changed. */
class UpToDateCheckTest {
    private static final String UP_TO_DATE = "info nothing has changed since the last build";

    @TempDir
    Path folder;

    private TestProject testProject;
    private SortedMap<String, byte[]> site;
    private RandomContent randomContent;
    private int edits;

    @BeforeEach
    void aSiteThatIsUpToDate() throws IOException {
        testProject = new TestProject(folder.resolve("project"));
        testProject.messageLanguage = Optional.of(MessageLanguage.EN);
        testProject.themes = folder.resolve("themes");
        FileTrees.copyFiles(Path.of("src/test/resources/themes"), testProject.themes, Comparator.naturalOrder());
        randomContent = RandomContent.of(4, new Random(3));
        testProject.syncContent(randomContent.files());
        testProject.writeContent("notices/2030/stray.txt", "a file that belongs to nothing");
        testProject.letSettle();
        TestProject.LoggedRun first = testProject.build();
        assertThat(first.report().failed()).as(String.join("\n", first.lines())).isFalse();
        assertThat(first.lines()).doesNotContain(UP_TO_DATE);
        site = testProject.readSite();
    }

    @Test
    void anUnchangedSiteIsNotReadAndItsWarningsAreRepeated() {
        TestProject.LoggedRun before = testProject.build();
        assertThat(before.lines()).contains(UP_TO_DATE);
        assertThat(before.report().problems()).isNotEmpty();
        assertThat(before.report().rendered()).isZero();
        assertThat(before.report().kept()).isEqualTo(site.size());
        assertThat(before.lines().toString()).contains("stray.txt");
        assertThat(FileTrees.differences(site, testProject.readSite())).isEmpty();
        assertThat(testProject.work.resolve("report.json")).content().contains("stray.txt");
    }

    @Test
    void anEditOfTheSameSizeWithItsTimeRestoredIsSeen() throws IOException {
        Path file = firstFile(testProject.content.resolve("notices"), ".md");
        FileTime time = Files.getLastModifiedTime(file);
        String text = Files.readString(file);
        int last = text.stripTrailing().length() - 1;
        Files.writeString(
                file, text.substring(0, last) + (text.charAt(last) == 'x' ? 'y' : 'x') + text.substring(last + 1));
        Files.setLastModifiedTime(file, time);
        TestProject.LoggedRun loggedRun = testProject.build();
        assertThat(loggedRun.lines()).doesNotContain(UP_TO_DATE);
        assertEqualsCleanBuild();
    }

    @Tag("long")
    @Test
    void aFileOfTheSiteThatWasAlteredIsSeen() throws IOException {
        Path file = testProject.output.resolve("robots.txt");
        FileTime time = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[0]++;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
        assertThat(testProject.build().lines()).doesNotContain(UP_TO_DATE);
    }

    @Tag("long")
    @Test
    void whateverElseChangesIsSeen() throws IOException {
        Files.delete(testProject.output.resolve("robots.txt"));
        assertChangeDetected("a file of the site is gone");
        Files.writeString(testProject.output.resolve("foreign.txt"), "x");
        assertChangeDetected("a foreign file");
        Files.delete(testProject.output.resolve("foreign.txt"));
        assertChangeDetected("the foreign file is gone");
        Files.writeString(
                firstFile(testProject.themes.resolve("bare"), ".ftlh"),
                "\n<#-- changed -->",
                StandardOpenOption.APPEND);
        assertChangeDetected("a template");
        testProject.writeContent("pages/new.zh.md", "---\ntitle: 新页面\n---\n正文。\n");
        assertChangeDetected("a page");
        Files.delete(workFile("memory-"));
        assertChangeDetected("the build cache is gone");
        testProject.baseUrl = Optional.of("https://elsewhere.example.org/");
        assertChangeDetected("a parameter");
    }

    @Tag("long")
    @Test
    void aMoveOfOneFileOverAnotherIsSeen() throws IOException {
        Path file = firstFile(testProject.content.resolve("notices"), ".md");
        Path copy = folder.resolve("copy");
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        changeKeepingSizeAndTime(copy);
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(testProject.build().lines()).doesNotContain(UP_TO_DATE);
        assertEqualsCleanBuild();
    }

    @Tag("long")
    @Test
    void anUnchangedFreshCheckoutIsUpToDate() throws IOException {
        for (boolean moved : List.of(false, true)) {
            freshCheckout(moved);
            TestProject.LoggedRun loggedRun = testProject.build();
            assertThat(loggedRun.lines()).contains(UP_TO_DATE);
            assertThat(loggedRun.report().problems()).isNotEmpty();
            assertThat(loggedRun.report().rendered()).isZero();
            assertThat(FileTrees.differences(site, testProject.readSite())).isEmpty();
            byte[] renewed = Files.readAllBytes(workFile("state-"));
            assertThat(testProject.build().lines()).contains(UP_TO_DATE);
            assertThat(workFile("state-")).hasBinaryContent(renewed);
            assertRebuildAfterEdit("a fresh checkout");
            site = testProject.readSite();
            testProject.letSettle();
            assertThat(testProject.build().lines()).contains(UP_TO_DATE);
        }
    }

    @Tag("long")
    @Test
    void whateverChangedInAFreshCheckoutIsSeen() throws IOException {
        freshCheckout(true);
        changeKeepingSizeAndTime(firstFile(testProject.content.resolve("notices"), ".md"));
        assertChangeDetected("a notice");
        freshCheckout(false);
        changeKeepingSizeAndTime(firstFile(testProject.output.resolve("zh/notices"), ".html"));
        assertChangeDetected("a page of the site");
        freshCheckout(true);
        Files.delete(firstFile(testProject.output.resolve("zh/notices"), ".html"));
        assertChangeDetected("a page of the site is gone");
        freshCheckout(false);
        Files.delete(workFile("facts-"));
        assertChangeDetected("the facts are gone");
        freshCheckout(false);
        changeKeepingSizeAndTime(FileTrees.firstFile(testProject.work, "memory-", ".bin"));
        assertChangeDetected("the build cache is damaged");
        freshCheckout(true);
        testProject.writeContent("notices/2031/new/foreign.txt", "x");
        assertChangeDetected("a folder more");
        randomContent.notices.values().iterator().next().bodyVersion++;
        freshCheckout(false);
        testProject.syncContent(randomContent.files());
        assertChangeDetected("an edit");
    }

    /** Replaces all files by new ones with the same bytes, in the same place or elsewhere, and advances the clock. */
    private void freshCheckout(boolean moved) {
        if (moved) {
            TestProject next = testProject.copyAt(folder.resolve(testProject.base.getFileName() + "'"));
            FileTrees.copyFiles(testProject.base, next.base, Comparator.reverseOrder());
            FileTrees.deleteTree(testProject.base);
            testProject = next;
        } else {
            FileTrees.rewriteAsNewFiles(testProject.base);
        }
        testProject.letSettle();
    }

    @Tag("long")
    @Test
    void aDamagedStateFileIsIgnored() throws IOException {
        Path file = workFile("state-");
        byte[] sound = Files.readAllBytes(file);
        for (int i = 0; i < sound.length; i += 1 + sound.length / 8) {
            byte[] damaged = sound.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            assertThat(testProject.build().lines()).as("byte " + i).doesNotContain(UP_TO_DATE);
        }
        Files.write(file, Arrays.copyOf(sound, sound.length / 2));
        assertThat(testProject.build().lines()).doesNotContain(UP_TO_DATE);
        assertEqualsCleanBuild();
    }

    /** Changes that the up-to-date check may overlook, each together with an edit that it sees. */
    @Tag("long")
    @Test
    void anyHiddenChangeBesideAnEditIsSeen() throws IOException {
        Path early = folder.resolve("early");
        FileTrees.copyFiles(testProject.work, early, Comparator.naturalOrder());
        SortedMap<String, String> earlyTimes = FileTrees.timesAndInodes(early);
        assertRebuildAfterEdit("nothing else");
        assertThat(testProject.build().lines()).contains(UP_TO_DATE);
        randomContent.notices.values().iterator().next().bodyVersion++;
        testProject.syncContent(randomContent.files());
        assertRebuildAfterEdit("a text");
        assertThat(testProject.build().lines()).contains(UP_TO_DATE);
        Path notice = firstFile(testProject.content.resolve("notices"), ".md");
        changeKeepingSizeAndTime(notice);
        assertRebuildAfterEdit("a notice of the same size and time");
        randomContent.notices.values().forEach(randomNotice -> randomNotice.attachments.put("附表 1.csv", 1));
        testProject.syncContent(randomContent.files());
        assertRebuildAfterEdit("a file beside each notice");
        changeKeepingSizeAndTime(firstFile(testProject.content.resolve("notices"), ".csv"));
        assertRebuildAfterEdit("such a file, of the same size and time");
        Path page = firstFile(testProject.output.resolve("zh/notices"), ".html");
        Files.delete(page);
        assertRebuildAfterEdit("a page is gone");
        Files.writeString(page, "longer", StandardOpenOption.APPEND);
        assertRebuildAfterEdit("a page is longer");
        Files.writeString(page, Files.readString(page).replace('a', 'b'));
        assertRebuildAfterEdit("a page has another time");
        Files.writeString(page.resolveSibling("foreign.txt"), "x");
        assertThat(buildAfterEdit().report().problems())
                .anyMatch(problem -> problem.at().file().endsWith("foreign.txt"));
        assertThat(buildAfterEdit().report().problems())
                .anyMatch(problem -> problem.at().file().endsWith("foreign.txt"));
        Files.delete(page.resolveSibling("foreign.txt"));
        assertRebuildAfterEdit("a foreign file is gone");
        for (String prefix : List.of("memory-", "facts-", "state-", "")) {
            for (String name : earlyTimes.keySet()) {
                if (name.startsWith(prefix) && Files.isRegularFile(early.resolve(name))) {
                    Files.copy(
                            early.resolve(name), testProject.work.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            assertRebuildAfterEdit("earlier files " + prefix);
        }
    }

    private static void changeKeepingSizeAndTime(Path file) throws IOException {
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

    private void assertRebuildAfterEdit(String what) {
        TestProject.LoggedRun loggedRun = buildAfterEdit();
        assertThat(loggedRun.report().failed())
                .as(what + String.join("\n", loggedRun.lines()))
                .isFalse();
        assertEqualsCleanBuild();
    }

    private TestProject.LoggedRun buildAfterEdit() {
        testProject.writeContent("pages/edited.zh.md", "---\ntitle: 页面\n---\n第" + ++edits + "次修改。\n");
        testProject.letSettle();
        return testProject.build();
    }

    private void assertChangeDetected(String what) {
        TestProject.LoggedRun loggedRun = testProject.build();
        assertThat(loggedRun.lines()).as(what).doesNotContain(UP_TO_DATE);
        assertThat(loggedRun.report().failed())
                .as(String.join("\n", loggedRun.lines()))
                .isFalse();
        assertEqualsCleanBuild();
    }

    private void assertEqualsCleanBuild() {
        TestProject clean = testProject.withOtherOutput("clean");
        FileTrees.deleteTree(clean.output.getParent());
        clean.build();
        SortedMap<String, byte[]> now = testProject.readSite();
        now.remove("foreign.txt");
        assertThat(FileTrees.differences(clean.readSite(), now)).isEmpty();
    }

    private Path workFile(String prefix) throws IOException {
        return FileTrees.firstFile(testProject.work, prefix, "");
    }

    private static Path firstFile(Path folder, String ending) throws IOException {
        return FileTrees.firstFile(folder, "", ending);
    }
}
