package io.noticepress.preview.site;

import io.noticepress.plan.InputDigests;
import io.noticepress.plan.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The pages that were requested last, up to a total size, each as it was last rendered. Safe for use by several threads. */
final class PageCache {
    private static final long MAX_BYTES = 48L * 1024 * 1024;
    private static final int MAX_PAGE_BYTES = 2 * 1024 * 1024;

    private record CachedPage(InputDigests inputs, RenderedPage page) {}

    private final Map<String, CachedPage> cached = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** A rendered page, if it was rendered from the inputs it is planned with. */
    synchronized Optional<RenderedPage> find(Page page) {
        return Optional.ofNullable(cached.get(page.address().file()))
                .filter(known -> known.inputs().equals(page.inputs()))
                .map(CachedPage::page);
    }

    /** The page that was last rendered for a file, from whatever inputs. */
    synchronized Optional<RenderedPage> lastGood(String file) {
        return Optional.ofNullable(cached.get(file)).map(CachedPage::page);
    }

    /** Adds a page, and evicts the least recently used ones. */
    synchronized void put(Page page, RenderedPage renderedPage) {
        if (renderedPage.bytes().length > MAX_PAGE_BYTES) {
            return;
        }
        CachedPage before = cached.put(page.address().file(), new CachedPage(page.inputs(), renderedPage));
        bytes += renderedPage.bytes().length
                - (before == null ? 0 : before.page().bytes().length);
        var eldest = cached.values().iterator();
        while (bytes > MAX_BYTES) {
            bytes -= eldest.next().page().bytes().length;
            eldest.remove();
        }
    }
}
