package io.noticepress.benchmark;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A headless browser with one page, which records when a change was painted. For one thread only. */
final class PaintObserver implements AutoCloseable {
    private static final long TIMEOUT_MILLIS = 60_000;

    /**
     * Checks the text for a newer change in every frame; what is in the document in one frame is painted before the next.
     */
    private static final String OBSERVER_SCRIPT = """
                                      (() => {
                                        let last = 0;
                                        const look = () => {
                                          const text = document.body ? document.body.textContent : "";
                                          const all = [...text.matchAll(/第(\\d+)次修改/g)].map(each => Number(each[1]));
                                          const now = Math.max(0, ...all);
                                          if (now > last) {
                                            last = now;
                                            requestAnimationFrame(() => seen(now, Date.now()));
                                          }
                                          requestAnimationFrame(look);
                                        };
                                        requestAnimationFrame(look);
                                      })();
                                      """;

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;
    private long lastChange;
    private long paintedAt;

    PaintObserver(String chromium) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
        page = browser.newPage();
        page.exposeFunction("seen", arguments -> {
            lastChange = ((Number) arguments[0]).longValue();
            paintedAt = ((Number) arguments[1]).longValue();
            return null;
        });
        page.addInitScript(OBSERVER_SCRIPT);
    }

    /** Opens a page. */
    void open(String address) {
        page.navigate(address);
        page.waitForTimeout(500); // until the event stream, on which the server announces changes, is open
    }

    /** Waits until a change is painted; returns the time in milliseconds since 1970. */
    long awaitChange(long number) throws IOException {
        long end = System.currentTimeMillis() + TIMEOUT_MILLIS;
        while (lastChange < number) {
            if (System.currentTimeMillis() > end) {
                throw new IOException("change " + number + " never came on screen at " + page.url());
            }
            page.waitForTimeout(5);
        }
        return paintedAt;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
