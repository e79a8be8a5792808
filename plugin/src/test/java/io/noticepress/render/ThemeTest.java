package io.noticepress.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noticepress.catalog.NoticeStatus;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.render.template.MessageKey;
import io.noticepress.testkit.FileTrees;
import io.noticepress.testkit.TestProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action ";

    private static final String SEARCH_POLICY = "; script-src 'self'; connect-src 'self'";

    @TempDir
    Path folder;

    private TestProject project(Path themes) {
        TestProject testProject = new TestProject(folder.resolve("project"));
        testProject.theme = Optional.of("official");
        testProject.themes = themes;
        return testProject;
    }

    private TestProject project() {
        TestProject testProject = project(Path.of("../themes").toAbsolutePath());
        FileTrees.copyFiles(
                Path.of("src/test/resources/golden/relations-and-status/content"),
                testProject.content,
                Path::compareTo);
        return testProject;
    }

    @Tag("long")
    @Test
    void theEmbeddedThemeMakesTheSiteOfTheOneInThisRepository() {
        TestProject testProject = project();
        testProject.build();
        TestProject without = testProject.withOtherOutput("without");
        without.themes = folder.resolve("no-themes");
        without.build();
        assertThat(FileTrees.differences(testProject.readSite(), without.readSite()))
                .isEmpty();
    }

    @Test
    void anAssetIsNamedAfterItsBytesAlsoWithinStyleSheets() {
        Theme theme = Theme.read(TestProject.TEST_THEMES.toAbsolutePath(), "themes", "bare", new Problems());
        String gif = theme.hashedAssetPaths().get("dot.gif");
        String css = theme.hashedAssetPaths().get("plain.css");
        assertThat(gif).matches("assets/dot\\.[0-9a-f]{10}\\.gif");
        assertThat(css).matches("assets/plain\\.[0-9a-f]{10}\\.css");
        assertThat(new String(theme.assetBytes(new io.noticepress.plan.Address(css)), StandardCharsets.UTF_8))
                .contains("url(\"" + gif.substring("assets/".length()) + "\")");
    }

    @Test
    void everyPageOfTheOfficialThemeHasItsPolicyItsLanguageAndNoScriptButForTheSearch() {
        TestProject testProject = project();
        testProject.build();
        testProject.readSite().forEach((path, bytes) -> {
            if (path.endsWith(".html")) {
                Document page = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
                boolean searches = path.endsWith("/search/index.html");
                assertThat(page.select("meta[http-equiv=Content-Security-Policy]")
                                .attr("content"))
                        .as(path)
                        .isEqualTo(POLICY
                                + (page.select("form").isEmpty() ? "'none'" : "'self'")
                                + (searches ? SEARCH_POLICY : ""));
                assertThat(page.select("html").attr("lang")).as(path).isNotEmpty();
                assertThat(page.select("h1")).as(path).hasSize(1);
                assertThat(page.select("h1").text()).as(path).isNotBlank();
                assertThat(page.title())
                        .as(path)
                        .isNotBlank()
                        .doesNotStartWith("-")
                        .doesNotStartWith(" ");
                assertThat(page.select("script:not([type=application/ld+json]), style, [style]"))
                        .as(path)
                        .hasSize(searches ? 1 : 0);
                assertThat(page.select("meta[name~=(?i)^description$]"))
                        .as(path)
                        .hasSizeLessThanOrEqualTo(1);
            }
        });
    }

    /** The search script needs all its elements, slots and messages; without one of them it would fail. */
    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"official", "plain"})
    void theSearchPageHasEveryPlaceSlotAndWordThatItsScriptAsksFor(String theme) throws IOException {
        TestProject testProject = project();
        testProject.theme = Optional.of(theme);
        testProject.build();
        String script = Files.readString(Path.of("src/main/resources/io/noticepress/search/page.js"));
        Document page =
                Jsoup.parse(new String(testProject.readSite().get("zh/search/index.html"), StandardCharsets.UTF_8));
        Set<String> places = matches(script, "place\\('([a-z]+)'\\)");
        places.addAll(List.of("year", "issuer", "topic", "kind"));
        assertThat(places).contains("form", "hits", "hit", "choice");
        places.forEach(place ->
                assertThat(page.select("[data-search=" + place + "]")).as(place).hasSize(1));
        Set<String> slots = matches(script, "slot\\([^;]*?, '([a-z]+)'\\)");
        assertThat(slots).contains("title", "excerpt", "retry", "languages");
        slots.forEach(slot ->
                assertThat(page.select("[data-slot=" + slot + "]")).as(slot).isNotEmpty());
        Set<String> words = matches(script, "words\\.([a-zA-Z]+)");
        assertThat(words).contains("index", "found", "foundOne", "none");
        for (NoticeStatus noticeStatus : NoticeStatus.values()) {
            words.add(noticeStatus.key());
        }
        words.forEach(word -> assertThat(page.select("[data-search=form]").attr("data-" + kebab(word)))
                .as(word)
                .isNotEmpty());
    }

    private static Set<String> matches(String script, String pattern) {
        return Pattern.compile(pattern)
                .matcher(script)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @Tag("long")
    @Test
    void everyInternalLinkOfTheOfficialThemeLeadsToAFile() {
        TestProject testProject = project();
        testProject.baseUrl = Optional.of("https://notices.example.org/docs/");
        testProject.build();
        var site = testProject.readSite();
        Set<String> dead = new TreeSet<>();
        site.forEach((path, bytes) -> {
            if (path.endsWith(".html")) {
                Document page = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
                for (Element element : page.select("[href], [src]")) {
                    String url = element.hasAttr("href") ? element.attr("href") : element.attr("src");
                    String below = url.replaceFirst("^https://notices\\.example\\.org", "");
                    if (url.startsWith("#")) {
                        if (page.getElementById(url.substring(1)) == null) {
                            dead.add(path + " " + url);
                        }
                    } else if (!below.startsWith("/docs/")) {
                        dead.add(path + " " + url);
                    } else {
                        String file = below.substring("/docs/".length());
                        if (!site.containsKey(file.isEmpty() || file.endsWith("/") ? file + "index.html" : file)) {
                            dead.add(path + " " + url);
                        }
                    }
                }
            }
        });
        assertThat(dead).isEmpty();
    }

    /** The hreflang links are complete and reciprocal: a page that is linked to links back. */
    @Tag("long")
    @Test
    void everyHreflangIsAnsweredByOneBack() {
        TestProject testProject = project();
        testProject.build();
        var pages = new java.util.TreeMap<String, Set<String>>();
        testProject.readSite().forEach((path, bytes) -> {
            if (path.endsWith(".html")) {
                Document page = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
                Set<String> named = new TreeSet<>();
                page.select("link[rel=alternate][hreflang]")
                        .forEach(link -> named.add(link.attr("hreflang") + " " + link.attr("href")));
                String canonical = page.select("link[rel=canonical]").attr("href");
                if (!canonical.isEmpty()) {
                    pages.put(canonical, named);
                }
            }
        });
        pages.forEach((url, named) ->
                named.forEach(alternate -> assertThat(pages.get(alternate.split(" ")[1]))
                        .as(url + " names " + alternate)
                        .isEqualTo(named)));
    }

    @Test
    void aWordThatTheGeneratorAsksForIsMissedByItsFileAndKey() throws IOException {
        for (MessageKey messageKey : MessageKey.values()) {
            Path themes = folder.resolve(messageKey.key());
            FileTrees.copyFiles(TestProject.TEST_THEMES.resolve("bare"), themes.resolve("bare"), Path::compareTo);
            for (String language : List.of("en", "zh")) {
                Path file = themes.resolve("bare/words/" + language + ".yaml");
                Files.writeString(
                        file,
                        Files.readString(file).replaceFirst("(?m)^" + Pattern.quote(messageKey.key()) + ":.*\\R", ""));
            }
            assertThatThrownBy(() -> Theme.read(themes, "themes", "bare", new Problems()))
                    .isInstanceOfSatisfying(
                            RunFailed.class,
                            runFailed -> assertThat(runFailed.problem().toString())
                                    .contains("themes/bare/words/en.yaml")
                                    .contains("TEMPLATE_ERROR")
                                    .contains("\"" + messageKey.key() + "\""));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "date.pattern, yyyy q{, is not a valid date pattern",
        "date.pattern, 'yyyy-MM-dd HH:mm', is not a valid date pattern",
        "date.months, January February, must list the names of the twelve months"
    })
    void wordsForDatesThatCannotWriteOneAreNamed(String key, String words, String what) throws IOException {
        Path themes = folder.resolve("themes");
        FileTrees.copyFiles(TestProject.TEST_THEMES.resolve("bare"), themes.resolve("bare"), Path::compareTo);
        Path file = themes.resolve("bare/words/en.yaml");
        String line = "(?m)^" + Pattern.quote(key) + ":.*$";
        Files.writeString(file, Files.readString(file).replaceFirst(line, key + ": '" + words + "'"));
        assertThatThrownBy(() -> Theme.read(themes, "themes", "bare", new Problems()))
                .isInstanceOfSatisfying(
                        RunFailed.class,
                        runFailed -> assertThat(runFailed.problem().toString())
                                .contains("themes/bare/words/en.yaml")
                                .contains("TEMPLATE_ERROR")
                                .contains("\"" + key + "\" " + what));
    }
}
