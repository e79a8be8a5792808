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
 * The pages about the translations. One per language tells it all; where there are more notices than a page holds, each
 * year has one too, whatever is wanting, so that which pages there are depends on facts alone.
 */
final class TranslationPages {
    private TranslationPages() {}

    /** Where they stand. */
    static List<Address> addresses(Catalog catalog) {
        List<Address> addresses = new ArrayList<>();
        for (Optional<Category> year : scopes(catalog)) {
            for (Language language : catalog.site().languages()) {
                addresses.add(Addresses.translations(language, year));
            }
        }
        return addresses;
    }

    /** The pages. */
    static List<Page> pages(Catalog catalog, Digest press, TranslationBacklog translationBacklog) {
        PageFingerprints pageFingerprints = new PageFingerprints(catalog);
        Digest surroundings = PageFingerprints.environment(catalog, press);
        List<Page> pages = new ArrayList<>();
        for (Optional<Category> year : scopes(catalog)) {
            InputDigests inputDigests = new InputDigests(
                    surroundings,
                    PageFingerprints.EMPTY,
                    contentDigest(catalog, pageFingerprints, translationBacklog, year));
            for (Language language : catalog.site().languages()) {
                pages.add(new Page.TranslationsPage(
                        Addresses.translations(language, year), inputDigests, translationBacklog, year, language));
            }
        }
        return pages;
    }

    /** Everything, then each year if all of it is too much for one page. */
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
