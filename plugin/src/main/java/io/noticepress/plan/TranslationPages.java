package io.noticepress.plan;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.Category;
import io.noticepress.catalog.CategoryType;
import io.noticepress.catalog.TranslationBacklog;
import io.noticepress.model.Notice;
import io.noticepress.model.site.Language;
import io.noticepress.model.values.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pages about the state of translations: one per language and, if the site has more notices than a list page, one per year.
 * Years without gaps have a page too, so that the set of pages depends on facts only, not on texts.
 */
final class TranslationPages {
    private TranslationPages() {}

    /** Addresses of all of them. */
    static List<Address> addresses(Catalog catalog) {
        List<Address> addresses = new ArrayList<>();
        for (Optional<Category> year : scopes(catalog)) {
            for (Language language : catalog.site().languages()) {
                addresses.add(Addresses.translations(language, year));
            }
        }
        return addresses;
    }

    /** The pages with the digests of what they show. */
    static List<Page> pages(Catalog catalog, Digest renderDigest, TranslationBacklog translationBacklog) {
        PageFingerprints pageFingerprints = new PageFingerprints(catalog);
        Digest environment = PageFingerprints.environment(catalog, renderDigest);
        List<Page> pages = new ArrayList<>();
        for (Optional<Category> year : scopes(catalog)) {
            InputDigests inputDigests = new InputDigests(
                    environment,
                    PageFingerprints.EMPTY,
                    contentDigest(catalog, pageFingerprints, translationBacklog, year));
            for (Language language : catalog.site().languages()) {
                pages.add(new Page.TranslationsPage(
                        Addresses.translations(language, year), inputDigests, translationBacklog, year, language));
            }
        }
        return pages;
    }

    /** The whole site, then each year if there are more notices than fit a page. */
    private static List<Optional<Category>> scopes(Catalog catalog) {
        List<Optional<Category>> scopes = new ArrayList<>();
        if (TranslationBacklog.isApplicable(catalog)) {
            scopes.add(Optional.empty());
            if (catalog.notices().size() > catalog.site().pageSize()) {
                catalog.categories(CategoryType.YEARS).forEach(year -> scopes.add(Optional.of(year)));
            }
        }
        return scopes;
    }

    private static Digest contentDigest(
            Catalog catalog,
            PageFingerprints pageFingerprints,
            TranslationBacklog translationBacklog,
            Optional<Category> year) {
        List<Notice> notices = year.map(Category::notices).orElse(catalog.notices());
        List<TranslationBacklog.IncompleteNotice> entries = translationBacklog.entries(notices);
        if (year.isPresent()) {
            return pageFingerprints.backlogDigest(translationBacklog, notices, entries);
        }
        int most = Math.min(entries.size(), catalog.site().pageSize());
        List<Digest> all = new ArrayList<>();
        all.add(pageFingerprints.backlogDigest(translationBacklog, notices, entries.subList(0, most)));
        all.add(Digest.of(Integer.toString(entries.size())));
        for (Category each : catalog.categories(CategoryType.YEARS)) {
            all.add(Digest.of(
                    each.key(),
                    Integer.toString(translationBacklog.entries(each.notices()).size())));
        }
        return Digest.of(all);
    }
}
