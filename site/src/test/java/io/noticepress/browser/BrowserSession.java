package io.noticepress.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.noticepress.site.BuiltSite;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A headless browser and the server it reads the site from. For one thread only. */
final class BrowserSession implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int HEIGHT = 900;

    private final StaticSiteServer staticSiteServer;
    private final Playwright playwright;
    private final Browser browser;

    private BrowserSession(Path chromium, StaticSiteServer staticSiteServer) {
        this.staticSiteServer = staticSiteServer;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(ARGUMENTS));
    }

    /** Opens a browser for the site of this build. Without a browser the tests are skipped; on CI they fail. */
    static BrowserSession open() {
        BuiltSite site = BuiltSite.current();
        return open(new StaticSiteServer(site::fileOfPath, site::bytes));
    }

    /** Opens a browser for another site; closing the session also stops its server. */
    static BrowserSession open(StaticSiteServer staticSiteServer) {
        Optional<Path> chromium = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (chromium.isEmpty()) {
            String message = "no Chromium on the path: install one (Debian: chromium) to run the browser tests";
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(message);
            }
            Assumptions.abort(message);
        }
        return new BrowserSession(chromium.orElseThrow(), staticSiteServer);
    }

    /** Origin from which this session reads the site: {@code http://127.0.0.1:40123}. */
    String origin() {
        return staticSiteServer.origin();
    }

    /** A new browser context with an empty cache. */
    BrowserContext newContext(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    /** Options of a context with a window of this width in CSS pixels, in dark or light mode. */
    static Browser.NewContextOptions contextOptions(int width, boolean dark) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        staticSiteServer.close();
    }
}
