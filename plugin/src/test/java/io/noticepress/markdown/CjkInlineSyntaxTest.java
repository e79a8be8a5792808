package io.noticepress.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bold beside Chinese punctuation, after commonmark/commonmark-spec#650, and what stays as CommonMark has it. */
class CjkInlineSyntaxTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "关于**《办法》**的通知 | 关于<strong>《办法》</strong>的通知",
                "**注意：**请 | <strong>注意：</strong>请",
                "**真，**她 | <strong>真，</strong>她",
                "他说**“好。”**我 | 他说<strong>“好。”</strong>我",
                "**（一）**加强 | <strong>（一）</strong>加强",
                "见**《甲》**、**《乙》**和**丙** | 见<strong>《甲》</strong>、<strong>《乙》</strong>和<strong>丙</strong>",
                "**`代码`**的 | <strong><code>代码</code></strong>的",
                "《**甲**》 | 《<strong>甲</strong>》",
                "**“三重一大”**制度 | <strong>“三重一大”</strong>制度",
                "增长**20%**以上 | 增长<strong>20%</strong>以上",
                "用**(a)**标明 | 用<strong>(a)</strong>标明",
                "这是**“甲”、“乙”**。 | 这是<strong>“甲”、“乙”</strong>。",
                "𠮷**《甲》**𠮷 | 𠮷<strong>《甲》</strong>𠮷",
                "ハイパー**「強調」**です | ハイパー<strong>「強調」</strong>です",
                "关于*《办法》*的 | 关于<em>《办法》</em>的",
                "关于***《办法》***的 | 关于<em><strong>《办法》</strong></em>的",
                "删去~~《旧》~~一词 | 删去<del>《旧》</del>一词",
                "~~旧。~~新 | <del>旧。</del>新",
                "[**注意：**](a.md)请 | <a href=\"/site/a.md\"><strong>注意：</strong></a>请",
                "a**\"b\"**c | a**\"b\"**c",
                "a **b** c | a <strong>b</strong> c",
                "2 * 3 * 4 | 2 * 3 * 4",
                "a*\"foo\"* | a*\"foo\"*",
                "snake_case_name | snake_case_name"
            })
    void emphasisWorksBesideChinesePunctuation(String markdown, String html) {
        assertThat(MarkdownFixture.htmlWithoutAnchors(markdown)).isEqualTo("<p>" + html + "</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "甲\\n乙 | 甲乙",
                "甲，\\n乙 | 甲，乙",
                "甲**乙**\\n**丙** | 甲<strong>乙</strong><strong>丙</strong>",
                "[甲](a.md)\\n乙 | <a href=\"/site/a.md\">甲</a>乙",
                "`甲`\\n乙 | <code>甲</code>乙",
                "他说“甲”\\n“乙” | 他说“甲”“乙”",
                "甲\\na | 甲~a",
                "a\\nb | a~b",
                "2023\\n年 | 2023~年",
                "𠮷\\n𠮷 | 𠮷𠮷",
                "甲&amp;\\n乙 | 甲&amp;~乙"
            })
    void aSoftBreakBetweenChineseIsDropped(String markdown, String html) {
        assertThat(MarkdownFixture.htmlWithoutAnchors(markdown.replace("\\n", "\n")))
                .isEqualTo("<p>" + html.replaceAll("(?<!~)~(?!~)", "\n") + "</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "见https://a.gov.cn/x请查收 | 见<a href=\"https://a.gov.cn/x\" class=\"url\">https://a.gov.cn/x</a>请查收",
                "（https://a.gov.cn/x） | （<a href=\"https://a.gov.cn/x\" class=\"url\">https://a.gov.cn/x</a>）",
                "https://a.gov.cn/x，https://b.gov.cn。 | <a href=\"https://a.gov.cn/x\" class=\"url\">https://a.gov.cn/x</a>，<a href=\"https://b.gov.cn\" class=\"url\">https://b.gov.cn</a>。",
                "网址：www.a.gov.cn。 | 网址：<a href=\"http://www.a.gov.cn\" class=\"url\">www.a.gov.cn</a>。",
                "邮箱a@b.cn请 | 邮箱<a href=\"mailto:a@b.cn\" class=\"url\">a@b.cn</a>请",
                "https://a.cn/?b=1&amp;c=2 | <a href=\"https://a.cn/?b=1&amp;c=2\" class=\"url\">https://a.cn/?b=1&amp;c=2</a>",
                "见ftp://a.cn/b | 见ftp://a.cn/b",
                "“https://a.cn”" + " | “<a href=\"https://a.cn\" class=\"url\">https://a.cn</a>”"
            })
    void aBareAddressEndsWhereChineseBegins(String markdown, String html) {
        assertThat(MarkdownFixture.htmlWithoutAnchors(markdown)).isEqualTo("<p>" + html + "</p>");
    }
}
