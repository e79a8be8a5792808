package io.noticepress.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.account.ImportAccount;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.Markdown;
import io.noticepress.markdown.text.MarkdownSource;
import io.noticepress.problem.RunFailed;
import io.noticepress.problem.Severity;
import io.noticepress.testkit.GoldenReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented documents with the irregularities of real ones, and the drafts they must become. */
class DocumentImporterTest {
    private static final Path CASES = Path.of("src/test/resources/intake");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.replace(".txt", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aDocumentBecomesItsDraft(String name) throws IOException {
        ImportedDraft importedDraft = ImportFixture.importBytes(
                Files.readAllBytes(CASES.resolve(name + ".txt")), name + ".txt", Optional.empty());
        Path expected = CASES.resolve(name + ".md");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, ImportFixture.original(importedDraft));
        }
        assertThat(GoldenReport.OF_THIS_RUN.compare(expected, ImportFixture.original(importedDraft)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCharacterIsAccountedForAndWhatIsKeptStandsInTheDraft(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(CASES.resolve(name + ".txt"));
        String source = new String(bytes, StandardCharsets.UTF_8);
        ImportedDraft importedDraft = ImportFixture.importBytes(bytes, name + ".txt", Optional.empty());
        ImportAccount importAccount = importedDraft.account();
        assertThat(importAccount.kept() + importAccount.normalised() + importAccount.dropped())
                .isEqualTo(source.codePointCount(0, source.length()));
        String draft = ImportFixture.original(importedDraft);
        for (int i = 0; i < source.length(); i++) {
            if (importAccount.ledger().disposition(i) == Disposition.KEPT) {
                assertThat(draft).contains(source.substring(i, i + 1));
            }
        }
        long han = source.codePoints().filter(Character::isIdeographic).count();
        assertThat(draft.codePoints().filter(Character::isIdeographic).count() * 10)
                .isGreaterThanOrEqualTo(han * 6);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTranslationHasTheSameBlocks(String name) throws IOException {
        ImportedDraft importedDraft = ImportFixture.importBytes(
                Files.readAllBytes(CASES.resolve(name + ".txt")), name + ".txt", Optional.empty());
        Body original = parse(ImportFixture.body(importedDraft), !name.startsWith("english"));
        Body stub =
                parse(ImportFixture.translationStub(importedDraft).split("\n---\n", 2)[1], name.startsWith("english"));
        assertThat(stub.findings().anchors()).isEqualTo(original.findings().anchors());
        assertThat(original.findings().problems()).noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    private static Body parse(String body, boolean chinese) {
        return new Markdown().parse(new MarkdownSource("x", body, 1, chinese, "", true), path -> Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-8"})
    void everyEncodingGivesTheSameDraftAndIsSaid(String charset) throws IOException {
        String text = Files.readString(CASES.resolve("notice-plain.txt"));
        ImportedDraft importedDraft = ImportFixture.importText(text, charset);
        assertThat(ImportFixture.body(importedDraft)).isEqualTo(ImportFixture.body(ImportFixture.importText(text)));
        assertThat(importedDraft.account().readAs()).isEqualTo("text, " + charset.replaceAll("UTF-16$", "UTF-16BE"));
    }

    @Test
    void radicalsBecomeTheCharactersTheyLookLike() {
        ImportedDraft importedDraft = ImportFixture.importText("⽰例市⼈⺠政府关于开⻔的通知\n请知悉。\n⽰例市⼈⺠政府\n2030年4⽉1⽇\n");
        assertThat(ImportFixture.field(importedDraft, "title")).isEqualTo("示例市人民政府关于开门的通知");
        assertThat(ImportFixture.field(importedDraft, "issued")).isEqualTo("2030-04-01");
        assertThat(ImportFixture.field(importedDraft, "issuer")).isEqualTo("example-city");
    }

    @Test
    void anUnknownEncodingAsksForTheParameter() {
        byte[] latin = "Décision générale à l'été".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> ImportFixture.importBytes(latin, "x.txt", Optional.empty()))
                .isInstanceOf(RunFailed.class)
                .satisfies(
                        e -> assertThat(((RunFailed) e).problem().mend().en()).contains("noticepress.encoding"));
        assertThatThrownBy(() -> ImportFixture.importBytes(
                        "中文通知".getBytes(StandardCharsets.UTF_16LE), "x.txt", Optional.of("UTF-8")))
                .isInstanceOf(RunFailed.class);
    }

    @Test
    void aDocumentThatBearsAMarkOfSecrecyIsRefused() {
        assertThatThrownBy(() -> ImportFixture.importText("机密★10年\n示例省科学技术协会关于开会的通知\n2030年1月1日\n"))
                .satisfies(
                        e -> assertThat(((RunFailed) e).problem().code().id()).isEqualTo("secret-notice"));
    }

    @Test
    void emptyFilesAreRefused() {
        for (String text : List.of("", " \n \n", "\uFEFF")) {
            assertThatThrownBy(() -> ImportFixture.importText(text)).isInstanceOf(RunFailed.class);
        }
    }
}
