package io.noticepress.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Word and PDF files become drafts; each is read in a JVM of its own. */
@Tag("long")
class OfficeImportTest {
    private static final Path CASES = Path.of("src/test/resources/intake");

    @TempDir
    Path folder;

    static Stream<String> cases() {
        return Stream.of(
                "announcement-columns",
                "circular",
                "forward-annex",
                "hidden",
                "issue",
                "joint",
                "joint-tables",
                "letter",
                "letter-proposal",
                "minutes",
                "notice-plain",
                "opinions",
                "order",
                "order-amends",
                "publicity-number",
                "reply",
                "report-parts",
                "request",
                "sections",
                "unknown-issuer",
                "web-page");
    }

    private static List<String> lines(String name) throws IOException {
        return Files.readString(CASES.resolve(name + ".txt"))
                .lines()
                .map(line -> line.replace("\uFEFF", ""))
                .toList();
    }

    private static String withoutSource(ImportedDraft importedDraft) {
        return ImportFixture.original(importedDraft).replaceAll("(?m)^source:\\n.*\\n.*\\n", "");
    }

    private static String withoutSource(String name) throws IOException {
        return Files.readString(CASES.resolve(name + ".md")).replaceAll("(?m)^source:\\n.*\\n.*\\n", "");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aWordFileBecomesTheSameDraftAsItsText(String name) throws IOException {
        assertThat(withoutSource(
                        ImportFixture.importFile(OfficeFileWriter.writeDocx(folder.resolve("x.docx"), lines(name)))))
                .isEqualTo(withoutSource(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notice-plain",
                "opinions",
                "reply",
                "letter",
                "circular",
                "unknown-issuer",
                "report",
                "communique",
                "decision"
            })
    void aPdfFileBecomesTheSameDraftAsItsText(String name) throws IOException {
        List<String> lines = lines(name).stream()
                .map(line -> line.replaceAll("[\u3000 ]{2,}", ""))
                .toList();
        assertThat(withoutSource(ImportFixture.importFile(OfficeFileWriter.writePdf(folder.resolve("x.pdf"), lines))))
                .isEqualTo(withoutSource(name));
    }

    @Test
    void numbersOfListsAreComputedRevisionsAcceptedAndTablesKept() throws IOException {
        String body = "<w:p><w:r><w:t>示例省科学技术协会关于检查安全的通知</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t>各市科协：</w:t></w:r></w:p>"
                + WordParts.listItem(0, "检查范围") + WordParts.listItem(1, "重点场所") + WordParts.listItem(1, "其他场所")
                + WordParts.listItem(0, "检查时间")
                + "<w:p><w:r><w:t>请于</w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>五月</w:delText></w:r></w:del>"
                + "<w:ins w:id=\"2\"><w:r><w:t>六月</w:t></w:r></w:ins><w:r><w:t>完成。</w:t></w:r></w:p>"
                + "<w:tbl><w:tr>" + WordParts.cell("序号") + WordParts.cell("项目") + "</w:tr><w:tr>" + WordParts.cell("1")
                + WordParts.cell("用电|用气")
                + "</w:tr></w:tbl>"
                + "<w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"/></w:pict></w:r></w:p>"
                + "<w:p><w:r><w:t>示例省科学技术协会</w:t></w:r></w:p><w:p><w:r><w:t>2030年5月8日</w:t></w:r></w:p>";
        String numbering = "<w:numbering xmlns:w=\"" + WordParts.NAMESPACE + "\"><w:abstractNum w:abstractNumId=\"0\">"
                + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
                + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>"
                + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
        ImportedDraft importedDraft = ImportFixture.importFile(
                WordParts.write(folder, WordParts.document(body), Map.of("numbering", numbering)));
        assertThat(ImportFixture.body(importedDraft)).isEqualTo("""
                ## 一、检查范围

                ### （一）重点场所

                ### （二）其他场所

                ## 二、检查时间

                请于六月完成。

                | 序号 | 项目 |
                | --- | --- |
                | 1 | 用电\\|用气 |
                """);
        assertThat(ImportFixture.original(importedDraft))
                .contains("# 来源有图片 1 处")
                .doesNotContain("五月");
        assertThat(new String(importedDraft.account().renderJson(List.of()), StandardCharsets.UTF_8))
                .contains("\"deleted\"")
                .contains("五月");
    }

    @Test
    void theLetterheadMayStandInATextBoxAndTheColophonInATable() throws IOException {
        String body =
                "<w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent><w:p><w:r>"
                        + "<w:t>示例省科学技术协会文件</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
                        + "<w:tbl><w:tr>" + WordParts.cell("示例科协发〔2030〕7号") + WordParts.cell("签发人：示范")
                        + "</w:tr></w:tbl>"
                        + "<w:p><w:r><w:t>示例省科学技术协会</w:t><w:br/><w:t>关于开会的请示</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:t>省教育厅：</w:t></w:r></w:p><w:p><w:r><w:t>请批准开会。</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:t>示例省科学技术协会</w:t></w:r></w:p><w:p><w:r><w:t>2030年5月8日</w:t></w:r></w:p>"
                        + "<w:tbl><w:tr>" + WordParts.cell("抄送：省财政厅。") + WordParts.cell("") + "</w:tr><w:tr>"
                        + WordParts.cell("省科协办公室")
                        + WordParts.cell("2030年5月9日印发")
                        + "</w:tr></w:tbl>";
        ImportedDraft importedDraft =
                ImportFixture.importFile(WordParts.write(folder, WordParts.document(body), Map.of()));
        assertThat(ImportFixture.field(importedDraft, "letterhead")).isEqualTo("示例省科学技术协会文件");
        assertThat(ImportFixture.field(importedDraft, "number")).isEqualTo("示例科协发〔2030〕7号");
        assertThat(ImportFixture.field(importedDraft, "title")).isEqualTo("示例省科学技术协会关于开会的请示");
        assertThat(ImportFixture.field(importedDraft, "cc")).isEqualTo("[省财政厅]");
        assertThat(ImportFixture.field(importedDraft, "printed")).isEqualTo("{office: 省科协办公室, date: 2030-05-09}");
    }

    @Test
    void footnotesBoldWordsAndLinksAreKeptHeadsCodesAndHiddenWordsAreNot() throws IOException {
        String body = WordParts.paragraph("示例省教育厅关于公布名单的通知") + WordParts.paragraph("各市教育局：")
                + "<w:p><w:r><w:t>现公布</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>示范学校</w:t></w:r><w:r><w:footnoteReference"
                + " w:id=\"2\"/></w:r><w:r><w:t>名单，见</w:t></w:r><w:hyperlink><w:r><w:t>网站</w:t></w:r></w:hyperlink><w:r><w:t>，共</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGEREF x </w:instrText></w:r><w:r><w:fldChar"
                + " w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>所。</w:t></w:r>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部掌握</w:t></w:r></w:p>"
                + "<w:sdt><w:sdtContent>" + WordParts.paragraph("一、请予祝贺。") + "</w:sdtContent></w:sdt>"
                + "<w:p><w:moveFrom w:id=\"3\"><w:r><w:t>移走的话</w:t></w:r></w:moveFrom><w:r><w:t>特此通知。</w:t></w:r></w:p>"
                + WordParts.paragraph("示例省教育厅") + WordParts.paragraph("2030年5月8日");
        String notes = "<w:footnotes xmlns:w=\"" + WordParts.NAMESPACE
                + "\"><w:footnote w:type=\"separator\" w:id=\"0\">"
                + WordParts.paragraph("") + "</w:footnote><w:footnote w:id=\"2\">" + WordParts.paragraph(" 指省级示范学校。")
                + "</w:footnote></w:footnotes>";
        String head = "<w:hdr xmlns:w=\"" + WordParts.NAMESPACE + "\">" + WordParts.paragraph("内部资料") + "</w:hdr>";
        ImportedDraft importedDraft = ImportFixture.importFile(
                WordParts.write(folder, WordParts.document(body), Map.of("footnotes", notes, "header", head)));
        assertThat(ImportFixture.body(importedDraft)).isEqualTo("""
                现公布**示范学校**[^1]名单，见网站，共3所。

                一、请予祝贺。

                特此通知。

                [^1]: 指省级示范学校。
                """);
        assertThat(ImportFixture.translationStub(importedDraft))
                .contains("TODO[^1]")
                .contains("[^1]: TODO");
        assertThat(new String(importedDraft.account().renderJson(List.of()), StandardCharsets.UTF_8))
                .contains("\"page-edge\"")
                .contains("\"field-code\"")
                .contains("\"hidden-text\"")
                .contains("\"moved\"");
    }

    @Test
    void aPageHasTablesBoldWordsAndRunningHeads() throws IOException {
        List<String> pages = new ArrayList<>();
        String[] texts = {"现将经费安排通知如下。", "请各单位认真执行。", "特此通知。"};
        for (int i = 0; i < texts.length; i++) {
            String page = OfficeFileWriter.showText("示例省教育厅内部资料", 200, 800, "F1", 9)
                    + OfficeFileWriter.showText("打印时间 2030/4/1 第" + (i + 1) + "页", 60, 30, "F1", 9)
                    + "q 0 0 595 842 re W n Q\n"
                    + OfficeFileWriter.showText(texts[i], 111, 600);
            pages.add(page);
        }
        String title =
                OfficeFileWriter.showText("示例省教育厅关于下达经费的通知", 180, 730) + OfficeFileWriter.showText("各市教育局：", 79, 660);
        String bold = OfficeFileWriter.showText("一、", 111, 571)
                + OfficeFileWriter.showText("厉行节约。", 143, 571, "F2", 16)
                + OfficeFileWriter.showText("不得超支。", 223, 571);
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            table.append(String.format(Locale.ROOT, "79 %d m 500 %d l S%n", 400 + 40 * i, 400 + 40 * i));
        }
        for (int x : new int[] {79, 180, 340, 500}) {
            table.append(x).append(" 400 0.5 120 re f\n");
        }
        String cells = OfficeFileWriter.showText("序号", 85, 495, "F1", 12)
                + OfficeFileWriter.showText("项目", 190, 495, "F1", 12)
                + OfficeFileWriter.showText("金额", 350, 495, "F1", 12)
                + OfficeFileWriter.showText("1", 85, 455, "F1", 12)
                + OfficeFileWriter.showText("农村中学科技馆建", 190, 463, "F1", 12)
                + OfficeFileWriter.showText("设", 190, 447, "F1", 12)
                + OfficeFileWriter.showText("2", 85, 415, "F1", 12)
                + OfficeFileWriter.showText("5", 350, 415, "F1", 12);
        pages.set(0, title + pages.get(0) + bold + table + cells);
        pages.set(
                2,
                pages.get(2)
                        + OfficeFileWriter.showText("示例省教育厅", 360, 500)
                        + OfficeFileWriter.showText("2030年4月1日", 360, 470));
        ImportedDraft importedDraft =
                ImportFixture.importFile(OfficeFileWriter.writePdfOperators(folder.resolve("x.pdf"), pages));
        assertThat(ImportFixture.field(importedDraft, "title")).isEqualTo("示例省教育厅关于下达经费的通知");
        assertThat(ImportFixture.field(importedDraft, "issued")).isEqualTo("2030-04-01");
        assertThat(ImportFixture.body(importedDraft)).isEqualTo("""
                现将经费安排通知如下。

                一、**厉行节约。**不得超支。

                | 序号 | 项目 | 金额 |
                | --- | --- | --- |
                | 1 | 农村中学科技馆建设 |  |
                | 2 |  | 5 |

                请各单位认真执行。

                特此通知。
                """);
    }

    @Test
    void columnsAreReadOneAfterTheOther() throws IOException {
        StringBuilder page = new StringBuilder(OfficeFileWriter.showText("示例省教育厅关于学习材料的通知", 170, 740));
        StringBuilder read = new StringBuilder();
        for (int column = 0; column < 2; column++) {
            for (int row = 0; row < 10; row++) {
                String words = "第" + "左右".charAt(column) + "栏的文字接着往下写到第" + "甲乙丙丁戊己庚辛壬癸".charAt(row) + "行为止又";
                page.append(OfficeFileWriter.showText(words, 79 + 230 * column, 690 - 20 * row, "F1", 12));
                read.append(words);
            }
        }
        page.append(OfficeFileWriter.showText("示例省教育厅", 360, 400))
                .append(OfficeFileWriter.showText("2030年4月1日", 360, 370));
        ImportedDraft importedDraft = ImportFixture.importFile(
                OfficeFileWriter.writePdfOperators(folder.resolve("x.pdf"), List.of(page.toString())));
        assertThat(ImportFixture.body(importedDraft).replaceAll("\\s", "")).isEqualTo(read.toString());
        assertThat(ImportFixture.field(importedDraft, "issued")).isEqualTo("2030-04-01");
    }
}
