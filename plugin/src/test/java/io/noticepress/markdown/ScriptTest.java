package io.noticepress.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.util.ast.Document;
import io.noticepress.problem.HiddenChars;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.owasp.html.HtmlSanitizer;

/** No script gets through: neither wall lets any vector pass, judged by what a browser would make of the HTML. */
class ScriptTest {
    private static final Set<String> TAGS = Set.of(
            "html",
            "head",
            "body",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "ol",
            "ul",
            "li",
            "blockquote",
            "pre",
            "code",
            "em",
            "strong",
            "del",
            "sup",
            "a",
            "img",
            "br",
            "hr",
            "div",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id", "class", "href", "src", "alt", "title", "value", "scope", "role", "start", "tabindex", "aria-label");
    private static final Grammar GRAMMAR = new Grammar();

    static Stream<String> addresses() throws IOException {
        return resource("addresses.txt").lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    static Stream<String> fragments() throws IOException {
        return resource("fragments.txt").lines().filter(line -> !line.isBlank());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ScriptTest.class.getResourceAsStream("/markdown/script/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** An address in every place that takes one, and where it should be words only. */
    private static List<String> everywhere(String address) {
        return List.of(
                "[甲](" + address + ")",
                "[甲](<" + address + ">)",
                "![甲](" + address + ")",
                "<" + address + ">",
                address,
                "[甲]\n\n[甲]: " + address,
                "[甲]\n\n[甲]: <" + address + "> \"题\"",
                "![甲][乙]\n\n[乙]: " + address,
                "[甲](a.md \"" + address.replace("\"", "\\\"") + "\")",
                "![" + address + "](a.png)",
                "| [甲](" + address + ") |\n|-|\n| ![" + address + "](" + address + ") |",
                "甲[^1]\n\n[^1]: [乙](" + address + ")");
    }

    private static String firstWall(String body) {
        MarkdownText text = new MarkdownText("a.md", body, 1, true, "甲", false);
        Document document = GRAMMAR.parse(new Deadline(body, Limits.USUAL));
        Survey survey =
                new Survey(text, new Deadline(body, Limits.USUAL), new SafeLinks(), ScriptTest::anything).of(document);
        return Texts.html(document, new Sheet(body, true, survey.anchors(), survey.targets(), ScriptTest::anything));
    }

    /** The site itself would not let such a path be a file; here it must not matter. */
    private static Optional<String> anything(String path) {
        return Optional.of(path);
    }

    private static String secondWall(String html) {
        Elements elements = new Elements();
        HtmlSanitizer.sanitize(html, null, policy -> Wall.before(elements));
        return Texts.html(elements);
    }

    private static void assertHarmless(String html) {
        for (Element element : Jsoup.parse(html).getAllElements()) {
            assertThat(element.tagName()).as(html).isIn(element.tagName().equals("#root") ? Set.of("#root") : TAGS);
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).as(html).isIn(ATTRIBUTES);
            }
            assertHarmlessAddress(element.attr("href"), html);
            assertHarmlessAddress(element.attr("src"), html);
            assertThat(element.attr("src")).as(html).doesNotMatch("(?s)[^/?#]*:.*");
        }
    }

    private static void assertHarmlessAddress(String address, String html) {
        String seen = address.replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
        assertThat(seen).as(html).doesNotStartWith("//").doesNotContain("\\");
        if (seen.matches("(?s)[^/?#]*:.*") && !seen.startsWith("#")) {
            assertThat(seen).as(html).matches("(?s)(https?|mailto):.*");
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void theFirstWallLetsNoAddressPass(String address) {
        everywhere(address).forEach(body -> assertHarmless(firstWall(body)));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void theSecondWallLetsNoAddressPass(String address) {
        String value = address.replace("\"", "&quot;");
        assertHarmless(secondWall(
                "<p id=\"p1\"><a href=\"" + value + "\">甲</a><img src=\"" + value + "\" alt=\"" + value + "\"></p>"));
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void theFirstWallLetsNoHtmlPass(String fragment) {
        List.of(
                        fragment,
                        "甲" + fragment + "乙",
                        "- " + fragment,
                        "> " + fragment,
                        "# " + fragment,
                        "| " + fragment + " |\n|-|\n",
                        "[甲](a.md \"" + fragment + "\")",
                        "![" + fragment + "](a.png)",
                        "[^1]\n\n[^1]: " + fragment)
                .forEach(body -> assertHarmless(firstWall(body)));
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void theSecondWallLetsNoHtmlPass(String fragment) {
        assertHarmless(secondWall(fragment));
        assertHarmless(secondWall("<p id=\"p1\">甲" + fragment + "乙</p>"));
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void wordsNamesAndValuesAreNeverTakenForHtml(String fragment) {
        Elements elements = new Elements();
        Html html = new Html(Wall.before(elements));
        html.block("p", () -> {
            html.text(fragment);
            html.attribute("alt", fragment)
                    .attribute(fragment, "a")
                    .attribute("src", "a.png")
                    .open("img");
            html.inline(fragment, () -> html.text("乙"));
            html.attribute("href", fragment).inline("a", () -> html.text("丙"));
        });
        html.end();

        assertHarmless(Texts.html(elements));
        Element paragraph = Jsoup.parseBodyFragment(Texts.html(elements)).selectFirst("body > p");
        assertThat(paragraph.select("*")).extracting(Element::tagName).containsOnly("p", "img", "a");
        assertThat(paragraph.selectFirst("img").attr("alt").replaceAll("\\s", ""))
                .isEqualTo(fragment.replaceAll("\\s", ""));
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void bothWallsTogetherLeaveTheWordsToBeRead(String fragment) {
        String html = Texts.html(Texts.zh("甲" + fragment + "\n"));

        assertHarmless(html);
        assertThat(html).startsWith("<p id=\"p1\">甲");
    }

    @Test
    void everyAddressOfTheListIsAnError() throws IOException {
        assertThat(addresses())
                .hasSizeGreaterThan(60)
                .allSatisfy(address -> assertThat(new SafeLinks()
                                .judge(
                                        com.vladsch.flexmark.util.sequence.Escaping.unescapeString(address),
                                        false,
                                        path -> Optional.of("/" + path))
                                .kind())
                        .isEqualTo(Target.Kind.UNSAFE));
    }

    @Test
    void theFinishedHtmlIsWhatTheSecondWallMakesOfIt() {
        String html = Texts.html(
                Texts.zh(
                        "1. **甲**[乙](a.md#s1 \"&amp;lt;\")\n2. 丙[^1]\n\n| 甲 |\n|:-:|\n| 乙 |\n\n```java\n<b>\n```\n\n[^1]: 丁\n"));

        assertThat(secondWall(html).replace("\n", "")).isEqualTo(html.replace("\n", ""));
    }

    @Test
    void anyCharacterInATitleOrAlternativeTextComesBackEqual() {
        for (int c = 0x21; c < 0x30000; c += c < 0x300 ? 1 : 397) {
            if (c == '\\'
                    || c == '"'
                    || c == '['
                    || c == ']'
                    || Character.isWhitespace(c)
                    || HiddenChars.isHidden(c)
                    || c >= 0xD800 && c <= 0xDFFF) {
                continue;
            }
            String words = "x" + Character.toString(c) + "lt;";
            Element picture = Jsoup.parse(Texts.html(Texts.zh(
                            "![`" + words.replace("`", "") + "`](a.png \"" + words.replace("&", "&amp;") + "\")\n")))
                    .selectFirst("img");
            assertThat(picture.attr("title")).isEqualTo(words);
            assertThat(picture.attr("alt")).isEqualTo(words.replace("`", ""));
        }
    }

    @Test
    void lettersBeyondTheFirstPlaneAreKept() {
        assertThat(Texts.plain("𠮷😀㐂 = @ +")).isEqualTo("<p>𠮷😀㐂 = @ +</p>");
    }
}
