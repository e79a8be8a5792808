package io.noticepress.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.content.ProblemCase.FencedBlock;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.ProblemFormat;
import io.noticepress.report.ProblemWithExcerpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each problem code has a {@link ProblemPage}: what it says is reported, is reported. {@code -Dproblems=update} rewrites the
 * markers and the printed texts of all pages, and nothing else.
 */
class ProblemCodesTest {
    private static final String CHINESE = ".*\\p{IsHan}.*。";
    private static final String ENGLISH = ".*[a-z].*\\.";

    @TempDir
    Path folder;

    private final Map<ProblemCase, Observed> observed = new HashMap<>();

    /** What is reported for a case. */
    private record Observed(List<Problem> problems, Map<MessageLanguage, String> printed) {
        List<String> blockLines(FencedBlock block) {
            if (block.isFile()) {
                return block.withMarkers(problems.stream()
                        .filter(problem -> problem.at().file().equals(block.path()))
                        .toList());
            }
            MessageLanguage language = block.isPrinted(MessageLanguage.ZH) ? MessageLanguage.ZH : MessageLanguage.EN;
            return printed.get(language).lines().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCaseIsReportedAsItsPageSays() throws Exception {
        if ("update".equals(System.getProperty("problems"))) {
            for (ProblemPage page : ProblemPage.readAll()) {
                Files.writeString(
                        page.file(),
                        page.withBlocks((each, block) -> observe(each).blockLines(block)));
            }
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (ProblemPage page : ProblemPage.readAll()) {
            for (ProblemCase each : page.cases()) {
                tests.add(DynamicTest.dynamicTest(each + " markers", () -> checkMarkers(each)));
                for (MessageLanguage language : MessageLanguage.values()) {
                    tests.add(DynamicTest.dynamicTest(each + " " + language, () -> checkPrinted(each, language)));
                }
            }
        }
        return tests.stream();
    }

    private void checkMarkers(ProblemCase problemCase) {
        List<Problem> problems = observe(problemCase).problems();
        List<FencedBlock> files = problemCase.files();
        assertThat(problems).extracting(problem -> problem.code().id()).contains(problemCase.code());
        if (!files.isEmpty()) {
            assertThat(files)
                    .as("the blocks of all files with problems")
                    .extracting(FencedBlock::path)
                    .containsAll(problems.stream()
                            .map(problem -> problem.at().file())
                            .toList());
        }
        for (FencedBlock file : files) {
            assertThat(file.lines())
                    .as(file.path())
                    .isEqualTo(observe(problemCase).blockLines(file));
        }
    }

    private void checkPrinted(ProblemCase problemCase, MessageLanguage language) {
        List<FencedBlock> blocks = problemCase.blocks().stream()
                .filter(block -> block.isPrinted(language))
                .toList();
        assertThat(blocks).as("blocks of what is printed").hasSize(1);
        assertThat(String.join("\n", blocks.get(0).lines()))
                .isEqualTo(String.join("\n", observe(problemCase).blockLines(blocks.get(0))));
    }

    @Test
    void everyCodeHasAPageThatSaysInBothLanguagesWhyItIsAMistake() {
        Map<String, ProblemPage> pages = new TreeMap<>();
        ProblemPage.readAll()
                .forEach(page -> pages.put(page.file().getFileName().toString(), page));
        assertThat(pages.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemCode.values())
                        .map(code -> code.id() + ".md")
                        .toList());
        for (ProblemCode code : ProblemCode.values()) {
            ProblemPage page = pages.get(code.id() + ".md");
            assertThat(page.introduction())
                    .hasSize(4)
                    .startsWith("# " + code.id(), code.severity().label());
            assertThat(page.introduction().get(2)).matches(CHINESE);
            assertThat(page.introduction().get(3)).matches(ENGLISH);
        }
    }

    @Test
    void everyCaseSaysInBothLanguagesWhatItShows() {
        assertThat(ProblemCase.readAll())
                .filteredOn(each -> !each.files().isEmpty())
                .hasSizeGreaterThan(100)
                .allSatisfy(each -> {
                    assertThat(each.caption()).hasSize(2);
                    assertThat(each.caption().get(0)).matches(CHINESE);
                    assertThat(each.caption().get(1)).matches(ENGLISH);
                });
    }

    @Test
    void everyCodeHasACaseOrAnExampleAndTheReasonWhyThereIsNoCase() {
        assertThat(ProblemExample.ALL)
                .extracting(example -> example.code().id())
                .containsExactlyInAnyOrderElementsOf(ProblemCase.readAll().stream()
                        .filter(each -> each.files().isEmpty())
                        .map(ProblemCase::code)
                        .toList());
        assertThat(ProblemExample.ALL).extracting(ProblemExample::whyNoCase).allMatch(reason -> !reason.isBlank());
    }

    private Observed observe(ProblemCase problemCase) {
        return observed.computeIfAbsent(problemCase, each -> {
            try {
                Path place = Files.createDirectories(folder.resolve(each.toString()));
                return each.files().isEmpty() ? observeExample(each, place) : observeContent(each, place);
            } catch (Exception e) {
                throw new AssertionError(each.toString(), e);
            }
        });
    }

    private static Observed observeContent(ProblemCase problemCase, Path place) throws IOException {
        Path content = problemCase.writeSite(place);
        ContentFixture read = problemCase.code().startsWith("translation-")
                ? ContentFixture.readWithTranslationCheck(content)
                : ContentFixture.readAll(content);
        return new Observed(
                read.problems.sorted(),
                Map.of(
                        MessageLanguage.ZH, read.printProblems(MessageLanguage.ZH),
                        MessageLanguage.EN, read.printProblems(MessageLanguage.EN)));
    }

    private static Observed observeExample(ProblemCase problemCase, Path place) throws Exception {
        ProblemExample example = ProblemExample.ALL.stream()
                .filter(each -> each.code().id().equals(problemCase.code()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(problemCase + " has no files"));
        ProblemWithExcerpt found = example.report(place);
        return new Observed(
                List.of(found.problem()),
                Map.of(
                        MessageLanguage.ZH, ProblemFormat.format(found.problem(), MessageLanguage.ZH, found.excerpt()),
                        MessageLanguage.EN,
                                ProblemFormat.format(found.problem(), MessageLanguage.EN, found.excerpt())));
    }
}
