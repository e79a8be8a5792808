package io.noticepress.preview.site;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.files.PageFiles;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.content.frontmatter.PageReader;
import io.noticepress.model.site.Site;
import io.noticepress.model.values.Digest;
import io.noticepress.pipeline.FactsCache;
import io.noticepress.pipeline.SiteContent;
import io.noticepress.store.FileStamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The facts of a site that is held in memory. A notice whose files were touched is read again. One whose facts are now broken
 * keeps the last good ones, with the new problems, so that lists stay what they were while somebody types.
 */
final class LiveFactsCache implements FactsCache {
    private record CachedFacts<F, T>(F files, List<Optional<FileStamp>> stamps, T result) {}

    private final ContentFolder folder;
    private final Map<String, CachedFacts<NoticeFiles, NoticeFacts>> notices = new ConcurrentHashMap<>();
    private final Map<String, CachedFacts<PageFiles, PageReader.PageFacts>> pages = new ConcurrentHashMap<>();
    private final Set<String> touched = ConcurrentHashMap.newKeySet();
    private Optional<Digest> settings = Optional.empty();
    private boolean checkStamps;

    LiveFactsCache(ContentFolder folder) {
        this.folder = folder;
    }

    /** Before a reading: what was touched since the last, and whether anything else may have been. */
    void beginRead(Site site, Set<String> paths, boolean anything) {
        if (!settings.equals(Optional.of(site.digest()))) {
            notices.clear();
            pages.clear();
            settings = Optional.of(site.digest());
        }
        paths.forEach(path -> touched.add(ownerOf(path)));
        checkStamps = anything;
    }

    /** The notice or page a path belongs to: {@code notices/2030/kx-2030-6} of its editions and its folder. */
    static String ownerOf(String path) {
        String[] names = path.split("/", 4);
        int own = names[0].equals("notices") ? 2 : 1;
        StringBuilder key = new StringBuilder(names[0]);
        for (int i = 1; i <= own && i < names.length; i++) {
            String name = names[i];
            key.append('/').append(i == own && name.indexOf('.') > 0 ? name.substring(0, name.indexOf('.')) : name);
        }
        return key.toString();
    }

    @Override
    public NoticeFacts notice(Site site, NoticeFiles files, Function<NoticeFiles, NoticeFacts> read) {
        String key = "notices/" + files.year() + "/" + files.slug();
        CachedFacts<NoticeFiles, NoticeFacts> cachedFacts = notices.get(key);
        if (isUnchanged(key, cachedFacts, files, files.paths())) {
            return cachedFacts.result();
        }
        List<Optional<FileStamp>> stamps = readStamps(files.paths());
        NoticeFacts noticeFacts = read.apply(files);
        if (noticeFacts.notice().isEmpty() && cachedFacts != null) {
            noticeFacts = new NoticeFacts(
                    files,
                    cachedFacts.result().notice(),
                    noticeFacts.draft(),
                    noticeFacts.texts(),
                    noticeFacts.problems());
        }
        notices.put(key, new CachedFacts<>(files, stamps, noticeFacts));
        touched.remove(key);
        return noticeFacts;
    }

    @Override
    public PageReader.PageFacts page(Site site, PageFiles files, Function<PageFiles, PageReader.PageFacts> read) {
        String key = "pages/" + files.name();
        CachedFacts<PageFiles, PageReader.PageFacts> cachedFacts = pages.get(key);
        if (isUnchanged(key, cachedFacts, files, files.paths())) {
            return cachedFacts.result();
        }
        List<Optional<FileStamp>> stamps = readStamps(files.paths());
        PageReader.PageFacts page = read.apply(files);
        if (page.page().isEmpty() && cachedFacts != null) {
            page = new PageReader.PageFacts(cachedFacts.result().page(), page.texts(), page.problems());
        }
        pages.put(key, new CachedFacts<>(files, stamps, page));
        touched.remove(key);
        return page;
    }

    /** Forgets what is no longer there. */
    void retain(SiteContent siteContent) {
        Set<String> slugs = ConcurrentHashMap.newKeySet();
        siteContent.inventory().notices().forEach(files -> slugs.add("notices/" + files.year() + "/" + files.slug()));
        siteContent.inventory().pages().forEach(files -> slugs.add("pages/" + files.name()));
        notices.keySet().retainAll(slugs);
        pages.keySet().retainAll(slugs);
        touched.clear();
    }

    private boolean isUnchanged(String key, CachedFacts<?, ?> cachedFacts, Object files, List<String> paths) {
        return cachedFacts != null
                && !touched.contains(key)
                && cachedFacts.files().equals(files)
                && (!checkStamps || cachedFacts.stamps().equals(readStamps(paths)));
    }

    private List<Optional<FileStamp>> readStamps(List<String> paths) {
        return paths.stream().map(folder::stamp).toList();
    }
}
