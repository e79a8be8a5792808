package io.noticepress.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Atom feeds follow RFC 4287, JSON feeds follow JSON Feed 1.1, and both have the same entries. */
class FeedFormatsTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int ENTRIES = 50;

    private final BuiltSite site = BuiltSite.current();
    private final SourceContent sourceContent = site.sources();

    @Test
    void everyLanguageIssuerAndTopicWithNoticesHasBothFeeds() {
        FailureCollector failureCollector = new FailureCollector();
        Set<String> expected = new HashSet<>();
        for (String language : sourceContent.languages().keySet()) {
            expected.add(language + "/");
            sourceContent.issuers().stream()
                    .filter(key -> !sourceContent.issuedBy(key).isEmpty())
                    .forEach(key -> expected.add(language + "/issuers/" + key + "/"));
            sourceContent.topics().stream()
                    .filter(key -> !sourceContent.about(key).isEmpty())
                    .forEach(key -> expected.add(language + "/topics/" + key + "/"));
        }
        for (String name : List.of("feed.xml", "feed.json")) {
            for (String folder : expected) {
                failureCollector.check(site.files().contains(folder + name), folder + name, "is not there");
            }
            failureCollector.checkEqual(site.files(".*" + name).size(), expected.size(), name, "number of feeds");
        }
        failureCollector.assertNoFailures();
    }

    @Test
    void atomFeedsHaveWhatTheRuleAsksFor() {
        FailureCollector failureCollector = new FailureCollector();
        for (String file : atom()) {
            Element feed = parse(file).getDocumentElement();
            failureCollector.check(isAtom(feed, "feed"), file, "is no Atom feed");
            checkCommonElements(failureCollector, file, feed);
            List<Element> self = links(feed, "self");
            failureCollector.check(self.size() == 1, file, "has " + self.size() + " self links");
            self.forEach(link -> failureCollector.checkEqual(link.getAttribute("href"), site.url(file), file, "self"));
            failureCollector.check(!children(feed, "author").isEmpty(), file, "has no author");
            for (Element entry : children(feed, "entry")) {
                String at = file + " " + textOf(entry, "id");
                checkCommonElements(failureCollector, at, entry);
                failureCollector.check(
                        isRfc3339(textOf(entry, "published")), at, "published " + textOf(entry, "published"));
                failureCollector.check(children(entry, "summary").size() <= 1, at, "has several summaries");
                // 4.1.2: an entry without content must have an alternate link.
                failureCollector.check(!links(entry, "alternate").isEmpty(), at, "has no alternate link");
                // 4.1.2: no two alternates of the same type and language.
                Set<String> kinds = new HashSet<>();
                links(entry, "alternate")
                        .forEach(link -> failureCollector.check(
                                kinds.add(link.getAttribute("type") + link.getAttribute("hreflang")),
                                at,
                                "has two alternates of one kind"));
            }
        }
        failureCollector.assertNoFailures();
    }

    /**
     * Rules for feeds and entries alike: exactly one id (an absolute IRI), one title and one updated; links that resolve.
     */
    private void checkCommonElements(FailureCollector failureCollector, String at, Element element) {
        for (String name : List.of("id", "title", "updated")) {
            failureCollector.checkEqual(children(element, name).size(), 1, at, "number of " + name);
            failureCollector.check(!textOf(element, name).isBlank(), at, "has an empty " + name);
        }
        failureCollector.check(textOf(element, "id").matches("(tag:|https?:|urn:)\\S+"), at, "has no absolute id");
        failureCollector.check(isRfc3339(textOf(element, "updated")), at, "updated " + textOf(element, "updated"));
        for (Element author : children(element, "author")) {
            failureCollector.check(!textOf(author, "name").isBlank(), at, "has an author without name");
        }
        for (Element category : children(element, "category")) {
            failureCollector.check(!category.getAttribute("term").isEmpty(), at, "has a category without term");
        }
        for (Element link : children(element, "link")) {
            failureCollector.check(
                    site.fileOfUrl(link.getAttribute("href")).isPresent(), at, "links to " + link.getAttribute("href"));
        }
    }

    @Test
    void idsAreUniqueInAFeedAndUpdatedIsTheLatest() {
        FailureCollector failureCollector = new FailureCollector();
        for (String file : atom()) {
            Element feed = parse(file).getDocumentElement();
            Set<String> ids = new HashSet<>(Set.of(textOf(feed, "id")));
            String latest = "";
            for (Element entry : children(feed, "entry")) {
                failureCollector.check(ids.add(textOf(entry, "id")), file, "has " + textOf(entry, "id") + " twice");
                String updated = textOf(entry, "updated");
                latest = updated.compareTo(latest) > 0 ? updated : latest;
            }
            failureCollector.checkEqual(textOf(feed, "updated"), latest, file, "updated");
        }
        Set<String> feeds = new HashSet<>();
        for (String file : atom()) {
            String id = textOf(parse(file).getDocumentElement(), "id");
            failureCollector.check(feeds.add(id), file, "has the id of another feed, " + id);
        }
        failureCollector.assertNoFailures();
    }

    @Test
    void jsonFeedsHaveWhatTheRuleAsksFor() {
        FailureCollector failureCollector = new FailureCollector();
        for (String file : site.files(".*/feed\\.json")) {
            JsonNode feed = site.json(file);
            failureCollector.checkEqual(
                    feed.path("version").asText(), "https://jsonfeed.org/version/1.1", file, "version");
            failureCollector.check(!feed.path("title").asText().isBlank(), file, "has no title");
            failureCollector.checkEqual(feed.path("feed_url").asText(), site.url(file), file, "feed_url");
            failureCollector.check(
                    site.fileOfUrl(feed.path("home_page_url").asText()).isPresent(), file, "has no home page");
            failureCollector.checkEqual(
                    feed.path("language").asText(),
                    sourceContent.languages().get(file.replaceAll("/.*", "")),
                    file,
                    "language");
            failureCollector.check(feed.path("items").isArray(), file, "has no items");
            for (JsonNode item : feed.path("items")) {
                String at = file + " " + item.path("id").asText();
                failureCollector.check(item.path("id").isTextual(), at, "has no id");
                failureCollector.check(site.fileOfUrl(item.path("url").asText()).isPresent(), at, "leads nowhere");
                failureCollector.check(item.has("content_text") || item.has("content_html"), at, "has no content");
                failureCollector.check(isRfc3339(item.path("date_published").asText()), at, "has no date_published");
                failureCollector.check(isRfc3339(item.path("date_modified").asText()), at, "has no date_modified");
            }
        }
        failureCollector.assertNoFailures();
    }

    @Test
    void bothFeedsHaveTheSameEntriesInTheSameOrder() {
        FailureCollector failureCollector = new FailureCollector();
        for (String file : atom()) {
            Element atom = parse(file).getDocumentElement();
            JsonNode json = site.json(file.replace(".xml", ".json"));
            failureCollector.checkEqual(json.path("title").asText(), textOf(atom, "title"), file, "title");
            List<String> items = new ArrayList<>();
            json.path("items")
                    .forEach(item -> items.add(String.join(
                            " | ",
                            item.path("id").asText(),
                            item.path("title").asText(),
                            item.path("date_published").asText(),
                            item.path("date_modified").asText(),
                            item.path("content_text").asText())));
            List<String> entries = children(atom, "entry").stream()
                    .map(entry -> String.join(
                            " | ",
                            textOf(entry, "id"),
                            textOf(entry, "title"),
                            textOf(entry, "published"),
                            textOf(entry, "updated"),
                            textOf(entry, "summary")))
                    .toList();
            failureCollector.checkEqual(items, entries, file, "items");
        }
        failureCollector.assertNoFailures();
    }

    @Test
    void aFeedHasTheNewestFiftyByTheDayTheyWerePublished() {
        FailureCollector failureCollector = new FailureCollector();
        for (String file : site.files(".*/feed\\.json")) {
            List<String> expected = members(file).stream()
                    .sorted(Comparator.comparing(SourceContent.SourceNotice::feedDate)
                            .reversed()
                            .thenComparing(SourceContent.SourceNotice::slug))
                    .limit(ENTRIES)
                    .map(sourceNotice -> sourceNotice.slug() + " " + midnight(sourceNotice.feedDate()))
                    .toList();
            List<String> actual = new ArrayList<>();
            site.json(file)
                    .path("items")
                    .forEach(
                            item -> actual.add(item.path("_notice").path("slug").asText() + " "
                                    + item.path("date_published").asText()));
            failureCollector.checkEqual(actual, expected, file, "entries");
        }
        failureCollector.assertNoFailures();
    }

    private List<SourceContent.SourceNotice> members(String file) {
        String[] parts = file.split("/");
        if (parts.length == 2) {
            return sourceContent.notices();
        }
        return parts[1].equals("issuers") ? sourceContent.issuedBy(parts[2]) : sourceContent.about(parts[2]);
    }

    private String midnight(String day) {
        return LocalDate.parse(day)
                .atStartOfDay(ZoneId.of(sourceContent.timeZone()))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private List<String> atom() {
        return site.files(".*/feed\\.xml");
    }

    /** RFC 3339 with an upper-case T and a time zone, as RFC 4287, section 3.3 requires. */
    private static boolean isRfc3339(String text) {
        try {
            OffsetDateTime.parse(text);
            return text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private Document parse(String file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(site.bytes(file)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(file, e);
        }
    }

    private static boolean isAtom(Element element, String name) {
        return ATOM.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && isAtom(element, name)) {
                children.add(element);
            }
        }
        return children;
    }

    private static List<Element> links(Element parent, String rel) {
        return children(parent, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(rel))
                .toList();
    }

    private static String textOf(Element parent, String name) {
        List<Element> children = children(parent, name);
        return children.isEmpty() ? "" : children.get(0).getTextContent();
    }
}
