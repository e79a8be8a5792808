package io.noticepress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.testkit.RecordingConsole;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notice that issues a document of chapters and numbered items, and its translation: what is told of a break, and noted. */
class BasisUpdateTest {
    private static final String SLUG = "kx-2030-6";
    private static final String ORIGINAL = """
            ---
            title: 关于印发《2030年科普工作要点》的通知
            number: 示例科协发〔2030〕6号
            issuer: kx
            issued: 2030-04-15
            topics: [talent]
            recipients: [各市科协]
            ---
            现将《2030年科普工作要点》印发给你们，请于4月30日前报送实施方案。

            # 2030年科普工作要点

            ## 一、加强组织

            1．**健全机构。**年内所属学会设立科普组织的比例达到百分之八十。

            2．**培训人员。**举办3期培训班，培训一千二百人。

            ## 二、开展活动

            3．**办好科普周。**5月10日至17日举办，投入资金1.2亿元。

            4．**流动科技馆。**巡展12站。
            """;
    private static final String TRANSLATION = """
            ---
            title: Notice on Issuing the Key Points of Science Popularization for 2030
            recipients: [City associations]
            translation: {state: reviewed} # by the office
            ---
            The *Key Points* for 2030 are hereby issued to you. Please submit your plans by 30 April.

            # Key Points of Science Popularization for 2030

            ## I. Strengthen Organization

            1. **Bodies.** Within the year, 80 percent of the societies set up a body for science popularization.

            2. **Training.** Three courses are held for 1,200 people.

            ## II. Hold Events

            3. **Science week.** It is held from 10 to 17 May, with 120 million yuan.

            4. **Mobile science museum.** It calls at twelve places.
            """;

    @TempDir
    Path folder;

    private final RecordingConsole recordingConsole = new RecordingConsole();
    private TestProject testProject;

    @BeforeEach
    void write() {
        testProject = new TestProject(folder.resolve("project"));
        testProject.messageLanguage = Optional.of(MessageLanguage.EN);
        testProject.writeContent("site.yaml", """
                baseUrl: https://notices.example.org/
                theme: bare
                languages: {zh: {tag: zh-CN, name: 中文, title: 公文}, en: {tag: en, name: English, title: Notices}}
                """);
        testProject.writeContent("issuers.yaml", "kx: {zh: 示例科协, en: Example Association}\n");
        testProject.writeContent("topics.yaml", "talent: {zh: 人才, en: Talent}\n");
        original(ORIGINAL);
        translation(TRANSLATION);
    }

    private void original(String text) {
        testProject.writeContent("notices/2030/" + SLUG + ".zh.md", text);
    }

    private void translation(String text) {
        testProject.writeContent("notices/2030/" + SLUG + ".en.md", text);
    }

    private String translation() throws IOException {
        return Files.readString(testProject.content.resolve("notices/2030/" + SLUG + ".en.md"));
    }

    private List<String> problems(Optional<BasisUpdate> recording) {
        recordingConsole.lines.clear();
        return new SiteBuilder(testProject.request(), recordingConsole)
                .translations(recording).problems().stream()
                        .map(BasisUpdateTest::describe)
                        .toList();
    }

    private static String describe(Problem problem) {
        return problem.at().line() + " " + problem.code().id() + ": "
                + problem.message().in(MessageLanguage.EN);
    }

    private List<String> problems() {
        return problems(Optional.empty());
    }

    @Test
    void equalTextsGiveNoProblem() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void aChangedFigureIsReported() {
        translation(TRANSLATION.replace("80 percent", "85 percent"));
        assertThat(problems())
                .containsExactly(
                        "12 translation-figures: line 15 of the original says \"百分之八十\", the translation \"85 percent\"");
        translation(TRANSLATION.replace("120 million", "12 million").replace("17 May", "18 May"));
        assertThat(problems()).hasSize(2).allMatch(line -> line.startsWith("18 translation-figures: line 21"));
    }

    @Test
    void aMissingHeadingIsReported() {
        translation(TRANSLATION.replace("## II. Hold Events\n\n", ""));
        assertThat(problems()).singleElement().asString().contains("translation-structure: ", "s2", "二、开展活动");
    }

    @Test
    void aMissingItemIsReported() {
        translation(TRANSLATION.replaceFirst("2\\. \\*\\*Training.*\n\n", ""));
        assertThat(problems()).anyMatch(line -> line.contains("translation-structure: ") && line.contains("i2"));
    }

    @Test
    void theBasisIsWrittenOnceTheTranslationMatchesAndNothingElseChanges() throws IOException {
        String wrong = TRANSLATION.replace("twelve", "eleven");
        translation(wrong);
        assertThat(problems(Optional.of(new BasisUpdate(SLUG, false))))
                .anyMatch(line -> line.contains("not recorded: differences from the original: 1"));
        assertThat(translation()).isEqualTo(wrong);
        translation(TRANSLATION);
        assertThat(problems(Optional.of(new BasisUpdate(SLUG, false)))).isEmpty();
        assertThat(recordingConsole.lines).anyMatch(line -> line.endsWith("recorded as up to date with its original"));
        assertThat(translation().replaceFirst(", basis: v1( [a-z2-7]{7})+\\}", "}"))
                .isEqualTo(TRANSLATION);
        String level = translation();
        problems(Optional.of(new BasisUpdate(SLUG, false)));
        assertThat(recordingConsole.lines).anyMatch(line -> line.endsWith("is already up to date with its original"));
        assertThat(translation()).isEqualTo(level);
    }

    @Test
    void aChangeOfTheOriginalIsNamedByItsBlockAndCanBeWaived() throws IOException {
        problems(Optional.of(new BasisUpdate(SLUG, false)));
        String level = translation();
        original(ORIGINAL.replace("办好科普周。", "办好科普活动周。"));
        assertThat(problems()).singleElement().asString().contains("translation-outdated", "i3");
        assertThat(Files.readString(testProject.work.resolve("translations.json")))
                .contains("\"outdated\" : [ \"i3\" ]");
        assertThat(problems(Optional.of(new BasisUpdate(SLUG, true)))).isEmpty();
        assertThat(recordingConsole.lines).anyMatch(line -> line.endsWith("waived the changes of the original (i3)"));
        assertThat(translation()).isNotEqualTo(level).startsWith(level.substring(0, level.indexOf("basis")));
    }

    @Test
    void spacesAndWidthsAreNoChange() {
        problems(Optional.of(new BasisUpdate(SLUG, false)));
        original(ORIGINAL.replace("3．**办好", "3. **办好").replace("巡展12站", "巡展 １２ 站"));
        assertThat(problems()).isEmpty();
    }

    @Test
    void withoutABasisThereIsNothingToWaive() throws IOException {
        assertThat(problems(Optional.of(new BasisUpdate(SLUG, true)))).isEmpty();
        assertThat(recordingConsole.lines).anyMatch(line -> line.endsWith("there is nothing to waive"));
        assertThat(translation()).isEqualTo(TRANSLATION);
        assertThat(problems(Optional.of(new BasisUpdate("kx-2030-7", false))))
                .anyMatch(line -> line.contains("there is no notice \"kx-2030-7\""));
    }
}
