package io.noticepress.content.links;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.ContentPath;
import io.noticepress.markdown.links.UrlResolver;
import io.noticepress.model.site.Site;
import io.noticepress.model.values.ImageSize;
import io.noticepress.model.values.PercentEncoding;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves the relative links of one text to addresses of the site. From {@code notices/2023/a.zh.md}:
 *
 * <pre>
 * ../2022/b.zh.md         /docs/zh/notices/2022/b/
 * a/附件 1.pdf            /docs/notices/2023/a/%E9%99%84%E4%BB%B6%201.pdf
 * ../../pages/about.en.md /docs/en/about/
 * </pre>
 */
public final class LinkResolver implements UrlResolver {
    private final Site site;
    private final String source;
    private final Map<String, ImageSize> pictureSizes;

    private LinkResolver(Site site, String source, Map<String, ImageSize> pictureSizes) {
        this.site = site;
        this.source = source;
        this.pictureSizes = pictureSizes;
    }

    /** A resolver for the text at a path below the content folder. */
    public static LinkResolver of(String source, Site site) {
        return of(source, site, Map.of());
    }

    /** The same, with the sizes of its pictures, by their paths below the content folder, in NFC. */
    public static LinkResolver of(String source, Site site, Map<String, ImageSize> pictures) {
        return new LinkResolver(site, source, pictures);
    }

    @Override
    public Optional<String> url(String path) {
        return target(path).flatMap(this::url);
    }

    @Override
    public Optional<ImageSize> imageSize(String path) {
        return resolve(path).map(ContentFolder::nfc).map(pictureSizes::get);
    }

    /** The target of a relative path; empty if it cannot be part of the site. It need not exist. */
    Optional<ContentPath> target(String path) {
        return resolve(path).map(ContentFolder::nfc).flatMap(ContentPath::parse);
    }

    /** The path below the content folder that a relative path means; empty if it leads out of it or is not relative. */
    Optional<String> resolve(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.indexOf('\\') >= 0 || path.endsWith("/")) {
            return Optional.empty();
        }
        Deque<String> names = new ArrayDeque<>();
        String base = source.substring(0, source.lastIndexOf('/') + 1);
        for (String name : (base + path).split("/", -1)) {
            if (name.equals("..")) {
                if (names.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (name.isEmpty()) {
                return Optional.empty();
            } else if (!name.equals(".")) {
                names.addLast(name);
            }
        }
        return Optional.of(String.join("/", names));
    }

    private Optional<String> url(ContentPath target) {
        String base = site.basePath();
        if (target instanceof ContentPath.NoticePath notice) {
            return languageUrl(notice.language(), "/notices/" + notice.year() + "/" + notice.slug() + "/");
        }
        if (target instanceof ContentPath.PagePath page) {
            return languageUrl(page.language(), "/" + page.name() + "/");
        }
        ContentPath.AttachmentPath file = (ContentPath.AttachmentPath) target;
        return Optional.of(
                base + "notices/" + file.year() + "/" + file.slug() + "/" + PercentEncoding.encode(file.file()));
    }

    private Optional<String> languageUrl(String language, String below) {
        return site.language(language).map(found -> site.basePath() + found.key() + below);
    }

    /** The relative path from one file below the content folder to another: {@code ../2022/b.zh.md}. */
    public static String relative(String from, String to) {
        Deque<String> fromNames = new ArrayDeque<>(List.of(from.split("/")));
        Deque<String> toNames = new ArrayDeque<>(List.of(to.split("/")));
        while (fromNames.size() > 1
                && toNames.size() > 1
                && fromNames.peekFirst().equals(toNames.peekFirst())) {
            fromNames.removeFirst();
            toNames.removeFirst();
        }
        StringBuilder path = new StringBuilder("../".repeat(fromNames.size() - 1));
        for (Iterator<String> names = toNames.iterator(); names.hasNext(); ) {
            path.append(names.next()).append(names.hasNext() ? "/" : "");
        }
        return path.toString();
    }
}
