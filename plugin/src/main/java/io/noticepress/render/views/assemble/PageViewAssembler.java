package io.noticepress.render.views.assemble;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.Category;
import io.noticepress.catalog.CategoryType;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.TextPage;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.plan.Address;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Page;
import io.noticepress.render.template.MessageKey;
import io.noticepress.render.template.SafeHtml;
import io.noticepress.render.views.NamedLink;
import io.noticepress.render.views.PageView;
import io.noticepress.render.views.SiteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Assembles what surrounds the content of a page: head, language links, breadcrumb trail. Immutable. */
public final class PageViewAssembler {
    private final Catalog catalog;
    private final Site site;
    private final SiteUrls siteUrls;
    private final LanguageLinks languageLinks;
    private final SiteNavigation navigation;
    private final Map<String, LanguageContext> contexts;

    /** @param contexts by language key */
    public PageViewAssembler(Catalog catalog, Map<String, LanguageContext> contexts, String generator) {
        this.catalog = catalog;
        this.site = catalog.site();
        this.siteUrls = new SiteUrls(site);
        this.languageLinks = new LanguageLinks(site);
        this.contexts = contexts;
        this.navigation = new SiteNavigation(catalog, contexts, generator);
    }

    public SiteView siteView(Language language) {
        return navigation.siteView(language);
    }

    public PageView chooser(Page page) {
        Language language = site.defaultLanguage();
        return new PageViewBuilder("chooser", language, language.title())
                .title(String.join(
                        " | ", site.languages().stream().map(Language::title).toList()))
                .description(language.description())
                .canonical(siteUrls.absolute(page.address()))
                .alternates(languageLinks.homeAlternates())
                .metas(MetaTags.site(site, language))
                .build();
    }

    public PageView notFound() {
        Language language = site.defaultLanguage();
        String heading = context(language).messages().text(MessageKey.NOTFOUND_HEADING);
        return new PageViewBuilder("not-found", language, heading)
                .title(title(language, heading))
                .metas(List.of(new PageView.MetaTag("robots", "noindex")))
                .build();
    }

    public PageView home(Page.HomePage page) {
        Language language = page.language();
        return new PageViewBuilder("home", language, language.title())
                .description(language.description())
                .canonical(siteUrls.absolute(page.address()))
                .alternates(languageLinks.homeAlternates())
                .metas(MetaTags.site(site, language))
                .feeds(feeds(language, Optional.empty()))
                .languages(languageLinks.completeSwitch(language, Addresses::home))
                .build();
    }

    public PageView overview(Page.OverviewPage page) {
        Language language = page.language();
        String heading = context(language).messages().text(MessageKey.overviewName(page.type()));
        Function<Language, Address> address = other -> Addresses.overview(other, page.type());
        return listPage(
                "overview",
                language,
                heading,
                address,
                feeds(language, Optional.empty()),
                List.of(navigation.homeLink(language)));
    }

    public PageView list(Page.ListPage page) {
        Language language = page.language();
        LanguageContext context = context(language);
        Category category = page.category();
        List<NamedLink> trail = new ArrayList<>(
                List.of(navigation.homeLink(language), navigation.overviewLink(language, category.type())));
        category.parent()
                .flatMap(key -> catalog.category(category.type(), key))
                .map(context::categoryLink)
                .ifPresent(trail::add);
        String heading = context.categoryName(category);
        if (page.number() > 0) {
            trail.add(context.categoryLink(category));
            heading += context.messages().text(MessageKey.LIST_PAGE, Integer.toString(page.number()));
        }
        Function<Language, Address> address = other -> Addresses.list(other, category, page.number());
        Optional<Category> feed = category.type() == CategoryType.ISSUERS || category.type() == CategoryType.TOPICS
                ? Optional.of(category)
                : Optional.empty();
        return listPage("list", language, heading, address, feeds(language, feed), trail);
    }

    public PageView text(Page.LocalizedTextPage page) {
        TextPage.TextPageEdition edition = page.version();
        Language language = edition.language();
        List<Language> existing = page.text().versions().values().stream()
                .map(TextPage.TextPageEdition::language)
                .toList();
        Function<Language, Address> address =
                other -> Addresses.text(other, page.text().name());
        return new PageViewBuilder("text", language, edition.title())
                .title(title(language, edition.title()))
                .description(edition.summary())
                .canonical(siteUrls.absolute(page.address()))
                .alternates(languageLinks.alternates(existing, existing.get(0), address))
                .metas(MetaTags.column(site, language, edition.title(), edition.summary(), ""))
                .feeds(feeds(language, Optional.empty()))
                .languages(languageLinks.languageSwitch(language, existing, existing.get(0), address))
                .trail(List.of(navigation.homeLink(language)))
                .build();
    }

    public PageView notice(Page.NoticePage page, SafeHtml jsonLd) {
        Notice notice = page.notice();
        Edition edition = page.edition();
        Language language = edition.language();
        Language original = notice.originalEdition().language();
        List<Language> existing =
                notice.editions().values().stream().map(Edition::language).toList();
        Function<Language, Address> address = other -> Addresses.notice(other, notice);
        String description = NoticeDescription.of(notice, edition);
        return new PageViewBuilder("notice", language, edition.title())
                .title(title(language, edition.title()))
                .description(description)
                .canonical(siteUrls.absolute(page.address()))
                .alternates(languageLinks.alternates(existing, original, address))
                .metas(MetaTags.article(site, notice, edition, description))
                .feeds(feeds(language, Optional.empty()))
                .data(jsonLd)
                .languages(languageLinks.languageSwitch(language, existing, original, address))
                .trail(noticeTrail(language, notice))
                .build();
    }

    public PageView parallel(Page.ParallelPage page) {
        Language language = site.defaultLanguage();
        Notice notice = page.notice();
        return new PageViewBuilder("parallel", language, page.left().title())
                .title(title(
                        language, page.left().title() + " | " + page.right().title()))
                .description(NoticeDescription.of(notice, page.left()))
                .canonical(siteUrls.absolute(page.address()))
                .metas(MetaTags.site(site, language))
                .feeds(feeds(language, Optional.empty()))
                .languages(languageLinks.switchWithoutCurrent(other -> Addresses.notice(other, notice)))
                .trail(noticeTrail(language, notice))
                .build();
    }

    private List<NamedLink> noticeTrail(Language language, Notice notice) {
        return List.of(
                navigation.homeLink(language),
                navigation.overviewLink(language, CategoryType.YEARS),
                context(language).categoryLink(CategoryType.YEARS, Integer.toString(notice.year())));
    }

    public PageView register(Page.RegisterPage page) {
        Language language = page.language();
        LanguageContext context = context(language);
        String heading = context.messages().text(MessageKey.REGISTER_HEADING, context.categoryName(page.category()));
        Function<Language, Address> address = other -> Addresses.register(other, page.category());
        List<NamedLink> trail = List.of(
                navigation.homeLink(language),
                navigation.overviewLink(language, CategoryType.ISSUERS),
                context.categoryLink(page.category()));
        return listPage("register", language, heading, address, feeds(language, Optional.of(page.category())), trail);
    }

    public PageView translations(Page.TranslationsPage page) {
        Language language = page.language();
        LanguageContext context = context(language);
        NamedLink allYears = navigation.translationsLink(language);
        List<NamedLink> trail = new ArrayList<>(List.of(navigation.homeLink(language)));
        page.year().ifPresent(year -> trail.add(allYears));
        String heading = page.year()
                .map(year -> context.messages().text(MessageKey.TRANSLATIONS_YEAR, context.categoryName(year)))
                .orElse(allYears.name());
        Function<Language, Address> address = other -> Addresses.translations(other, page.year());
        return listPage("translations", language, heading, address, feeds(language, Optional.empty()), trail);
    }

    /** The search page is not indexed by search engines. */
    public PageView search(Page.SearchPage page) {
        Language language = page.language();
        PageView view = listPage(
                "search",
                language,
                navigation.searchLink(language).name(),
                Addresses::search,
                feeds(language, Optional.empty()),
                List.of(navigation.homeLink(language)));
        return view.withMeta(new PageView.MetaTag("robots", "noindex"));
    }

    private PageView listPage(
            String kind,
            Language language,
            String heading,
            Function<Language, Address> address,
            List<PageView.FeedLink> feeds,
            List<NamedLink> trail) {
        String about = language.description();
        String description = heading + (about.isEmpty() ? "" : (language.isChinese() ? "——" : " – ") + about);
        String columnType = trail.size() > 1 ? trail.get(1).name() : heading;
        return new PageViewBuilder(kind, language, heading)
                .title(title(language, heading))
                .description(description)
                .canonical(siteUrls.absolute(address.apply(language)))
                .alternates(languageLinks.alternates(site.languages(), site.defaultLanguage(), address))
                .metas(MetaTags.column(site, language, heading, description, columnType))
                .feeds(feeds)
                .languages(languageLinks.completeSwitch(language, address))
                .trail(trail)
                .build();
    }

    /** The feeds of a category, if one is given, then those of the site; none for a site without notices. */
    private List<PageView.FeedLink> feeds(Language language, Optional<Category> category) {
        if (catalog.notices().isEmpty()) {
            return List.of();
        }
        Stream<Optional<Category>> scopes =
                category.isPresent() ? Stream.of(category, Optional.empty()) : Stream.of(Optional.empty());
        return scopes.flatMap(scope ->
                        Stream.of(Page.FeedFile.FeedFormat.values()).map(format -> feedLink(language, scope, format)))
                .toList();
    }

    private PageView.FeedLink feedLink(
            Language language, Optional<Category> category, Page.FeedFile.FeedFormat format) {
        Address address = category.map(found -> Addresses.feed(language, found, format))
                .orElseGet(() -> Addresses.feed(language, format));
        return new PageView.FeedLink(
                format == Page.FeedFile.FeedFormat.ATOM ? "application/atom+xml" : "application/feed+json",
                context(language).feedTitle(category),
                siteUrls.href(address));
    }

    private String title(Language language, String heading) {
        return heading + context(language).messages().text(MessageKey.TITLE_SEPARATOR) + language.title();
    }

    private LanguageContext context(Language language) {
        return contexts.get(language.key());
    }
}
