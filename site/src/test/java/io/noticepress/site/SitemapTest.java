package io.noticepress.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Sitemaps and robots.txt. */
class SitemapTest {
    private static final int URLS = 45_000;

    private final BuiltSite site = BuiltSite.current();

    @Test
    void everyPageIsInTheSitemapOnceButThoseOfTheSearch() {
        List<String> expected = site.pagesWithAddress().keySet().stream()
                .filter(file -> !file.endsWith("/search/index.html"))
                .map(site::url)
                .toList();
        assertThat(urls().stream().map(url -> url.select("loc").text())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void thePagesOfTheSearchAndTheErrorPageAskNotToBeIndexed() {
        FailureCollector failureCollector = new FailureCollector();
        site.pages().forEach((file, page) -> {
            boolean indexed = page.select("meta[name=robots][content=noindex]").isEmpty();
            failureCollector.checkEqual(
                    indexed, !file.equals("404.html") && !file.endsWith("/search/index.html"), file, "indexed");
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void aNoticeSaysWhenItLastChanged() {
        FailureCollector failureCollector = new FailureCollector();
        Map<String, String> changed = new HashMap<>();
        for (JsonNode data : site.records()) {
            String publicationDate =
                    data.path("published").asText(data.path("issued").asText());
            data.path("editions")
                    .forEach(words -> changed.put(
                            words.path("url").asText(), data.path("updated").asText(publicationDate)));
        }
        for (Element url : urls()) {
            String loc = url.select("loc").text();
            if (changed.containsKey(loc)) {
                failureCollector.checkEqual(url.select("lastmod").text(), changed.get(loc), loc, "lastmod");
            }
        }
        failureCollector.assertNoFailures();
    }

    @Test
    void noSitemapIsTooLong() {
        for (String file : site.files("sitemap.*\\.xml")) {
            assertThat(xml(file).select("urlset > url")).as(file).hasSizeLessThanOrEqualTo(URLS);
        }
    }

    @Test
    void robotsMayReadEverythingAndAreToldWhereTheMapIs() {
        assertThat(site.text("robots.txt").lines())
                .contains("User-agent: *", "Sitemap: " + site.url("sitemap.xml"))
                .noneMatch(line -> line.startsWith("Disallow: /"));
    }

    @Test
    void theErrorPageSpeaksAllLanguagesAndIsNotIndexed() {
        Document page = site.pages().get("404.html");
        assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(page.select("link[rel=canonical]")).isEmpty();
        site.sources().languages().forEach((key, tag) -> {
            assertThat(page.select("main [lang=" + tag + "]").text()).as(tag).isNotBlank();
            assertThat(page.select("main a[href=" + site.address(key + "/index.html") + "]"))
                    .as(tag)
                    .isNotEmpty();
        });
    }

    private List<Element> urls() {
        List<Element> urls = new ArrayList<>();
        site.files("sitemap.*\\.xml").forEach(file -> urls.addAll(xml(file).select("urlset > url")));
        return urls;
    }

    private Document xml(String file) {
        return Jsoup.parse(site.text(file), "", Parser.xmlParser());
    }
}
