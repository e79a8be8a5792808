package io.noticepress.preview.site;

import io.noticepress.catalog.Catalog;
import io.noticepress.model.values.Digest;
import io.noticepress.pipeline.SiteContent;
import io.noticepress.pipeline.TextCache;
import io.noticepress.plan.Page;
import io.noticepress.render.PageRenderer;
import io.noticepress.render.Theme;
import java.util.Map;

/**
 * The site as it would be published at one moment. Immutable.
 *
 * @param theme it is dressed in
 * @param renderDigest the digest of that theme and the generator
 * @param renderer that prints its pages
 * @param pages by their files, without those that depend on what is found in texts
 * @param texts as they were at that moment
 */
record SiteSnapshot(
        SiteContent content,
        Catalog catalog,
        Theme theme,
        Digest renderDigest,
        PageRenderer renderer,
        Map<String, Page> pages,
        TextCache texts) {}
