package io.noticepress.preview.site;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Inventory;
import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.files.PageFiles;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.content.frontmatter.PageReader;
import io.noticepress.model.site.Site;
import io.noticepress.model.values.Digest;
import io.noticepress.pipeline.FactsCache;
import io.noticepress.store.FileStamp;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Front matter kept in memory by a live preview. A notice is read again if one of its files changed. If its front matter is now
 * invalid, it keeps the last valid facts, with the new problems, so that lists do not change while somebody types.
 */
final class LiveFactsCache implements FactsCache {
    private record CachedFacts<F, T>(F files, List<Optional<FileStamp>> stamps, T result) {}

    private final ContentFolder folder;
    private final Map<SourceUnit, CachedFacts<NoticeFiles, NoticeFacts>> notices = new ConcurrentHashMap<>();
    private final Map<SourceUnit, CachedFacts<PageFiles, PageReader.PageFacts>> pages = new ConcurrentHashMap<>();
    private final Set<SourceUnit> touched = ConcurrentHashMap.newKeySet();
    private Optional<Digest> settings = Optional.empty();
    private boolean checkStamps;

    LiveFactsCache(ContentFolder folder) {
        this.folder = folder;
    }

    /**
     * Prepares for reading the content.
     *
     * @param changed paths below the content folder that changed since it was last read
     * @param checkStamps whether other files may have changed too, so that their stamps must be compared
     */
    void beginRead(Site site, Set<String> changed, boolean checkStamps) {
        if (!settings.equals(Optional.of(site.digest()))) {
            notices.clear();
            pages.clear();
            settings = Optional.of(site.digest());
        }
        changed.forEach(path -> touched.add(SourceUnit.ofSource(path)));
        this.checkStamps = checkStamps;
    }

    @Override
    public NoticeFacts notice(Site site, NoticeFiles files, Function<NoticeFiles, NoticeFacts> read) {
        SourceUnit unit = SourceUnit.of(files);
        CachedFacts<NoticeFiles, NoticeFacts> cachedFacts = notices.get(unit);
        if (isUnchanged(unit, cachedFacts, files, files.paths())) {
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
        notices.put(unit, new CachedFacts<>(files, stamps, noticeFacts));
        touched.remove(unit);
        return noticeFacts;
    }

    @Override
    public PageReader.PageFacts page(Site site, PageFiles files, Function<PageFiles, PageReader.PageFacts> read) {
        SourceUnit unit = SourceUnit.of(files);
        CachedFacts<PageFiles, PageReader.PageFacts> cachedFacts = pages.get(unit);
        if (isUnchanged(unit, cachedFacts, files, files.paths())) {
            return cachedFacts.result();
        }
        List<Optional<FileStamp>> stamps = readStamps(files.paths());
        PageReader.PageFacts page = read.apply(files);
        if (page.page().isEmpty() && cachedFacts != null) {
            page = new PageReader.PageFacts(cachedFacts.result().page(), page.texts(), page.problems());
        }
        pages.put(unit, new CachedFacts<>(files, stamps, page));
        touched.remove(unit);
        return page;
    }

    /** Drops what is not in an inventory, and marks everything else as up to date. */
    void retain(Inventory inventory) {
        Set<SourceUnit> units = new HashSet<>();
        inventory.notices().forEach(files -> units.add(SourceUnit.of(files)));
        inventory.pages().forEach(files -> units.add(SourceUnit.of(files)));
        notices.keySet().retainAll(units);
        pages.keySet().retainAll(units);
        touched.clear();
    }

    private boolean isUnchanged(SourceUnit unit, CachedFacts<?, ?> cachedFacts, Object files, List<String> paths) {
        return cachedFacts != null
                && !touched.contains(unit)
                && cachedFacts.files().equals(files)
                && (!checkStamps || cachedFacts.stamps().equals(readStamps(paths)));
    }

    private List<Optional<FileStamp>> readStamps(List<String> paths) {
        return paths.stream().map(folder::stamp).toList();
    }
}
