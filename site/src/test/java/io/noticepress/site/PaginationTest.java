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

/** Lists: the newest on the list's own page, full pages numbered from the oldest, which keep their address. */
class PaginationTest {
    private final BuiltSite site = BuiltSite.current();
    private final SourceContent sourceContent = site.sources();
    private final int size = sourceContent.pageSize();

    @Test
    void thereIsAListForEveryShelfThatHasNoticesAndNoOther() {
        FailureCollector failureCollector = new FailureCollector();
        Set<String> expected = new TreeSet<>();
        listsWithNotices().forEach((shelf, members) -> {
            for (String language : sourceContent.languages().keySet()) {
                expected.add(language + "/" + shelf + "/index.html");
                for (int number = 1; number <= members.size() / size; number++) {
                    expected.add(language + "/" + shelf + "/" + number + "/index.html");
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
        listsWithNotices().forEach((shelf, members) -> {
            for (String language : sourceContent.languages().keySet()) {
                String file = language + "/" + shelf + "/index.html";
                List<String> newest = members.subList(0, Math.min(size, members.size()));
                failureCollector.checkEqual(rows(file), newest, file, "rows");
                Set<String> ways = members.size() > size
                        ? Set.of(site.address(language + "/" + shelf + "/" + members.size() / size + "/index.html"))
                        : Set.of();
                Set<String> pager = pager(file);
                // With exactly one page of notices the way to the page that will keep them is allowed, not needed.
                pager.removeIf(way ->
                        members.size() == size && way.equals(site.address(language + "/" + shelf + "/1/index.html")));
                failureCollector.checkEqual(pager, ways, file, "ways on");
            }
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void fullPagesAreNumberedFromTheOldestAndLinkBothWays() {
        FailureCollector failureCollector = new FailureCollector();
        listsWithNotices().forEach((shelf, members) -> {
            int full = members.size() / size;
            for (String language : sourceContent.languages().keySet()) {
                for (int number = 1; number <= full; number++) {
                    String file = language + "/" + shelf + "/" + number + "/index.html";
                    int end = members.size() - (number - 1) * size;
                    failureCollector.checkEqual(rows(file), members.subList(end - size, end), file, "rows");
                    Set<String> ways = new TreeSet<>();
                    String newer = number == full ? "" : (number + 1) + "/";
                    ways.add(site.address(language + "/" + shelf + "/" + newer + "index.html"));
                    if (number > 1) {
                        ways.add(site.address(language + "/" + shelf + "/" + (number - 1) + "/index.html"));
                    }
                    failureCollector.checkEqual(pager(file), ways, file, "ways on");
                }
            }
        });
        failureCollector.assertNoFailures();
    }

    /** Pages keep their bytes when notices are added, so they say neither how many pages nor how many notices there are. */
    @Test
    void numberedPagesShowNoTotals() {
        FailureCollector failureCollector = new FailureCollector();
        listsWithNotices().forEach((shelf, members) -> {
            for (String language : sourceContent.languages().keySet()) {
                for (int number = 1; number <= members.size() / size; number++) {
                    String file = language + "/" + shelf + "/" + number + "/index.html";
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
        listsWithNotices().forEach((shelf, members) -> {
            for (String language : sourceContent.languages().keySet()) {
                String file = language + "/" + shelf.replaceAll("/.*", "") + "/index.html";
                String address = site.address(language + "/" + shelf + "/index.html");
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
                            "does not count " + members.size() + " for " + shelf + ": " + whole);
                }
            }
        });
        failureCollector.assertNoFailures();
    }

    /** Slugs by shelf, in the order of lists: {@code years/2030 → […]}. */
    private Map<String, List<String>> listsWithNotices() {
        Map<String, List<String>> shelves = new LinkedHashMap<>();
        for (SourceContent.SourceNotice sourceNotice : sourceContent.notices()) {
            shelves.computeIfAbsent("years/" + sourceNotice.year(), key -> new ArrayList<>())
                    .add(sourceNotice.slug());
            shelves.computeIfAbsent("kinds/" + kind(sourceNotice), key -> new ArrayList<>())
                    .add(sourceNotice.slug());
        }
        sourceContent.issuers().forEach(key -> put(shelves, "issuers/" + key, sourceContent.issuedBy(key)));
        sourceContent.topics().forEach(key -> put(shelves, "topics/" + key, sourceContent.about(key)));
        return shelves;
    }

    private static void put(Map<String, List<String>> shelves, String shelf, List<SourceContent.SourceNotice> members) {
        if (!members.isEmpty()) {
            shelves.put(
                    shelf,
                    members.stream().map(SourceContent.SourceNotice::slug).toList());
        }
    }

    /** The kind as the data give it: how it is found from the title is not the lists' affair. */
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
