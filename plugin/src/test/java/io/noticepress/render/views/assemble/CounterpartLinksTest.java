package io.noticepress.render.views.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.noticepress.markdown.Body;
import io.noticepress.markdown.Markdown;
import io.noticepress.markdown.text.MarkdownSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CounterpartLinksTest {
    private static Body body(boolean chinese, String... blocks) {
        String text = String.join("\n\n", blocks) + "\n";
        return new Markdown()
                .parse(new MarkdownSource("a.md", text, 1, chinese, "题目", false), path -> Optional.of("/" + path));
    }

    private static CounterpartLinks linksToEnglish(String... blocks) {
        String anchors = body(false, blocks).findings().anchors();
        return CounterpartLinks.of("/en/notices/2030/a/", "en", "English version of this passage", anchors);
    }

    private static Document page(Body body, CounterpartLinks counterpartLinks) {
        return Jsoup.parse(body.parts().stream()
                .map(renderedPart ->
                        "<h2>" + renderedPart.heading() + "</h2>" + counterpartLinks.linkTo(renderedPart.anchor())
                                + counterpartLinks.withLinks(renderedPart).html())
                .collect(Collectors.joining()));
    }

    private static List<String> links(Document page) {
        return page.select("a.twin").eachAttr("href");
    }

    @Test
    void headingsItemsAndDocumentsLeadToTheSamePlaceInTheOtherEdition() {
        Body zh = body(true, "开头。", "## 一、时间", "1. 上午。\n2. 下午。", "（一）甲。", "# 办法", "## 一、总则");
        Document page = page(
                zh,
                linksToEnglish(
                        "Lead.", "## I. Time", "1. Morning.\n2. Afternoon.", "(1) A.", "# Rules", "## I. General"));
        assertThat(links(page))
                .containsExactly(
                        "/en/notices/2030/a/#s1",
                        "/en/notices/2030/a/#i1",
                        "/en/notices/2030/a/#i2",
                        "/en/notices/2030/a/#i3",
                        "/en/notices/2030/a/#d1",
                        "/en/notices/2030/a/#s2");
        Element heading = page.getElementById("s1");
        assertThat(heading.select("a")).as("the heading is only its words").isEmpty();
        assertThat(heading.nextElementSibling().className()).isEqualTo("twin");
        for (String item : List.of("i1", "i2", "i3")) {
            assertThat(page.getElementById(item).lastElementChild().attr("href"))
                    .endsWith("#" + item);
        }
        assertThat(page.select("ol")).as("neighbouring items remain one list").hasSize(1);
    }

    @Test
    void itemsWithinItemsHaveTheirLinksBehindTheirOwnWords() {
        String[] text = {"1. A:\n   1. B `<ul>`\n   2. C\n      1. D\n      - E", "- F\n\n  f\n\n- G\n  > g\n"};
        Document page = page(body(true, text), linksToEnglish(text));
        assertThat(links(page).stream().map(link -> link.substring(link.indexOf('#') + 1)))
                .containsExactly("i1", "i1-1", "i1-2", "i1-2-1", "p1", "p2");
        for (Element item : page.select("li[id]")) {
            Element link = item.selectFirst("a.twin");
            assertThat(link.attr("href")).endsWith("#" + item.id());
            assertThat(link.previousSibling()).as("words stand before it").isNotNull();
            assertThat(link.previousElementSiblings().is("p, ul, ol, blockquote"))
                    .isFalse();
        }
    }

    @Test
    void paragraphsThatAreNoItemsHaveNone() {
        assertThat(links(page(body(true, "甲。", "乙。"), linksToEnglish("A.", "B."))))
                .isEmpty();
    }

    @Tag("long")
    @Test
    void aTextOfNothingButItemsIsLinkedInOnePass() {
        String text = "1. a\n"
                + IntStream.rangeClosed(1, 15_000)
                        .mapToObj(n -> "   " + n + ". b\n")
                        .collect(Collectors.joining());
        Body zh = body(true, text);
        CounterpartLinks english = linksToEnglish(text);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(links(page(zh, english))).hasSize(15_001));
    }

    @Test
    void whereNothingIsKnownNothingIsLinked() {
        assertThat(CounterpartLinks.of("/x/", "en", "English", "").linkTo("")).isEmpty();
    }

    @Test
    void theWordsOfTheTextRemainItsOwn() {
        Body zh = body(true, "## 一、时间", "1. 上午。\n   - 甲\n   - 乙");
        Document page = page(zh, linksToEnglish("## I. Time", "1. Morning."));
        assertThat(page.text()).isEqualTo(page(zh, CounterpartLinks.NONE).text());
        assertThat(page.select("a.twin")).hasSize(2).allSatisfy(link -> {
            assertThat(link.attr("aria-label")).isEqualTo("English version of this passage");
            assertThat(link.attr("lang")).isEqualTo("en");
        });
    }

    @Test
    void whatTheOtherEditionLacksHasNoLink() {
        Body zh = body(true, "## 一、时间", "1. 上午。\n2. 下午。", "## 二、地点");
        assertThat(links(page(zh, linksToEnglish("## I. Time", "1. Morning."))))
                .containsExactly("/en/notices/2030/a/#s1", "/en/notices/2030/a/#i1");
        assertThat(links(page(zh, CounterpartLinks.NONE))).isEmpty();
    }

    @Test
    void theNameOfALanguageIsNoMarkup() {
        String link = CounterpartLinks.of("/x/", "en", "\"><script>&", "s1").linkTo("s1");
        assertThat(Jsoup.parse(link).select("a").attr("aria-label")).isEqualTo("\"><script>&");
        assertThat(Jsoup.parse(link).select("script")).isEmpty();
    }
}
