package io.noticepress.preview.site;

import io.noticepress.plan.InputDigests;
import io.noticepress.plan.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files that were printed last, up to a number of bytes; of each the last good one. Safe for use by several threads. */
final class PageCache {
    private static final long MAX_BYTES = 48L * 1024 * 1024;
    private static final int MAX_PAGE_BYTES = 2 * 1024 * 1024;

    private record CachedPage(InputDigests inputs, RenderedPage page) {}

    private final Map<String, CachedPage> cached = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** The proof of a page as it is planned now. */
    synchronized Optional<RenderedPage> find(Page page) {
        return Optional.ofNullable(cached.get(page.address().file()))
                .filter(known -> known.inputs().equals(page.inputs()))
                .map(CachedPage::page);
    }

    /** The last good proof of an address, whatever it was made from. */
    synchronized Optional<RenderedPage> lastGood(String file) {
        return Optional.ofNullable(cached.get(file)).map(CachedPage::page);
    }

    /** Keeps a proof, and lets go of those that were not asked for the longest. */
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
