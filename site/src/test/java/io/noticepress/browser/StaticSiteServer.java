package io.noticepress.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Serves a built site under the path of its base URL, on the loopback interface only. */
final class StaticSiteServer implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "xml", "application/xml",
            "png", "image/png",
            "jpg", "image/jpeg",
            "txt", "text/plain; charset=utf-8");
    private static final Pattern COMPRESSIBLE = Pattern.compile("text/|json|xml");
    private static final String DEFAULT_TYPE = "application/octet-stream";

    private final Function<String, Optional<String>> served;
    private final Function<String, byte[]> bytes;
    private final HttpServer server;

    /**
     * Starts the server.
     *
     * @param served the file for a root-absolute path, if there is one
     * @param bytes the content of a file
     */
    StaticSiteServer(Function<String, Optional<String>> served, Function<String, byte[]> bytes) {
        this.served = served;
        this.bytes = bytes;
        System.setProperty(
                "sun.net.httpserver.nodelay", "true"); // otherwise each response waits 40 ms for an acknowledgement
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
            Optional<String> file = served.apply(exchange.getRequestURI().getRawPath());
            String name = file.orElse("404.html");
            byte[] body = bytes.apply(name);
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), DEFAULT_TYPE);
            exchange.getResponseHeaders().set("Content-Type", type);
            if (COMPRESSIBLE.matcher(type).find()) { // as production servers do
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                body = gzip(body);
            }
            exchange.sendResponseHeaders(file.isPresent() ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
