package io.noticepress.preview.site;

import io.noticepress.pipeline.SiteSnapshot;
import io.noticepress.plan.Page;
import io.noticepress.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The site that the preview shows at one moment.
 *
 * @param pages by the paths of their files; those about translations and of the search are planned later, see {@link #addedPages}
 */
record LiveSnapshot(SiteSnapshot site, Map<String, Page> pages) {
    /** Plans all pages. */
    static LiveSnapshot of(SiteSnapshot site) {
        return new LiveSnapshot(site, byFile(site.plan()));
    }

    /** Plans only the pages that a change affects; all others are those of the previous snapshot. */
    static LiveSnapshot of(SiteSnapshot site, LiveSnapshot previous, TextOnlyChange change) {
        Map<String, Page> pages = new HashMap<>(previous.pages);
        pages.putAll(
                byFile(Plan.of(site.catalog(), site.renderDigest(), change.changedNotices(), change.titlesChanged())));
        return new LiveSnapshot(site, pages);
    }

    /** The pages that are added to an empty plan, by the paths of their files. */
    static Map<String, Page> addedPages(Function<Plan, Plan> addition) {
        return byFile(addition.apply(new Plan(List.of())));
    }

    private static Map<String, Page> byFile(Plan plan) {
        Map<String, Page> pages = new HashMap<>(plan.pages().size() * 2);
        plan.pages().forEach(page -> pages.put(page.address().file(), page));
        return pages;
    }
}
