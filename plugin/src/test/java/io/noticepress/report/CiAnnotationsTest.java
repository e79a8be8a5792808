package io.noticepress.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Problems in the forms that forges read. */
class CiAnnotationsTest {
    @TempDir
    Path repository;

    private Path base;

    @BeforeEach
    void aProjectWithinARepository() throws IOException {
        Files.createDirectories(repository.resolve(".git"));
        base = Files.createDirectories(repository.resolve("docs, old/100%"));
        Files.writeString(base.resolve("a:b.md"), "");
    }

    private static Problem problem(ProblemCode problemCode, String file, int line, String what) {
        return Problem.of(
                problemCode, new Location(file, line, 9), 1, new Message("错", what), new Message("改", "mend it"));
    }

    @Test
    void aCommandNamesTheFileFromTheTopOfTheRepositoryAndEscapesWhatWouldEndIt() {
        List<String> commands = new CiAnnotations(base, MessageLanguage.EN)
                .githubCommands(
                        List.of(problem(ProblemCode.UNKNOWN_ISSUER, "a:b.md", 5, "50%: a, b\r\n::error::c")),
                        Severity.ERROR);
        assertThat(commands)
                .containsExactly(
                        "::error file=docs%2C old/100%25/a%3Ab.md,line=5,col=9,title=unknown-issuer::50%25: a, b⟨U+000D⟩%0A::error::c%0Amend it");
    }

    @Test
    void aProblemOutsideTheRepositoryHasNoLocation() {
        assertThat(new CiAnnotations(base, MessageLanguage.ZH)
                        .githubCommands(
                                List.of(problem(ProblemCode.DATE_ORDER, "noticepress.asOf", 1, "x")), Severity.WARNING))
                .containsExactly("::warning title=date-order::错%0A改");
    }

    @Test
    void noMoreAreSentThanAreShown() {
        List<Problem> many = new ArrayList<>();
        for (int i = 1; i < 30; i++) {
            many.add(problem(i % 2 == 0 ? ProblemCode.TODO : ProblemCode.NUMBERING, "a:b.md", i, "x"));
        }
        CiAnnotations ciAnnotations = new CiAnnotations(base, MessageLanguage.EN);
        assertThat(ciAnnotations.githubCommands(many, Severity.ERROR))
                .hasSize(10)
                .allMatch(line -> line.startsWith("::error "));
        assertThat(ciAnnotations.githubCommands(many, Severity.WARNING))
                .hasSize(10)
                .allMatch(line -> line.startsWith("::warning "));
    }

    @Test
    void aCodeQualityReportIsWorstFirstAndItsFingerprintsOutliveMovedLines() {
        CiAnnotations ciAnnotations = new CiAnnotations(base, MessageLanguage.EN);
        Problem warning = problem(ProblemCode.NUMBERING, "a:b.md", 1, "x");
        Problem error = problem(ProblemCode.TODO, "a:b.md", 3, "y");
        String json = text(ciAnnotations.gitlabCodeQuality(List.of(warning, error, error)));
        assertThat(json.replaceAll("[0-9a-f]{64}", "…")).isEqualTo("""
                [ {
                  "description" : "y — mend it",
                  "check_name" : "todo",
                  "fingerprint" : "…",
                  "severity" : "major",
                  "location" : {
                    "path" : "docs, old/100%/a:b.md",
                    "lines" : {
                      "begin" : 3
                    }
                  }
                }, {
                  "description" : "y — mend it",
                  "check_name" : "todo",
                  "fingerprint" : "…",
                  "severity" : "major",
                  "location" : {
                    "path" : "docs, old/100%/a:b.md",
                    "lines" : {
                      "begin" : 3
                    }
                  }
                }, {
                  "description" : "x — mend it",
                  "check_name" : "numbering",
                  "fingerprint" : "…",
                  "severity" : "minor",
                  "location" : {
                    "path" : "docs, old/100%/a:b.md",
                    "lines" : {
                      "begin" : 1
                    }
                  }
                } ]
                """);
        List<String> prints = fingerprints(json);
        assertThat(prints).hasSize(3).doesNotHaveDuplicates();
        Problem moved = problem(ProblemCode.TODO, "a:b.md", 30, "y");
        assertThat(prints)
                .contains(fingerprints(text(ciAnnotations.gitlabCodeQuality(List.of(moved))))
                        .get(0));
        assertThat(text(ciAnnotations.gitlabCodeQuality(Collections.emptyList()))
                        .strip())
                .matches("\\[ *\\]");
    }

    @Test
    void thePlatformIsRecognisedByItsEnvironment() {
        assertThat(forge(Map.of())).isEqualTo(CiPlatform.NONE);
        assertThat(forge(Map.of("CI", "true"))).isEqualTo(CiPlatform.NONE);
        assertThat(forge(Map.of("GITHUB_ACTIONS", "true"))).isEqualTo(CiPlatform.NONE);
        assertThat(forge(Map.of("CI", "true", "GITHUB_ACTIONS", "true"))).isEqualTo(CiPlatform.GITHUB);
        assertThat(forge(Map.of("CI", "true", "GITLAB_CI", "true"))).isEqualTo(CiPlatform.GITLAB);
    }

    private static CiPlatform forge(Map<String, String> environment) {
        return CiPlatform.of(name -> Optional.ofNullable(environment.get(name)));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static List<String> fingerprints(String json) {
        return Pattern.compile("[0-9a-f]{64}")
                .matcher(json)
                .results()
                .map(found -> found.group())
                .toList();
    }
}
