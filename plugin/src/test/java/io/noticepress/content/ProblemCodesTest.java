package io.noticepress.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code broken} is a tiny site with one kind of mistake, named {@code <code>-<case>}; beside it stands what is
 * said of it, in English and in Chinese. {@code -Dbroken=update} writes those anew.
 */
class ProblemCodesTest {
    private static final Path SITES = Path.of("src/test/resources/broken");

    /** Codes of what lies beyond the content folder, or that only other goals report. */
    private static final Set<ProblemCode> CODES_WITHOUT_CASE = EnumSet.of(
            ProblemCode.THEME_MISSING,
            ProblemCode.TEMPLATE_ERROR,
            ProblemCode.OUTPUT_UNSAFE,
            ProblemCode.OUTPUT_LOCKED,
            ProblemCode.IO,
            ProblemCode.TOO_LARGE,
            ProblemCode.IMPORT_UNSUPPORTED,
            ProblemCode.IMPORT_FAILED);

    @TestFactory
    Stream<DynamicTest> everyBrokenSiteIsReportedWordForWord() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path site : sites()) {
            for (MessageLanguage messageLanguage : MessageLanguage.values()) {
                Path expected =
                        site.resolve(messageLanguage == MessageLanguage.EN ? "problems.txt" : "problems.zh.txt");
                tests.add(DynamicTest.dynamicTest(site.getFileName() + " " + messageLanguage, () -> {
                    String printed = run(site).printProblems(messageLanguage);
                    if ("update".equals(System.getProperty("broken"))) {
                        Files.writeString(expected, printed);
                    }
                    assertThat(printed).isEqualTo(Files.readString(expected));
                }));
            }
        }
        return tests.stream();
    }

    @Test
    void everyBrokenSiteShowsTheCodeItIsNamedAfter() throws IOException {
        for (Path site : sites()) {
            String printed = Files.readString(site.resolve("problems.txt"));
            assertThat(printed.lines().filter(line -> line.endsWith("]")))
                    .as(site.toString())
                    .anyMatch(line -> site.getFileName()
                            .toString()
                            .startsWith(line.substring(line.lastIndexOf('[') + 1, line.length() - 1) + "-"));
        }
    }

    @Test
    void everyCodeOfContentHasABrokenSite() throws IOException {
        List<Path> sites = sites();
        for (ProblemCode problemCode : EnumSet.complementOf(EnumSet.copyOf(CODES_WITHOUT_CASE))) {
            assertThat(sites)
                    .as(problemCode.id())
                    .anyMatch(site -> site.getFileName().toString().startsWith(problemCode.id() + "-"));
        }
    }

    private static ContentFixture run(Path site) {
        Path content = site.resolve("content");
        return site.getFileName().toString().startsWith("translation-")
                ? ContentFixture.readWithTranslationCheck(content)
                : ContentFixture.readAll(content);
    }

    private static List<Path> sites() throws IOException {
        try (Stream<Path> sites = Files.list(SITES)) {
            return sites.sorted().toList();
        }
    }
}
