package io.noticepress.markdown.links;

import io.noticepress.model.values.ImageSize;
import java.util.Optional;

/** Maps the relative paths of links to URLs of the site. */
@FunctionalInterface
public interface UrlResolver {
    /**
     * The URL of a path, for {@code href} or {@code src}.
     *
     * @param path as written, percent-decoded, without fragment: {@code ../2022/kx-2022-1.zh.md}
     * @return empty if no file of the site can have that path
     */
    Optional<String> url(String path);

    /** The size of the picture at a path; empty if unknown. */
    default Optional<ImageSize> imageSize(String path) {
        return Optional.empty();
    }
}
