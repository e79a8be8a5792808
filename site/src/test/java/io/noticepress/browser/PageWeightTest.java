package io.noticepress.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.noticepress.site.BuiltSite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Limits on the requests, transferred bytes and layout shifts of a page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageWeightTest {
    private static final int KILOBYTE = 1024;
    private static final int REQUESTS = 4;
    private static final int STYLE = 12 * KILOBYTE;
    private static final int NOTICE = 15 * KILOBYTE;
    /** The length of text for which the size limit of a notice is meant. */
    private static final int TEXT = 5 * KILOBYTE;

    /** Cumulative layout shift while the page loads, as browsers compute it. */
    private static final String LAYOUT_SHIFT_SCRIPT = """
            () => new Promise(done => {
                let sum = 0;
                new PerformanceObserver(list => list.getEntries().forEach(shift => sum += shift.value))
                    .observe({type: 'layout-shift', buffered: true});
                setTimeout(() => done(sum * 10000), 150);
            })
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
    void aPageNeedsFewRequestsAndNoScriptAndNothingMoves() {
        for (String file : SamplePages.onePerKind()) {
            if (file.contains("/search/")) {
                continue;
            }
            List<Response> responses = new ArrayList<>();
            try (BrowserContext reader = browserSession.newContext(BrowserSession.contextOptions(390, false));
                    Page page = reader.newPage()) {
                page.onResponse(responses::add);
                page.navigate(browserSession.origin() + site.address(file));
                assertThat(((Number) page.evaluate(LAYOUT_SHIFT_SCRIPT)).doubleValue())
                        .as(file + " moves")
                        .isZero();
                assertThat(responses).as(file).extracting(Response::url).hasSizeLessThanOrEqualTo(REQUESTS);
                for (Response response : responses) {
                    String type = response.request().resourceType();
                    assertThat(type).as(response.url()).isNotIn("script", "font", "fetch", "xhr");
                    if (type.equals("stylesheet")) {
                        assertThat(gzipSize(response.body())).as(response.url()).isLessThanOrEqualTo(STYLE);
                    }
                }
            }
        }
    }

    @Test
    void aNoticeOfFiveKilobytesIsSmallWhenPacked() {
        int longest = 0;
        for (String file : site.notices().keySet()) {
            Document page = site.pages().get(file);
            int text = page.select("main .text").text().getBytes(StandardCharsets.UTF_8).length;
            if (text <= TEXT) {
                longest = Math.max(longest, text);
                assertThat(gzipSize(site.bytes(file))).as(file).isLessThanOrEqualTo(NOTICE);
            }
        }
        assertThat(longest).as("the longest text that counts").isGreaterThan(TEXT * 2 / 3);
    }

    private static int gzipSize(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }
}
