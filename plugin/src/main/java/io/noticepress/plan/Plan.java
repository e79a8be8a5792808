package io.noticepress.plan;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.TranslationBacklog;
import io.noticepress.model.Notice;
import io.noticepress.model.values.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Every page there shall be, in the order of their addresses, but for those that are known later, which follow.
 *
 * <p>Pages depend on facts only: what a text says never changes another notice's page, so that all fingerprints are known
 * before any text is read. Those of {@link #withTranslations} and {@link #withSearch} are the exception.
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
     * @param press the digest of the generator and the theme
     * @param assets the theme's assets
     * @param schemas names of the JSON Schemas to publish
     */
    public static Plan of(Catalog catalog, Digest press, List<Page.AssetFile> assets, List<String> schemas) {
        return new PlanBuilder(catalog, press).build(assets, schemas);
    }

    /**
     * The part of the plan of a site that is made from some notices. If of all notices only the words of these are others than
     * before, everything else is still as it was planned.
     *
     * @param renamed whether lists, feeds and the notices they are tied to are among it, which show no more of them than titles
     */
    public static Plan of(Catalog catalog, Digest press, List<Notice> retold, boolean renamed) {
        return new PlanBuilder(catalog, press).buildChanged(retold, renamed);
    }

    /**
     * The same with the pages that tell of the translations. They alone depend on what was found in texts, namely on which
     * translations are behind, and are planned when all texts were read.
     */
    public Plan withTranslations(Catalog catalog, Digest press, TranslationBacklog translationBacklog) {
        return plus(TranslationPages.pages(catalog, press, translationBacklog));
    }

    /**
     * The same with the files of the search, which are made from texts, too, and its pages, which name them. The sitemaps
     * leave those pages out: there is nothing on them before something is looked for.
     */
    public Plan withSearch(Catalog catalog, Digest press, SearchFiles search) {
        List<Page> found = new ArrayList<>(search.files());
        found.addAll(search.pages(
                PageFingerprints.environment(catalog, press), catalog.site().languages()));
        return plus(found);
    }

    private Plan plus(List<Page> more) {
        List<Page> all = new ArrayList<>(pages.size() + more.size());
        all.addAll(pages);
        more.stream().sorted(Comparator.comparing(Page::address)).forEach(all::add);
        return new Plan(all);
    }

    /** The pages that were added to a plan since it was another one. */
    public List<Page> addedSince(Plan other) {
        return pages.subList(other.pages.size(), pages.size());
    }
}
