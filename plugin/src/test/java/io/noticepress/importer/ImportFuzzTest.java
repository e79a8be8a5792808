package io.noticepress.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.noticepress.importer.account.ImportAccount;
import io.noticepress.importer.source.SourceDocument;
import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a text holds: the import gives a draft with a whole account, or says why there is none. */
class ImportFuzzTest {
    private static final List<String> HOSTILE = List.of(
            " 甲\t乙\t丙  ",
            "\t甲\t\t丙\t",
            "\t\t",
            "序号\t名称\n1\t\n\t乙",
            "\u0000\u0001\u0008\u000B\u001F\u007F\u0085",
            "\uD83C\uDF31 emoji \uD800 half \uDC00",
            "\uDC00\uD800",
            "\u200F\u202E此件\u202C\u2066公开\u2069\u200B",
            "\uFEFF\uFFFE\uFDD0\uFFFD",
            "\u2028行\u2029段",
            "　　\u00A0\u2003 \t",
            "附件：",
            "附件",
            "附件1",
            "附件：1. \n2. ",
            "抄送：",
            "抄送：、、，。",
            "主送：",
            "主题词：",
            "〔2030〕",
            "〔2030〕号",
            "示例科协发〔2030〕 0012 号 签发人：",
            "（）",
            "（（（",
            "2030年13月45日",
            "2030年4月15日",
            "示例省科学技术协会  2030年4月15日",
            "二〇三〇年四月十五日　印发",
            "《》",
            "印发《》的通知",
            "关于",
            "关于 的通知",
            "： ",
            "：",
            "。",
            "1.",
            "1、2、3、",
            "一、",
            "（一）（二）",
            "第一章",
            "第一条",
            "— 1 —",
            "==========",
            "http://www.baidu.com/link?url=x",
            "www.",
            "# 标题 | `码` <b> [x](y) ![z] ~~删~~ &amp; \\",
            "```",
            "---",
            "[^1]: 注",
            "| a | b |",
            "> 引",
            "\tTODO",
            "⽰例⺟⿕",
            "To: ",
            "Annex",
            "Annex 1 ",
            "No. 5 [2030]",
            "Printed by the Office on 4 April 2030.",
            "TODO");

    private static List<String> corpusParagraphs;

    @BeforeAll
    static void paragraphs() throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : DocumentImporterTest.cases().toList()) {
            Files.readString(Path.of("src/test/resources/intake", name + ".txt"))
                    .lines()
                    .forEach(found::add);
        }
        corpusParagraphs = found;
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("seeds")
    void aMixtureOfAnythingIsImportedWholeAndInOrder(int seed) {
        Random random = new Random(seed);
        String[] ends = {"\n", "\n", "\n\n", "\r\n", "\r", "\f", "\n \n"};
        String even = ends[random.nextInt(ends.length)];
        boolean mixed = random.nextInt(4) == 0;
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(40);
        int hostile = random.nextInt(6);
        int at = random.nextInt(corpusParagraphs.size());
        for (int i = 0; i < pieces; i++) {
            at = random.nextInt(3) == 0 ? random.nextInt(corpusParagraphs.size()) : (at + 1) % corpusParagraphs.size();
            String piece = random.nextInt(10) < hostile
                    ? HOSTILE.get(random.nextInt(HOSTILE.size()))
                    : corpusParagraphs.get(at);
            text.append(random.nextInt(12) == 0 ? piece.replaceAll("(.{12})", "$1" + even) : piece);
            text.append(mixed ? ends[random.nextInt(ends.length)] : even);
        }
        assertFullyAccounted(text.toString());
    }

    @Test
    void aTableWhoseRowsHaveBlanksAtTheirEdgesKeepsItsCells() {
        String text = "示例省教育厅关于公布名单的通知\n示例省教育厅\n2030年4月1日\n附件\n名单\n 甲\t乙\t丙  \n1\t\t3\n\t2\t \n";
        ImportedDraft importedDraft = assertFullyAccounted(text).orElseThrow();
        assertThat(ImportFixture.body(importedDraft))
                .endsWith("| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 1 |  | 3 |\n|  | 2 |  |\n");
    }

    /** Lengths at which a careless rule would take hours. */
    @Test
    @Tag("long")
    void longTextsOfAnythingAreReadInSeconds() {
        List<String> units = List.of(
                "通",
                "通知",
                " ",
                "a ",
                "\t",
                "通\t",
                "\n",
                "通\n",
                "通 \n",
                "\u200B",
                "通\u200B",
                "&",
                "&a",
                "（",
                "（）",
                "”",
                "。”",
                "、",
                "：",
                "《",
                "《》",
                "1",
                "1.",
                "1.\n",
                "一、\n",
                "〔2030〕",
                "2030年4月15日",
                "2030年4月15日\n",
                "签 ",
                "附件",
                "附件\n",
                "附件：1.\n",
                "抄送：\n",
                "抄送：通、\n",
                "会\n",
                "http://",
                "www.a\n",
                "-",
                "— 1 —\n",
                "\u00A0",
                "\uD800",
                "⽰",
                "⽰ ",
                "*",
                "第一条",
                "第一条 \n",
                "[^1]",
                "a",
                "a\n",
                "a. ",
                "TODO ",
                "通通通通通通通通通通通通通通通通通通通通通通通通通通通通\n");
        List<String> middles = new ArrayList<>(List.of(
                "通" + " ".repeat(250_000) + "通", "（" + "（）".repeat(120_000) + "）", "签" + "　".repeat(250_000) + "："));
        units.forEach(unit -> middles.add(unit.repeat(250_000 / unit.length())));
        for (String middle : middles) {
            String text = "示例省教育厅关于公布名单的通知\n各市教育局：\n" + middle + "\n示例省教育厅\n2030年4月1日\n";
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            assertFullyAccounted(text);
            assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start))
                    .as(middle.substring(0, 8))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void aTextOfMoreThan300000CharactersIsRefused() {
        RunFailed runFailed = catchThrowableOfType(
                RunFailed.class, () -> ImportFixture.importText("示例省教育厅2030年的通知\n" + "通\n".repeat(150_000)));
        assertThat(runFailed.problem().code().id()).isEqualTo("too-large");
        assertThat(runFailed.problem().message().en()).startsWith("it has 300015 characters");
    }

    /** The import of a text, if it is not refused for a reason that an editor understands. */
    private static Optional<ImportedDraft> assertFullyAccounted(String text) {
        ImportedDraft importedDraft;
        try {
            importedDraft = DocumentImporter.importDocument(
                    SourceDocument.ofText(text, "x.txt", "0".repeat(64), "UTF-8"),
                    Optional.of("paper"),
                    ImportFixture.site(),
                    "x.txt");
        } catch (RunFailed runFailed) {
            assertThat(runFailed.problem().message().en())
                    .as(text)
                    .matches("the file contains no text|the file contains no year");
            return Optional.empty();
        }
        ImportAccount importAccount = importedDraft.account();
        assertThat(importAccount.kept() + importAccount.normalised() + importAccount.dropped())
                .isEqualTo(text.codePointCount(0, text.length()));
        String draft = ImportFixture.original(importedDraft);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(draft)).isTrue();
        String body = unescape(ImportFixture.body(importedDraft));
        String front = draft.split("\n---\n", 2)[0].replace("\\\"", "\"").replace("\\\\", "\\");
        int inBody = 0;
        for (int i = 0; i < text.length(); i++) {
            Optional<String> field = importAccount.ledger().field(i);
            if (field.isPresent() && field.get().equals("text")) {
                inBody = body.indexOf(text.charAt(i), inBody) + 1;
                assertThat(inBody).as("character %d of %s in %s", i, text, body).isPositive();
            } else if (field.isPresent()) {
                assertThat(front.indexOf(text.charAt(i)))
                        .as("character %d of %s", i, text)
                        .isNotNegative();
            }
        }
        assertThat(new String(importAccount.renderJson(List.of("x")), StandardCharsets.UTF_8))
                .endsWith("}\n");
        return Optional.of(importedDraft);
    }

    private static String unescape(String markdown) {
        return markdown.replaceAll("\\\\([^\\n])", "$1");
    }
}
