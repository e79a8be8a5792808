package io.noticepress.content.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The base URL of a site in normal form. */
public final class BaseUrl {
    private BaseUrl() {}

    /**
     * Normalises a URL: scheme and host in lower case, path with a final {@code /}. {@code HTTPS://Example.org/docs} is
     * {@code https://example.org/docs/}.
     *
     * @return empty unless it is an absolute http or https address without user, query or fragment, with a plain path
     */
    public static Optional<String> normalised(String text) {
        try {
            URI uri = new URI(text.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (!web || !bare || uri.getHost() == null || !text.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
                return Optional.empty();
            }
            String path = uri.getRawPath().endsWith("/") ? uri.getRawPath() : uri.getRawPath() + "/";
            if (path.contains("//") || (path + "/").contains("/./") || path.contains("/../")) {
                return Optional.empty();
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
