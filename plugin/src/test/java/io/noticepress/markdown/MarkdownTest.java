package io.noticepress.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.markdown.text.MarkdownSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tables, footnotes, code, links and pictures as they are set, and that threads may share the one who sets them. */
class MarkdownTest {
    private static final String EVERYTHING = """
            现将《要点》印发，见[附件](附件%201.pdf)和[上文](#s1)[^甲]。

            # 工作要点

            ## 一、甲

            1. **加强。** 见 ![图](图.png "题")。
            2. 乙[^甲][^乙]

            | 序号 | 名称 | 金额 |
            | :--- | :-: | ---: |
            | 1 | `a|b` \\| 乙 |
            | 2 | 丙 | 3 | 多 |

            [^甲]: 注。
            [^乙]: 另注。

                第二段。

            [^丙]: 无人引用。
            """;

    @Test
    void tablesHaveClassesForTheirColumnsAndLoseNoCell() {
        Document page = Jsoup.parseBodyFragment(MarkdownFixture.html(MarkdownFixture.parseZh(EVERYTHING)));

        Element table = page.selectFirst("div.table#p2 > table");
        assertThat(table.select("th").eachAttr("class")).containsExactly("left", "center", "right");
        assertThat(table.select("th").eachAttr("scope")).containsExactly("col", "col", "col");
        assertThat(table.select("tr").get(2).select("td").eachText()).containsExactly("2", "丙", "3", "多");
        assertThat(page.select("[align], [style]")).isEmpty();
    }

    @Test
    void aShortRowIsFilledUp() {
        Document page =
                Jsoup.parseBodyFragment(MarkdownFixture.html(MarkdownFixture.parseZh("| 甲 | 乙 |\n|-|-|\n| 丙 |\n")));

        assertThat(page.select("td")).hasSize(2);
    }

    @Test
    void footnotesStandApartWithLinksThereAndBack() {
        Body body = MarkdownFixture.parseZh(EVERYTHING);
        Document notes = Jsoup.parseBodyFragment(body.footnotes());
        Document page = Jsoup.parseBodyFragment(MarkdownFixture.html(body));

        assertThat(notes.select("ol.notes > li").eachAttr("id")).containsExactly("fn1", "fn2", "fn3");
        assertThat(page.select("sup.noteref > a[role=doc-noteref]").eachAttr("id"))
                .containsExactly("fnref1", "fnref1-2", "fnref2");
        assertThat(page.select("a[role=doc-backlink]").eachAttr("href"))
                .containsExactly("#fnref1", "#fnref1-2", "#fnref2");
        assertThat(page.select("a[role]"))
                .allSatisfy(link -> assertThat(page.select(link.attr("href")))
                        .as(link.toString())
                        .hasSize(1));
        assertThat(notes.text().replaceAll("[\\s↩\uFE0E]", "")).isEqualTo("注。另注。第二段。无人引用。");
        assertThat(MarkdownFixture.parseZh("甲[^无]\n").footnotes()).isEmpty();
        assertThat(MarkdownFixture.htmlWithoutAnchors("甲[^无]")).isEqualTo("<p>甲[^无]</p>");
    }

    @Test
    void linksAndPicturesGoWhereTheSiteHasThem() {
        Body body = MarkdownFixture.parseZh(EVERYTHING);

        assertThat(body.findings().links())
                .extracting(relativeLink -> relativeLink.at().line() + ":"
                        + relativeLink.at().column() + "+" + relativeLink.width() + " " + relativeLink.path() + "#"
                        + relativeLink.fragment() + (relativeLink.picture() ? " picture" : ""))
                .containsExactly("11:16+10 附件 1.pdf#", "11:33+3 #s1", "17:19+5 图.png# picture");
        assertThat(MarkdownFixture.html(body))
                .contains(
                        "<a href=\"/site/附件%201.pdf\">",
                        "<a href=\"#s1\">", "<img src=\"/site/图.png\" alt=\"图\" title=\"题\">");
    }

    @Test
    void anAddressMayHaveBlanks() {
        assertThat(MarkdownFixture.htmlWithoutAnchors("[甲](附件 1.pdf \"题\")"))
                .contains("title=\"题\"")
                .contains("附件");
        assertThat(MarkdownFixture.parseZh("[甲](<附件 1.pdf>)\n")
                        .findings()
                        .links()
                        .get(0)
                        .path())
                .isEqualTo("附件 1.pdf");
    }

    @Test
    void codeIsSetAsTyped() {
        assertThat(MarkdownFixture.htmlWithoutAnchors("```java\na < b && **c**\n```"))
                .isEqualTo("<pre><code class=\"language-java\">a &lt; b &amp;&amp; **c**\n</code></pre>");
        assertThat(MarkdownFixture.htmlWithoutAnchors("`` a`b ``")).isEqualTo("<p><code>a`b</code></p>");
    }

    @Test
    void signsOfTemplatesAreWords() {
        assertThat(MarkdownFixture.htmlWithoutAnchors("${7*7} <#include> [=1]".replace("<#", "\\<#")))
                .isEqualTo("<p>${7*7} &lt;#include&gt; [=1]</p>");
    }

    @Test
    void anEmptyTextHasAnEmptyCover() {
        Body body = MarkdownFixture.parseZh("");

        assertThat(body.parts()).singleElement().extracting(RenderedPart::kind).isEqualTo(RenderedPart.PartKind.COVER);
        assertThat(body.findings().basis()).matches("v1 [a-z2-7]{7}");
        assertThat(MarkdownFixture.parseZh("# 甲\n").parts())
                .extracting(RenderedPart::kind)
                .containsExactly(RenderedPart.PartKind.COVER, RenderedPart.PartKind.ISSUED);
    }

    @Test
    void theLanguageOfTheMessagesIsNotThatOfTheText() {
        assertThat(MarkdownFixture.onlyProblem(MarkdownFixture.parseEn("<b>\n"))
                        .message()
                        .zh())
                .isEqualTo("正文里不能写 HTML");
    }

    @Tag("long")
    @Test
    void isThreadSafe() throws Exception {
        Markdown shared = new Markdown();
        Callable<List<Body>> work = () -> {
            List<Body> bodies = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String text = EVERYTHING + "\n甲" + i + "**《乙》**见https://a.cn/" + i + "。\n";
                bodies.add(shared.parse(new MarkdownSource("a.md", text, 1, true, "甲", false), Optional::of));
            }
            return bodies;
        };
        List<Body> alone = work.call();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<Body>>> eight = java.util.Collections.nCopies(8, work);
            for (Future<List<Body>> result : threads.invokeAll(eight)) {
                assertThat(result.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
