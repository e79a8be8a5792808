package io.noticepress.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.MessageLanguage;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    @TempDir
    Path folder;

    private TestProject testProject;

    @BeforeEach
    void aSiteOfOneNotice() {
        testProject = new TestProject(folder.resolve("project"));
        testProject.writeContent("site.yaml", """
                baseUrl: https://notices.example.org/
                theme: bare
                languages:
                  zh: {tag: zh-CN, name: 中文, title: 公文}
                """);
        testProject.writeContent("issuers.yaml", "kx: {zh: 科协}\n");
        testProject.writeContent("topics.yaml", "talent: {zh: 人才}\n");
        testProject.writeContent("notices/2030/a.zh.md", notice("kx"));
    }

    private static String notice(String issuer) {
        return "---\ntitle: 关于一件事的通知\nissuer: " + issuer + "\nissued: 2030-04-15\ntopics: [talent]\n---\n正文。\n";
    }

    private List<String> buildLines(MessageLanguage messageLanguage) {
        testProject.messageLanguage = Optional.of(messageLanguage);
        TestProject.LoggedRun loggedRun = testProject.build();
        return loggedRun.lines().stream()
                .map(line -> line.replaceAll("\\d+\\.\\d( 秒| s)$", "0.0$1"))
                .map(line -> loggedRun.report().failed()
                        ? line
                        : line.replaceAll("\\b" + loggedRun.report().pages() + "\\b(?=[ ，])", "N"))
                .toList();
    }

    @Test
    void aBuildEndsWithWhatItMadeAndWhere() throws IOException {
        assertThat(buildLines(MessageLanguage.ZH))
                .containsExactly(
                        "info 已读取 1 件通知的元数据",
                        "info 没有以往构建的记录",
                        "info 1 件通知，1 个语种版本，N 个文件：渲染 N，保留 0，删除 0；用时 0.0 秒",
                        "info 网站在 " + testProject.output);
        Files.createDirectory(
                testProject.content.resolve("notices/2031")); // no page changes, but the content is read again
        assertThat(buildLines(MessageLanguage.EN))
                .containsExactly(
                        "info read the front matter of 1 notice",
                        "info 1 notice, 1 edition, N files: 0 rendered, N kept, 0 removed; 0.0 s",
                        "info the site is in " + testProject.output);
    }

    @Test
    void messagesAreInTheFirstLanguageUnlessTheSettingsOrTheRunSayOtherwise() {
        testProject.messageLanguage = Optional.empty();
        assertThat(testProject.build().lines()).anyMatch(line -> line.startsWith("info 网站在 "));
    }

    @Test
    void aFailedBuildEndsWithItsProblemsAndThatTheSiteWasLeft() {
        testProject.writeContent("notices/2030/a.zh.md", notice("kxx"));
        assertThat(buildLines(MessageLanguage.EN))
                .contains(
                        """
                        error content/notices/2030/a.zh.md:3:9: error: unknown issuer "kxx" [unknown-issuer]
                            3 | issuer: kxx
                              |         ^^^
                          mend: write kx, or add "kxx" to content/issuers.yaml""",
                        "info problems by code:",
                        "info   code            errors  warnings  files",
                        "info   unknown-issuer       1         0      1");
        assertThat(testProject.build().report().summary()).isEqualTo("1 error, 0 warnings; the site was not changed");
        testProject.messageLanguage = Optional.of(MessageLanguage.ZH);
        assertThat(testProject.build().report().summary()).isEqualTo("发现 1 个错误、0 个警告；网站保持原样");
    }

    @Test
    void aValidationEndsWithHowManyNoticesAreValid() {
        testProject.messageLanguage = Optional.of(MessageLanguage.EN);
        assertThat(testProject.validate().report().summary()).matches("1 notice in 1 edition: no errors; [\\d.]+ s");
        testProject.messageLanguage = Optional.of(MessageLanguage.ZH);
        assertThat(testProject.validate().report().summary()).matches("1 件通知、1 个语种版本校验通过；用时 [\\d.]+ 秒");
        assertThat(testProject.output).doesNotExist();
    }

    @Test
    void strictRunsFailOnWarnings() {
        testProject.writeContent("notices/2030/stray.tmp", "x");
        assertThat(testProject.build().report().failed()).isFalse();
        testProject.strict = true;
        RunReport runReport = testProject.build().report();
        assertThat(runReport.failed()).isTrue();
        assertThat(runReport.problems())
                .extracting(problem -> problem.code().id())
                .containsExactly("foreign-file");
    }

    @Test
    void severalCodesAreSummedUp() {
        testProject.writeContent("notices/2030/a.zh.md", notice("kxx").replace("[talent]", "[talents, crafts]"));
        testProject.writeContent("notices/2030/stray.tmp", "x");
        assertThat(buildLines(MessageLanguage.EN))
                .containsSubsequence(
                        "info   code            errors  warnings  files",
                        "info   foreign-file         0         1      1",
                        "info   unknown-issuer       1         0      1",
                        "info   unknown-topic        2         0      1",
                        "info   total                3         1      2");
    }

    @Test
    void theFirstHundredProblemsAreShownAndAllAreInTheReport() throws IOException {
        for (int i = 0; i < 120; i++) {
            testProject.writeContent("notices/2030/n" + i + ".zh.md", notice("nobody"));
        }
        List<String> said = buildLines(MessageLanguage.EN);
        assertThat(said.stream().filter(line -> line.startsWith("error "))).hasSize(100);
        assertThat(said)
                .contains(
                        "info only the first 100 of 120 problems are shown; for all of them see target/noticepress/report.json",
                        "info   unknown-issuer     120         0    120");
        String json = Files.readString(testProject.work.resolve("report.json"));
        assertThat(json.split("\"unknown-issuer\"", -1)).hasSize(121);
        assertThat(json).contains("\"file\" : \"content/notices/2030/n0.zh.md\"", "\"line\" : 3", "\"column\" : 9");
        assertThat(buildLines(MessageLanguage.ZH))
                .contains(
                        "info 只显示前 100 个问题，全部 120 个见 target/noticepress/report.json",
                        "info 各类问题：",
                        "info   代码            错误  警告  文件",
                        "info   unknown-issuer   120     0   120");
    }

    @Test
    void aBuildExplainsEachPageItMakes() {
        testProject.explain = true;
        buildLines(MessageLanguage.EN);
        testProject.writeContent("notices/2030/a.zh.md", notice("kx").replace("正文", "新的正文"));
        assertThat(buildLines(MessageLanguage.ZH))
                .contains("info 渲染 zh/notices/2030/a/index.html：自身的源文件有变化")
                .noneMatch(line -> line.contains("zh/index.html"));
    }

    @Test
    void problemsOfFilesThatWereNotReadAgainAreReportedAgain() {
        testProject.writeContent("notices/2030/a.zh.md", notice("kx").replace("正文。", "正文（未完。"));
        List<String> first = testProject.build().lines().stream()
                .filter(line -> line.startsWith("warn "))
                .toList();
        TestProject.LoggedRun second = testProject.build();
        assertThat(second.report().rendered()).isZero();
        assertThat(first).isNotEmpty();
        assertThat(second.lines().stream().filter(line -> line.startsWith("warn ")))
                .isEqualTo(first);
    }
}
