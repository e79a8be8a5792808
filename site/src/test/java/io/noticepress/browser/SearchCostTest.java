package io.noticepress.browser;

import static org.assertj.core.api.Assertions.assertThat;

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
 * What the search of the made-up notices moves over the network until its hits are on the page: first queries from a cold page, and
 * later ones. It is told in {@code target/corpus/1000/figures.txt}. {@code -Dcorpus.size=10000} makes ten times as many notices.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchCostTest {
    private static final int KILOBYTE = 1024;

    /** Notes what came over the network until the hits of a query stand on the page, all of those that come at once. */
    private static final String WATCH = """
            performance.setResourceTimingBufferSize(10000);
            new MutationObserver((changes) => {
                if (!changes.some(({target}) => target.ariaBusy === 'false' && target.children.length)) return;
                const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                window.shown = [loaded.length, loaded.reduce((sum, one) => sum + one.transferSize, 0)];
            }).observe(document, {attributeFilter: ['aria-busy'], subtree: true});
            """;

    private static final String LOADED = """
            () => {
                const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                return [loaded.length, loaded.reduce((sum, one) => sum + one.transferSize, 0)];
            }
            """;

    private static final String TYPE = """
            (query) => {
                window.shown = null;
                const field = document.querySelector('[data-search="form"]').elements.q;
                field.value = query;
                field.form.requestSubmit();
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
        cost("zh", List.of("人才", "科技创新", number), 80);
        cost("zh", List.of(number, "会议", "加强培训"), 100);
        cost("en", List.of("talent", "\"safety fund\"", number), 80);
        tell("zh", List.of(title));
        assertThat(over).isEmpty();
    }

    private void cost(String language, List<String> queries, int first) {
        List<List<Integer>> costs = tell(language, queries);
        for (int i = 0; i < queries.size(); i++) {
            int most = many() ? 150 : i == 0 ? first : 40;
            if (costs.get(i).get(1) > most * KILOBYTE) {
                over.add(queries.get(i) + ": " + costs.get(i).get(1) + " bytes");
            }
        }
    }

    /** Whether there are so many notices that other figures are promised. */
    private boolean many() {
        return library.notices("zh").size() > 10_000;
    }

    /** For each query what came over the network until hits were on the page: files, bytes. */
    private List<List<Integer>> tell(String language, List<String> queries) {
        List<List<Integer>> costs = new ArrayList<>();
        try (BrowserContext reader = visit.reader(Visit.window(1280, false));
                Page page = reader.newPage()) {
            page.addInitScript(WATCH);
            List<Integer> before = List.of(0, 0);
            for (String query : queries) {
                if (costs.isEmpty()) {
                    String typed = URLEncoder.encode(query, StandardCharsets.UTF_8);
                    page.navigate(visit.origin() + "/" + language + "/search/?q=" + typed);
                } else {
                    page.waitForLoadState(LoadState.NETWORKIDLE); // excerpts and counts of the query before
                    before = numbers(page.evaluate(LOADED));
                    page.evaluate(TYPE, query);
                }
                List<Integer> shown =
                        numbers(page.waitForFunction("() => window.shown").jsonValue());
                List<Integer> cost = List.of(shown.get(0) - before.get(0), shown.get(1) - before.get(1));
                figures.add(String.format(
                        Locale.ROOT,
                        "%s, %s: %d files, %,d bytes",
                        query,
                        costs.isEmpty() ? "first" : "later",
                        cost.get(0),
                        cost.get(1)));
                costs.add(cost);
            }
        }
        return costs;
    }

    private static List<Integer> numbers(Object told) {
        return ((List<?>) told)
                .stream().map(number -> ((Number) number).intValue()).toList();
    }
}
