package io.noticepress.render.views.assemble;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.CategoryType;
import io.noticepress.catalog.TranslationBacklog;
import io.noticepress.model.TextPage;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.plan.Addresses;
import io.noticepress.render.template.MessageKey;
import io.noticepress.render.views.NamedLink;
import io.noticepress.render.views.SiteView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands on every page of a language: the site, its home page, its overviews and plain pages. Immutable. */
final class SiteNavigation {
    private final Catalog catalog;
    private final Site site;
    private final SiteUrls siteUrls;
    private final Map<String, ListViewAssembler> views;
    private final String generator;
    private final Map<String, SiteView> siteViews = new HashMap<>();

    SiteNavigation(Catalog catalog, Map<String, ListViewAssembler> views, String generator) {
        this.catalog = catalog;
        this.site = catalog.site();
        this.siteUrls = new SiteUrls(site);
        this.views = views;
        this.generator = generator;
        site.languages().forEach(language -> siteViews.put(language.key(), assembleSite(language)));
    }

    /** The site in a language. */
    SiteView siteView(Language language) {
        return siteViews.get(language.key());
    }

    private SiteView assembleSite(Language language) {
        List<NamedLink> shelves = new ArrayList<>();
        List<NamedLink> pages = new ArrayList<>();
        for (CategoryType kind : CategoryType.values()) {
            if (!catalog.categories(kind).isEmpty()) {
                shelves.add(overviewLink(language, kind));
            }
        }
        for (TextPage page : catalog.pages()) {
            TextPage.TextPageEdition textPageEdition = page.versions().get(language.key());
            if (textPageEdition != null) {
                String href = siteUrls.href(Addresses.text(language, page.name()));
                pages.add(new NamedLink(page.name(), textPageEdition.title(), href));
            }
        }
        if (TranslationBacklog.isApplicable(catalog)) {
            pages.add(translationsLink(language));
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
                siteUrls.href(Addresses.home(language)),
                shelves,
                pages,
                searchLink(language),
                siteUrls.href(Addresses.openSearch(language)),
                generator);
    }

    /** The home page. */
    NamedLink homeLink(Language language) {
        String name = views.get(language.key()).messages().text(MessageKey.NAV_HOME);
        return new NamedLink("home", name, siteUrls.href(Addresses.home(language)));
    }

    /** The search page. */
    NamedLink searchLink(Language language) {
        String name = views.get(language.key()).messages().text(MessageKey.NAV_SEARCH);
        return new NamedLink("search", name, siteUrls.href(Addresses.search(language)));
    }

    /** The state of the translations. */
    NamedLink translationsLink(Language language) {
        String name = views.get(language.key()).messages().text(MessageKey.NAV_TRANSLATIONS);
        return new NamedLink("translations", name, siteUrls.href(Addresses.translations(language, Optional.empty())));
    }

    /** All years, issuers, topics or kinds. */
    NamedLink overviewLink(Language language, CategoryType kind) {
        String name = views.get(language.key()).messages().text(MessageKey.overviewName(kind));
        return new NamedLink(kind.key(), name, siteUrls.href(Addresses.overview(language, kind)));
    }
}
