package io.noticepress.markdown.links;

import io.noticepress.model.values.ImageSize;
import java.util.Optional;

/** Turns the relative path of a link into the URL it has on the site. */
@FunctionalInterface
public interface UrlResolver {
    /**
     * The URL for {@code href} or {@code src}.
     *
     * @param path as written, percent-decoded, without fragment: {@code ../2022/kx-2022-1.zh.md}
     * @return empty if no file of the site can have that path
     */
    Optional<String> url(String path);

    /** How large the picture of such a path is; empty if that is not known. */
    default Optional<ImageSize> imageSize(String path) {
        return Optional.empty();
    }
}
