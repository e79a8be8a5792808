package io.noticepress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.noticepress.site.BuiltSite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks sample pages with axe-core, in narrow and wide windows, with the light and the dark colour scheme. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {
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

    /** Every kind of element is checked twice: in a narrow window in light mode and in a wide one in dark mode. */
    @ParameterizedTest(name = "window of {0} pixels, dark: {1}, every part: {2}")
    @CsvSource({"320, false, true", "320, true, false", "1280, false, false", "1280, true, true"})
    void everyKindOfPageIsAccessible(int width, boolean dark, boolean everyPart) {
        List<String> violations = new ArrayList<>();
        // axe-core is injected as a script, which the site's Content-Security-Policy would block. No page has frames,
        // so legacy mode is enough.
        try (BrowserContext reader = browserSession.newContext(
                        BrowserSession.contextOptions(width, dark).setBypassCSP(true));
                Page page = reader.newPage()) {
            for (String file : everyPart ? SamplePages.coveringAllElements() : SamplePages.onePerKind()) {
                page.navigate(browserSession.origin() + BuiltSite.current().address(file));
                violations.addAll(violations(page));
            }
            for (String address : SearchPageDriver.addresses()) {
                page.navigate(browserSession.origin() + address);
                SearchPageDriver.awaitAnswer(page);
                SearchPageDriver.openAllFacets(page);
                violations.addAll(violations(page));
            }
        }
        assertThat(violations).isEmpty();
    }

    private static List<String> violations(Page page) {
        List<String> violations = new ArrayList<>();
        for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
            for (CheckedNode node : rule.getNodes()) {
                violations.add(page.url() + ": " + rule.getId() + ": " + node.getHtml());
            }
        }
        return violations;
    }
}
