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
 * What a search over the generated notices transfers until its hits are shown: first queries on a page not yet loaded, and
 * later ones. The figures are written to {@code target/corpus/1000/figures.txt}. {@code -Dcorpus.size=10000} generates ten
 * times as many notices.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTransferTest {
    private static final int KILOBYTE = 1024;

    /** Records what has been transferred when the first batch of hits of a query is complete. */
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

    private static final String SUBMIT_QUERY = """
            (query) => {
                window.shown = null;
                const field = document.querySelector('[data-search="form"]').elements.q;
                field.value = query;
                field.form.requestSubmit();
            }
            """;

    private final List<String> figures = new ArrayList<>();
    /** Queries that transferred more than allowed. */
    private final List<String> overBudget = new ArrayList<>();

    private CorpusSite corpusSite;
    private BrowserSession browserSession;

    @BeforeAll
    void begin() {
        corpusSite = CorpusSite.read();
        browserSession = BrowserSession.open(corpusSite.server());
    }

    @AfterAll
    void end() throws IOException {
        if (browserSession != null) {
            browserSession.close();
            Files.write(corpusSite.root().resolveSibling("figures.txt"), figures);
        }
    }

    @Test
    void aQueryMovesFewBytes() {
        List<CorpusSite.CorpusNotice> notices = corpusSite.notices("zh");
        String number = notices.get(notices.size() / 2).number();
        String title = notices.get(notices.size() / 3).title();
        checkBudget("zh", List.of("人才", "科技创新", number), 80);
        checkBudget("zh", List.of(number, "会议", "加强培训"), 100);
        checkBudget("en", List.of("talent", "\"safety fund\"", number), 80);
        measure("zh", List.of(title));
        assertThat(overBudget).isEmpty();
    }

    private void checkBudget(String language, List<String> queries, int first) {
        List<List<Integer>> costs = measure(language, queries);
        for (int i = 0; i < queries.size(); i++) {
            int most = isLargeCorpus() ? 150 : i == 0 ? first : 40;
            if (costs.get(i).get(1) > most * KILOBYTE) {
                overBudget.add(queries.get(i) + ": " + costs.get(i).get(1) + " bytes");
            }
        }
    }

    /** Whether the corpus is so large that the higher limits apply. */
    private boolean isLargeCorpus() {
        return corpusSite.notices("zh").size() > 10_000;
    }

    /** For each query the number of files and bytes transferred until its hits are shown. */
    private List<List<Integer>> measure(String language, List<String> queries) {
        List<List<Integer>> costs = new ArrayList<>();
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                Page page = reader.newPage()) {
            page.addInitScript(WATCH);
            List<Integer> before = List.of(0, 0);
            for (String query : queries) {
                if (costs.isEmpty()) {
                    String typed = URLEncoder.encode(query, StandardCharsets.UTF_8);
                    page.navigate(browserSession.origin() + "/" + language + "/search/?q=" + typed);
                } else {
                    page.waitForLoadState(LoadState.NETWORKIDLE); // excerpts and counts of the previous query
                    before = numbers(page.evaluate(LOADED));
                    page.evaluate(SUBMIT_QUERY, query);
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

    private static List<Integer> numbers(Object values) {
        return ((List<?>) values)
                .stream().map(number -> ((Number) number).intValue()).toList();
    }
}
