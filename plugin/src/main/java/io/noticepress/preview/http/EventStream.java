package io.noticepress.preview.http;

import com.sun.net.httpserver.HttpExchange;
import io.noticepress.preview.site.LiveSite;
import io.noticepress.problem.MessageLanguage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Sends the state of a page to the browser whenever it changes (server-sent events, WHATWG HTML 9.2). */
final class EventStream {
    private static final long HEARTBEAT_MILLIS = 15_000;

    private final LiveSite liveSite;
    private final PageInjector injector;

    EventStream(LiveSite liveSite, PageInjector injector) {
        this.liveSite = liveSite;
        this.injector = injector;
    }

    /** Sends events until the page is closed; for a request like {@code events?page=/zh/notices/…&lang=zh-CN}. */
    void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            return;
        }
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        String page = queryValue(query, "page");
        MessageLanguage messageLanguage = MessageLanguage.of(queryValue(query, "lang"));
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            long seen = -1;
            String sent = "";
            while (!Thread.currentThread().isInterrupted()) {
                long now = liveSite.awaitChange(seen, HEARTBEAT_MILLIS);
                String file = liveSite.fileOf(page).orElse("404.html");
                String state = now == seen ? sent : injector.stateJson(file, messageLanguage);
                String line = state.equals(sent) ? ":\n\n" : "data: " + state + "\n\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.flush();
                seen = now;
                sent = state;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String queryValue(String query, String name) {
        for (String part : query.split("&")) {
            if (part.startsWith(name + "=")) {
                String raw = "/" + part.substring(name.length() + 1).replaceAll("%2[fF]", "/");
                return PreviewHandler.parsePath(raw)
                        .map(text -> text.substring(1))
                        .orElse("");
            }
        }
        return "";
    }
}
