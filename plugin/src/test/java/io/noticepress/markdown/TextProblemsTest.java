package io.noticepress.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems of a text: their messages in both languages and their locations. The body begins on line 11. */
class TextProblemsTest {
    private static void assertOnly(String body, String place, String zh, String en) {
        Problem problem = MarkdownFixture.onlyProblem(MarkdownFixture.parseZh(body));
        assertThat(MarkdownFixture.problems(MarkdownFixture.parseZh(body))).containsExactly(place);
        assertThat(problem.message().zh()).isEqualTo(zh);
        assertThat(problem.message().en()).isEqualTo(en);
        assertThat(problem.mend().zh()).isNotBlank().doesNotEndWith("。");
        assertThat(problem.mend().en()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void rawHtml() {
        assertOnly("甲\n\n乙𠮷<b>丙\n", "13:3+3 error raw-html", "正文里不能写 HTML", "HTML is not allowed in the text");
        assertOnly(
                "- 甲\n\n  <div>\n  甲\n  </div>\n",
                "13:3+5 error raw-html",
                "正文里不能写 HTML",
                "HTML is not allowed in the text");
        assertOnly("甲 <!-- 乙 -->\n", "11:3+10 error raw-html", "正文里不能写 HTML", "HTML is not allowed in the text");
        assertOnly("<!-- 甲\n乙 -->\n", "11:1+6 error raw-html", "正文里不能写 HTML", "HTML is not allowed in the text");
        assertThat(MarkdownFixture.problems(MarkdownFixture.parseZh("甲<乙>丙 a < b `<b>` \\<b>\n\n    <b>\n")))
                .isEmpty();
    }

    @Test
    void unsafeLinks() {
        assertOnly(
                "见[甲](javascript:alert%281%29)\n",
                "11:6+23 error unsafe-link",
                "链接“javascript:alert%281%29”不是网址，也不是相对路径",
                "the link \"javascript:alert%281%29\" is neither a web address nor a relative path");
        assertOnly(
                "[甲](//a.cn/b)\n",
                "11:5+8 error unsafe-link",
                "链接“//a.cn/b”没有写明 https",
                "the link \"//a.cn/b\" names another host but does not begin with https:");
        assertOnly(
                "[甲](/a.md)\n",
                "11:5+5 error unsafe-link",
                "链接“/a.md”从根目录写起",
                "the link \"/a.md\" starts at the root folder");
        assertOnly(
                "[甲](a\\b.md)\n",
                "11:5+6 error unsafe-link",
                "链接“a\\b.md”里有反斜杠",
                "the link \"a\\b.md\" contains a backslash");
        assertOnly(
                "![甲](https://a.cn/b.png)\n",
                "11:6+18 error unsafe-link",
                "图片“https://a.cn/b.png”在别的网站上",
                "the picture \"https://a.cn/b.png\" is on another site");
        assertOnly(
                "甲[乙]\n\n[乙]: data:text/html,a\n",
                "13:6+16 error unsafe-link",
                "链接“data:text/html,a”不是网址，也不是相对路径",
                "the link \"data:text/html,a\" is neither a web address nor a relative path");
    }

    @Test
    void brokenLinks() {
        assertOnly(
                "[甲](missing.md#s1)\n",
                "11:5+13 error broken-link",
                "链接“missing.md#s1”所指的文件不存在",
                "the link \"missing.md#s1\" points to a file that does not exist");
        assertOnly("[甲]()\n", "11:1+5 error broken-link", "链接没有地址", "the link has no address");
    }

    @Test
    void hiddenCharactersFromReferences() {
        assertOnly(
                "甲&#x202E;乙\n",
                "11:2+8 error hidden-character",
                "“&#x202E;”是看不见的字符 U+202E",
                "&#x202E; is the hidden character U+202E");
        assertThat(MarkdownFixture.problems(MarkdownFixture.parseZh("[甲](a&#8203;.md \"&#xFEFF;\")\n")))
                .hasSize(2);
        assertThat(MarkdownFixture.problems(MarkdownFixture.parseZh("甲&nbsp;乙&amp;&#x20BB7;\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "机密★10年",
                "绝密",
                "秘密",
                "机密",
                "**机密★10年**",
                "# 机密",
                "## 秘密★1年",
                "机密 ★ 10 年",
                "【机密】",
                "（秘密）",
                "密级：秘密",
                "密级: 机密☆长期",
                "机密*5年",
                "绝密★长期",
                "> 机密",
                "秘密★6个月",
                "机密★特急",
                "TOP SECRET",
                "SECRET",
                "CONFIDENTIAL",
                "[SECRET]",
                "- 机密★10年",
                "| 甲 |\n|-|\n| 秘密★3年 |",
                "甲\n机密\n乙",
                "机密★１０年"
            })
    void classificationMarkings(String body) {
        assertThat(MarkdownFixture.problems(MarkdownFixture.parseZh(body + "\n")))
                .singleElement()
                .asString()
                .contains("error secret-notice");
    }

    @Test
    void aClassificationMarkingIsReportedWithItsLocation() {
        assertOnly(
                "甲\n\n机密★10年\n",
                "13:1+6 error secret-notice",
                "这一行是密级标志“机密★10年”",
                "this line is a classification marking: 机密★10年");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "要保守秘密。",
                "国家机密不得泄露",
                "- 绝密\n- 机密\n- 秘密",
                "| 密级 |\n|-|\n| 机密 |",
                "`机密★10年`",
                "    机密★10年",
                "机密文件",
                "商业秘密",
                "Confidential",
                "secret",
                "a SECRET b",
                "机密、秘密",
                "秘密书长"
            })
    void theWordWithinASentenceIsNoMarking(String body) {
        assertThat(MarkdownFixture.problems(MarkdownFixture.parseZh(body + "\n")))
                .noneMatch(problem -> problem.contains("secret"));
    }

    @Test
    void todosAreReported() {
        assertOnly("甲\n\n乙TODO：丙\n", "13:2+4 error todo", "这里还有待补内容（TODO）", "a place left to be filled in (TODO)");
        assertThat(MarkdownFixture.problems(MarkdownFixture.parse("TODO\n", true, true)))
                .containsExactly("11:1+4 warning todo");
        assertThat(MarkdownFixture.problems(MarkdownFixture.parseZh("`TODO` TODOS todo xTODO\n\n    TODO\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "## 一、甲;## 三、乙 | 13:4+2 warning numbering | 二、 | 三、",
                "## 二、甲 | 11:4+2 warning numbering | 一、 | 二、",
                "## 一、甲;### （一）乙;### （三）丙 | 15:5+3 warning numbering | （二） | （三）",
                "## 一、甲;（一）乙;（二）丙;## 二、丁;（二）戊 | 19:1+3 warning numbering | （一） | （二）",
                "1．甲;3．乙 | 13:1+2 warning numbering | 2. | 3.",
                "1. 甲;## 乙;3. 丙 | 15:1+2 warning numbering | 2. | 3.",
                "第一条 甲;第三条 乙 | 13:1+3 warning numbering | 第二条 | 第三条"
            })
    void gapsInNumbers(String body, String place, String expected, String found) {
        assertOnly(
                body.replace(";", "\n\n") + "\n",
                place,
                "序号应为“" + expected + "”，这里是“" + found + "”",
                "the number should be \"" + expected + "\" but is \"" + found + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## 一、甲;1．乙;2．丙;## 二、丁;3．戊",
                "## 一、甲;1. 乙;## 二、丁;1. 戊",
                "## 一、甲;（一）乙;## 二、丁;（一）戊",
                "## 一、甲;# 附件;## 一、乙",
                "## 1. A;1. 乙;2. 丙;## 2. B;1. 丁",
                "（一）甲;1．乙;2．丙;（二）丁;1．戊",
                "一、甲;（一）乙;二、丙;（一）丁"
            })
    void numbersMayContinueOrRestart(String body) {
        assertThat(MarkdownFixture.problems(MarkdownFixture.parseZh(body.replace(";", "\n\n") + "\n")))
                .isEmpty();
    }

    @Test
    void everyItemNumberedOneIsReported() {
        assertThat(MarkdownFixture.problems(MarkdownFixture.parseZh("1. 甲\n1. 乙\n")))
                .containsExactly("12:1+2 warning numbering");
        assertThat(MarkdownFixture.problems(MarkdownFixture.parseZh("1. 甲\n   1. 乙\n   3. 丙\n")))
                .containsExactly("13:4+1 warning numbering");
    }

    @Test
    void unmatchedBracketsAndQuotes() {
        assertOnly("甲《乙\n", "11:2+1 warning unpaired-punctuation", "“《”没有与之成对的“》”", "《 has no matching 》");
        assertOnly("甲\n\n乙）丙\n", "13:2+1 warning unpaired-punctuation", "“）”没有与之成对的“（”", "） has no matching （");
        assertOnly("他说“甲\n", "11:3+1 warning unpaired-punctuation", "左引号没有与之成对的右引号", "“ has no matching ”");
        assertOnly("甲（乙《丙）丁\n", "11:4+1 warning unpaired-punctuation", "“《”没有与之成对的“》”", "《 has no matching 》");
        assertOnly(
                "**注意 甲\n", "11:1+2 warning unpaired-punctuation", "粗体标记“**”没有成对", "the bold marker ** is unmatched");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"甲（乙)丙", "1）甲；2）乙", "三）甲", "《甲〈乙〉》", "（一）甲", "〔2023]6号", "a (b", "`（`", "“甲”“乙”", "\\*\\*甲"})
    void matchedBracketsAndQuotes(String body) {
        assertThat(MarkdownFixture.problems(MarkdownFixture.parseZh(body + "\n")))
                .isEmpty();
    }

    @Test
    void anEnglishQuotationMaySpanParagraphs() {
        assertThat(MarkdownFixture.problems(MarkdownFixture.parseEn("“A\n\n“B”\n")))
                .isEmpty();
        assertThat(MarkdownFixture.problems(MarkdownFixture.parseEn("“A\n\nB”\n")))
                .hasSize(2);
    }
}
