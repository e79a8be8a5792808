package io.noticepress.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.noticepress.site.BuiltSite;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A Chinese notice in print has the dimensions of official documents (GB/T 9704—2012, clauses 5 and 7): type area, 22 lines
 * of 28 characters, position of the page number. All values are in points.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintLayoutTest {
    private static final String NOTICE = "zh/notices/2030/work-points-2030/index.html";

    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float LEFT = 28 * MILLIMETRE;
    private static final float RIGHT = (210 - 26) * MILLIMETRE;
    private static final float TOP = 37 * MILLIMETRE;
    private static final float BOTTOM = (297 - 35) * MILLIMETRE;
    private static final int CHARACTERS = 28;
    private static final int LINES = 22;
    private static final float TYPE_SIZE = (RIGHT - LEFT) / CHARACTERS;
    private static final float LEADING = (BOTTOM - TOP) / LINES;
    private static final float PAGE_NUMBER = 14;
    /** The browser aligns printed text to whole pixels of 0.75 points. */
    private static final float ROUNDING = 0.8f;

    /** A line filled with full-width characters: it may hold full stops and commas, but no marks that are set narrower. */
    private static final Pattern FULL_WIDTH_ONLY = Pattern.compile("[\\p{IsHan}，、。；：]+");

    private BrowserSession browserSession;
    private List<List<PrintedLine>> pages;

    @BeforeAll
    void print() throws IOException {
        browserSession = BrowserSession.open();
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                Page page = reader.newPage()) {
            page.navigate(browserSession.origin() + BuiltSite.current().address(NOTICE));
            try (PDDocument printed = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
                pages = PrintedLine.of(printed);
            }
        }
    }

    @AfterAll
    void end() {
        if (browserSession != null) {
            browserSession.close();
        }
    }

    private List<PrintedLine> bodyLines(List<PrintedLine> page) {
        return page.stream()
                .filter(line -> Math.abs(line.size() - TYPE_SIZE) < 0.1)
                .toList();
    }

    @Test
    void theTextKeepsToTheTypeArea() {
        assertThat(pages).hasSizeGreaterThan(3);
        float left = Float.MAX_VALUE;
        for (List<PrintedLine> page : pages) {
            for (PrintedLine line : bodyLines(page)) {
                left = Math.min(left, line.left());
                assertThat(line.baseline()).as(line.text()).isBetween(TOP, BOTTOM);
            }
        }
        assertThat(left).isCloseTo(LEFT, within(ROUNDING));
    }

    @Test
    void aLineHas28Characters() {
        List<PrintedLine> full = pages.stream()
                .flatMap(page -> bodyLines(page).stream())
                .filter(line -> FULL_WIDTH_ONLY.matcher(line.text()).matches())
                .filter(line -> line.left() < LEFT + ROUNDING && line.right() > RIGHT - TYPE_SIZE / 2)
                .toList();
        assertThat(full).hasSizeGreaterThan(5).allSatisfy(line -> {
            assertThat(line.text()).hasSize(CHARACTERS);
            assertThat(line.right()).isCloseTo(RIGHT, within(ROUNDING));
        });
    }

    @Test
    void aPageHas22Lines() {
        List<PrintedLine> fullest = pages.stream()
                .map(this::bodyLines)
                .max((one, other) -> Integer.compare(one.size(), other.size()))
                .orElseThrow();
        assertThat(fullest).hasSize(LINES);
        float first = fullest.get(0).baseline();
        float last = fullest.get(LINES - 1).baseline();
        assertThat(first).isBetween(TOP + TYPE_SIZE / 2, TOP + LEADING);
        assertThat((last - first) / (LINES - 1)).isCloseTo(LEADING, within(0.1f));
    }

    /** Size 四号, between two dashes, 7 mm below the type area, one character in from its outer edge. */
    @Test
    void everyPageHasItsNumberAtTheOuterEdge() {
        for (int i = 0; i < pages.size(); i++) {
            PrintedLine number = pages.get(i).get(pages.get(i).size() - 1);
            assertThat(number.text()).isEqualTo("—" + (i + 1) + "—");
            assertThat(number.size()).isCloseTo(PAGE_NUMBER, within(0.1f));
            assertThat(number.baseline()).isBetween(BOTTOM + 7 * MILLIMETRE, BOTTOM + 7 * MILLIMETRE + 2 * PAGE_NUMBER);
            if (i % 2 == 0) {
                assertThat(number.right()).isCloseTo(RIGHT - PAGE_NUMBER, within(2 * ROUNDING));
            } else {
                assertThat(number.left()).isCloseTo(LEFT + PAGE_NUMBER, within(2 * ROUNDING));
            }
        }
    }
}
