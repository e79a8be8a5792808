package io.noticepress.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The editor's guide says what is so: its example notice has no mistake, and each message it quotes is printed, letter for
 * letter, when the line in its excerpt stands in that notice. {@code -Dguide=update} writes the messages anew.
 */
class EditorGuideTest {
    private static final Path CONTENT = Path.of("../content");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```markdown\n(---\n.*?)```");
    private static final Pattern QUOTED =
            Pattern.compile("(?m)^(content/\\S+?):(\\d+):\\d+: (?:error|warning): .*\n +\\2 \\| (.*)\n.*\n  mend: .*$");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> whatTheGuideQuotesIsPrinted() {
        return Stream.of(MessageLanguage.values())
                .map(messageLanguage -> DynamicTest.dynamicTest(messageLanguage.name(), () -> check(messageLanguage)));
    }

    private void check(MessageLanguage messageLanguage) throws IOException {
        Path page = CONTENT.resolve(messageLanguage == MessageLanguage.ZH ? "pages/guide.zh.md" : "pages/guide.en.md");
        String guide = Files.readString(page);
        Matcher example = EXAMPLE.matcher(guide);
        assertThat(example.find()).isTrue();
        List<String> lines = example.group(1).lines().toList();
        assertThat(printProblems(lines, messageLanguage)).isEmpty();
        List<String> quoted = new ArrayList<>();
        Matcher quotes = QUOTED.matcher(guide);
        String anew = quotes.replaceAll(quote -> {
            quoted.add(quote.group());
            List<String> wrong = new ArrayList<>(lines);
            int line = Integer.parseInt(quote.group(2));
            wrong.set(line - 1, quote.group(3));
            String printed = String.join("\n", printProblems(wrong, messageLanguage));
            if (!"update".equals(System.getProperty("guide"))) {
                assertThat(printed).isEqualTo(quote.group());
            }
            return Matcher.quoteReplacement(printed);
        });
        assertThat(quoted).hasSizeGreaterThan(7);
        if (!anew.equals(guide)) {
            Files.writeString(page, anew);
        }
    }

    /** What is said of the notice beside the samples of this repository, if it reads so. */
    private List<String> printProblems(List<String> lines, MessageLanguage messageLanguage) {
        String path = "notices/2030/example-association-2030-7.zh.md";
        MinimalSite site = new MinimalSite(folder);
        try {
            Files.deleteIfExists(site.root.resolve(MinimalSite.ZH));
            Files.deleteIfExists(site.root.resolve(MinimalSite.EN));
            for (String settings : List.of("site.yaml", "issuers.yaml", "topics.yaml", "kinds.yaml")) {
                site.write(settings, Files.readAllBytes(CONTENT.resolve(settings)));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        site.write(path, String.join("\n", lines) + "\n");
        return site.readAll().problems.sorted().stream()
                .filter(problem -> !problem.code().id().equals("translation-missing"))
                .map(problem -> ProblemFormat.format(problem, messageLanguage, line(lines, problem)))
                .toList();
    }

    private static Optional<String> line(List<String> lines, Problem problem) {
        return Optional.of(lines.get(problem.at().line() - 1));
    }
}
