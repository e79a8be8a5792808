package io.noticepress.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.util.ast.Document;
import io.noticepress.markdown.analysis.BlockAnalyzer;
import io.noticepress.markdown.html.ElementCollector;
import io.noticepress.markdown.html.MarkupPolicy;
import io.noticepress.markdown.html.MarkupWriter;
import io.noticepress.markdown.html.RenderContext;
import io.noticepress.markdown.limits.MeteredText;
import io.noticepress.markdown.limits.ParseLimits;
import io.noticepress.markdown.links.LinkDestination;
import io.noticepress.markdown.links.SafeLinkPolicy;
import io.noticepress.markdown.syntax.ParserConfig;
import io.noticepress.markdown.text.MarkdownSource;
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

/**
 * Script injection: link policy and renderer on the one hand and the sanitizer on the other each stop every attack vector by
 * themselves, judged by what a browser would make of the HTML.
 */
class ScriptInjectionTest {
    private static final Set<String> ALLOWED_TAGS = Set.of(
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
    private static final Set<String> ALLOWED_ATTRIBUTES = Set.of(
            "id", "class", "href", "src", "alt", "title", "value", "scope", "role", "start", "tabindex", "aria-label");
    private static final ParserConfig PARSER_CONFIG = new ParserConfig();

    static Stream<String> addresses() throws IOException {
        return resource("addresses.txt").lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    static Stream<String> fragments() throws IOException {
        return resource("fragments.txt").lines().filter(line -> !line.isBlank());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ScriptInjectionTest.class.getResourceAsStream("/markdown/script/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A URL in every position that takes one, and in those where it must be rendered as text. */
    private static List<String> inEveryPosition(String address) {
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

    private static String renderUnsanitized(String body) {
        MarkdownSource text = new MarkdownSource("a.md", body, 1, true, "甲", false);
        Document document = PARSER_CONFIG.parse(new MeteredText(body, ParseLimits.DEFAULT));
        BlockAnalyzer blockAnalyzer = new BlockAnalyzer(
                        text,
                        new MeteredText(body, ParseLimits.DEFAULT),
                        new SafeLinkPolicy(),
                        ScriptInjectionTest::anything)
                .analyze(document);
        return MarkdownFixture.html(
                document,
                new RenderContext(
                        body,
                        true,
                        blockAnalyzer.anchors(),
                        blockAnalyzer.destinations(),
                        ScriptInjectionTest::anything));
    }

    /** Resolves every path, even those that no file of a site can have, so that the resolver stops nothing. */
    private static Optional<String> anything(String path) {
        return Optional.of(path);
    }

    private static String sanitize(String html) {
        ElementCollector elementCollector = new ElementCollector();
        HtmlSanitizer.sanitize(html, null, policy -> MarkupPolicy.wrap(elementCollector));
        return MarkdownFixture.html(elementCollector);
    }

    private static void assertHarmless(String html) {
        for (Element element : Jsoup.parse(html).getAllElements()) {
            assertThat(element.tagName())
                    .as(html)
                    .isIn(element.tagName().equals("#root") ? Set.of("#root") : ALLOWED_TAGS);
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).as(html).isIn(ALLOWED_ATTRIBUTES);
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
    void theRendererLetsNoAddressPass(String address) {
        inEveryPosition(address).forEach(body -> assertHarmless(renderUnsanitized(body)));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void theSanitizerLetsNoAddressPass(String address) {
        String value = address.replace("\"", "&quot;");
        assertHarmless(sanitize(
                "<p id=\"p1\"><a href=\"" + value + "\">甲</a><img src=\"" + value + "\" alt=\"" + value + "\"></p>"));
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void theRendererLetsNoHtmlPass(String fragment) {
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
                .forEach(body -> assertHarmless(renderUnsanitized(body)));
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void theSanitizerLetsNoHtmlPass(String fragment) {
        assertHarmless(sanitize(fragment));
        assertHarmless(sanitize("<p id=\"p1\">甲" + fragment + "乙</p>"));
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void wordsNamesAndValuesAreNeverTakenForHtml(String fragment) {
        ElementCollector elementCollector = new ElementCollector();
        MarkupWriter markupWriter = new MarkupWriter(MarkupPolicy.wrap(elementCollector));
        markupWriter.block("p", () -> {
            markupWriter.text(fragment);
            markupWriter
                    .attribute("alt", fragment)
                    .attribute(fragment, "a")
                    .attribute("src", "a.png")
                    .open("img");
            markupWriter.inline(fragment, () -> markupWriter.text("乙"));
            markupWriter.attribute("href", fragment).inline("a", () -> markupWriter.text("丙"));
        });
        markupWriter.end();

        assertHarmless(MarkdownFixture.html(elementCollector));
        Element paragraph =
                Jsoup.parseBodyFragment(MarkdownFixture.html(elementCollector)).selectFirst("body > p");
        assertThat(paragraph.select("*")).extracting(Element::tagName).containsOnly("p", "img", "a");
        assertThat(paragraph.selectFirst("img").attr("alt").replaceAll("\\s", ""))
                .isEqualTo(fragment.replaceAll("\\s", ""));
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void rendererAndSanitizerKeepTheText(String fragment) {
        String html = MarkdownFixture.html(MarkdownFixture.parseZh("甲" + fragment + "\n"));

        assertHarmless(html);
        assertThat(html).startsWith("<p id=\"p1\">甲");
    }

    @Test
    void everyAddressOfTheListIsAnError() throws IOException {
        assertThat(addresses())
                .hasSizeGreaterThan(60)
                .allSatisfy(address -> assertThat(new SafeLinkPolicy()
                                .check(
                                        com.vladsch.flexmark.util.sequence.Escaping.unescapeString(address),
                                        false,
                                        path -> Optional.of("/" + path))
                                .kind())
                        .isEqualTo(LinkDestination.DestinationKind.UNSAFE));
    }

    @Test
    void sanitizingTheFinishedHtmlChangesNothing() {
        String html = MarkdownFixture.html(
                MarkdownFixture.parseZh(
                        "1. **甲**[乙](a.md#s1 \"&amp;lt;\")\n2. 丙[^1]\n\n| 甲 |\n|:-:|\n| 乙 |\n\n```java\n<b>\n```\n\n[^1]: 丁\n"));

        assertThat(sanitize(html).replace("\n", "")).isEqualTo(html.replace("\n", ""));
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
            Element picture = Jsoup.parse(MarkdownFixture.html(MarkdownFixture.parseZh(
                            "![`" + words.replace("`", "") + "`](a.png \"" + words.replace("&", "&amp;") + "\")\n")))
                    .selectFirst("img");
            assertThat(picture.attr("title")).isEqualTo(words);
            assertThat(picture.attr("alt")).isEqualTo(words.replace("`", ""));
        }
    }

    @Test
    void lettersBeyondTheFirstPlaneAreKept() {
        assertThat(MarkdownFixture.htmlWithoutAnchors("𠮷😀㐂 = @ +")).isEqualTo("<p>𠮷😀㐂 = @ +</p>");
    }
}
