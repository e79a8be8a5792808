package io.noticepress.render.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.noticepress.catalog.Catalog;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.Markdown;
import io.noticepress.markdown.analysis.Findings;
import io.noticepress.markdown.text.MarkdownSource;
import io.noticepress.model.Attachment;
import io.noticepress.model.Notice;
import io.noticepress.model.NoticeBuilder;
import io.noticepress.model.SourceFile;
import io.noticepress.model.values.Digest;
import io.noticepress.plan.Address;
import io.noticepress.plan.InputDigests;
import io.noticepress.plan.Page;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.render.PageRenderer;
import io.noticepress.render.PageSources;
import io.noticepress.render.Theme;
import io.noticepress.testkit.FileTrees;
import io.noticepress.testkit.InMemoryTempDir;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What templates cannot do, and how errors in them are reported. Most tests render the page of one notice. */
class TemplateEngineTest {
    private static final Notice NOTICE =
            NoticeBuilder.notice("fair", "2030-04-15").withTranslation().build();

    private static final Page PAGE = new Page.NoticePage(
            new Address("en/notices/2030/fair/index.html"),
            new InputDigests(Digest.of("1"), Digest.of("2"), Digest.of("3")),
            NOTICE,
            NOTICE.editions().get("en"));

    @TempDir(factory = InMemoryTempDir.class)
    Path folder;

    private Path theme;

    @BeforeEach
    void aThemeToChange() {
        theme = folder.resolve("project/themes/bare");
        FileTrees.copyFiles(TestProject.TEST_THEMES.resolve("bare"), theme, Path::compareTo);
    }

    private Theme readTheme(String name, Problems problems) {
        return Theme.read(theme.getParent(), "themes", name, problems);
    }

    /** The page of the notice as the theme renders it. */
    private String renderNotice() {
        Problems problems = new Problems();
        Theme read = readTheme("bare", problems);
        assertThat(problems.sorted()).isEmpty();
        Catalog catalog = Catalog.of(NoticeBuilder.sampleSite(10), List.of(NOTICE), List.of(), Optional.empty());
        byte[] html = new PageRenderer(read, catalog, "Noticepress").render(PAGE, new OneText());
        return new String(html, StandardCharsets.UTF_8);
    }

    /** Inserts a line of template before the title of the notice. */
    private void insertIntoNotice(String template) throws IOException {
        Path notice = theme.resolve("pages/notice.ftlh");
        Files.writeString(notice, Files.readString(notice).replace("<p>title: ", template + "\n<p>title: "));
    }

    private Problem problemOf(String template) throws IOException {
        insertIntoNotice(template);
        return problem();
    }

    private Problem problem() {
        return catchThrowableOfType(RunFailed.class, this::renderNotice).problem();
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
        Problem problem = problemOf(template);
        assertThat(problem.code().id()).isEqualTo("template-error");
        assertThat(problem.at().file()).startsWith("themes/bare/");
        assertThat(Path.of("pwned")).doesNotExist();
    }

    @Test
    void theUnchangedThemeRendersTheNotice() {
        assertThat(renderNotice()).contains("<p>title: Notice fair</p>");
    }

    @Test
    void aMissingVariableIsReportedWithItsPlaceAndThePage() throws IOException {
        Problem problem = problemOf("<p>${notice.titel}</p>");
        assertThat(problem.at().file()).isEqualTo("themes/bare/pages/notice.ftlh");
        assertThat(problem.at().line()).isEqualTo(13);
        assertThat(problem.at().column()).isEqualTo(6);
        assertThat(problem.message().en())
                .startsWith("the template fails for the page en/notices/2030/fair/index.html: ")
                .contains("notice.titel");
    }

    @Test
    void aMacroThatCallsItselfWithoutEndIsAnErrorOfTheTemplate() throws IOException {
        Problem problem = problemOf("<#macro again><@again/></#macro><@again/>");
        assertThat(problem.code().id()).isEqualTo("template-error");
        assertThat(problem.message().en()).contains("a macro calls itself without end");
    }

    @Test
    void aTemplateThatCannotBeParsedIsReportedWithItsPlace() throws IOException {
        Problem problem = problemOf("<#if notice.title");
        assertThat(problem.code().id()).isEqualTo("template-error");
        assertThat(problem.at().file()).isEqualTo("themes/bare/pages/notice.ftlh");
        assertThat(problem.at().line()).isGreaterThanOrEqualTo(12);
    }

    @Test
    void aMissingTemplateIsNamed() throws IOException {
        Files.delete(theme.resolve("pages/home.ftlh"));
        Problem problem = problem();
        assertThat(problem.at().file()).isEqualTo("themes/bare/pages/home.ftlh");
        assertThat(problem.message().en()).isEqualTo("the theme lacks the template home.ftlh");
    }

    @Test
    void anUnknownTemplateIsNamed() throws IOException {
        Files.writeString(theme.resolve("pages/homepage.ftlh"), "x");
        Problem problem = problem();
        assertThat(problem.at().file()).startsWith("themes/bare/pages/homepage");
        assertThat(problem.message().en()).contains("\"homepage\"");
    }

    @Test
    void messagesWithDifferentKeysAreNamed() throws IOException {
        Files.writeString(
                theme.resolve("words/zh.yaml"), Files.readString(theme.resolve("words/zh.yaml")) + "extra: 多\n");
        Problem problem = problem();
        assertThat(problem.at().file()).isEqualTo("themes/bare/words/en.yaml");
        assertThat(problem.message().en()).isEqualTo("the message \"extra\" is missing");
    }

    @Test
    void anUnknownThemeIsNamed() {
        Problem problem = catchThrowableOfType(RunFailed.class, () -> readTheme("pretty", new Problems()))
                .problem();
        assertThat(problem.code().id()).isEqualTo("theme-missing");
        assertThat(problem.message().en()).isEqualTo("there is no theme \"pretty\"");
    }

    @Test
    void numbersDoNotDependOnTheLocale() throws IOException {
        insertIntoNotice("<p>${.locale} ${1234567.5?string} ${1234567}</p>");
        assertThat(renderNotice()).contains("1234567.5 1234567</p>");
    }

    private TestProject project() {
        TestProject testProject = new TestProject(folder.resolve("project"));
        testProject.themes = theme.getParent();
        testProject.messageLanguage = Optional.of(MessageLanguage.EN);
        FileTrees.copyFiles(
                Path.of("src/test/resources/golden/bilingual-minimal/content"), testProject.content, Path::compareTo);
        return testProject;
    }

    @ParameterizedTest
    @ValueSource(strings = {"../bare", "/etc", "bare/../bare", "Bare", "", ".."})
    void aThemeIsANameAndNeverAPath(String name) {
        TestProject testProject = project();
        testProject.theme = Optional.of(name);
        TestProject.LoggedRun loggedRun = testProject.build();
        assertThat(loggedRun.report().failed()).isTrue();
        assertThat(testProject.output).doesNotExist();
    }

    @Test
    void allErrorsOfTemplatesAreReportedInOneBuildThatWritesNothing() throws IOException {
        Path home = theme.resolve("pages/home.ftlh");
        Files.writeString(home, Files.readString(home).replace("<@frame.rows", "${home.nothing}<@frame.rows"));
        insertIntoNotice("<p>${notice.titel}</p>");
        TestProject testProject = project();
        TestProject.LoggedRun loggedRun = testProject.build();
        assertThat(loggedRun.report().problems())
                .extracting(problem -> problem.at().file())
                .isEqualTo(List.of("themes/bare/pages/home.ftlh", "themes/bare/pages/notice.ftlh"));
        assertThat(loggedRun.lines())
                .anySatisfy(text -> assertThat(text)
                        .startsWith("error themes/bare/pages/notice.ftlh:13:6: error: the template fails for the page ")
                        .contains(
                                "en/notices/2030/fair/index.html", "[template-error]\n   13 | <p>${notice.titel}</p>"));
        assertThat(testProject.output).doesNotExist();
    }

    /** The same text for every edition; no attachments and no search. */
    private static final class OneText implements PageSources {
        private final Body body = new Markdown()
                .parse(
                        new MarkdownSource("fair.md", "A text.\n", 1, false, "Title", false),
                        path -> Optional.of("/" + path));

        @Override
        public Body body(SourceFile source) {
            return body;
        }

        @Override
        public Findings findings(SourceFile source) {
            return body.findings();
        }

        @Override
        public byte[] bytes(Notice notice, Attachment attachment) {
            throw new AssertionError("the page has no attachment");
        }

        @Override
        public byte[] bytes(Page.SearchFile file) {
            throw new AssertionError("the page needs no file of the search");
        }
    }
}
