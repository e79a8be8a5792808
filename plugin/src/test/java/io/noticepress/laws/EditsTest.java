package io.noticepress.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is made anew after an edit, and why: {@code before}, {@code after} and {@code rendered.txt} of each folder of
 * {@code edits}. Both folders hold only what differs from {@code edits/base}; a file that ends in {@code .gone} takes the
 * file of that name away. With {@code themes} in {@code after} the theme is edited too.
 *
 * <p>Files of the search are counted but not listed: their names tell their content.
 *
 * <p>{@code -Dgolden.update=true} writes what comes out.
 */
class EditsTest {
    private static final Path CASES = Path.of("src/test/resources/edits");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> anEditRendersNoMoreThanItMust() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.filter(edit -> !edit.endsWith("base")).sorted().toList().stream()
                    .map(edit -> DynamicTest.dynamicTest(edit.getFileName().toString(), () -> check(edit)));
        }
    }

    private void check(Path edit) throws IOException {
        Project project = new Project(folder.resolve(edit.getFileName().toString()));
        project.themes = project.base.resolve("themes");
        Trees.copy(Project.THEMES.resolve("bare"), project.themes.resolve("bare"), Path::compareTo);
        project.explain = true;
        SortedMap<String, byte[]> content = new TreeMap<>(Trees.read(CASES.resolve("base")));
        put(content, edit.resolve("before"));
        project.content(content);
        Project.Run first = project.build();
        assertThat(first.report().failed()).as(String.join("\n", first.lines())).isFalse();
        put(content, edit.resolve("after"));
        Trees.read(edit.resolve("themes")).forEach((path, bytes) -> write(project.themes.resolve(path), bytes));
        project.content(content);
        Project.Run second = project.build();
        assertThat(second.report().failed())
                .as(String.join("\n", second.lines()))
                .isFalse();
        List<String> rendered = second.explained().stream()
                .filter(line -> !line.startsWith("assets/search/"))
                .toList();
        String told = String.join("\n", rendered)
                + "\n" + second.report().rendered() + " rendered, "
                + second.report().kept() + " kept, "
                + second.report().removed() + " removed\n";
        Path expected = edit.resolve("rendered.txt");
        if (UPDATE) {
            Files.writeString(expected, told);
        }
        assertThat(told).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
        Project clean = project.elsewhere("clean");
        clean.build();
        assertThat(Trees.differences(clean.site(), project.site())).isEmpty();
    }

    private static void put(SortedMap<String, byte[]> content, Path folder) {
        Trees.read(folder).forEach((path, bytes) -> {
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
