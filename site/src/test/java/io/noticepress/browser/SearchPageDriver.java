package io.noticepress.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.noticepress.site.BuiltSite;
import java.util.List;
import java.util.stream.Stream;

/** Opens search pages with results, for the tests that cover every kind of page. */
final class SearchPageDriver {
    private static final String SETTLED = "() => document.querySelector('[data-search=hits]')?.ariaBusy === 'false'";
    private static final String UNFOLD = """
            () => document.querySelectorAll('[data-search=answer] details').forEach(list => list.open = true)
            """;
    private static final String COUNTED = """
            () => [...document.querySelectorAll('[data-search=answer] details')].every(list =>
                !list.checkVisibility() || list.querySelector('[data-slot=count]')?.textContent)
            """;

    private SearchPageDriver() {}

    /** For each language a page with hits and a selected filter, and one without. */
    static List<String> addresses() {
        BuiltSite site = BuiltSite.current();
        return Stream.of("zh/search/index.html", "en/search/index.html")
                .map(site::address)
                .flatMap(page -> Stream.of("?q=2030&year=2030", "?q=qqqq").map(query -> page + query))
                .toList();
    }

    /** Waits until the results are shown. */
    static void awaitAnswer(Page page) {
        page.waitForFunction(SETTLED);
    }

    /** Opens all filter lists and loads all excerpts, which load only when scrolled into view. */
    static void openAllFacets(Page page) {
        page.evaluate(UNFOLD);
        page.waitForFunction(COUNTED);
        for (Locator excerpt :
                page.locator("[data-search=hits] [data-slot=excerpt]").all()) {
            excerpt.evaluate("excerpt => excerpt.scrollIntoView()");
            page.waitForFunction(
                    "excerpt => excerpt.textContent || excerpt.hidden || !excerpt.checkVisibility()",
                    excerpt.elementHandle());
        }
        page.evaluate("scrollTo(0, 0)");
    }
}
