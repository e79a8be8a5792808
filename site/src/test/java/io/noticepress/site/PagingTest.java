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
class PagingTest {
    private final BuiltSite site = BuiltSite.here();
    private final Sources sources = site.sources();
    private final int size = sources.pageSize();

    @Test
    void thereIsAListForEveryShelfThatHasNoticesAndNoOther() {
        Complaints complaints = new Complaints();
        Set<String> expected = new TreeSet<>();
        shelves().forEach((shelf, members) -> {
            for (String language : sources.languages().keySet()) {
                expected.add(language + "/" + shelf + "/index.html");
                for (int number = 1; number <= members.size() / size; number++) {
                    expected.add(language + "/" + shelf + "/" + number + "/index.html");
                }
            }
        });
        complaints.unlessEqual(
                new TreeSet<>(site.files("[a-z0-9-]+/(years|issuers|topics|kinds)/[a-z0-9-]+/([0-9]+/)?index\\.html")),
                expected,
                "lists",
                "set");
        complaints.none();
    }

    @Test
    void theListsOwnPageHasTheNewest() {
        Complaints complaints = new Complaints();
        shelves().forEach((shelf, members) -> {
            for (String language : sources.languages().keySet()) {
                String file = language + "/" + shelf + "/index.html";
                List<String> newest = members.subList(0, Math.min(size, members.size()));
                complaints.unlessEqual(rows(file), newest, file, "rows");
                Set<String> ways = members.size() > size
                        ? Set.of(site.address(language + "/" + shelf + "/" + members.size() / size + "/index.html"))
                        : Set.of();
                Set<String> pager = pager(file);
                // With exactly one page of notices the way to the page that will keep them is allowed, not needed.
                pager.removeIf(way ->
                        members.size() == size && way.equals(site.address(language + "/" + shelf + "/1/index.html")));
                complaints.unlessEqual(pager, ways, file, "ways on");
            }
        });
        complaints.none();
    }

    @Test
    void fullPagesAreNumberedFromTheOldestAndLinkBothWays() {
        Complaints complaints = new Complaints();
        shelves().forEach((shelf, members) -> {
            int full = members.size() / size;
            for (String language : sources.languages().keySet()) {
                for (int number = 1; number <= full; number++) {
                    String file = language + "/" + shelf + "/" + number + "/index.html";
                    int end = members.size() - (number - 1) * size;
                    complaints.unlessEqual(rows(file), members.subList(end - size, end), file, "rows");
                    Set<String> ways = new TreeSet<>();
                    String newer = number == full ? "" : (number + 1) + "/";
                    ways.add(site.address(language + "/" + shelf + "/" + newer + "index.html"));
                    if (number > 1) {
                        ways.add(site.address(language + "/" + shelf + "/" + (number - 1) + "/index.html"));
                    }
                    complaints.unlessEqual(pager(file), ways, file, "ways on");
                }
            }
        });
        complaints.none();
    }

    /** Pages keep their bytes when notices are added, so they say neither how many pages nor how many notices there are. */
    @Test
    void numberedPagesShowNoTotals() {
        Complaints complaints = new Complaints();
        shelves().forEach((shelf, members) -> {
            for (String language : sources.languages().keySet()) {
                for (int number = 1; number <= members.size() / size; number++) {
                    String file = language + "/" + shelf + "/" + number + "/index.html";
                    Document page = site.pages().get(file);
                    if (page != null) {
                        String frame = page.select("main .lead, main .pager").text();
                        complaints.unless(
                                !frame.matches("(?s).*\\b" + members.size() + "\\b.*"),
                                file,
                                "shows a total: " + frame);
                    }
                }
            }
        });
        complaints.none();
    }

    @Test
    void everyOverviewCountsRightly() {
        Complaints complaints = new Complaints();
        shelves().forEach((shelf, members) -> {
            for (String language : sources.languages().keySet()) {
                String file = language + "/" + shelf.replaceAll("/.*", "") + "/index.html";
                String address = site.address(language + "/" + shelf + "/index.html");
                Document page = site.pages().get(file);
                complaints.unless(
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
                    complaints.unless(
                            (row + " " + whole).matches("(?s).*(?<![0-9])" + members.size() + "(?![0-9]).*"),
                            file,
                            "does not count " + members.size() + " for " + shelf + ": " + whole);
                }
            }
        });
        complaints.none();
    }

    /** Slugs by shelf, in the order of lists: {@code years/2030 → […]}. */
    private Map<String, List<String>> shelves() {
        Map<String, List<String>> shelves = new LinkedHashMap<>();
        for (Sources.Notice notice : sources.notices()) {
            shelves.computeIfAbsent("years/" + notice.year(), key -> new ArrayList<>())
                    .add(notice.slug());
            shelves.computeIfAbsent("kinds/" + kind(notice), key -> new ArrayList<>())
                    .add(notice.slug());
        }
        sources.issuers().forEach(key -> put(shelves, "issuers/" + key, sources.issuedBy(key)));
        sources.topics().forEach(key -> put(shelves, "topics/" + key, sources.about(key)));
        return shelves;
    }

    private static void put(Map<String, List<String>> shelves, String shelf, List<Sources.Notice> members) {
        if (!members.isEmpty()) {
            shelves.put(shelf, members.stream().map(Sources.Notice::slug).toList());
        }
    }

    /** The kind as the data give it: how it is found from the title is not the lists' affair. */
    private String kind(Sources.Notice notice) {
        return site.records().stream()
                .filter(data -> data.path("slug").asText().equals(notice.slug()))
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
