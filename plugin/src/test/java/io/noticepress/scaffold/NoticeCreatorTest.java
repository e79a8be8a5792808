package io.noticepress.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Severity;
import io.noticepress.testkit.RecordingConsole;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to a notice that passes. */
class NoticeCreatorTest {
    private static final NewNoticeInput COMPLETE_INPUT = NewNoticeInput.empty()
            .with("issuer", "kx")
            .with("number", "示例科协发〔2030〕7号")
            .with("title", "关于开展“科普进社区”活动的通知")
            .with("issued", "2030-05-01")
            .with("topics", "party-building");

    @TempDir
    Path folder;

    private final RecordingConsole console = new RecordingConsole();
    private final List<String> consoleLines = console.lines;
    private Path content;

    @BeforeEach
    void site() throws IOException {
        content = Files.createDirectories(folder.resolve("content"));
        Files.writeString(content.resolve("site.yaml"), """
                baseUrl: https://notices.example.org/
                languages:
                  zh: {tag: zh-CN, name: 中文, title: 示例通知}
                  en: {tag: en, name: English, title: Example Notices}
                """);
        Files.writeString(content.resolve("issuers.yaml"), """
                kx: {zh: 示例科协, en: Example Association, number: [示例科协发, 示例科协函]}
                kjt: {zh: 示例科技厅, en: Example Department}
                """);
        Files.writeString(content.resolve("topics.yaml"), """
                party-building: {zh: 党建工作, en: Party building}
                talent: {zh: 人才培养, en: Talent}
                """);
    }

    @Test
    void aNewNoticeIsValidOnceItIsFilledIn() throws IOException {
        assertThat(make(COMPLETE_INPUT)).isEmpty();
        assertThat(files())
                .containsExactly(
                        "issuers.yaml",
                        "notices/2030/kx-2030-7.en.md",
                        "notices/2030/kx-2030-7.zh.md",
                        "site.yaml",
                        "topics.yaml");
        // As made: a draft that waits for its text, which is no error.
        assertThat(validate()).extracting(problem -> problem.code().id()).containsOnly("todo");
        assertThat(validate()).allMatch(problem -> problem.severity() == Severity.WARNING);
        edit("zh", "TODO：.*", "现将有关事项通知如下。");
        edit("en", "TODO: .*", "");
        edit("en", "TODO：.*", "The details are as follows.");
        edit("en", "title: TODO", "title: Notice on Science in the Community");
        assertThat(validate()).isEmpty();
        edit("zh", "draft: true\n", "");
        assertThat(validate()).isEmpty();
    }

    @Test
    void nothingKnownButIssuerAndNumberIsEnough() throws IOException {
        assertThat(make(NewNoticeInput.empty().with("issuer", "kx").with("number", "示例科协发〔2030〕7号")))
                .isEmpty();
        String original = text("zh");
        assertThat(original).contains("title: TODO\n", "issued: TODO\n", "topics: [TODO]\n#   party-building  党建工作\n");
        assertThat(original).contains("#kind: 通知\n", "#recipients: [各区科协, 各市级学会]\n", "draft: true\n");
        assertThat(validate()).allMatch(problem -> problem.severity() == Severity.WARNING);
        edit("zh", "TODO：.*", "现将有关事项通知如下。");
        edit("zh", "title: TODO", "title: 关于开展活动的通知");
        edit("zh", "issued: TODO", "issued: 2030-05-01");
        edit("zh", "\\[TODO\\]", "[talent]");
        Files.delete(content.resolve("notices/2030/kx-2030-7.en.md"));
        edit("zh", "draft: true\n", "");
        assertThat(validate()).extracting(problem -> problem.code().id()).containsExactly("translation-missing");
    }

    /** Every field that is offered is right as it is offered. */
    @Test
    void everyOfferedFieldCanBeUsed() throws IOException {
        for (MessageLanguage messageLanguage : MessageLanguage.values()) {
            consoleLines.clear();
            NewNoticeInput known = COMPLETE_INPUT
                    .with("slug", "kx-" + (messageLanguage == MessageLanguage.ZH ? "zh" : "en"))
                    .with("number", messageLanguage == MessageLanguage.ZH ? "示例科协发〔2030〕8号" : "示例科协发〔2030〕9号");
            assertThat(new NoticeCreator(content, "content", Optional.of(messageLanguage), console)
                            .create(known, Optional.empty()))
                    .isEmpty();
        }
        try (Stream<Path> files = Files.list(content.resolve("notices/2030"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file).replaceAll("(?m)^#(?=[a-z]+: )", "");
                Files.writeString(file, text);
            }
        }
        assertThat(validate())
                .extracting(
                        problem -> problem.code().id() + " " + problem.message().en())
                .doesNotContain("unknown-field")
                .allMatch(said -> said.matches("todo .*|missing-attachment .*|broken-link .*|date-order .*"
                        + "|duplicate-number .*|issuer-number .*|invalid-value \"sha256\".*"
                        + "|invalid-value the original has 0 entries.*"));
    }

    @Test
    void anIssuerThatIsNoneIsRefusedWithTheNearest() throws IOException {
        assertThat(make(COMPLETE_INPUT.with("issuer", "kxx"))).contains("没有建立任何文件");
        assertThat(consoleLines)
                .containsExactly("error noticepress.issuer:1:1: error: 没有“kxx”这个发文机关 [unknown-issuer]\n"
                        + "  mend: 改成 kx、kjt 之一，或在 content/issuers.yaml 中添加“kxx”");
        assertThat(files()).noneMatch(file -> file.endsWith(".md"));
    }

    @Test
    void aNumberThatIsTakenIsRefused() throws IOException {
        make(COMPLETE_INPUT);
        consoleLines.clear();
        assertThat(make(COMPLETE_INPUT.with("slug", "kx-2030-again").with("number", "示例科协发[2030]7号")))
                .isPresent();
        assertThat(consoleLines)
                .containsExactly(
                        "error noticepress.number:1:1: error: kx 的字号 示例科协发〔2030〕7号 已用于 content/notices/2030/kx-2030-7.zh.md [duplicate-number]\n"
                                + "  mend: 核对原件，改正其中一个字号");
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        make(COMPLETE_INPUT);
        String before = text("zh");
        consoleLines.clear();
        assertThat(make(COMPLETE_INPUT.with("number", "示例科协函〔2030〕7号"))).isPresent();
        assertThat(consoleLines)
                .containsExactly(
                        "error noticepress.slug:1:1: error: “kx-2030-7”已用于 content/notices/2030/kx-2030-7.zh.md [duplicate-slug]\n"
                                + "  mend: 用 -Dnoticepress.slug=…… 另取一个名称");
        assertThat(text("zh")).isEqualTo(before);
        // not even a file that is no notice yet
        Files.writeString(content.resolve("notices/2030/kx-2030-8.en.md"), "");
        assertThat(make(COMPLETE_INPUT.with("number", "示例科协发〔2030〕8号"))).isPresent();
        assertThat(content.resolve("notices/2030/kx-2030-8.en.md")).isEmptyFile();
        assertThat(content.resolve("notices/2030/kx-2030-8.zh.md")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ifOneFileCannotBeWrittenThereIsNone() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(content.resolve("notices"), elsewhere);
        assertThat(make(COMPLETE_INPUT)).contains("没有建立任何文件");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void withoutATerminalItSaysWhatIsMissing() {
        assertThat(make(NewNoticeInput.empty().with("title", "关于开展活动的通知"))).isPresent();
        assertThat(consoleLines)
                .containsExactly(
                        "error noticepress.issued:1:1: error: 缺少“issued”（成文日期） [missing-field]\n"
                                + "  mend: 加上 -Dnoticepress.issued=2030-04-15 这样的成文日期，或带年份的字号 -Dnoticepress.number=……",
                        "error noticepress.issuer:1:1: error: 缺少“issuer”（发文机关） [missing-field]\n"
                                + "  mend: 加上 -Dnoticepress.issuer=……，写 kx、kjt 之一");
    }

    @Test
    void inATerminalItAsksUntilTheAnswerCanBeRight() throws IOException {
        Deque<String> answers = new ArrayDeque<>(List.of(
                "kxx", "1", "示例科协发〔2030〕06号", "示例科协发〔2030〕6号", "关于开展活动的通知", "2030年5月1日", "2030-05-01", "人才培养、1", ""));
        Prompter prompter = new Prompter() {
            @Override
            public Optional<String> ask(String question) {
                consoleLines.add(question);
                return Optional.ofNullable(answers.poll());
            }

            @Override
            public void show(String line) {
                consoleLines.add(line);
            }
        };
        assertThat(new NoticeCreator(content, "content", Optional.empty(), console)
                        .create(NewNoticeInput.empty(), Optional.of(prompter)))
                .isEmpty();
        assertThat(consoleLines)
                .startsWith(
                        "  1  kx  示例科协",
                        "  2  kjt  示例科技厅",
                        "发文机关（写编号或名称；联合发文写几个，主办在前）：",
                        "  没有“kxx”这个发文机关",
                        "  改成 kx、kjt 之一，或在 content/issuers.yaml 中添加“kxx”",
                        "发文机关（写编号或名称；联合发文写几个，主办在前）：",
                        "发文字号，如 示例科协发〔2030〕7号（没有就按回车）：",
                        "  “示例科协发〔2030〕06号”不是发文字号",
                        "  写成 示例科协发〔2030〕6号");
        assertThat(consoleLines).contains("名称，用作文件名和网址（按回车用 kx-2030-6）：");
        assertThat(Files.readString(content.resolve("notices/2030/kx-2030-6.zh.md")))
                .contains("title: 关于开展活动的通知\n", "issued: 2030-05-01\n", "topics: [talent, party-building]\n");
    }

    @Test
    void aTerminalWithoutAnswersCountsAsNone() {
        Prompter silent = new Prompter() {
            @Override
            public Optional<String> ask(String question) {
                return Optional.empty();
            }

            @Override
            public void show(String line) {
                // nobody listens
            }
        };
        assertThat(new NoticeCreator(content, "content", Optional.empty(), console)
                        .create(NewNoticeInput.empty(), Optional.of(silent)))
                .contains("没有建立任何文件");
    }

    @Test
    void anyTitleComesOutAsItWasTyped() throws IOException {
        int number = 20;
        for (String title : List.of(
                "《办法》的通知",
                "“要点”: 关于 #1 的通知",
                "[试行] 通知",
                "a: b",
                "- 通知",
                "it's \"so\" \\ 通知",
                "@通知",
                "no",
                "关于“甲”的通知 ")) {
            assertThat(make(COMPLETE_INPUT.with("title", title).with("number", "示例科协发〔2030〕" + number + "号")))
                    .isEmpty();
            number++;
        }
        assertThat(validate())
                .filteredOn(problem -> !problem.code().id().equals("todo"))
                .extracting(problem -> problem.code().id())
                .isEmpty();
    }

    private Optional<String> make(NewNoticeInput known) {
        return new NoticeCreator(content, "content", Optional.empty(), console).create(known, Optional.empty());
    }

    private List<Problem> validate() {
        TestProject testProject = new TestProject(folder);
        testProject.messageLanguage = Optional.of(MessageLanguage.EN);
        return testProject.validate().report().problems();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(content)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> content.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private String text(String language) throws IOException {
        return Files.readString(content.resolve("notices/2030/kx-2030-7." + language + ".md"));
    }

    private void edit(String language, String what, String with) throws IOException {
        Files.writeString(
                content.resolve("notices/2030/kx-2030-7." + language + ".md"),
                text(language).replaceFirst(what, with));
    }
}
