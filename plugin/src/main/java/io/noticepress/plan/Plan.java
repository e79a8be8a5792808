package io.noticepress.plan;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.TranslationBacklog;
import io.noticepress.model.Notice;
import io.noticepress.model.values.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All pages of the site by address, followed by those that can be planned only when the texts are known.
 *
 * <p>Pages depend on facts only: the text of a notice never changes another notice's page. So all digests are known before any
 * text is read. The pages of {@link #withTranslations} and {@link #withSearch} are the exceptions.
 */
public record Plan(List<Page> pages) {
    /** Notices on a home page. */
    public static final int HOME_NOTICES = 10;

    /** Entries of a feed. */
    public static final int FEED_ENTRIES = 50;

    /** URLs in one sitemap; the protocol allows 50,000 (sitemaps.org). */
    public static final int SITEMAP_URLS = 45_000;

    public Plan {
        pages = List.copyOf(pages);
    }

    /**
     * The plan of a site.
     *
     * @param renderDigest of the generator and the theme
     * @param assets of the theme
     * @param schemas names of the JSON Schemas to publish
     */
    public static Plan of(Catalog catalog, Digest renderDigest, List<Page.AssetFile> assets, List<String> schemas) {
        return new PlanBuilder(catalog, renderDigest).build(assets, schemas);
    }

    /**
     * The pages that depend on changed notices. If only the words of these notices changed, all other pages stay as planned.
     *
     * @param titlesChanged whether more than texts changed, so that lists, feeds and related notices are included
     */
    public static Plan of(Catalog catalog, Digest renderDigest, List<Notice> changed, boolean titlesChanged) {
        return new PlanBuilder(catalog, renderDigest).buildChanged(changed, titlesChanged);
    }

    /**
     * This plan with the pages about translations. They depend on texts, namely on which translations are outdated, and are
     * planned after all texts were read.
     */
    public Plan withTranslations(Catalog catalog, Digest renderDigest, TranslationBacklog translationBacklog) {
        return plus(TranslationPages.pages(catalog, renderDigest, translationBacklog));
    }

    /**
     * This plan with the files of the search, which are made from texts, and the search pages, which name those files. Sitemaps
     * leave search pages out, because they are empty without a query.
     */
    public Plan withSearch(Catalog catalog, Digest renderDigest, SearchFiles search) {
        List<Page> added = new ArrayList<>(search.files());
        added.addAll(search.pages(
                PageFingerprints.environment(catalog, renderDigest),
                catalog.site().languages()));
        return plus(added);
    }

    private Plan plus(List<Page> more) {
        List<Page> all = new ArrayList<>(pages.size() + more.size());
        all.addAll(pages);
        more.stream().sorted(Comparator.comparing(Page::address)).forEach(all::add);
        return new Plan(all);
    }

    /** The pages added to an earlier plan. */
    public List<Page> addedSince(Plan other) {
        return pages.subList(other.pages.size(), pages.size());
    }
}
