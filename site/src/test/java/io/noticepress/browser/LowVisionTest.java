package io.noticepress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import io.noticepress.site.BuiltSite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** For readers who use their own colours or magnify the page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LowVisionTest {
    /** Elements that need a border or an underline to be recognised, but have none in forced colours. */
    private static final String WITHOUT_BORDER = """
            () => [...document.querySelectorAll('.banner, .tag, .pair.changed, main a[href]:not(.twin)')]
                .filter(one => one.checkVisibility())
                .filter(one => {
                    const style = getComputedStyle(one);
                    const seen = colour => colour !== getComputedStyle(document.body).backgroundColor
                        && !/^rgba.*, 0\\)$/.test(colour);
                    return one.tagName === 'A'
                        ? style.textDecorationLine !== 'underline' && style.color === getComputedStyle(document.body).color
                        : !(parseFloat(style.borderLeftWidth) >= 1 && style.borderLeftStyle !== 'none'
                            && seen(style.borderLeftColor));
                })
                .map(one => one.outerHTML.slice(0, 120))
                .join(' ')
            """;

    /** Menu entries other than the current one that are underlined. */
    private static final String MARKED_FALSELY = """
            () => [...document.querySelectorAll('.menu a:not([aria-current])')]
                .filter(one => parseFloat(getComputedStyle(one).borderBottomWidth) > 0
                    && getComputedStyle(one).borderBottomColor !== getComputedStyle(document.documentElement).backgroundColor)
                .map(one => one.textContent)
                .join(' ')
            """;

    /** Links to the parallel text that overlap text. */
    private static final String OVERLAPPING_LINKS = """
            () => {
                const rects = [];
                const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                    const words = document.createRange();
                    words.selectNodeContents(texts.currentNode);
                    if (texts.currentNode.parentElement.checkVisibility()) {
                        rects.push(...words.getClientRects());
                    }
                }
                return [...document.querySelectorAll('.twin')].filter(twin => {
                        const own = twin.getBoundingClientRect();
                        return rects.some(words => words.left < own.right - 1 && words.right > own.left + 1
                            && words.top < own.bottom - 6 && words.bottom > own.top + 6);
                    })
                    .map(twin => twin.href.replace(/.*#/, ''))
                    .join(' ');
            }
            """;

    /** Elements wider than their container, except tables, which scroll on their own. */
    private static final String CUT_OFF = """
            () => [...document.querySelectorAll('main :is(h1, h2, h3, p, dt, dd, li)')]
                .filter(one => one.checkVisibility() && !one.closest('.table'))
                .filter(one => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
                .map(one => one.tagName + ' ' + one.textContent.slice(0, 40))
                .join(' | ')
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

    @Test
    void withTheReadersColoursLinksAndWarningsKeepTheirMarks() {
        try (BrowserContext reader = browserSession.newContext(
                        BrowserSession.contextOptions(1280, false).setForcedColors(ForcedColors.ACTIVE));
                Page page = reader.newPage()) {
            for (String file : SamplePages.coveringAllElements()) {
                page.navigate(browserSession.origin() + site.address(file));
                assertThat(page.evaluate("matchMedia('(forced-colors: active)').matches"))
                        .isEqualTo(true);
                assertThat(page.evaluate(WITHOUT_BORDER)).as(file).isEqualTo("");
                assertThat(page.evaluate(MARKED_FALSELY)).as(file).isEqualTo("");
            }
            for (String address : SearchPageDriver.addresses()) {
                page.navigate(browserSession.origin() + address);
                SearchPageDriver.awaitAnswer(page);
                assertThat(page.evaluate(WITHOUT_BORDER)).as(address).isEqualTo("");
            }
        }
    }

    @Test
    void theLinksToTwinsStandBesideTheWords() {
        for (int width : List.of(320, 700, 1280)) {
            try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(width, false));
                    Page page = reader.newPage()) {
                for (String file : SamplePages.coveringAllElements()) {
                    page.navigate(browserSession.origin() + site.address(file));
                    assertThat(page.evaluate(OVERLAPPING_LINKS))
                            .as(file + " at " + width)
                            .isEqualTo("");
                }
            }
        }
    }

    /** A window of 1280 pixels at 400 % zoom is 320 CSS pixels wide (WCAG 2.2, 1.4.10). */
    @Test
    void atFourHundredPercentAllWordsStayWithinTheWindow() {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext reader = browserSession.newContext(
                        BrowserSession.contextOptions(320, false).setDeviceScaleFactor(4));
                Page page = reader.newPage()) {
            for (String file : SamplePages.coveringAllElements()) {
                page.navigate(browserSession.origin() + site.address(file));
                String cut = page.evaluate(CUT_OFF).toString();
                if (!cut.isEmpty()) {
                    complaints.add(file + ": " + cut);
                }
            }
            for (String address : SearchPageDriver.addresses()) {
                page.navigate(browserSession.origin() + address);
                SearchPageDriver.awaitAnswer(page);
                SearchPageDriver.openAllFacets(page);
                String cut = page.evaluate(CUT_OFF).toString();
                if (!cut.isEmpty()) {
                    complaints.add(address + ": " + cut);
                }
            }
        }
        assertThat(complaints).isEmpty();
    }
}
