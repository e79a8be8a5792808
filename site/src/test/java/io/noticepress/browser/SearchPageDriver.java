package io.noticepress.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.noticepress.site.BuiltSite;
import java.util.List;
import java.util.stream.Stream;

/** Pages of the search with an answer on them, for the tests that look at every kind of page. */
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

    /** Of each language one with hits and a choice made, and one without. */
    static List<String> addresses() {
        BuiltSite site = BuiltSite.current();
        return Stream.of("zh/search/index.html", "en/search/index.html")
                .map(site::address)
                .flatMap(page -> Stream.of("?q=2030&year=2030", "?q=qqqq").map(query -> page + query))
                .toList();
    }

    /** Waits until an answer is there. */
    static void awaitAnswer(Page page) {
        page.waitForFunction(SETTLED);
    }

    /** Opens all lists of choices, and brings every excerpt, each of which comes when it is in sight. */
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
