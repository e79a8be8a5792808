package io.noticepress.content.links;

import io.noticepress.content.files.ContentFolder;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses that relative paths in one text have on the site. From {@code notices/2023/a.zh.md}:
 *
 * <pre>
 * ../2022/b.zh.md         /docs/zh/notices/2022/b/
 * a/附件 1.pdf            /docs/notices/2023/a/%E9%99%84%E4%BB%B6%201.pdf
 * ../../pages/about.en.md /docs/en/about/
 * </pre>
 */
public final class LinkResolver implements UrlResolver {
    private static final Pattern NOTICE = Pattern.compile("notices/(\\d{4})/([a-z0-9-]+)\\.([a-z0-9-]+)\\.md");
    private static final Pattern PAGE = Pattern.compile("pages/([a-z0-9-]+)\\.([a-z0-9-]+)\\.md");
    private static final Pattern FILE = Pattern.compile("notices/(\\d{4})/([a-z0-9-]+)/(.+)");

    private final Site site;
    private final String source;
    private final Map<String, ImageSize> pictureSizes;

    private LinkResolver(Site site, String source, Map<String, ImageSize> pictureSizes) {
        this.site = site;
        this.source = source;
        this.pictureSizes = pictureSizes;
    }

    /** The addresses for the text of a path below the content folder. */
    public static LinkResolver of(String source, Site site) {
        return of(source, site, Map.of());
    }

    /** The same, with the sizes of the pictures beside the text, by their paths below the content folder, in NFC. */
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

    /** What a path leads to; empty if nothing of the site can have it. Whether it exists is another question. */
    Optional<LinkTarget> target(String path) {
        return resolve(path).flatMap(LinkResolver::parseTarget);
    }

    /** The path below the content folder that a relative path means; empty if it leads out of it or is no relative path. */
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

    private static Optional<LinkTarget> parseTarget(String path) {
        Matcher notice = NOTICE.matcher(path);
        if (notice.matches()) {
            return Optional.of(new LinkTarget.NoticeTarget(notice.group(1), notice.group(2), notice.group(3)));
        }
        Matcher page = PAGE.matcher(path);
        if (page.matches()) {
            return Optional.of(new LinkTarget.PageTarget(page.group(1), page.group(2)));
        }
        Matcher file = FILE.matcher(path);
        return file.matches()
                ? Optional.of(new LinkTarget.FileTarget(file.group(1), file.group(2), ContentFolder.nfc(file.group(3))))
                : Optional.empty();
    }

    private Optional<String> url(LinkTarget linkTarget) {
        String base = site.basePath();
        if (linkTarget instanceof LinkTarget.NoticeTarget notice) {
            return languageUrl(notice.language(), "/notices/" + notice.year() + "/" + notice.slug() + "/");
        }
        if (linkTarget instanceof LinkTarget.PageTarget page) {
            return languageUrl(page.language(), "/" + page.name() + "/");
        }
        LinkTarget.FileTarget file = (LinkTarget.FileTarget) linkTarget;
        return Optional.of(
                base + "notices/" + file.year() + "/" + file.slug() + "/" + PercentEncoding.encode(file.file()));
    }

    private Optional<String> languageUrl(String language, String below) {
        return site.language(language).map(found -> site.basePath() + found.key() + below);
    }

    /** The relative path from one file below the content folder to another: {@code ../2022/b.zh.md}. */
    public static String relative(String from, String to) {
        Deque<String> here = new ArrayDeque<>(List.of(from.split("/")));
        Deque<String> there = new ArrayDeque<>(List.of(to.split("/")));
        while (here.size() > 1 && there.size() > 1 && here.peekFirst().equals(there.peekFirst())) {
            here.removeFirst();
            there.removeFirst();
        }
        StringBuilder path = new StringBuilder("../".repeat(here.size() - 1));
        for (Iterator<String> names = there.iterator(); names.hasNext(); ) {
            path.append(names.next()).append(names.hasNext() ? "/" : "");
        }
        return path.toString();
    }
}
