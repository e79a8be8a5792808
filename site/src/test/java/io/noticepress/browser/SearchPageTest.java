package io.noticepress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.noticepress.site.BuiltSite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Typing, filtering, navigating back, malformed queries and failing connections on the search page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPageTest {
    private static final int HITS_PER_PORTION = 10;

    /** Milliseconds before a wait fails. */
    private static final int TIMEOUT_MILLIS = 10_000;

    /** Sets the query field, whatever its length, as if it had been typed. */
    private static final String ASK = """
            query => {
                const field = document.querySelector('[name=q]');
                field.value = query;
                field.dispatchEvent(new Event('input'));
            }
            """;

    private final BuiltSite site = BuiltSite.current();
    private final List<String> consoleMessages = new ArrayList<>();
    private BrowserSession browserSession;

    @BeforeAll
    void begin() {
        browserSession = BrowserSession.open();
    }

    @AfterAll
    void end() {
        if (browserSession != null) {
            browserSession.close();
        }
    }

    /** A page whose console messages are recorded, which include violations of the policy. */
    private Page pageWithConsole(BrowserContext reader) {
        Page page = reader.newPage();
        page.setDefaultTimeout(TIMEOUT_MILLIS);
        consoleMessages.clear();
        page.onConsoleMessage(message -> consoleMessages.add(message.type() + ": " + message.text()));
        page.onPageError(consoleMessages::add);
        page.onDialog(dialog -> consoleMessages.add("dialog: " + dialog.message()));
        return page;
    }

    private String address(String language, String query) {
        return site.address(language + "/search/index.html") + query;
    }

    private void open(Page page, String address) {
        page.navigate(browserSession.origin() + address);
        SearchPageDriver.awaitAnswer(page);
    }

    private static void ask(Page page, String query) {
        page.evaluate(ASK, query);
        page.waitForFunction("q => new URLSearchParams(location.search).get('q') === q", query);
        SearchPageDriver.awaitAnswer(page);
    }

    private static int hitCount(Page page) {
        String digits = page.locator("[data-search=status]").innerText().replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /** The addresses of all hits, in order. */
    private static List<String> allHits(Page page) {
        Locator more = page.locator("[data-search=more]");
        Locator links = page.locator("[data-search=hits] [data-slot=title]");
        while (more.isVisible()) {
            int before = links.count();
            more.click();
            page.waitForFunction("n => document.querySelectorAll('[data-search=hits] > li').length > n", before);
        }
        return links.evaluateAll("links => links.map(link => link.getAttribute('href'))")
                        .toString()
                        .equals("[]")
                ? List.of()
                : addresses(links);
    }

    @SuppressWarnings("unchecked")
    private static List<String> addresses(Locator links) {
        return (List<String>) links.evaluateAll("links => links.map(link => link.getAttribute('href'))");
    }

    @ParameterizedTest
    @CsvSource({"zh, 科技", "en, science"})
    void whoTypesIsAnsweredInPlace(String language, String query) {
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                Page page = pageWithConsole(reader)) {
            open(page, address(language, ""));
            assertThat(page.locator("[data-search=start]").isVisible()).isTrue();
            page.locator("[name=q]").pressSequentially(query, new Locator.PressSequentiallyOptions().setDelay(40));
            page.waitForFunction("q => new URLSearchParams(location.search).get('q') === q", query);
            SearchPageDriver.awaitAnswer(page);
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("q");
            assertThat(page.title()).startsWith(query);
            assertThat(hitCount(page)).isGreaterThan(HITS_PER_PORTION);
            assertThat(page.locator("[data-search=hits] > li").count()).isEqualTo(HITS_PER_PORTION);
            List<String> found = allHits(page);
            assertThat(found).hasSize(hitCount(page)).doesNotHaveDuplicates();
            assertThat(found).allMatch(link -> site.fileOfPath(link).isPresent(), "leads to a page");
            assertThat(consoleMessages).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh, 科技", "en, science"})
    void anExcerptStandsInTheNoticeWithItsHitsMarked(String language, String query) {
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                Page page = pageWithConsole(reader)) {
            open(page, address(language, "?q=" + query));
            Locator first = page.locator("[data-search=hits] > li").first();
            first.scrollIntoViewIfNeeded();
            page.waitForFunction("() => document.querySelector('[data-slot=excerpt]').textContent");
            String excerpt = first.locator("[data-slot=excerpt]").textContent();
            String file =
                    site.fileOfPath(first.locator("a").getAttribute("href")).orElseThrow();
            String text = site.pages().get(file).select("main").text().replaceAll("\\s+", "");
            assertThat(text).contains(excerpt.replace("…", "").replaceAll("\\s+", ""));
            assertThat(page.locator("mark").allTextContents())
                    .isNotEmpty()
                    .allSatisfy(mark -> assertThat(mark).startsWithIgnoringCase(query));
            assertThat(consoleMessages).isEmpty();
        }
    }

    /** The count beside each filter value is the number of hits that its list page contains. */
    @ParameterizedTest
    @CsvSource({"zh, 科技", "en, science"})
    void theCountsAreThoseOfTheListsAndChoicesKeepTheirPromise(String language, String query) {
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                Page page = pageWithConsole(reader)) {
            open(page, address(language, "?q=" + query));
            Set<String> found = new HashSet<>(allHits(page));
            for (String kind : List.of("year", "issuer", "topic", "kind")) {
                Locator list = page.locator("[data-search=" + kind + "]");
                list.locator("xpath=ancestor::details/summary").click();
                page.waitForFunction(
                        "kind => document.querySelector(`[data-search=${kind}] [data-slot=count]`)?.textContent", kind);
                List<Locator> choices = list.locator("li:not([hidden])").all();
                assertThat(choices).as(kind).isNotEmpty();
                for (Locator choice : choices) {
                    String key = choice.locator("input").inputValue();
                    Set<String> members = noticesOfFacet(language, kind, key);
                    members.retainAll(found);
                    assertThat(choice.locator("[data-slot=count]").textContent())
                            .as(kind + " " + key)
                            .isEqualTo(Integer.toString(members.size()));
                }
                Locator first = choices.get(0).locator("input");
                Set<String> members = noticesOfFacet(language, kind, first.inputValue());
                members.retainAll(found);
                first.check();
                SearchPageDriver.awaitAnswer(page);
                assertThat(allHits(page)).as(kind).containsExactlyInAnyOrderElementsOf(members);
                assertThat(page.url()).contains(kind + "=" + first.inputValue());
                page.goBack();
                SearchPageDriver.awaitAnswer(page);
                assertThat(first.isChecked()).as(kind).isFalse();
                assertThat(hitCount(page)).as(kind).isEqualTo(found.size());
            }
            assertThat(consoleMessages).isEmpty();
        }
    }

    private Set<String> noticesOfFacet(String language, String kind, String key) {
        Set<String> members = new HashSet<>();
        site.pages().forEach((file, page) -> {
            if (file.matches(language + "/" + kind + "s/" + key + "/([0-9]+/)?index\\.html")) {
                members.addAll(page.select("main ul.rows a").eachAttr("href"));
            }
        });
        return members;
    }

    @Test
    void theAddressHoldsEverythingAndBackLeadsToIt() {
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                Page page = pageWithConsole(reader)) {
            open(page, address("zh", "?q=科技&year=2030&year=2031&sort=date"));
            assertThat(page.locator("[name=q]").inputValue()).isEqualTo("科技");
            assertThat(page.locator("[data-search=sort]").inputValue()).isEqualTo("date");
            assertThat(page.locator("[data-search=year] input:checked").all())
                    .extracting(Locator::inputValue)
                    .containsExactly("2031", "2030");
            List<String> days = page.locator("[data-slot=issued]").all().stream()
                    .map(day -> day.getAttribute("datetime"))
                    .toList();
            assertThat(days).isNotEmpty().allMatch(day -> day.matches("203[01]-.*"));
            assertThat(days).isSortedAccordingTo(Collections.reverseOrder());
            String searchAddress = page.url();
            List<String> shown = addresses(page.locator("[data-search=hits] [data-slot=title]"));
            page.locator("[data-search=hits] a").first().click();
            page.waitForURL("**" + shown.get(0));
            page.goBack();
            SearchPageDriver.awaitAnswer(page);
            assertThat(page.url()).isEqualTo(searchAddress);
            assertThat(addresses(page.locator("[data-search=hits] [data-slot=title]")))
                    .isEqualTo(shown);
            page.locator("[data-search=clear]").click();
            SearchPageDriver.awaitAnswer(page);
            assertThat(page.url()).doesNotContain("year=").contains("q=");
            assertThat(hitCount(page)).isGreaterThan(days.size());
            page.locator("header a[hreflang=en]").click();
            SearchPageDriver.awaitAnswer(page);
            assertThat(page.locator("[name=q]").inputValue()).isEqualTo("科技");
            assertThat(consoleMessages).isEmpty();
        }
    }

    @Test
    void whatAnotherLanguageHasIsOffered() {
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                Page page = pageWithConsole(reader)) {
            open(page, address("zh", "?q=astronomical"));
            Locator link = page.locator("[data-search=elsewhere] a");
            link.waitFor();
            assertThat(page.locator("[data-search=hits] > li").count()).isZero();
            int promised = Integer.parseInt(link.innerText().replaceAll("[^0-9]", ""));
            link.click();
            page.waitForURL("**/en/search/?q=astronomical");
            SearchPageDriver.awaitAnswer(page);
            assertThat(hitCount(page)).isEqualTo(promised).isPositive();
            assertThat(consoleMessages).isEmpty();
        }
    }

    @Test
    void hostileQueriesDoNothing() {
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                Page page = pageWithConsole(reader)) {
            open(page, address("zh", ""));
            for (String query : List.of(
                    ".*",
                    "[",
                    "(?<=",
                    "\\",
                    "^$",
                    "*",
                    "\"",
                    "“",
                    "%00",
                    "../../",
                    "__proto__",
                    "constructor",
                    "<script>alert(1)</script>",
                    "\"><img src=x onerror=alert(1)>",
                    "{0}",
                    "$&",
                    "${7*7}",
                    "x".repeat(10_000),
                    "的".repeat(10_000),
                    "[".repeat(10_000),
                    "\u202e文")) {
                ask(page, query);
                assertHarmless(page, query);
            }
            page.evaluate("(" + ASK + ")('\\ud800 \\udc00科\\ud800技')"); // Java would not send lone surrogates
            page.waitForFunction("() => location.search.includes('%EF%BF%BD')");
            SearchPageDriver.awaitAnswer(page);
            assertHarmless(page, "lone surrogates");
            open(page, address("zh", "?q=科技"));
            int plain = hitCount(page);
            open(page, address("zh", "?q=科技&year=<script>&issuer=__proto__&topic=constructor&kind=&sort=toString"));
            assertThat(hitCount(page)).isEqualTo(plain);
            assertHarmless(page, "filters that do not exist");
            open(page, address("zh", "?q=%FF%FE%E7%A7"));
            assertHarmless(page, "bytes that are no text");
        }
    }

    private void assertHarmless(Page page, String query) {
        String brief = query.substring(0, Math.min(query.length(), 40));
        assertThat(consoleMessages).as(brief).isEmpty();
        assertThat(page.locator("script").count()).as(brief).isEqualTo(1);
        assertThat(page.locator("main img").count()).as(brief).isZero();
        assertThat(page.locator("[data-search=failure]").isVisible()).as(brief).isFalse();
        if (!query.matches("(?s).*[a-z0-9\u4e00-\u9fff].*")) {
            assertThat(page.locator("[data-search=nothing]").isVisible())
                    .as(brief)
                    .isTrue();
        }
    }

    @Test
    void anAnswerThatComesTooLateIsDropped() {
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                Page page = pageWithConsole(reader)) {
            List<Route> held = new ArrayList<>();
            page.route("**/assets/search/zh/t.*", held::add);
            page.navigate(browserSession.origin() + address("zh", "?q=科技"));
            page.waitForCondition(() -> !held.isEmpty());
            page.unroute("**/assets/search/zh/t.*");
            ask(page, "档案");
            List<String> shown = addresses(page.locator("[data-search=hits] [data-slot=title]"));
            held.forEach(Route::resume);
            page.waitForTimeout(500);
            assertThat(addresses(page.locator("[data-search=hits] [data-slot=title]")))
                    .isEqualTo(shown);
            assertThat(page.locator("mark").allTextContents()).isNotEmpty().allMatch(mark -> mark.equals("档案"));
            assertThat(consoleMessages).isEmpty();
        }
    }

    @Test
    void aFileThatFailsToLoadIsReportedAndLinksAreOffered() {
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                Page page = pageWithConsole(reader)) {
            page.route("**/assets/search/zh/t.*", Route::abort);
            open(page, address("zh", "?q=科技"));
            assertThat(page.locator("[data-search=failure]").isVisible()).isTrue();
            assertThat(page.locator("[data-search=status]").innerText()).isNotBlank();
            assertThat(page.locator("[data-search=answer]").isVisible()).isFalse();
            page.unroute("**/assets/search/zh/t.*");
            page.locator("[data-slot=retry]").click();
            page.waitForFunction("() => document.querySelector('[data-search=hits] > li')");
            assertThat(hitCount(page)).isGreaterThan(HITS_PER_PORTION);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void withoutScriptsThePageSaysSoAndOffersTheLists(String language) {
        Browser.NewContextOptions options =
                BrowserSession.contextOptions(400, false).setJavaScriptEnabled(false);
        try (BrowserContext reader = browserSession.newContext(options);
                Page page = reader.newPage()) {
            page.navigate(browserSession.origin() + site.address(language + "/index.html"));
            page.locator("[name=q]").fill("科技");
            page.locator("form button").click();
            page.waitForURL("**/" + language + "/search/?q=*");
            assertThat(page.locator("main").innerText()).contains("JavaScript");
            for (String list : List.of("years", "issuers", "topics", "kinds")) {
                assertThat(page.locator("main a[href$='/" + language + "/" + list + "/']")
                                .first()
                                .isVisible())
                        .as(list)
                        .isTrue();
            }
            assertThat(page.locator("[data-search=answer]").isVisible()).isFalse();
        }
    }

    /** The Tab key moves from the field to the filters and the hits; filters can be selected with the keyboard. */
    @Test
    void everythingIsDoneFromTheKeyboard() {
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                Page page = pageWithConsole(reader)) {
            open(page, address("en", ""));
            page.locator("[name=q]").focus();
            page.keyboard().type("science");
            page.keyboard().press("Enter");
            page.waitForFunction("() => location.search === '?q=science'");
            SearchPageDriver.awaitAnswer(page);
            int before = hitCount(page);
            List<String> stops = new ArrayList<>();
            while (!stops.contains("summary") && stops.size() < 10) {
                page.keyboard().press("Tab");
                stops.add(page.evaluate("document.activeElement.localName").toString());
            }
            assertThat(stops).endsWith("summary");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.type")).isEqualTo("checkbox");
            page.keyboard().press("Space");
            page.waitForFunction("() => location.search.includes('year=')");
            SearchPageDriver.awaitAnswer(page);
            assertThat(page.evaluate("document.activeElement.checked")).isEqualTo(true);
            assertThat(hitCount(page)).isPositive().isLessThan(before);
            assertThat(consoleMessages).isEmpty();
        }
    }
}
