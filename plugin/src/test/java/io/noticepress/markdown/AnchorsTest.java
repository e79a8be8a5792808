package io.noticepress.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Anchors are the same in both languages and unique, and each is the id of one element. */
class AnchorsTest {
    private static final String ZH = """
            现将要点印发。

            # 工作要点

            总体思路。

            ## 一、政治

            1．**学习。** 要学习。

            2、理论。

            （一）细目

            ## 二、基础

            ### （一）组织

            ①组织

            第一条 组织

            # 附件1：名单

            - 甲
            - 乙

            1. 丙
               1. 丁
               2. 戊
            2. 己
            """;

    private static final String EN = """
            The Key Points are issued.

            # Key Points

            The approach.

            ## I. Politics

            1\\. **Study.** Do study.

            2. Theory.

            (I) Details

            ## II. Base

            ### (I) Organization

            (1) Organize

            Article 1 These measures

            # Annex 1: List

            - A
            - B

            1. C
               1. D
               2. E
            2. F
            """;

    @Test
    void anchorsAreTheSameInBothLanguages() {
        assertThat(MarkdownFixture.parseZh(ZH).findings().anchors())
                .isEqualTo("p1 d1 p2 s1 i1 i2 i3 s2 s2-1 i4 i5 d2 p3 p4 i6 i6-1 i6-2 i7")
                .isEqualTo(MarkdownFixture.parseEn(EN).findings().anchors());
    }

    @Test
    void listsAndTypedNumbersLeadToTheSameAnchors() {
        assertThat(MarkdownFixture.parseZh("1. 甲\n2. 乙\n\n3. 丙\n").findings().anchors())
                .isEqualTo(MarkdownFixture.parseZh("1．甲\n\n2．乙\n\n3．丙\n")
                        .findings()
                        .anchors())
                .isEqualTo("i1 i2 i3");
    }

    @Test
    void everyAnchorIsTheIdOfOneElement() {
        Body body =
                MarkdownFixture.parseZh(ZH + "\n甲[^1]\n\n> 引\n\n| 甲 |\n|-|\n| 乙 |\n\n```\n码\n```\n\n---\n\n[^1]: 注\n");
        var page = Jsoup.parseBodyFragment(MarkdownFixture.html(body));
        var ids = page.select("[id]").stream().map(Element::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .containsAll(java.util.List.of(
                        body.findings().anchors().replaceAll("d\\d ", "").split(" ")));
    }

    @Test
    void everyBlockIsOneElementWithItsAnchor() {
        for (RenderedPart renderedPart : MarkdownFixture.parseZh(ZH).parts()) {
            for (RenderedBlock renderedBlock : renderedPart.blocks()) {
                Element element = Jsoup.parseBodyFragment(renderedBlock.html()).body();
                assertThat(element.select("[id]").first().id()).isEqualTo(renderedBlock.anchor());
                assertThat(element.childrenSize()).isEqualTo(1);
            }
        }
    }

    @Test
    void aSkippedLevelCountsAsIfItsHeadingStoodThere() {
        assertThat(MarkdownFixture.parseZh("### 甲\n\n## 乙\n\n#### 丙\n\n### 丁\n\n# 戊\n\n### 己\n")
                        .findings()
                        .anchors())
                .isEqualTo("s1-1 s2 s2-1-1 s2-2 d1 s3-1");
    }

    @Test
    void partsAreTheCoverTheDocumentsAndTheAnnexes() {
        Body body = MarkdownFixture.parseZh(ZH);

        assertThat(body.parts())
                .extracting(RenderedPart::kind)
                .containsExactly(
                        RenderedPart.PartKind.COVER, RenderedPart.PartKind.ISSUED, RenderedPart.PartKind.ANNEX);
        assertThat(body.parts()).extracting(RenderedPart::title).containsExactly("", "工作要点", "附件1：名单");
        assertThat(body.parts()).extracting(RenderedPart::anchor).containsExactly("", "d1", "d2");
        assertThat(MarkdownFixture.parseEn("# Appendix\n").parts().get(1).kind())
                .isEqualTo(RenderedPart.PartKind.ANNEX);
        assertThat(MarkdownFixture.parseEn("# Annexation\n").parts().get(1).kind())
                .isEqualTo(RenderedPart.PartKind.ISSUED);
        assertThat(MarkdownFixture.parseZh("# 关于**《甲》**的[办法](a.md)\n").parts().get(1))
                .extracting(RenderedPart::title, RenderedPart::heading)
                .containsExactly("关于《甲》的办法", "关于<strong>《甲》</strong>的<a href=\"/site/a.md\">办法</a>");
    }

    @Test
    void headingsAreOneLevelLowerWithinADocument() {
        assertThat(MarkdownFixture.html(MarkdownFixture.parseZh("## 甲\n\n# 乙\n\n## 丙\n\n###### 丁\n")))
                .contains("<h2 id=\"s1\">甲</h2>", "<h3 id=\"s2\">丙</h3>", ">丁</h6>");
    }

    @Test
    void theOutlineNamesDocumentsSectionsAndRunInHeadings() {
        assertThat(MarkdownFixture.parseZh(ZH).outline())
                .extracting(outlineHeading ->
                        outlineHeading.level() + " " + outlineHeading.anchor() + " " + outlineHeading.text())
                .containsExactly("1 d1 工作要点", "2 s1 一、政治", "3 i1 1．学习", "2 s2 二、基础", "3 s2-1 （一）组织", "1 d2 附件1：名单");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "一、甲 | i1",
                "（一）甲 | i1",
                "(一)甲 | i1",
                "1．甲 | i1",
                "1、甲 | i1",
                "１．甲 | i1",
                "1\\. 甲 | i1",
                "1.加强 | i1",
                "（1）甲 | i1",
                "(1) a | i1",
                "1）甲 | i1",
                "① 甲 | i1",
                "⑴ 甲 | i1",
                "㈠ 甲 | i1",
                "第一条　为了 | i1",
                "第十二条 为了 | i1",
                "**第一条** 为了 | i1",
                "**一、甲。** 乙 | i1",
                "I. A | i1",
                "IV. A | i1",
                "(II) A | i1",
                "(a) A | i1",
                "Article 1 These | i1",
                "Article 12. These | i1",
                "1.5 million | p1",
                "2023.甲 | p1",
                "2023年，甲 | p1",
                "1、2、3号楼 | p1",
                "第一条规定的 | p1",
                "Article 1 of the Law | p1",
                "I am | p1",
                "一方面 | p1",
                "十一届 | p1",
                "3.x版 | p1"
            })
    void typedNumbersMakeItems(String markdown, String anchor) {
        assertThat(MarkdownFixture.parseZh(markdown + "\n").findings().anchors())
                .isEqualTo(anchor);
    }

    @Test
    void numbersAreShownAsTyped() {
        assertThat(MarkdownFixture.html(MarkdownFixture.parseZh("7. 甲\n9. 乙\n")))
                .contains("value=\"7\"", "value=\"9\"");
        assertThat(MarkdownFixture.parseZh("1) 甲\n1) 乙\n").parts().get(0).html())
                .isEqualTo(
                        "<ol class=\"paren\"><li id=\"i1\" value=\"1\">甲</li><li id=\"i2\" value=\"1\">乙</li></ol>\n");
        assertThat(MarkdownFixture.parseZh("1. 甲\n\n正文\n\n2. 乙\n")
                        .parts()
                        .get(0)
                        .html())
                .isEqualTo(
                        "<ol><li id=\"i1\" value=\"1\">甲</li></ol>\n<p id=\"p1\">正文</p>\n<ol><li id=\"i2\" value=\"2\">乙</li></ol>\n");
    }

    @Test
    void theBasisDoesNotChangeWithWidthsBlanksAndTheKindOfNumbering() {
        String basis = MarkdownFixture.parseZh("1．“甲”、“乙”（丙）,2023年\n\n文〔2023〕6号\n")
                .findings()
                .basis();

        assertThat(basis).matches("v1( [a-z2-7]{7}){3}");
        assertThat(MarkdownFixture.parseZh("1. “甲”“乙”(丙)，2023 年\n\n文[2023]\n6 号\n")
                        .findings()
                        .basis())
                .isEqualTo(basis);
        assertThat(MarkdownFixture.parseZh("1. **“甲”“乙”**(丙)，[2023 年](a.md)\n\n文[2023]6号\n")
                        .findings()
                        .basis())
                .isEqualTo(basis);
        assertThat(MarkdownFixture.parseZh("1. “甲”“丁”(丙)，2023 年\n\n文[2023]6号\n")
                        .findings()
                        .basis())
                .isNotEqualTo(basis);
        assertThat(MarkdownFixture.parseZh("2. “甲”“乙”(丙)，2023 年\n\n文[2023]6号\n")
                        .findings()
                        .basis())
                .isNotEqualTo(basis);
    }

    @Test
    void theBasisHasOneFingerprintForTheTitleEachDocumentAndEachBlock() {
        Body body = MarkdownFixture.parseZh(ZH);
        int blocks = body.parts().stream()
                .mapToInt(renderedPart -> renderedPart.blocks().size())
                .sum();

        assertThat(body.findings().basis().split(" ")).hasSize(1 + 1 + 2 + blocks);
        assertThat(MarkdownFixture.parseZh("甲[^1]\n\n[^1]: 乙\n").findings().basis())
                .isNotEqualTo(
                        MarkdownFixture.parseZh("甲[^1]\n\n[^1]: 丙\n").findings().basis());
    }
}
