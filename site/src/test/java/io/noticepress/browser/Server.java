package io.noticepress.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.noticepress.site.BuiltSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

/** Serves the built site at the path of its base URL, on this machine only. */
final class Server implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "xml", "application/xml",
            "png", "image/png",
            "jpg", "image/jpeg",
            "txt", "text/plain; charset=utf-8");
    private static final String OTHER = "application/octet-stream";

    private final BuiltSite site;
    private final HttpServer server;

    Server(BuiltSite site) {
        this.site = site;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> file = site.served(exchange.getRequestURI().getRawPath());
            String name = file.orElse("404.html");
            byte[] bytes = site.bytes(name);
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), OTHER);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(file.isPresent() ? 200 : 404, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
