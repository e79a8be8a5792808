package io.noticepress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.noticepress.site.BuiltSite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages can be used with the keyboard alone: the Tab key reaches every control. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardTest {
    /** Numbers all visible controls in document order and returns their count. */
    private static final String MARK_TAB_STOPS = """
            () => {
                const stops = [...document.querySelectorAll('a[href], summary, button, input, select, [tabindex="0"]')]
                    .filter(one => one.checkVisibility());
                stops.forEach((one, place) => one.dataset.stop = place);
                return stops.length;
            }
            """;

    /** The number of the focused control and what is wrong with its focus indicator; -1 if the focus has left the page. */
    private static final String DESCRIBE_FOCUS = """
            () => {
                const one = document.activeElement;
                if (!one || one === document.body) {
                    return '-1';
                }
                const box = one.getBoundingClientRect();
                const style = getComputedStyle(one);
                const wrong = [];
                if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) wrong.push('no outline');
                if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) {
                    wrong.push('out of sight');
                }
                if (box.width < 1 || box.height < 1) wrong.push('without size');
                return one.dataset.stop + (wrong.length ? ' ' + wrong.join(', ') + ': ' + one.outerHTML : '');
            }
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

    /**
     * Tab visits each control once, in document order, in view and with an outline. Then the focus leaves the page, or
     * returns to its beginning if the browser has nothing else to focus.
     */
    @ParameterizedTest(name = "window of {0} pixels")
    @ValueSource(ints = {320, 1280})
    void theTabulatorStopsAtEveryLinkAndControl(int width) {
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(width, false));
                Page page = reader.newPage()) {
            for (String file : SamplePages.onePerKind()) {
                page.navigate(browserSession.origin() + site.address(file));
                checkTabOrder(page, file);
            }
            for (String address : SearchPageDriver.addresses()) {
                page.navigate(browserSession.origin() + address);
                SearchPageDriver.awaitAnswer(page);
                SearchPageDriver.openAllFacets(page);
                checkTabOrder(page, address);
            }
        }
    }

    private static void checkTabOrder(Page page, String file) {
        int stops = (Integer) page.evaluate(MARK_TAB_STOPS);
        List<String> expected = new ArrayList<>();
        List<String> visited = new ArrayList<>();
        for (int stop = 0; stop <= stops; stop++) {
            page.keyboard().press("Tab");
            String focused = page.evaluate(DESCRIBE_FOCUS).toString();
            boolean out = stop == stops && (focused.equals("-1") || focused.equals("0"));
            expected.add(stop == stops ? "out" : Integer.toString(stop));
            visited.add(out ? "out" : focused);
        }
        assertThat(visited).as(file).isEqualTo(expected);
    }
}
