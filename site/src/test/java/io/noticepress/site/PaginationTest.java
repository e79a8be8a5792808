package io.noticepress.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The first page of a list shows the newest notices; full pages are numbered from the oldest and keep their addresses. */
class PaginationTest {
    private final BuiltSite site = BuiltSite.current();
    private final SourceContent sourceContent = site.sources();
    private final int size = sourceContent.pageSize();

    @Test
    void thereIsAListForEveryCategoryThatHasNoticesAndNoOther() {
        FailureCollector failureCollector = new FailureCollector();
        Set<String> expected = new TreeSet<>();
        listsWithNotices().forEach((category, members) -> {
            for (String language : sourceContent.languages().keySet()) {
                expected.add(language + "/" + category + "/index.html");
                for (int number = 1; number <= members.size() / size; number++) {
                    expected.add(language + "/" + category + "/" + number + "/index.html");
                }
            }
        });
        failureCollector.checkEqual(
                new TreeSet<>(site.files("[a-z0-9-]+/(years|issuers|topics|kinds)/[a-z0-9-]+/([0-9]+/)?index\\.html")),
                expected,
                "lists",
                "set");
        failureCollector.assertNoFailures();
    }

    @Test
    void theListsOwnPageHasTheNewest() {
        FailureCollector failureCollector = new FailureCollector();
        listsWithNotices().forEach((category, members) -> {
            for (String language : sourceContent.languages().keySet()) {
                String file = language + "/" + category + "/index.html";
                List<String> newest = members.subList(0, Math.min(size, members.size()));
                failureCollector.checkEqual(rows(file), newest, file, "rows");
                Set<String> expectedLinks = members.size() > size
                        ? Set.of(site.address(language + "/" + category + "/" + members.size() / size + "/index.html"))
                        : Set.of();
                Set<String> pager = pager(file);
                // With exactly one full page of notices the link to the numbered page is optional.
                pager.removeIf(link -> members.size() == size
                        && link.equals(site.address(language + "/" + category + "/1/index.html")));
                failureCollector.checkEqual(pager, expectedLinks, file, "pager links");
            }
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void fullPagesAreNumberedFromTheOldestAndLinkBothWays() {
        FailureCollector failureCollector = new FailureCollector();
        listsWithNotices().forEach((category, members) -> {
            int full = members.size() / size;
            for (String language : sourceContent.languages().keySet()) {
                for (int number = 1; number <= full; number++) {
                    String file = language + "/" + category + "/" + number + "/index.html";
                    int end = members.size() - (number - 1) * size;
                    failureCollector.checkEqual(rows(file), members.subList(end - size, end), file, "rows");
                    Set<String> expectedLinks = new TreeSet<>();
                    String newer = number == full ? "" : (number + 1) + "/";
                    expectedLinks.add(site.address(language + "/" + category + "/" + newer + "index.html"));
                    if (number > 1) {
                        expectedLinks.add(site.address(language + "/" + category + "/" + (number - 1) + "/index.html"));
                    }
                    failureCollector.checkEqual(pager(file), expectedLinks, file, "pager links");
                }
            }
        });
        failureCollector.assertNoFailures();
    }

    /** Pages keep their bytes when notices are added, so they show neither the number of pages nor that of notices. */
    @Test
    void numberedPagesShowNoTotals() {
        FailureCollector failureCollector = new FailureCollector();
        listsWithNotices().forEach((category, members) -> {
            for (String language : sourceContent.languages().keySet()) {
                for (int number = 1; number <= members.size() / size; number++) {
                    String file = language + "/" + category + "/" + number + "/index.html";
                    Document page = site.pages().get(file);
                    if (page != null) {
                        String frame = page.select("main .lead, main .pager").text();
                        failureCollector.check(
                                !frame.matches("(?s).*\\b" + members.size() + "\\b.*"),
                                file,
                                "shows a total: " + frame);
                    }
                }
            }
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void everyOverviewCountsRightly() {
        FailureCollector failureCollector = new FailureCollector();
        listsWithNotices().forEach((category, members) -> {
            for (String language : sourceContent.languages().keySet()) {
                String file = language + "/" + category.replaceAll("/.*", "") + "/index.html";
                String address = site.address(language + "/" + category + "/index.html");
                Document page = site.pages().get(file);
                failureCollector.check(
                        page != null
                                && !page.select("main a[href=" + address + "]").isEmpty(),
                        file,
                        "does not lead to " + address);
                if (page != null && !page.select("main a[href=" + address + "]").isEmpty()) {
                    String row = page.select("main li:has(> a[href=" + address + "]), main li:has(> * > a[href="
                                    + address + "])")
                            .last()
                            .ownText();
                    String whole = page.select("main a[href=" + address + "]")
                            .first()
                            .parent()
                            .text();
                    failureCollector.check(
                            (row + " " + whole).matches("(?s).*(?<![0-9])" + members.size() + "(?![0-9]).*"),
                            file,
                            "does not count " + members.size() + " for " + category + ": " + whole);
                }
            }
        });
        failureCollector.assertNoFailures();
    }

    /** Slugs by category, in list order: {@code years/2030 → […]}. */
    private Map<String, List<String>> listsWithNotices() {
        Map<String, List<String>> categories = new LinkedHashMap<>();
        for (SourceContent.SourceNotice sourceNotice : sourceContent.notices()) {
            categories
                    .computeIfAbsent("years/" + sourceNotice.year(), key -> new ArrayList<>())
                    .add(sourceNotice.slug());
            categories
                    .computeIfAbsent("kinds/" + kind(sourceNotice), key -> new ArrayList<>())
                    .add(sourceNotice.slug());
        }
        sourceContent.issuers().forEach(key -> put(categories, "issuers/" + key, sourceContent.issuedBy(key)));
        sourceContent.topics().forEach(key -> put(categories, "topics/" + key, sourceContent.about(key)));
        return categories;
    }

    private static void put(
            Map<String, List<String>> categories, String category, List<SourceContent.SourceNotice> members) {
        if (!members.isEmpty()) {
            categories.put(
                    category,
                    members.stream().map(SourceContent.SourceNotice::slug).toList());
        }
    }

    /** The document type as in the open data; deriving it from the title is not what these tests check. */
    private String kind(SourceContent.SourceNotice sourceNotice) {
        return site.records().stream()
                .filter(data -> data.path("slug").asText().equals(sourceNotice.slug()))
                .map(data -> data.path("kind").path("key"))
                .map(JsonNode::asText)
                .findFirst()
                .orElseThrow();
    }

    private List<String> rows(String file) {
        Document page = site.pages().get(file);
        if (page == null) {
            return List.of();
        }
        return page.select("main ul.rows > li p.name a").eachAttr("href").stream()
                .map(href -> href.replaceAll("^.*/([^/]+)/$", "$1"))
                .toList();
    }

    private Set<String> pager(String file) {
        Document page = site.pages().get(file);
        return page == null
                ? new LinkedHashSet<>()
                : new TreeSet<>(page.select("main nav.pager a").eachAttr("href"));
    }
}
