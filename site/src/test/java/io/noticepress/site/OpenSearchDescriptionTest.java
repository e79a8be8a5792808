package io.noticepress.site;

import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The OpenSearch descriptions, with which browsers add the site's search (OpenSearch 1.1, draft 6). */
class OpenSearchDescriptionTest {
    private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";
    private static final Map<String, Integer> LONGEST = Map.of("ShortName", 16, "LongName", 48, "Description", 1024);

    private final BuiltSite site = BuiltSite.current();
    private final Map<String, String> languages = site.sources().languages();

    @Test
    void everyPageNamesTheDescriptionOfItsLanguage() {
        FailureCollector failureCollector = new FailureCollector();
        String first = languages.keySet().iterator().next();
        site.pages().forEach((file, page) -> {
            String own = file.replaceAll("/.*", "");
            String language = languages.containsKey(own) ? own : first;
            Element link = page.selectFirst("head link[rel=search][type=application/opensearchdescription+xml][title]");
            failureCollector.check(link != null, file, "has no link to a search");
            if (link != null) {
                failureCollector.checkEqual(
                        site.fileOfPath(link.attr("href")), Optional.of(language + "/opensearch.xml"), file, "search");
            }
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void aDescriptionIsCompleteAndLeadsToTheSearchPage() {
        FailureCollector failureCollector = new FailureCollector();
        languages.forEach((language, tag) -> {
            String file = language + "/opensearch.xml";
            Document document = Jsoup.parse(site.text(file), "", Parser.xmlParser());
            Element root = document.selectFirst("> OpenSearchDescription");
            failureCollector.check(root != null && root.attr("xmlns").equals(NAMESPACE), file, "is no description");
            LONGEST.forEach((name, most) -> {
                String text = document.select("OpenSearchDescription > " + name).text();
                int length = text.codePointCount(0, text.length());
                failureCollector.check(length > 0 && length <= most, file, name + " is of " + length + " characters");
            });
            failureCollector.checkEqual(
                    document.select("Url[type=text/html]").attr("template"),
                    site.url(language + "/search/index.html") + "?q={searchTerms}",
                    file,
                    "template");
            failureCollector.checkEqual(
                    document.select("Url[rel=self][type=application/opensearchdescription+xml]")
                            .attr("template"),
                    site.url(file),
                    file,
                    "own address");
            failureCollector.checkEqual(document.select("Language").text(), tag, file, "language");
            failureCollector.checkEqual(document.select("InputEncoding").text(), "UTF-8", file, "encoding of queries");
            failureCollector.checkEqual(document.select("OutputEncoding").text(), "UTF-8", file, "encoding of pages");
        });
        failureCollector.assertNoFailures();
    }
}
