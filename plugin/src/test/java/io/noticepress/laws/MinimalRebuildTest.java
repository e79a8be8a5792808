package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.testkit.FileTrees;
import io.noticepress.testkit.GoldenReport;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which files an edit renders, and why: {@code before}, {@code after} and {@code rendered.txt} of each folder of
 * {@code edits}. Both folders hold only the files that differ from {@code edits/base}; a file whose name ends in {@code .gone}
 * deletes the file of that name. A case with a folder {@code themes} also edits the theme.
 *
 * <p>Search files are counted but not listed, since their names are digests of their content.
 *
 * <p>{@code -Dgolden.update=true} writes {@code rendered.txt}; read the difference before you commit it.
 */
class MinimalRebuildTest {
    private static final Path CASES = Path.of("src/test/resources/edits");
    /** The case that runs in {@code mvn package}; the others run in {@code mvn verify}. */
    private static final String QUICK_CASE = "body-edit";

    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TempDir
    Path folder;

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> anEditRendersNoMoreThanItMust() throws IOException {
        return cases(edit -> !edit.endsWith("base") && !edit.endsWith(QUICK_CASE));
    }

    @TestFactory
    Stream<DynamicTest> anEditOfABodyRendersNoMoreThanItMust() throws IOException {
        return cases(edit -> edit.endsWith(QUICK_CASE));
    }

    private Stream<DynamicTest> cases(Predicate<Path> selected) throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.filter(selected).sorted().toList().stream()
                    .map(edit -> DynamicTest.dynamicTest(edit.getFileName().toString(), () -> check(edit)));
        }
    }

    private void check(Path edit) throws IOException {
        TestProject testProject =
                new TestProject(folder.resolve(edit.getFileName().toString()));
        testProject.themes = testProject.base.resolve("themes");
        FileTrees.copyFiles(
                TestProject.TEST_THEMES.resolve("bare"), testProject.themes.resolve("bare"), Path::compareTo);
        testProject.explain = true;
        SortedMap<String, byte[]> content = new TreeMap<>(FileTrees.read(CASES.resolve("base")));
        applyFolder(content, edit.resolve("before"));
        testProject.syncContent(content);
        TestProject.LoggedRun first = testProject.build();
        assertThat(first.report().failed()).as(String.join("\n", first.lines())).isFalse();
        applyFolder(content, edit.resolve("after"));
        FileTrees.read(edit.resolve("themes")).forEach((path, bytes) -> write(testProject.themes.resolve(path), bytes));
        testProject.syncContent(content);
        TestProject.LoggedRun second = testProject.build();
        assertThat(second.report().failed())
                .as(String.join("\n", second.lines()))
                .isFalse();
        List<String> rendered = second.renderReasons().stream()
                .filter(line -> !line.startsWith("assets/search/"))
                .toList();
        String rendering = String.join("\n", rendered)
                + "\n" + second.report().rendered() + " rendered, "
                + second.report().kept() + " kept, "
                + second.report().removed() + " removed\n";
        Path expected = edit.resolve("rendered.txt");
        if (UPDATE) {
            Files.writeString(expected, rendering);
        }
        assertThat(GoldenReport.OF_THIS_RUN.compare(expected, rendering)).isEmpty();
        TestProject clean = testProject.withOtherOutput("clean");
        clean.build();
        assertThat(FileTrees.differences(clean.readSite(), testProject.readSite()))
                .isEmpty();
    }

    private static void applyFolder(SortedMap<String, byte[]> content, Path folder) {
        FileTrees.read(folder).forEach((path, bytes) -> {
            if (path.endsWith(".gone")) {
                content.remove(path.substring(0, path.length() - ".gone".length()));
            } else {
                content.put(path, bytes);
            }
        });
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
