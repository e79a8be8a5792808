package io.noticepress.pipeline;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.TranslationBacklog;
import io.noticepress.model.values.Digest;
import io.noticepress.plan.Plan;
import io.noticepress.plan.SearchFiles;
import io.noticepress.render.PageRenderer;
import io.noticepress.render.Theme;
import java.util.List;

/**
 * The site at one moment: everything that is needed to plan its pages and to render any of them. Immutable, except that
 * {@code texts} caches what was parsed.
 *
 * @param texts the bodies of that content, parsed when they are needed
 * @param renderDigest digest of the program and the theme, an input of every page
 */
public record SiteSnapshot(
        SiteContent content,
        TextCache texts,
        Theme theme,
        Digest renderDigest,
        Catalog catalog,
        PageRenderer renderer) {

    static SiteSnapshot of(SiteContent content, TextCache texts, Theme theme, GeneratorVersion generatorVersion) {
        Catalog catalog = content.catalog();
        return new SiteSnapshot(
                content,
                texts,
                theme,
                Digest.of(List.of(generatorVersion.digestOfJar(), theme.digest())),
                catalog,
                new PageRenderer(theme, catalog, generatorVersion.name()));
    }

    /** Plans all pages but those of {@link #planTranslations} and {@link #planSearch}; no text is read for it. */
    public Plan plan() {
        return Plan.of(catalog, renderDigest, theme.assetPages(), PageRenderer.SCHEMA_NAMES);
    }

    /** Adds the pages about the state of the translations to a plan. */
    public Plan planTranslations(Plan plan, TranslationBacklog backlog) {
        return plan.withTranslations(catalog, renderDigest, backlog);
    }

    /** Adds the files and pages of the search to a plan. */
    public Plan planSearch(Plan plan, SearchFiles searchFiles) {
        return plan.withSearch(catalog, renderDigest, searchFiles);
    }
}
