package io.noticepress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.Severity;
import io.noticepress.report.RunReport;
import io.noticepress.testkit.TestProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftNoticesTest {
    @TempDir
    Path folder;

    /** The translation's own file is the same; what was found in it is to be judged anew all the same. */
    @Test
    void aTodoInATranslationIsAnErrorOnceTheNoticeIsNoDraft() {
        TestProject testProject = new TestProject(folder.resolve("project"));
        testProject.writeContent("site.yaml", """
                baseUrl: https://notices.example.org/
                theme: bare
                languages:
                  zh: {tag: zh-CN, name: 中文, title: 公文}
                  en: {tag: en, name: English, title: Notices}
                """);
        testProject.writeContent("issuers.yaml", "kx: {zh: 科协, en: Association}\n");
        testProject.writeContent("topics.yaml", "talent: {zh: 人才, en: Talent}\n");
        String original = "---\ntitle: 关于一件事的通知\nissuer: kx\nissued: 2030-04-15\ntopics: [talent]\n---\n正文。\n";
        testProject.writeContent("notices/2030/a.zh.md", original.replace("topics:", "draft: true\ntopics:"));
        testProject.writeContent(
                "notices/2030/a.en.md", "---\ntitle: Notice\ntranslation: {state: draft}\n---\nTODO: translate.\n");
        RunReport draft = testProject.build().report();
        assertThat(draft.failed()).isFalse();
        assertThat(draft.problems()).anySatisfy(problem -> {
            assertThat(problem.code().id()).isEqualTo("todo");
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
        });
        testProject.writeContent("notices/2030/a.zh.md", original);
        RunReport published = testProject.build().report();
        assertThat(published.failed()).isTrue();
        assertThat(published.problems()).anySatisfy(problem -> {
            assertThat(problem.code().id()).isEqualTo("todo");
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        });
    }
}
