package io.noticepress.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A page, its tags, its JSON-LD, its feed entry and its data record say the same, and it is what the editors wrote. */
class AgreementTest {
    private final BuiltSite site = BuiltSite.here();
    private final Sources sources = site.sources();

    @Test
    void everyEditionHasItsPageAndNoOtherNoticeIsThere() {
        List<String> expected = new ArrayList<>();
        sources.notices().forEach(notice -> notice.editions().keySet().forEach(key -> expected.add(file(notice, key))));
        assertThat(site.notices().keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theDataSayWhatTheEditorsWrote() {
        Complaints complaints = new Complaints();
        Map<String, JsonNode> records = records();
        for (Sources.Notice notice : sources.notices()) {
            JsonNode data = records.get(notice.slug());
            complaints.unless(data != null, notice.slug(), "is not in the data");
            if (data == null) {
                continue;
            }
            for (String day : List.of("issued", "published", "updated", "effective", "expires")) {
                complaints.unlessEqual(
                        data.path(day).asText(), notice.facts().path(day).asText(), notice.slug(), day);
            }
            complaints.unlessEqual(
                    data.path("number").path("printed").asText(),
                    notice.facts().path("number").asText(),
                    notice.slug(),
                    "number");
            complaints.unlessEqual(keys(data.path("issuers")), notice.issuers(), notice.slug(), "issuers");
            complaints.unlessEqual(keys(data.path("topics")), notice.topics(), notice.slug(), "topics");
            complaints.unlessEqual(
                    data.path("original").asText(), tag(notice.original().language()), notice.slug(), "original");
            complaints.unlessEqual(
                    data.path("editions").size(), notice.editions().size(), notice.slug(), "editions");
            notice.editions().forEach((key, edition) -> {
                JsonNode words = data.path("editions").path(tag(key));
                for (String word : List.of("title", "summary")) {
                    complaints.unlessEqual(
                            words.path(word).asText(),
                            edition.facts().path(word).asText(),
                            notice.slug(),
                            word);
                }
                complaints.unlessEqual(words.path("url").asText(), site.url(file(notice, key)), notice.slug(), "url");
            });
        }
        complaints.none();
    }

    @Test
    void thePageItsTagsAndItsLinkedDataAgreeWithTheData() {
        Complaints complaints = new Complaints();
        Map<String, JsonNode> records = records();
        for (Sources.Notice notice : sources.notices()) {
            JsonNode data = records.get(notice.slug());
            notice.editions().keySet().forEach(key -> {
                String file = file(notice, key);
                Document page = site.pages().get(file);
                if (data != null && page != null) {
                    page(complaints, file, page, key, data);
                }
            });
        }
        complaints.none();
    }

    private void page(Complaints complaints, String file, Document page, String key, JsonNode data) {
        String tag = tag(key);
        JsonNode words = data.path("editions").path(tag);
        String title = words.path("title").asText();
        complaints.unlessEqual(page.select("h1").text(), title, file, "heading");
        complaints.unless(page.title().startsWith(title), file, "title element is " + page.title());
        complaints.unlessEqual(meta(page, "ArticleTitle"), title, file, "ArticleTitle");
        String published = data.path("published").asText();
        complaints.unlessEqual(meta(page, "PubDate"), published.isEmpty() ? "" : published + " 00:00", file, "PubDate");
        complaints.unlessEqual(
                page.select("meta[name=PubDate]").size(), published.isEmpty() ? 0 : 1, file, "PubDate tags");
        String number = data.path("number").path("printed").asText();
        complaints.unless(
                number.isEmpty() || page.select("main").text().contains(number), file, "does not show " + number);
        String issued = data.path("issued").asText();
        complaints.unless(
                !page.select("main time[datetime=" + issued + "]").isEmpty(), file, "does not show " + issued);
        for (String day : List.of("published", "effective", "expires")) {
            String value = data.path(day).asText();
            complaints.unless(
                    value.isEmpty()
                            || !page.select("main time[datetime=" + value + "]").isEmpty(),
                    file,
                    "does not show " + day + " " + value);
        }
        JsonNode linked = linked(page);
        complaints.unlessEqual(linked.path("@context").asText(), "https://schema.org", file, "@context");
        complaints.unlessEqual(linked.path("url").asText(), site.url(file), file, "JSON-LD url");
        complaints.unlessEqual(linked.path("name").asText(), title, file, "JSON-LD name");
        complaints.unlessEqual(linked.path("inLanguage").asText(), tag, file, "JSON-LD inLanguage");
        complaints.unlessEqual(linked.path("identifier").asText(), number, file, "JSON-LD identifier");
        complaints.unlessEqual(linked.path("dateCreated").asText(), issued, file, "JSON-LD dateCreated");
        complaints.unlessEqual(linked.path("datePublished").asText(), published, file, "JSON-LD datePublished");
        complaints.unlessEqual(
                linked.path("dateModified").asText(), data.path("updated").asText(), file, "JSON-LD dateModified");
        complaints.unlessEqual(
                linked.path("expires").asText(), data.path("expires").asText(), file, "JSON-LD expires");
        complaints.unlessEqual(names(linked.path("about")), localized(data.path("topics"), tag), file, "JSON-LD about");
        complaints.unlessEqual(
                names(linked.path("publisher")), localized(data.path("issuers"), tag), file, "JSON-LD publisher");
        String summary = words.path("summary").asText();
        complaints.unless(
                summary.isEmpty() || linked.path("description").asText().equals(summary), file, "JSON-LD description");
        complaints.unless(summary.isEmpty() || meta(page, "Description").equals(summary), file, "Description");
    }

    @Test
    void attachmentsAreTheSameOnThePageAndInTheData() {
        Complaints complaints = new Complaints();
        for (JsonNode data : site.records()) {
            for (JsonNode attachment : data.path("attachments")) {
                String url = attachment.path("url").asText();
                String file = site.behind(url).orElse("");
                complaints.unless(!file.isEmpty(), url, "is not there");
                if (file.isEmpty()) {
                    continue;
                }
                complaints.unlessEqual(attachment.path("bytes").asInt(), site.bytes(file).length, url, "size");
                complaints.unlessEqual(
                        attachment.path("sha256").asText(), ChecksumsTest.sha256(site.bytes(file)), url, "sha256");
                String path = url.substring(sources.origin().length());
                data.path("editions").forEach(words -> {
                    String page = site.behind(words.path("url").asText()).orElse("");
                    Document document = site.pages().get(page);
                    complaints.unless(
                            document != null
                                    && !document.select("main a[href=" + path + "]")
                                            .isEmpty(),
                            page,
                            "does not offer " + path);
                });
            }
        }
        complaints.none();
    }

    @Test
    void feedEntriesAgreeWithTheData() {
        Complaints complaints = new Complaints();
        Map<String, JsonNode> records = records();
        for (String file : site.files(".*/feed\\.json")) {
            for (JsonNode item : site.json(file).path("items")) {
                JsonNode data = records.get(item.path("_notice").path("slug").asText());
                String at = file + " " + item.path("id").asText();
                complaints.unless(data != null, at, "is not in the data");
                if (data == null) {
                    continue;
                }
                JsonNode words =
                        data.path("editions").path(item.path("language").asText());
                complaints.unlessEqual(
                        item.path("url").asText(), words.path("url").asText(), at, "url");
                complaints.unlessEqual(
                        item.path("title").asText(), words.path("title").asText(), at, "title");
                String issued = data.path("issued").asText();
                String shown = data.path("published").asText(issued);
                complaints.unlessEqual(day(item.path("date_published").asText()), shown, at, "date_published");
                complaints.unlessEqual(
                        day(item.path("date_modified").asText()),
                        data.path("updated").asText(shown),
                        at,
                        "date_modified");
                complaints.unlessEqual(
                        names(item.path("tags")),
                        localized(data.path("topics"), item.path("language").asText()),
                        at,
                        "tags");
                complaints.unlessEqual(item.path("_notice").path("issued").asText(), issued, at, "issued");
            }
        }
        complaints.none();
    }

    @Test
    void listsShowTheSameTitleDateAndNumber() {
        Complaints complaints = new Complaints();
        Map<String, JsonNode> byAddress = new TreeMap<>();
        Map<String, JsonNode> wordsByAddress = new TreeMap<>();
        site.records()
                .forEach(data -> data.path("editions").forEach(words -> {
                    String address = words.path("url")
                            .asText()
                            .substring(sources.origin().length());
                    byAddress.put(address, data);
                    wordsByAddress.put(address, words);
                }));
        site.addressed().forEach((file, page) -> {
            for (Element row : page.select("ul.rows > li:not(.gap)")) {
                String address = row.select("p.name a").attr("href");
                JsonNode data = byAddress.get(address);
                complaints.unless(data != null, file, "lists " + address);
                if (data != null) {
                    complaints.unlessEqual(
                            row.select("p.name a").text(),
                            wordsByAddress.get(address).path("title").asText(),
                            file,
                            "title of " + address);
                    complaints.unlessEqual(
                            row.select("time").attr("datetime"),
                            data.path("issued").asText(),
                            file,
                            "day of " + address);
                    complaints.unlessEqual(
                            row.select("p.number").text(),
                            data.path("number").path("printed").asText(),
                            file,
                            "number of " + address);
                }
            }
        });
        complaints.none();
    }

    private Map<String, JsonNode> records() {
        Map<String, JsonNode> records = new TreeMap<>();
        site.records().forEach(data -> records.put(data.path("slug").asText(), data));
        return records;
    }

    private static JsonNode linked(Document page) {
        try {
            return new ObjectMapper()
                    .readTree(page.select("script[type=application/ld+json]")
                            .first()
                            .data());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String file(Sources.Notice notice, String language) {
        return language + "/notices/" + notice.year() + "/" + notice.slug() + "/index.html";
    }

    private String tag(String language) {
        return sources.languages().get(language);
    }

    private static String meta(Document page, String name) {
        return page.select("meta[name=" + name + "]").attr("content");
    }

    private static String day(String instant) {
        return instant.replaceAll("T.*", "");
    }

    private static List<String> keys(JsonNode named) {
        List<String> keys = new ArrayList<>();
        named.forEach(one -> keys.add(one.path("key").asText()));
        return keys;
    }

    private static List<String> localized(JsonNode named, String tag) {
        List<String> names = new ArrayList<>();
        named.forEach(one -> names.add(one.path("name").path(tag).asText()));
        return names;
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(one -> names.add(one.path("name").asText(one.asText())));
        return names;
    }
}
