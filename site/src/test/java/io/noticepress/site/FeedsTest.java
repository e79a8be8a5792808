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

/** Atom by the rules of RFC 4287, JSON Feed by those of version 1.1, both alike. */
class FeedsTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int ENTRIES = 50;

    private final BuiltSite site = BuiltSite.here();
    private final Sources sources = site.sources();

    @Test
    void everyLanguageIssuerAndTopicWithNoticesHasBothFeeds() {
        Complaints complaints = new Complaints();
        Set<String> expected = new HashSet<>();
        for (String language : sources.languages().keySet()) {
            expected.add(language + "/");
            sources.issuers().stream()
                    .filter(key -> !sources.issuedBy(key).isEmpty())
                    .forEach(key -> expected.add(language + "/issuers/" + key + "/"));
            sources.topics().stream()
                    .filter(key -> !sources.about(key).isEmpty())
                    .forEach(key -> expected.add(language + "/topics/" + key + "/"));
        }
        for (String name : List.of("feed.xml", "feed.json")) {
            for (String folder : expected) {
                complaints.unless(site.files().contains(folder + name), folder + name, "is not there");
            }
            complaints.unlessEqual(site.files(".*" + name).size(), expected.size(), name, "number of feeds");
        }
        complaints.none();
    }

    @Test
    void atomFeedsHaveWhatTheRuleAsksFor() {
        Complaints complaints = new Complaints();
        for (String file : atom()) {
            Element feed = parse(file).getDocumentElement();
            complaints.unless(is(feed, "feed"), file, "is no Atom feed");
            construct(complaints, file, feed);
            List<Element> self = links(feed, "self");
            complaints.unless(self.size() == 1, file, "has " + self.size() + " self links");
            self.forEach(link -> complaints.unlessEqual(link.getAttribute("href"), site.url(file), file, "self"));
            complaints.unless(!children(feed, "author").isEmpty(), file, "has no author");
            for (Element entry : children(feed, "entry")) {
                String at = file + " " + only(entry, "id");
                construct(complaints, at, entry);
                complaints.unless(instant(only(entry, "published")), at, "published " + only(entry, "published"));
                complaints.unless(children(entry, "summary").size() <= 1, at, "has several summaries");
                // 4.1.2: an entry without content must have an alternate link.
                complaints.unless(!links(entry, "alternate").isEmpty(), at, "has no alternate link");
                // 4.1.2: no two alternates of the same type and language.
                Set<String> kinds = new HashSet<>();
                links(entry, "alternate")
                        .forEach(link -> complaints.unless(
                                kinds.add(link.getAttribute("type") + link.getAttribute("hreflang")),
                                at,
                                "has two alternates of one kind"));
            }
        }
        complaints.none();
    }

    /** What feeds and entries have in common: one id (an absolute IRI), one title, one updated; links that lead somewhere. */
    private void construct(Complaints complaints, String at, Element element) {
        for (String name : List.of("id", "title", "updated")) {
            complaints.unlessEqual(children(element, name).size(), 1, at, "number of " + name);
            complaints.unless(!only(element, name).isBlank(), at, "has an empty " + name);
        }
        complaints.unless(only(element, "id").matches("(tag:|https?:|urn:)\\S+"), at, "has no absolute id");
        complaints.unless(instant(only(element, "updated")), at, "updated " + only(element, "updated"));
        for (Element author : children(element, "author")) {
            complaints.unless(!only(author, "name").isBlank(), at, "has an author without name");
        }
        for (Element category : children(element, "category")) {
            complaints.unless(!category.getAttribute("term").isEmpty(), at, "has a category without term");
        }
        for (Element link : children(element, "link")) {
            complaints.unless(
                    site.behind(link.getAttribute("href")).isPresent(), at, "links to " + link.getAttribute("href"));
        }
    }

    @Test
    void idsAreUniqueInAFeedAndUpdatedIsTheLatest() {
        Complaints complaints = new Complaints();
        for (String file : atom()) {
            Element feed = parse(file).getDocumentElement();
            Set<String> ids = new HashSet<>(Set.of(only(feed, "id")));
            String latest = "";
            for (Element entry : children(feed, "entry")) {
                complaints.unless(ids.add(only(entry, "id")), file, "has " + only(entry, "id") + " twice");
                String updated = only(entry, "updated");
                latest = updated.compareTo(latest) > 0 ? updated : latest;
            }
            complaints.unlessEqual(only(feed, "updated"), latest, file, "updated");
        }
        Set<String> feeds = new HashSet<>();
        for (String file : atom()) {
            String id = only(parse(file).getDocumentElement(), "id");
            complaints.unless(feeds.add(id), file, "has the id of another feed, " + id);
        }
        complaints.none();
    }

    @Test
    void jsonFeedsHaveWhatTheRuleAsksFor() {
        Complaints complaints = new Complaints();
        for (String file : site.files(".*/feed\\.json")) {
            JsonNode feed = site.json(file);
            complaints.unlessEqual(feed.path("version").asText(), "https://jsonfeed.org/version/1.1", file, "version");
            complaints.unless(!feed.path("title").asText().isBlank(), file, "has no title");
            complaints.unlessEqual(feed.path("feed_url").asText(), site.url(file), file, "feed_url");
            complaints.unless(site.behind(feed.path("home_page_url").asText()).isPresent(), file, "has no home page");
            complaints.unlessEqual(
                    feed.path("language").asText(),
                    sources.languages().get(file.replaceAll("/.*", "")),
                    file,
                    "language");
            complaints.unless(feed.path("items").isArray(), file, "has no items");
            for (JsonNode item : feed.path("items")) {
                String at = file + " " + item.path("id").asText();
                complaints.unless(item.path("id").isTextual(), at, "has no id");
                complaints.unless(site.behind(item.path("url").asText()).isPresent(), at, "leads nowhere");
                complaints.unless(item.has("content_text") || item.has("content_html"), at, "has no content");
                complaints.unless(instant(item.path("date_published").asText()), at, "has no date_published");
                complaints.unless(instant(item.path("date_modified").asText()), at, "has no date_modified");
            }
        }
        complaints.none();
    }

    @Test
    void bothFeedsHaveTheSameEntriesInTheSameOrder() {
        Complaints complaints = new Complaints();
        for (String file : atom()) {
            Element atom = parse(file).getDocumentElement();
            JsonNode json = site.json(file.replace(".xml", ".json"));
            complaints.unlessEqual(json.path("title").asText(), only(atom, "title"), file, "title");
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
                            only(entry, "id"),
                            only(entry, "title"),
                            only(entry, "published"),
                            only(entry, "updated"),
                            only(entry, "summary")))
                    .toList();
            complaints.unlessEqual(items, entries, file, "items");
        }
        complaints.none();
    }

    @Test
    void aFeedHasTheNewestFiftyByTheDayTheyWerePublished() {
        Complaints complaints = new Complaints();
        for (String file : site.files(".*/feed\\.json")) {
            List<String> expected = members(file).stream()
                    .sorted(Comparator.comparing(Sources.Notice::shown)
                            .reversed()
                            .thenComparing(Sources.Notice::slug))
                    .limit(ENTRIES)
                    .map(notice -> notice.slug() + " " + midnight(notice.shown()))
                    .toList();
            List<String> actual = new ArrayList<>();
            site.json(file)
                    .path("items")
                    .forEach(
                            item -> actual.add(item.path("_notice").path("slug").asText() + " "
                                    + item.path("date_published").asText()));
            complaints.unlessEqual(actual, expected, file, "entries");
        }
        complaints.none();
    }

    private List<Sources.Notice> members(String file) {
        String[] parts = file.split("/");
        if (parts.length == 2) {
            return sources.notices();
        }
        return parts[1].equals("issuers") ? sources.issuedBy(parts[2]) : sources.about(parts[2]);
    }

    private String midnight(String day) {
        return LocalDate.parse(day)
                .atStartOfDay(ZoneId.of(sources.timeZone()))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private List<String> atom() {
        return site.files(".*/feed\\.xml");
    }

    /** RFC 3339, with an upper-case T and a zone, as RFC 4287 section 3.3 asks for. */
    private static boolean instant(String text) {
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

    private static boolean is(Element element, String name) {
        return ATOM.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && is(element, name)) {
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

    private static String only(Element parent, String name) {
        List<Element> children = children(parent, name);
        return children.isEmpty() ? "" : children.get(0).getTextContent();
    }
}
