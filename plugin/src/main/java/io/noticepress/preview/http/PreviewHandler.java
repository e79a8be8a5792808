package io.noticepress.preview.http;

import com.sun.net.httpserver.HttpExchange;
import io.noticepress.model.values.PercentEncoding;
import io.noticepress.preview.site.LiveSite;
import io.noticepress.preview.site.RenderedPage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * HTTP handler: checks host and method, serves pages and events. It answers only requests for this machine's own host names,
 * allows only reading, and looks paths up among the pages of the site, so that no request is ever used as a path on disk.
 */
public final class PreviewHandler {
    /** The path below which the preview has its own files; no page of a site has such a path. */
    static final String OWN_PREFIX = "/.noticepress/";

    /** How long to wait for a page that cannot be rendered at the moment. */
    private static final long PAGE_WAIT_MILLIS = 1_000;

    private static final List<String> OWN_FILES = List.of("preview.js", "preview.css");

    private final LiveSite liveSite;
    private final PageInjector injector;
    private final Set<String> allowedHosts;

    public PreviewHandler(LiveSite liveSite, int port) {
        this.liveSite = liveSite;
        this.injector = new PageInjector(liveSite);
        this.allowedHosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    }

    /** Handles a request. */
    public void handle(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !allowedHosts.contains(host) || isCrossSite(exchange)) {
            send(exchange, 421, "text/plain", "Misdirected Request\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            send(exchange, 405, "text/plain", "Method Not Allowed\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        Optional<String> path = parsePath(exchange.getRequestURI().getRawPath());
        if (path.isEmpty()) {
            send(exchange, 400, "text/plain", "Bad Request\n".getBytes(StandardCharsets.UTF_8));
        } else if (path.get().startsWith(OWN_PREFIX)) {
            handleOwnFile(exchange, path.get().substring(OWN_PREFIX.length()));
        } else {
            handlePage(exchange, path.get());
        }
    }

    /** Whether the request comes from a page of another site. */
    private boolean isCrossSite(HttpExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
        boolean foreign = origin != null && allowedHosts.stream().noneMatch(host -> origin.equals("http://" + host));
        boolean embedded = "cross-site".equals(site)
                && !"navigate".equals(exchange.getRequestHeaders().getFirst("Sec-Fetch-Mode"));
        return foreign || embedded;
    }

    /**
     * Decodes the path of a request: {@code /zh/%E9%99%84/} is {@code /zh/附/}. Empty if it has {@code .} or {@code ..}, control
     * characters, encoded slashes, backslashes, or is not UTF-8.
     */
    static Optional<String> parsePath(String raw) {
        if (raw == null || !raw.startsWith("/")) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                int high = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
                int low = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 2), 16) : -1;
                int value = high * 16 + low;
                if (high < 0 || low < 0 || value < 0x20 || value == 0x7F || value == '/' || value == '\\') {
                    return Optional.empty();
                }
                bytes.put((byte) value);
                i += 2;
            } else if (c <= 0x20 || c >= 0x7F || c == '\\') {
                return Optional.empty();
            } else {
                bytes.put((byte) c);
            }
        }
        try {
            String path =
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
            boolean climbs =
                    List.of(path.split("/", -1)).stream().anyMatch(name -> name.equals(".") || name.equals(".."));
            return climbs ? Optional.empty() : Optional.of(path);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private void handleOwnFile(HttpExchange exchange, String name) throws IOException {
        if (name.equals("events")) {
            new EventStream(liveSite, injector).send(exchange);
        } else if (OWN_FILES.contains(name)) {
            try (var in = PreviewHandler.class.getResourceAsStream(name)) {
                send(exchange, 200, MediaTypes.of(name), in.readAllBytes());
            }
        } else {
            send(exchange, 404, "text/plain", "Not Found\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void handlePage(HttpExchange exchange, String path) throws IOException {
        String base = liveSite.basePath();
        Optional<String> file = liveSite.fileOf(path);
        Optional<RenderedPage> page = file.flatMap(this::awaitPage);
        if (page.isPresent()) {
            sendPage(exchange, 200, file.get(), page.get());
        } else if (file.isEmpty() && (path.equals("/") || (path + "/").equals(base))) {
            sendRedirect(exchange, base);
        } else if (file.isPresent() && liveSite.isPage(file.get() + "/index.html")) {
            sendRedirect(exchange, PercentEncoding.encode(path.substring(1)).transform(address -> "/" + address + "/"));
        } else {
            sendNotFound(exchange);
        }
    }

    /** The page of a file; waits if its text is just being saved. */
    private Optional<RenderedPage> awaitPage(String file) {
        long end = System.nanoTime() + PAGE_WAIT_MILLIS * 1_000_000;
        try {
            while (true) {
                long seen = liveSite.awaitChange(-1, 0);
                Optional<RenderedPage> page = liveSite.renderedPage(file);
                long left = (end - System.nanoTime()) / 1_000_000;
                if (page.isPresent() || left <= 0 || !liveSite.isPage(file)) {
                    return page;
                }
                liveSite.awaitChange(seen, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Sends the page {@code 404.html} of the site; without one, an empty page that can show problems. */
    private void sendNotFound(HttpExchange exchange) throws IOException {
        sendPage(exchange, 404, "404.html", liveSite.renderedPage("404.html").orElseGet(injector::blankPage));
    }

    private void sendPage(HttpExchange exchange, int status, String file, RenderedPage renderedPage)
            throws IOException {
        byte[] bytes = file.endsWith(".html") ? injector.inject(renderedPage) : renderedPage.bytes();
        send(exchange, status, MediaTypes.of(file), bytes);
    }

    private static void sendRedirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        send(exchange, 302, "text/plain", new byte[0]);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("X-Frame-Options", "DENY");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            headers.set("Content-Length", Integer.toString(bytes.length));
        }
        exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
        if (!head && bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
