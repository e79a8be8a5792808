package io.noticepress.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.noticepress.site.BuiltSite;
import java.io.IOException;
import java.text.Normalizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Printed pages: notices in one language and in both, and registers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintedPagesTest {
    /** Rounding of the printed size, in points. */
    private static final float ROUNDING = 1;

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
    void noticesAndRegistersArePrintedOnA4WithAllTheirText() throws IOException {
        try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(1280, false));
                Page page = reader.newPage()) {
            for (String file : SamplePages.coveringAllElements()) {
                boolean columns = file.startsWith("parallel/"); // text extraction mixes the lines of both columns
                if (!site.notices().containsKey(file) && !columns && !file.contains("/register/")) {
                    continue;
                }
                page.navigate(browserSession.origin() + site.address(file));
                byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
                try (PDDocument printed = Loader.loadPDF(pdf)) {
                    for (PDPage sheet : printed.getPages()) {
                        PDRectangle size = sheet.getMediaBox();
                        assertThat(size.getWidth()).as(file).isCloseTo(PDRectangle.A4.getWidth(), within(ROUNDING));
                        assertThat(size.getHeight()).as(file).isCloseTo(PDRectangle.A4.getHeight(), within(ROUNDING));
                    }
                    String text = plain(new PDFTextStripper().getText(printed));
                    Document screenPage = site.pages().get(file);
                    if (columns) {
                        continue;
                    }
                    assertThat(text)
                            .as(file)
                            .contains(plain(screenPage.select("h1").text()));
                    for (Element heading :
                            screenPage.select("main .text h2, main .text h3, main .run h2, main .run .name a")) {
                        assertThat(text).as(file).contains(plain(heading.text()));
                    }
                }
            }
        }
    }

    /**
     * Without white space and with compatibility characters replaced, since browsers print some characters as radicals of
     * the same shape.
     */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]", "");
    }
}
