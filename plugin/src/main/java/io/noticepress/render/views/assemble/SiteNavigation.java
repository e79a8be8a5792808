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

/** Assembles what all pages in a language show of the site: its texts, its menus, its main pages. Immutable. */
final class SiteNavigation {
    private final Catalog catalog;
    private final Site site;
    private final SiteUrls siteUrls;
    private final Map<String, LanguageContext> contexts;
    private final String generator;
    private final Map<String, SiteView> siteViews = new HashMap<>();

    SiteNavigation(Catalog catalog, Map<String, LanguageContext> contexts, String generator) {
        this.catalog = catalog;
        this.site = catalog.site();
        this.siteUrls = new SiteUrls(site);
        this.contexts = contexts;
        this.generator = generator;
        site.languages().forEach(language -> siteViews.put(language.key(), assembleSite(language)));
    }

    /** The site in a language, as templates see it. */
    SiteView siteView(Language language) {
        return siteViews.get(language.key());
    }

    private SiteView assembleSite(Language language) {
        List<NamedLink> overviews = new ArrayList<>();
        List<NamedLink> pages = new ArrayList<>();
        for (CategoryType type : CategoryType.values()) {
            if (!catalog.categories(type).isEmpty()) {
                overviews.add(overviewLink(language, type));
            }
        }
        for (TextPage page : catalog.pages()) {
            TextPage.TextPageEdition edition = page.versions().get(language.key());
            if (edition != null) {
                String href = siteUrls.href(Addresses.text(language, page.name()));
                pages.add(new NamedLink(page.name(), edition.title(), href));
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
                overviews,
                pages,
                searchLink(language),
                siteUrls.href(Addresses.openSearch(language)),
                generator);
    }

    /** A link to the home page. */
    NamedLink homeLink(Language language) {
        String name = contexts.get(language.key()).messages().text(MessageKey.NAV_HOME);
        return new NamedLink("home", name, siteUrls.href(Addresses.home(language)));
    }

    /** A link to the search page. */
    NamedLink searchLink(Language language) {
        String name = contexts.get(language.key()).messages().text(MessageKey.NAV_SEARCH);
        return new NamedLink("search", name, siteUrls.href(Addresses.search(language)));
    }

    /** A link to the translation status page. */
    NamedLink translationsLink(Language language) {
        String name = contexts.get(language.key()).messages().text(MessageKey.NAV_TRANSLATIONS);
        return new NamedLink("translations", name, siteUrls.href(Addresses.translations(language, Optional.empty())));
    }

    /** A link to the overview of all years, issuers, topics or kinds. */
    NamedLink overviewLink(Language language, CategoryType type) {
        String name = contexts.get(language.key()).messages().text(MessageKey.overviewName(type));
        return new NamedLink(type.key(), name, siteUrls.href(Addresses.overview(language, type)));
    }
}
