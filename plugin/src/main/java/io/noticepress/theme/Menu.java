package io.noticepress.theme;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.CategoryType;
import io.noticepress.catalog.TranslationBacklog;
import io.noticepress.model.Language;
import io.noticepress.model.Site;
import io.noticepress.model.TextPage;
import io.noticepress.plan.Addresses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands on every page of a language: the site, its home page, its overviews and plain pages. Immutable. */
final class Menu {
    private final Catalog catalog;
    private final Site site;
    private final Urls urls;
    private final Map<String, Views> views;
    private final String generator;
    private final Map<String, SiteView> sites = new HashMap<>();

    Menu(Catalog catalog, Map<String, Views> views, String generator) {
        this.catalog = catalog;
        this.site = catalog.site();
        this.urls = new Urls(site);
        this.views = views;
        this.generator = generator;
        site.languages().forEach(language -> sites.put(language.key(), view(language)));
    }

    /** The site in a language. */
    SiteView site(Language language) {
        return sites.get(language.key());
    }

    private SiteView view(Language language) {
        List<Named> shelves = new ArrayList<>();
        List<Named> pages = new ArrayList<>();
        for (CategoryType kind : CategoryType.values()) {
            if (!catalog.categories(kind).isEmpty()) {
                shelves.add(overview(language, kind));
            }
        }
        for (TextPage page : catalog.pages()) {
            TextPage.TextPageEdition textPageEdition = page.versions().get(language.key());
            if (textPageEdition != null) {
                String href = urls.href(Addresses.text(language, page.name()));
                pages.add(new Named(page.name(), textPageEdition.title(), href));
            }
        }
        if (TranslationBacklog.isApplicable(catalog)) {
            pages.add(translations(language));
        }
        return new SiteView(
                language.title(),
                language.description(),
                site.publisher().in(language),
                site.contact().in(language),
                site.footer().in(language),
                site.siteIdCode().orElse(""),
                site.icp().orElse(""),
                site.policeRecord().orElse(""),
                urls.href(Addresses.home(language)),
                shelves,
                pages,
                search(language),
                urls.href(Addresses.openSearch(language)),
                generator);
    }

    /** The home page. */
    Named home(Language language) {
        String name = views.get(language.key()).say().word(Word.NAV_HOME);
        return new Named("home", name, urls.href(Addresses.home(language)));
    }

    /** The search page. */
    Named search(Language language) {
        String name = views.get(language.key()).say().word(Word.NAV_SEARCH);
        return new Named("search", name, urls.href(Addresses.search(language)));
    }

    /** The state of the translations. */
    Named translations(Language language) {
        String name = views.get(language.key()).say().word(Word.NAV_TRANSLATIONS);
        return new Named("translations", name, urls.href(Addresses.translations(language, Optional.empty())));
    }

    /** All years, issuers, topics or kinds. */
    Named overview(Language language, CategoryType kind) {
        String name = views.get(language.key()).say().word(Word.overview(kind));
        return new Named(kind.key(), name, urls.href(Addresses.overview(language, kind)));
    }
}
