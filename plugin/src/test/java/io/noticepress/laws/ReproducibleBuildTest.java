package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.noticepress.model.values.Digest;
import io.noticepress.testkit.FileTrees;
import io.noticepress.testkit.InMemoryTempDir;
import io.noticepress.testkit.RandomContent;
import io.noticepress.testkit.RandomMistakes;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same input gives the same bytes on any machine. */
@Tag("long")
class ReproducibleBuildTest {
    private static final Map<String, String> LOCALES_AND_ZONES = Map.of(
            "zh-CN", "Asia/Shanghai",
            "tr-TR", "Pacific/Apia",
            "ar-EG-u-nu-arab", "America/St_Johns",
            "th-TH-u-ca-buddhist-nu-thai", "Pacific/Kiritimati",
            "ja-JP-u-ca-japanese", "Asia/Tokyo",
            "fa-IR-u-ca-persian-nu-arabext", "Etc/GMT+12");

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    Path folder;

    private TestProject testProject;

    @BeforeEach
    void aProject() {
        testProject = new TestProject(folder.resolve("project"));
        testProject.syncContent(RandomContent.of(5, new Random(31)).files());
    }

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bare", "official"})
    void localeAndTimeZoneOfTheMachineDoNotMatter(String theme) {
        testProject.theme = Optional.of(theme);
        testProject.asOf = Optional.of("2030-01-01");
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        TestProject first = testProject.withOtherOutput("first");
        List<String> lines = first.build().linesWithoutTimes();
        LOCALES_AND_ZONES.forEach((tag, machineZone) -> {
            Locale.setDefault(Locale.forLanguageTag(tag));
            TimeZone.setDefault(TimeZone.getTimeZone(machineZone));
            TestProject other = testProject.withOtherOutput(tag);
            String otherLines = String.join("\n", other.build().linesWithoutTimes());
            assertThat(FileTrees.differences(first.readSite(), other.readSite()))
                    .as(tag)
                    .isEmpty();
            assertThat(otherLines.replace("/" + tag + "/", "/first/")).isEqualTo(String.join("\n", lines));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai"})
    void problemsReadTheSameInAnyLocale(String tag) {
        SortedMap<String, byte[]> files = RandomContent.of(8, new Random(32)).files();
        Random random = new Random(33);
        files.replaceAll((path, bytes) ->
                path.startsWith("notices/") && path.endsWith(".md") ? RandomMistakes.addTo(bytes, random) : bytes);
        testProject.syncContent(files);
        Locale.setDefault(Locale.ROOT);
        List<String> lines = testProject.build().linesWithoutTimes();
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(testProject.build().linesWithoutTimes()).isEqualTo(lines);
    }

    @Test
    void theTimesOfTheFilesDoNotMatter() throws Exception {
        testProject.build();
        TestProject copy = new TestProject(folder.resolve("elsewhere, 别处/project"));
        FileTrees.copyFiles(testProject.content, copy.content, Comparator.reverseOrder());
        for (String path : FileTrees.read(copy.content).keySet()) {
            Files.setLastModifiedTime(copy.content.resolve(path), FileTime.fromMillis(path.hashCode() * 1000L));
        }
        copy.build();
        assertThat(FileTrees.differences(testProject.readSite(), copy.readSite()))
                .isEmpty();
    }

    /** An in-memory file system lists files in the order of their creation, others by a hash of their names. */
    @Test
    void theOrderInWhichTheDiskListsFilesDoesNotMatter(@TempDir(factory = InMemoryTempDir.class) Path root)
            throws Exception {
        testProject.build();
        Set<List<String>> listings = new HashSet<>();
        for (int seed = 1; seed <= 4; seed++) {
            String shuffle = Integer.toString(seed);
            TestProject copy = new TestProject(root.resolve("project" + seed));
            FileTrees.copyFiles(
                    testProject.content,
                    copy.content,
                    Comparator.comparing(path -> Digest.of(path.toString(), shuffle)));
            listings.add(listing(copy.content.resolve("notices/2030")));
            copy.threads = seed;
            copy.build();
            assertThat(FileTrees.differences(testProject.readSite(), copy.readSite()))
                    .isEmpty();
        }
        assumeThat(listings).hasSizeGreaterThan(1);
    }

    private static List<String> listing(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }

    @Test
    void anotherBasePathChangesNothingButAddresses() {
        testProject.baseUrl = Optional.of("https://notices.example.org/");
        testProject.build();
        TestProject below = testProject.withOtherOutput("below");
        below.baseUrl = Optional.of("https://notices.example.org/docs/notices/");
        below.build();
        SortedMap<String, byte[]> moved = below.readSite();
        assertThat(moved.keySet()).isEqualTo(testProject.readSite().keySet());
        moved.remove("checksums.txt");
        moved.replaceAll((path, bytes) -> path.startsWith("assets/")
                ? bytes
                : new String(bytes, StandardCharsets.UTF_8)
                        .replace("/docs/notices/", "/")
                        .getBytes(StandardCharsets.UTF_8));
        SortedMap<String, byte[]> site = testProject.readSite();
        site.remove("checksums.txt");
        assertThat(FileTrees.differences(site, moved)).isEmpty();
    }

    @Test
    void pathsOfTheMachineAreNotInTheSite() {
        testProject.build();
        String place = testProject.base.toString();
        testProject
                .readSite()
                .forEach((path, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                        .as(path)
                        .doesNotContain(place, System.getProperty("user.dir"), System.getProperty("user.home") + "/"));
    }
}
