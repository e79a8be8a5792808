package io.noticepress.render.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.testkit.FileTrees;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What templates cannot do, and how their mistakes are told; by a whole build of a site with one notice. */
class TemplateEngineTest {
    @TempDir
    Path folder;

    private TestProject testProject;
    private Path theme;

    @BeforeEach
    void aProjectWithAThemeOfItsOwn() {
        testProject = new TestProject(folder.resolve("project"));
        testProject.themes = testProject.base.resolve("themes");
        testProject.messageLanguage = Optional.of(MessageLanguage.EN);
        theme = testProject.themes.resolve("bare");
        FileTrees.copyFiles(TestProject.TEST_THEMES.resolve("bare"), theme, Path::compareTo);
        FileTrees.copyFiles(
                Path.of("src/test/resources/golden/bilingual-minimal/content"), testProject.content, Path::compareTo);
    }

    /** Puts a line of template at the beginning of the notice's text and builds. */
    private TestProject.LoggedRun buildWithTemplate(String template) throws IOException {
        Path notice = theme.resolve("pages/notice.ftlh");
        Files.writeString(notice, Files.readString(notice).replace("<p>title: ", template + "\n<p>title: "));
        return testProject.build();
    }

    private static Problem onlyProblem(TestProject.LoggedRun loggedRun) {
        assertThat(loggedRun.report().failed()).isTrue();
        assertThat(loggedRun.report().problems())
                .as(String.join("\n", loggedRun.lines()))
                .hasSize(1);
        return loggedRun.report().problems().get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"touch pwned\")}",
                "<#assign x = \"freemarker.template.utility.ObjectConstructor\"?new()>${x(\"java.io.File\", \"x\")}",
                "<#assign x = \"freemarker.template.utility.JythonRuntime\"?new()>",
                "${notice?api.class}",
                "${notice.title?api.getClass()}",
                "${notice.class}",
                "${notice.getClass()}",
                "${notice.class.classLoader}",
                "${notice.hashCode()}",
                "${notice.issuers.class}",
                "${notice.issuers[0].class}",
                "${page.metas[0].class.protectionDomain}",
                "${assets.class}",
                "${say.class}",
                "${say.words}",
                "${notice.title.bytes}",
                "${.data_model.class}",
                "${.dataModel.statics[\"java.lang.System\"].exit(1)}",
                "${Static[\"java.lang.Runtime\"]}",
                "<#include \"/etc/passwd\">",
                "<#include \"../../../../etc/passwd\">",
                "<#include \"file:///etc/passwd\">",
                "<#include \"http://127.0.0.1/x.ftl\">",
                "<#import \"../../site.yaml\" as x>",
                "<#include \"theme.yaml\">",
                "${\"${\\\"x\\\"?new()}\"?interpret}",
                "${notice.nothing}",
                "${nothing}",
                "${say(\"no.such.words\")}",
                "${say()}",
                "<#stop \"x\">"
            })
    void aTemplateCannotLeaveItsSandbox(String template) throws IOException {
        Problem problem = onlyProblem(buildWithTemplate(template));
        assertThat(problem.code().id()).isEqualTo("template-error");
        assertThat(problem.at().file()).startsWith("themes/bare/");
        assertThat(testProject.output).doesNotExist();
        assertThat(Path.of("pwned")).doesNotExist();
    }

    @Test
    void aMissingVariableIsToldWithItsPlaceAndThePage() throws IOException {
        TestProject.LoggedRun loggedRun = buildWithTemplate("<p>${notice.titel}</p>");
        assertThat(loggedRun.lines().stream()
                        .filter(line -> line.startsWith("error "))
                        .toList())
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("error themes/bare/pages/notice.ftlh:13:6: error: the template fails for the page ")
                        .contains(
                                "en/notices/2030/fair/index.html",
                                "notice.titel",
                                "[template-error]\n   13 | <p>${notice.titel}</p>"));
    }

    @Test
    void aMacroThatCallsItselfWithoutEndIsAMistakeOfTheTemplate() throws IOException {
        Problem problem = onlyProblem(buildWithTemplate("<#macro again><@again/></#macro><@again/>"));
        assertThat(problem.code().id()).isEqualTo("template-error");
        assertThat(problem.message().en()).contains("a macro calls itself without end");
    }

    @Test
    void aTemplateThatCannotBeParsedIsToldWithItsPlace() throws IOException {
        Problem problem = onlyProblem(buildWithTemplate("<#if notice.title"));
        assertThat(problem.code().id()).isEqualTo("template-error");
        assertThat(problem.at().file()).isEqualTo("themes/bare/pages/notice.ftlh");
        assertThat(problem.at().line()).isGreaterThanOrEqualTo(12);
    }

    @Test
    void aMissingTemplateIsNamed() throws IOException {
        Files.delete(theme.resolve("pages/home.ftlh"));
        Problem problem = onlyProblem(testProject.build());
        assertThat(problem.at().file()).isEqualTo("themes/bare/pages/home.ftlh");
        assertThat(problem.message().en()).isEqualTo("the theme lacks the template home.ftlh");
    }

    @Test
    void anUnknownTemplateIsNamed() throws IOException {
        Files.writeString(theme.resolve("pages/homepage.ftlh"), "x");
        Problem problem = onlyProblem(testProject.build());
        assertThat(problem.at().file()).startsWith("themes/bare/pages/homepage");
        assertThat(problem.message().en()).contains("\"homepage\"");
    }

    @Test
    void wordsWithDifferentKeysAreNamed() throws IOException {
        Files.writeString(
                theme.resolve("words/zh.yaml"), Files.readString(theme.resolve("words/zh.yaml")) + "extra: 多\n");
        Problem problem = onlyProblem(testProject.build());
        assertThat(problem.at().file()).isEqualTo("themes/bare/words/en.yaml");
        assertThat(problem.message().en()).isEqualTo("the words lack \"extra\"");
    }

    @Test
    void aThemeThatIsNotThereIsNamed() {
        testProject.theme = Optional.of("pretty");
        Problem problem = onlyProblem(testProject.build());
        assertThat(problem.code().id()).isEqualTo("theme-missing");
        assertThat(problem.message().en()).isEqualTo("there is no theme \"pretty\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../bare", "/etc", "bare/../bare", "Bare", "", ".."})
    void aThemeIsANameAndNeverAPath(String name) {
        testProject.theme = Optional.of(name);
        TestProject.LoggedRun loggedRun = testProject.build();
        assertThat(loggedRun.report().failed()).isTrue();
        assertThat(testProject.output).doesNotExist();
    }

    @Test
    void theMachinesLocaleAndZoneAreNotSeen() throws IOException {
        TestProject.LoggedRun loggedRun = buildWithTemplate("<p>${.locale} ${1234567.5?string} ${1234567}</p>");
        assertThat(loggedRun.report().failed()).isFalse();
        assertThat(Files.readString(testProject.output.resolve("en/notices/2030/fair/index.html")))
                .contains("1234567.5 1234567</p>");
    }

    @Test
    void allMistakesOfTemplatesAreToldTogether() throws IOException {
        Path home = theme.resolve("pages/home.ftlh");
        Files.writeString(home, Files.readString(home).replace("<@frame.rows", "${home.nothing}<@frame.rows"));
        TestProject.LoggedRun loggedRun = buildWithTemplate("${notice.nothing}");
        assertThat(loggedRun.report().problems())
                .extracting(problem -> problem.at().file())
                .isEqualTo(List.of("themes/bare/pages/home.ftlh", "themes/bare/pages/notice.ftlh"));
    }
}
