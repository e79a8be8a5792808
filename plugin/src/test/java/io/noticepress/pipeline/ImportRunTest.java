package io.noticepress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.importer.source.LibraryResolver;
import io.noticepress.problem.Severity;
import io.noticepress.report.RunReport;
import io.noticepress.testkit.SilentConsole;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document becomes a page of the site, or nothing is written. */
class ImportRunTest {
    private static final Path IMPORT_CASES =
            Path.of("src/test/resources/intake").toAbsolutePath();
    private static final LibraryResolver LIBRARIES =
            coordinates -> Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                    .map(Path::of)
                    .filter(Files::isRegularFile)
                    .toList();

    @TempDir
    Path folder;

    private TestProject testProject;

    @BeforeEach
    void project() {
        testProject = new TestProject(folder.resolve("project"));
        testProject.writeContent("site.yaml", """
                baseUrl: https://notices.example.org/
                theme: bare
                languages:
                  zh: {tag: zh-CN, name: 中文, title: 公文}
                  en: {tag: en, name: English, title: Notices}
                """);
        testProject.writeContent("issuers.yaml", """
                societies:
                  zh: 中共示例省科技社团委员会
                  en: Committee of Example Societies
                  number: 示例社团党
                """);
        testProject.writeContent("topics.yaml", "talent: {zh: 人才, en: Talent}\n");
    }

    /** A file as PDF readers copy it out: broken lines, lost title, odd brackets, an address in the midst, a colophon. */
    @Test
    void onceItsPlacesAreFilledInADraftIsAPageOfTheSite() throws IOException {
        RunReport imported = runImport(IMPORT_CASES.resolve("wrapped.txt"));
        assertThat(imported.failed()).as(imported.problems().toString()).isFalse();
        Path draft = testProject.content.resolve("notices/2030/societies-2030-8.zh.md");
        RunReport first = testProject.build().report();
        assertThat(first.failed()).isFalse();
        assertThat(first.problems()).isNotEmpty().allMatch(problem -> problem.severity() == Severity.WARNING);
        assertThat(Files.exists(testProject.output.resolve("zh/notices/2030/societies-2030-8/index.html")))
                .isFalse();

        String answered = Files.readString(draft).replace("[TODO]", "[talent]").replace("draft: true\n", "");
        assertThat(answered).doesNotContain("TODO");
        Files.writeString(draft, answered);
        Files.delete(testProject.content.resolve("notices/2030/societies-2030-8.en.md"));
        RunReport built = testProject.build().report();
        assertThat(built.failed()).as(built.problems().toString()).isFalse();
        assertThat(Files.readString(testProject.output.resolve("zh/notices/2030/societies-2030-8/index.html")))
                .contains("示例社团党")
                .contains("id=\"s2\"")
                .contains("id=\"i1\"");
    }

    @Test
    void aNoticeThatIsThereIsRefusedWithItsPlace() throws IOException {
        runImport(IMPORT_CASES.resolve("wrapped.txt"));
        List<String> before = files();
        RunReport again = runImport(IMPORT_CASES.resolve("wrapped.txt"));
        assertThat(again.failed()).isTrue();
        assertThat(again.problems()).anySatisfy(problem -> {
            assertThat(problem.code().id()).isEqualTo("duplicate-number");
            assertThat(problem.at().file()).endsWith("societies-2030-8.zh.md");
        });
        assertThat(files()).isEqualTo(before);
    }

    @Tag("long")
    @Test
    void nothingIsWrittenForAnUnreadableFile() throws IOException {
        List<String> before = files();
        byte[][] hostile = {
            "%PDF-1.7\nbroken".getBytes(StandardCharsets.US_ASCII),
            "PK\u0003\u0004broken".getBytes(StandardCharsets.US_ASCII),
            {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0},
            "机密★10年\n示例省关于开会的通知\n2030年1月1日\n".getBytes(StandardCharsets.UTF_8),
            {},
            ("2030年\n" + "通".repeat(300_001)).getBytes(StandardCharsets.UTF_8)
        };
        for (byte[] bytes : hostile) {
            RunReport refused = runImport(Files.write(folder.resolve("paper"), bytes));
            assertThat(refused.failed()).isTrue();
            assertThat(refused.problems()).hasSize(1);
            assertThat(files()).isEqualTo(before);
        }
        assertThat(Files.exists(testProject.work.resolve("import-paper.json"))).isFalse();
    }

    private RunReport runImport(Path file) {
        ImportRequest importRequest = new ImportRequest(file, Optional.empty(), Optional.empty(), LIBRARIES);
        return new SiteBuilder(testProject.request(), new SilentConsole()).importDocument(importRequest);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(testProject.content)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
