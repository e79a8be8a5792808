package io.noticepress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the search of the made-up notices moves over the network. Times are told, in {@code target/corpus/1000/figures.txt}, and not
 * judged: they are those of the machine. {@code -Dcorpus.size=10000} makes ten times as many notices.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchCostTest {
    private static final int KILOBYTE = 1024;

    /** Notes when hits stand on the page, and what came over the network until then. */
    private static final String WATCH = """
            performance.setResourceTimingBufferSize(10000);
            new MutationObserver((changes) => {
                if (!changes.some(({target}) => target.matches('[data-search="hits"]') && target.children.length)) return;
                const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                window.shown = [performance.now(), loaded.length, loaded.reduce((sum, one) => sum + one.transferSize, 0)];
            }).observe(document, {childList: true, subtree: true});
            """;

    private static final String LOADED = """
            () => {
                const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                return [0, loaded.length, loaded.reduce((sum, one) => sum + one.transferSize, 0)];
            }
            """;

    private static final String TYPE = """
            (query) => {
                window.shown = null;
                const field = document.querySelector('[data-search="form"]').elements.q;
                field.value = query;
                const start = performance.now();
                field.form.requestSubmit();
                return start;
            }
            """;

    private final List<String> figures = new ArrayList<>();
    /** Queries that moved more than they may. */
    private final List<String> over = new ArrayList<>();

    private Library library;
    private Visit visit;

    @BeforeAll
    void begin() {
        library = Library.read();
        visit = Visit.begin(library.server());
    }

    @AfterAll
    void end() throws IOException {
        if (visit != null) {
            visit.close();
            Files.write(library.root().resolveSibling("figures.txt"), figures);
        }
    }

    @Test
    void aQueryMovesFewBytes() {
        List<Library.Notice> notices = library.notices("zh");
        String number = notices.get(notices.size() / 2).number();
        String title = notices.get(notices.size() / 3).title();
        for (boolean slow : List.of(false, true)) {
            cost(slow, "zh", List.of("人才", "科技创新", number), 80);
            cost(slow, "zh", List.of(number, "会议", "加强培训"), 100);
            cost(slow, "en", List.of("talent", "\"safety fund\"", number), 80);
            tell(slow, "zh", List.of(title));
        }
        assertThat(over).isEmpty();
    }

    private void cost(boolean slow, String language, List<String> queries, int first) {
        List<List<Integer>> costs = tell(slow, language, queries);
        for (int i = 0; i < queries.size(); i++) {
            if (costs.get(i).get(1) > (i == 0 ? first : 40) * KILOBYTE) {
                over.add(queries.get(i) + ": " + costs.get(i).get(1) + " bytes");
            }
        }
    }

    /** For each query what came over the network until hits were on the page: files, bytes, milliseconds. */
    private List<List<Integer>> tell(boolean slow, String language, List<String> queries) {
        List<List<Integer>> costs = new ArrayList<>();
        try (BrowserContext reader = visit.reader(Visit.window(1280, false));
                Page page = reader.newPage()) {
            page.addInitScript(WATCH);
            if (slow) {
                slow(reader, page);
            }
            List<Double> before = List.of(0.0, 0.0, 0.0);
            for (String query : queries) {
                if (costs.isEmpty()) {
                    String typed = URLEncoder.encode(query, StandardCharsets.UTF_8);
                    page.navigate(visit.origin() + "/" + language + "/search/?q=" + typed);
                } else {
                    page.waitForLoadState(LoadState.NETWORKIDLE); // excerpts and counts of the query before
                    before = numbers(page.evaluate(LOADED));
                    double start = ((Number) page.evaluate(TYPE, query)).doubleValue();
                    before = List.of(start, before.get(1), before.get(2));
                }
                List<Double> shown =
                        numbers(page.waitForFunction("() => window.shown").jsonValue());
                List<Integer> cost = new ArrayList<>();
                for (int i : List.of(1, 2, 0)) {
                    cost.add((int) Math.round(shown.get(i) - before.get(i)));
                }
                costs.add(cost);
                figures.add(String.format(
                        Locale.ROOT,
                        "%s, %s: %d files, %,d bytes, %,d ms%s",
                        query,
                        before.get(1) == 0 ? "first" : "later",
                        cost.get(0),
                        cost.get(1),
                        cost.get(2),
                        slow ? " at 10 Mbit/s and 50 ms" : ""));
            }
        }
        return costs;
    }

    private static List<Double> numbers(Object told) {
        return ((List<?>) told)
                .stream().map(number -> ((Number) number).doubleValue()).toList();
    }

    /** 10 Mbit/s, and 50 ms until an answer begins. */
    private static void slow(BrowserContext reader, Page page) {
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", 50);
        network.addProperty("downloadThroughput", 1_250_000);
        network.addProperty("uploadThroughput", 1_250_000);
        reader.newCDPSession(page).send("Network.emulateNetworkConditions", network);
    }
}
