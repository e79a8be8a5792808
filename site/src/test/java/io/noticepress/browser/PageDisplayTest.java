package io.noticepress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.noticepress.site.BuiltSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Pages fit the window, cause no errors, load nothing from other hosts and need no script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageDisplayTest {
    private static final int NARROW = 320;

    /** The first elements that extend beyond a window of this width. */
    private static final String OVERFLOWING = """
            width => [...document.body.querySelectorAll('*')]
                .filter(one => one.getBoundingClientRect().right > width)
                .map(one => one.tagName + '.' + one.className)
                .slice(0, 5)
                .join(' ')
            """;

    private final BuiltSite site = BuiltSite.current();
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

    /** At 320 pixels, the width in WCAG 2.2, success criterion 1.4.10. */
    @Test
    void onNoPageTheBrowserHasAnythingToComplainOf() {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(NARROW, false));
                Page page = reader.newPage()) {
            collectConsole(page, complaints);
            for (String file : site.pages().keySet()) {
                page.navigate(browserSession.origin() + site.address(file));
                checkWidth(page, NARROW, file, complaints);
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void noPartIsWiderThanAWideWindow() {
        List<String> complaints = new ArrayList<>();
        for (int window : new int[] {768, 1280}) {
            try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(window, false));
                    Page page = reader.newPage()) {
                collectConsole(page, complaints);
                for (String file : SamplePages.coveringAllElements()) {
                    page.navigate(browserSession.origin() + site.address(file));
                    checkWidth(page, window, file, complaints);
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    /** Records console messages (violations of the policy among them), failed requests and requests to other hosts. */
    private void collectConsole(Page page, List<String> complaints) {
        page.onConsoleMessage(message -> complaints.add(page.url() + ": " + message.type() + ": " + message.text()));
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequestFailed(request -> complaints.add(page.url() + ": failed: " + request.url()));
        page.onRequest(request -> {
            if (!request.url().startsWith(browserSession.origin() + "/")) {
                complaints.add(page.url() + ": foreign: " + request.url());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(page.url() + ": " + response.status() + ": " + response.url());
            }
        });
    }

    private static void checkWidth(Page page, int window, String file, List<String> complaints) {
        Object needed = page.evaluate("document.documentElement.scrollWidth");
        if (needed instanceof Integer pixels && pixels > window) {
            complaints.add(file + ": is " + pixels + " wide: " + page.evaluate(OVERFLOWING, window));
        }
    }

    @Test
    void textAndLinksAreTheSameWithoutScripts() {
        try (BrowserContext with = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                BrowserContext without = browserSession.newContext(
                        BrowserSession.contextOptions(1280, false).setJavaScriptEnabled(false));
                Page scripted = with.newPage();
                Page plain = without.newPage()) {
            for (String file : SamplePages.coveringAllElements()) {
                if (file.matches("[a-z0-9-]+/search/index\\.html")) {
                    continue; // the one page that needs scripts; it tells readers so
                }
                String url = browserSession.origin() + site.address(file);
                scripted.navigate(url);
                plain.navigate(url);
                assertThat(plain.innerText("body")).as(file).isNotBlank().isEqualTo(scripted.innerText("body"));
                assertThat(links(plain)).as(file).isEqualTo(links(scripted));
            }
        }
    }

    private static List<String> links(Page page) {
        return page.locator("a[href]").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    @Test
    void theLanguageSwitchLeadsToTheTwinAndBack() {
        Map<String, String> languages = site.sources().languages();
        try (BrowserContext reader = browserSession.newContext(
                        BrowserSession.contextOptions(320, false).setJavaScriptEnabled(false));
                Page page = reader.newPage()) {
            int switched = 0;
            for (String file : SamplePages.coveringAllElements()) {
                String own = file.replaceAll("/.*", "");
                for (String other : languages.keySet()) {
                    String twin = file.replaceFirst("^[^/]+", other);
                    if (!languages.containsKey(own)
                            || other.equals(own)
                            || !site.pages().containsKey(twin)) {
                        continue;
                    }
                    page.navigate(browserSession.origin() + site.address(file));
                    page.click("nav.languages a[hreflang=" + languages.get(other) + "]");
                    assertThat(page.url()).isEqualTo(browserSession.origin() + site.address(twin));
                    page.click("nav.languages a[hreflang=" + languages.get(own) + "]");
                    assertThat(page.url()).isEqualTo(browserSession.origin() + site.address(file));
                    switched++;
                }
            }
            assertThat(switched).isPositive();
        }
    }

    @Test
    void theFirstStopOfTheKeyboardSkipsToTheText() {
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                Page page = reader.newPage()) {
            for (String file : SamplePages.coveringAllElements()) {
                page.navigate(browserSession.origin() + site.address(file));
                page.keyboard().press("Tab");
                assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                        .as(file)
                        .isEqualTo("#main");
                page.keyboard().press("Enter");
                assertThat(page.evaluate("document.activeElement.id")).as(file).isEqualTo("main");
            }
        }
    }
}
