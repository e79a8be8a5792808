package io.noticepress.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.testkit.TestProject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The value of every field of the content is shown as text, never as markup. */
class FieldEscapingTest {
    private static final List<String> ATTACK_VECTORS = List.of(
            "<script>alert(1)</script>",
            "</title><script>alert(1)</script>",
            "\\\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "<svg/onload=alert(1)>",
            "</script><script>alert(1)</script>",
            "<!--<script>",
            "]]><x>",
            "javascript:alert(1)",
            "&lt;b&gt;&amp;&#60;i&#62;",
            "${7*7}<#include 'x'>[=1]#{1}");
    /** Elements that these themes never use. */
    private static final String FORBIDDEN_ELEMENTS =
            "svg, iframe, object, embed, form:not([role=search]), base, style, x, img[src=x], script:not([type])";

    @TempDir
    Path folder;

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"bare", "official"})
    void nothingInAFieldBecomesMarkup(String theme) {
        TestProject testProject = new TestProject(folder.resolve("project"));
        testProject.themes = theme.equals("bare")
                ? TestProject.TEST_THEMES.toAbsolutePath()
                : Path.of("../themes").toAbsolutePath();
        testProject.theme = Optional.of(theme);
        for (int i = 0; i < ATTACK_VECTORS.size(); i++) {
            write(testProject, ATTACK_VECTORS.get(i));
            TestProject.LoggedRun loggedRun = testProject.build();
            assertThat(loggedRun.report().failed())
                    .as(String.join("\n", loggedRun.lines()))
                    .isFalse();
            String plain = ATTACK_VECTORS.get(i).replace("\\\"", "\"");
            testProject.readSite().forEach((path, bytes) -> {
                String text = new String(bytes, StandardCharsets.UTF_8);
                if (path.endsWith(".html")) {
                    check(path, Jsoup.parse(text), plain);
                } else if (path.endsWith(".xml")) {
                    Document xml = Jsoup.parse(text, Parser.xmlParser());
                    assertThat(xml.select("script, img, svg, x")).as(path).isEmpty();
                    assertThat(xml.select("feed").isEmpty() || xml.text().contains(plain))
                            .as(path)
                            .isTrue();
                }
            });
        }
    }

    private static void check(String path, Document page, String vector) {
        assertThat(page.select(FORBIDDEN_ELEMENTS)).as(path + " with " + vector).isEmpty();
        for (Element element : page.getAllElements()) {
            Set<String> handlers = element.attributes().asList().stream()
                    .map(attribute -> attribute.getKey())
                    .filter(name -> name.startsWith("on") || name.equals("style"))
                    .collect(Collectors.toSet());
            assertThat(handlers).as(path + " " + element.tagName()).isEmpty();
            assertThat(element.attr("href") + element.attr("src")).as(path).doesNotStartWithIgnoringCase("javascript:");
        }
        if (path.matches("(zh|en)/notices/2030/fair/index\\.html")) {
            String language = path.substring(0, 2);
            assertThat(page.title()).as(path).contains(collapseSpaces(vector));
            assertThat(page.select("h1").text()).as(path).isEqualTo(collapseSpaces("title " + vector + " " + language));
            assertThat(page.text()).as(path).contains(collapseSpaces("note " + vector + " " + language));
            assertThat(page.select("meta[name=ArticleTitle]").attr("content"))
                    .isEqualTo("title " + vector + " " + language);
            assertThat(page.select("script[type=application/ld+json]")).hasSize(1);
            assertThat(page.select("script").first().data()).doesNotContain("<", ">");
        }
    }

    private static String collapseSpaces(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static void write(TestProject testProject, String v) {
        String site = """
                baseUrl: https://notices.example.org/
                messages: en
                publisher: {zh: "publisher V zh", en: "publisher V en"}
                contact: {zh: "contact V zh", en: "contact V en"}
                footer: {zh: "footer V zh", en: "footer V en"}
                icp: "icp V"
                policeRecord: "police V"
                languages:
                  zh: {tag: zh-CN, name: "name V zh", title: "site V zh", description: "description V zh"}
                  en: {tag: en, name: "name V en", title: "site V en", description: "description V en"}
                """;
        String names = "one: {zh: \"name V zh\", en: \"name V en\"}\n";
        String zh = """
                ---
                title: "title V zh"
                kind: one
                issuer: one
                issued: 2030-04-15
                topics: [one]
                letterhead: "letterhead V zh"
                signatories: ["signatory V zh"]
                recipients: ["recipient V zh"]
                cc: ["cc V zh"]
                note: "note V zh"
                summary: "summary V zh"
                printed: {office: "office V zh"}
                attachments: [{file: a.csv, title: "file V zh"}]
                relations: {cites: [{title: "cited V zh", number: "number V"}]}
                source: {url: "https://x.example.org/?a=1&b='c'", file: "file V"}
                ---
                Text.
                """;
        String en = """
                ---
                title: "title V en"
                letterhead: "letterhead V en"
                signatories: ["signatory V en"]
                recipients: ["recipient V en"]
                cc: ["cc V en"]
                note: "note V en"
                summary: "summary V en"
                printed: {office: "office V en"}
                attachments: [{title: "file V en"}]
                relations: {cites: [{title: "cited V en"}]}
                translation: {state: reviewed, by: "by V"}
                ---
                Text.
                """;
        testProject.writeContent("site.yaml", site.replace(" V", " " + v));
        for (String file : List.of("issuers", "topics", "kinds")) {
            testProject.writeContent(file + ".yaml", names.replace(" V", " " + v));
        }
        testProject.writeContent("notices/2030/fair.zh.md", zh.replace(" V", " " + v));
        testProject.writeContent("notices/2030/fair.en.md", en.replace(" V", " " + v));
        testProject.writeContent("notices/2030/fair/a.csv", "a,b\n");
        testProject.writeContent(
                "pages/about.zh.md",
                "---\ntitle: \"title V\"\nsummary: \"summary V\"\n---\nText.\n".replace(" V", " " + v));
    }

    @Test
    void templateLanguageInATextIsPrintedAsItStands() throws Exception {
        TestProject testProject = new TestProject(folder.resolve("project"));
        write(testProject, "x");
        testProject.writeContent(
                "notices/2030/fair.zh.md",
                "---\ntitle: 关于" + "${7*7}[=1]" + "的通知\nissuer: one\nissued: 2030-04-15\ntopics: [one]\n---\n"
                        + "正文 ${7+7} #{7+7} [=7*7] `<#include \"x\">` `${.version}`。\n");
        testProject.writeContent("notices/2030/fair.en.md", "---\ntitle: T\ntranslation: {state: draft}\n---\nText.\n");
        testProject.theme = Optional.of("bare");
        TestProject.LoggedRun loggedRun = testProject.build();
        assertThat(loggedRun.report().failed())
                .as(String.join("\n", loggedRun.lines()))
                .isFalse();
        Document page = Jsoup.parse(
                testProject.output.resolve("zh/notices/2030/fair/index.html").toFile());
        assertThat(page.select("#p1").text()).isEqualTo("正文 ${7+7} #{7+7} [=7*7] <#include \"x\"> ${.version}。");
        assertThat(page.select("h1").text()).isEqualTo("关于${7*7}[=1]的通知");
    }
}
