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

/** A page, its metadata, its JSON-LD, its feed entry and its data record agree with each other and with the source. */
class DataConsistencyTest {
    private final BuiltSite site = BuiltSite.current();
    private final SourceContent sourceContent = site.sources();

    @Test
    void everyEditionHasItsPageAndNoOtherNoticeIsThere() {
        List<String> expected = new ArrayList<>();
        sourceContent
                .notices()
                .forEach(sourceNotice ->
                        sourceNotice.editions().keySet().forEach(key -> expected.add(file(sourceNotice, key))));
        assertThat(site.notices().keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theDataSayWhatTheEditorsWrote() {
        FailureCollector failureCollector = new FailureCollector();
        Map<String, JsonNode> records = records();
        for (SourceContent.SourceNotice sourceNotice : sourceContent.notices()) {
            JsonNode data = records.get(sourceNotice.slug());
            failureCollector.check(data != null, sourceNotice.slug(), "is not in the data");
            if (data == null) {
                continue;
            }
            for (String day : List.of("issued", "published", "updated", "effective", "expires")) {
                failureCollector.checkEqual(
                        data.path(day).asText(), sourceNotice.facts().path(day).asText(), sourceNotice.slug(), day);
            }
            failureCollector.checkEqual(
                    data.path("number").path("printed").asText(),
                    sourceNotice.facts().path("number").asText(),
                    sourceNotice.slug(),
                    "number");
            failureCollector.checkEqual(
                    keys(data.path("issuers")), sourceNotice.issuers(), sourceNotice.slug(), "issuers");
            failureCollector.checkEqual(
                    keys(data.path("topics")), sourceNotice.topics(), sourceNotice.slug(), "topics");
            failureCollector.checkEqual(
                    data.path("original").asText(),
                    tag(sourceNotice.original().language()),
                    sourceNotice.slug(),
                    "original");
            failureCollector.checkEqual(
                    data.path("editions").size(), sourceNotice.editions().size(), sourceNotice.slug(), "editions");
            sourceNotice.editions().forEach((key, sourceEdition) -> {
                JsonNode words = data.path("editions").path(tag(key));
                for (String word : List.of("title", "summary")) {
                    failureCollector.checkEqual(
                            words.path(word).asText(),
                            sourceEdition.facts().path(word).asText(),
                            sourceNotice.slug(),
                            word);
                }
                failureCollector.checkEqual(
                        words.path("url").asText(), site.url(file(sourceNotice, key)), sourceNotice.slug(), "url");
            });
        }
        failureCollector.assertNoFailures();
    }

    @Test
    void thePageItsTagsAndItsLinkedDataAgreeWithTheData() {
        FailureCollector failureCollector = new FailureCollector();
        Map<String, JsonNode> records = records();
        for (SourceContent.SourceNotice sourceNotice : sourceContent.notices()) {
            JsonNode data = records.get(sourceNotice.slug());
            sourceNotice.editions().keySet().forEach(key -> {
                String file = file(sourceNotice, key);
                Document page = site.pages().get(file);
                if (data != null && page != null) {
                    checkPage(failureCollector, file, page, key, data);
                }
            });
        }
        failureCollector.assertNoFailures();
    }

    private void checkPage(FailureCollector failureCollector, String file, Document page, String key, JsonNode data) {
        String tag = tag(key);
        JsonNode words = data.path("editions").path(tag);
        String title = words.path("title").asText();
        failureCollector.checkEqual(page.select("h1").text(), title, file, "heading");
        failureCollector.check(page.title().startsWith(title), file, "title element is " + page.title());
        failureCollector.checkEqual(meta(page, "ArticleTitle"), title, file, "ArticleTitle");
        String published = data.path("published").asText();
        failureCollector.checkEqual(
                meta(page, "PubDate"), published.isEmpty() ? "" : published + " 00:00", file, "PubDate");
        failureCollector.checkEqual(
                page.select("meta[name=PubDate]").size(), published.isEmpty() ? 0 : 1, file, "PubDate tags");
        String number = data.path("number").path("printed").asText();
        failureCollector.check(
                number.isEmpty() || page.select("main").text().contains(number), file, "does not show " + number);
        String issued = data.path("issued").asText();
        failureCollector.check(
                !page.select("main time[datetime=" + issued + "]").isEmpty(), file, "does not show " + issued);
        for (String day : List.of("published", "effective", "expires")) {
            String value = data.path(day).asText();
            failureCollector.check(
                    value.isEmpty()
                            || !page.select("main time[datetime=" + value + "]").isEmpty(),
                    file,
                    "does not show " + day + " " + value);
        }
        JsonNode linked = jsonLd(page);
        failureCollector.checkEqual(linked.path("@context").asText(), "https://schema.org", file, "@context");
        failureCollector.checkEqual(linked.path("url").asText(), site.url(file), file, "JSON-LD url");
        failureCollector.checkEqual(linked.path("name").asText(), title, file, "JSON-LD name");
        failureCollector.checkEqual(linked.path("inLanguage").asText(), tag, file, "JSON-LD inLanguage");
        failureCollector.checkEqual(linked.path("identifier").asText(), number, file, "JSON-LD identifier");
        failureCollector.checkEqual(linked.path("dateCreated").asText(), issued, file, "JSON-LD dateCreated");
        failureCollector.checkEqual(linked.path("datePublished").asText(), published, file, "JSON-LD datePublished");
        failureCollector.checkEqual(
                linked.path("dateModified").asText(), data.path("updated").asText(), file, "JSON-LD dateModified");
        failureCollector.checkEqual(
                linked.path("expires").asText(), data.path("expires").asText(), file, "JSON-LD expires");
        failureCollector.checkEqual(
                names(linked.path("about")), localized(data.path("topics"), tag), file, "JSON-LD about");
        failureCollector.checkEqual(
                names(linked.path("publisher")), localized(data.path("issuers"), tag), file, "JSON-LD publisher");
        String summary = words.path("summary").asText();
        failureCollector.check(
                summary.isEmpty() || linked.path("description").asText().equals(summary), file, "JSON-LD description");
        failureCollector.check(summary.isEmpty() || meta(page, "Description").equals(summary), file, "Description");
    }

    @Test
    void attachmentsAreTheSameOnThePageAndInTheData() {
        FailureCollector failureCollector = new FailureCollector();
        for (JsonNode data : site.records()) {
            for (JsonNode attachment : data.path("attachments")) {
                String url = attachment.path("url").asText();
                String file = site.fileOfUrl(url).orElse("");
                failureCollector.check(!file.isEmpty(), url, "is not there");
                if (file.isEmpty()) {
                    continue;
                }
                failureCollector.checkEqual(attachment.path("bytes").asInt(), site.bytes(file).length, url, "size");
                failureCollector.checkEqual(
                        attachment.path("sha256").asText(), ChecksumsTest.sha256(site.bytes(file)), url, "sha256");
                String path = url.substring(sourceContent.origin().length());
                data.path("editions").forEach(words -> {
                    String page = site.fileOfUrl(words.path("url").asText()).orElse("");
                    Document document = site.pages().get(page);
                    failureCollector.check(
                            document != null
                                    && !document.select("main a[href=" + path + "]")
                                            .isEmpty(),
                            page,
                            "does not offer " + path);
                });
            }
        }
        failureCollector.assertNoFailures();
    }

    @Test
    void feedEntriesAgreeWithTheData() {
        FailureCollector failureCollector = new FailureCollector();
        Map<String, JsonNode> records = records();
        for (String file : site.files(".*/feed\\.json")) {
            for (JsonNode item : site.json(file).path("items")) {
                JsonNode data = records.get(item.path("_notice").path("slug").asText());
                String at = file + " " + item.path("id").asText();
                failureCollector.check(data != null, at, "is not in the data");
                if (data == null) {
                    continue;
                }
                JsonNode words =
                        data.path("editions").path(item.path("language").asText());
                failureCollector.checkEqual(
                        item.path("url").asText(), words.path("url").asText(), at, "url");
                failureCollector.checkEqual(
                        item.path("title").asText(), words.path("title").asText(), at, "title");
                String issued = data.path("issued").asText();
                String publicationDate = data.path("published").asText(issued);
                failureCollector.checkEqual(
                        day(item.path("date_published").asText()), publicationDate, at, "date_published");
                failureCollector.checkEqual(
                        day(item.path("date_modified").asText()),
                        data.path("updated").asText(publicationDate),
                        at,
                        "date_modified");
                failureCollector.checkEqual(
                        names(item.path("tags")),
                        localized(data.path("topics"), item.path("language").asText()),
                        at,
                        "tags");
                failureCollector.checkEqual(item.path("_notice").path("issued").asText(), issued, at, "issued");
            }
        }
        failureCollector.assertNoFailures();
    }

    @Test
    void listsShowTheSameTitleDateAndNumber() {
        FailureCollector failureCollector = new FailureCollector();
        Map<String, JsonNode> byAddress = new TreeMap<>();
        Map<String, JsonNode> wordsByAddress = new TreeMap<>();
        site.records()
                .forEach(data -> data.path("editions").forEach(words -> {
                    String address = words.path("url")
                            .asText()
                            .substring(sourceContent.origin().length());
                    byAddress.put(address, data);
                    wordsByAddress.put(address, words);
                }));
        site.pagesWithAddress().forEach((file, page) -> {
            for (Element row : page.select("ul.rows > li:not(.gap)")) {
                String address = row.select("p.name a").attr("href");
                JsonNode data = byAddress.get(address);
                failureCollector.check(data != null, file, "lists " + address);
                if (data != null) {
                    failureCollector.checkEqual(
                            row.select("p.name a").text(),
                            wordsByAddress.get(address).path("title").asText(),
                            file,
                            "title of " + address);
                    failureCollector.checkEqual(
                            row.select("time").attr("datetime"),
                            data.path("issued").asText(),
                            file,
                            "day of " + address);
                    failureCollector.checkEqual(
                            row.select("p.number").text(),
                            data.path("number").path("printed").asText(),
                            file,
                            "number of " + address);
                }
            }
        });
        failureCollector.assertNoFailures();
    }

    private Map<String, JsonNode> records() {
        Map<String, JsonNode> records = new TreeMap<>();
        site.records().forEach(data -> records.put(data.path("slug").asText(), data));
        return records;
    }

    private static JsonNode jsonLd(Document page) {
        try {
            return new ObjectMapper()
                    .readTree(page.select("script[type=application/ld+json]")
                            .first()
                            .data());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String file(SourceContent.SourceNotice sourceNotice, String language) {
        return language + "/notices/" + sourceNotice.year() + "/" + sourceNotice.slug() + "/index.html";
    }

    private String tag(String language) {
        return sourceContent.languages().get(language);
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
