package io.noticepress.render.views.assemble;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.Category;
import io.noticepress.catalog.CategoryType;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.TextPage;
import io.noticepress.model.site.Issuer;
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

/** The frame of every page: its head, the ways to other languages, the trail, the menu. Immutable. */
public final class PageViewAssembler {
    private final Catalog catalog;
    private final Site site;
    private final SiteUrls siteUrls;
    private final LanguageLinks languageLinks;
    private final SiteNavigation navigation;
    private final Map<String, ListViewAssembler> views;

    public PageViewAssembler(Catalog catalog, Map<String, ListViewAssembler> views, String generator) {
        this.catalog = catalog;
        this.site = catalog.site();
        this.siteUrls = new SiteUrls(site);
        this.languageLinks = new LanguageLinks(site);
        this.views = views;
        this.navigation = new SiteNavigation(catalog, views, generator);
    }

    public SiteView siteView(Language language) {
        return navigation.siteView(language);
    }

    public PageView chooser(Page page) {
        Language language = site.defaultLanguage();
        return new PageView(
                "chooser",
                language.key(),
                language.tag(),
                joined(site.languages().stream().map(Language::title).toList(), " | "),
                language.title(),
                language.description(),
                siteUrls.absolute(page.address()),
                languageLinks.homeAlternates(),
                MetaTags.site(site, language),
                List.of(),
                new SafeHtml(""),
                List.of(),
                List.of());
    }

    public PageView notFound() {
        Language language = site.defaultLanguage();
        String heading = views.get(language.key()).messages().text(MessageKey.NOTFOUND_HEADING);
        return new PageView(
                "not-found",
                language.key(),
                language.tag(),
                title(language, heading),
                heading,
                "",
                "",
                List.of(),
                List.of(new PageView.MetaTag("robots", "noindex")),
                List.of(),
                new SafeHtml(""),
                List.of(),
                List.of());
    }

    public PageView home(Page.HomePage page) {
        Language language = page.language();
        return new PageView(
                "home",
                language.key(),
                language.tag(),
                language.title(),
                language.title(),
                language.description(),
                siteUrls.absolute(page.address()),
                languageLinks.homeAlternates(),
                MetaTags.site(site, language),
                feeds(language, Optional.empty()),
                new SafeHtml(""),
                languageLinks.completeSwitch(language, Addresses::home),
                List.of());
    }

    public PageView overview(Page.OverviewPage page) {
        Language language = page.language();
        String heading = views.get(language.key()).messages().text(MessageKey.overviewName(page.type()));
        Function<Language, Address> address = other -> Addresses.overview(other, page.type());
        return list(
                "overview",
                language,
                heading,
                address,
                feeds(language, Optional.empty()),
                List.of(navigation.homeLink(language)));
    }

    public PageView list(Page.ListPage page) {
        Language language = page.language();
        ListViewAssembler say = views.get(language.key());
        Category category = page.category();
        List<NamedLink> trail = new ArrayList<>(
                List.of(navigation.homeLink(language), navigation.overviewLink(language, category.type())));
        category.parent()
                .flatMap(key -> catalog.category(category.type(), key))
                .map(say::shelfLink)
                .ifPresent(trail::add);
        String heading = say.shelfName(category);
        if (page.number() > 0) {
            trail.add(say.shelfLink(category));
            heading += say.messages().text(MessageKey.LIST_PAGE, Integer.toString(page.number()));
        }
        Function<Language, Address> address = other -> Addresses.list(other, category, page.number());
        Optional<Category> feed = category.type() == CategoryType.ISSUERS || category.type() == CategoryType.TOPICS
                ? Optional.of(category)
                : Optional.empty();
        return list("list", language, heading, address, feeds(language, feed), trail);
    }

    public PageView text(Page.LocalizedTextPage page) {
        TextPage.TextPageEdition textPageEdition = page.version();
        Language language = textPageEdition.language();
        List<Language> existing = page.text().versions().values().stream()
                .map(TextPage.TextPageEdition::language)
                .toList();
        Function<Language, Address> address =
                other -> Addresses.text(other, page.text().name());
        return new PageView(
                "text",
                language.key(),
                language.tag(),
                title(language, textPageEdition.title()),
                textPageEdition.title(),
                textPageEdition.summary(),
                siteUrls.absolute(page.address()),
                languageLinks.alternates(existing, existing.get(0), address),
                MetaTags.column(site, language, textPageEdition.title(), textPageEdition.summary(), ""),
                feeds(language, Optional.empty()),
                new SafeHtml(""),
                languageLinks.languageSwitch(language, existing, existing.get(0), address),
                List.of(navigation.homeLink(language)));
    }

    public PageView notice(Page.NoticePage page, SafeHtml data) {
        Notice notice = page.notice();
        Edition edition = page.edition();
        Language language = edition.language();
        Language original = notice.originalEdition().language();
        List<Language> existing =
                notice.editions().values().stream().map(Edition::language).toList();
        Function<Language, Address> address = other -> Addresses.notice(other, notice);
        ListViewAssembler say = views.get(language.key());
        return new PageView(
                "notice",
                language.key(),
                language.tag(),
                title(language, edition.title()),
                edition.title(),
                description(notice, edition),
                siteUrls.absolute(page.address()),
                languageLinks.alternates(existing, original, address),
                MetaTags.article(site, notice, edition, description(notice, edition)),
                feeds(language, Optional.empty()),
                data,
                languageLinks.languageSwitch(language, existing, original, address),
                List.of(
                        navigation.homeLink(language),
                        navigation.overviewLink(language, CategoryType.YEARS),
                        say.shelfLink(CategoryType.YEARS, Integer.toString(notice.year()))));
    }

    public PageView parallel(Page.ParallelPage page) {
        Language language = site.defaultLanguage();
        Notice notice = page.notice();
        ListViewAssembler say = views.get(language.key());
        return new PageView(
                "parallel",
                language.key(),
                language.tag(),
                title(language, page.left().title() + " | " + page.right().title()),
                page.left().title(),
                description(notice, page.left()),
                siteUrls.absolute(page.address()),
                List.of(),
                MetaTags.site(site, language),
                feeds(language, Optional.empty()),
                new SafeHtml(""),
                languageLinks.switchWithoutCurrent(other -> Addresses.notice(other, notice)),
                List.of(
                        navigation.homeLink(language),
                        navigation.overviewLink(language, CategoryType.YEARS),
                        say.shelfLink(CategoryType.YEARS, Integer.toString(notice.year()))));
    }

    public PageView register(Page.RegisterPage page) {
        Language language = page.language();
        ListViewAssembler say = views.get(language.key());
        String heading = say.messages().text(MessageKey.REGISTER_HEADING, say.shelfName(page.category()));
        Function<Language, Address> address = other -> Addresses.register(other, page.category());
        List<NamedLink> trail = List.of(
                navigation.homeLink(language),
                navigation.overviewLink(language, CategoryType.ISSUERS),
                say.shelfLink(page.category()));
        return list("register", language, heading, address, feeds(language, Optional.of(page.category())), trail);
    }

    public PageView translations(Page.TranslationsPage page) {
        Language language = page.language();
        ListViewAssembler say = views.get(language.key());
        NamedLink all = navigation.translationsLink(language);
        List<NamedLink> trail = new ArrayList<>(List.of(navigation.homeLink(language)));
        page.year().ifPresent(year -> trail.add(all));
        String heading = page.year()
                .map(year -> say.messages().text(MessageKey.TRANSLATIONS_YEAR).replace("{0}", say.shelfName(year)))
                .orElse(all.name());
        Function<Language, Address> address = other -> Addresses.translations(other, page.year());
        return list("translations", language, heading, address, feeds(language, Optional.empty()), trail);
    }

    /** Other sites' search engines need not find what this one has found. */
    public PageView search(Page.SearchPage page) {
        Language language = page.language();
        PageView view = list(
                "search",
                language,
                navigation.searchLink(language).name(),
                Addresses::search,
                feeds(language, Optional.empty()),
                List.of(navigation.homeLink(language)));
        return view.withMeta(new PageView.MetaTag("robots", "noindex"));
    }

    /** A sentence for machines: the summary, else who issued it, as what, when. */
    public static String description(Notice notice, Edition edition) {
        if (!edition.summary().isEmpty()) {
            return edition.summary();
        }
        Language language = edition.language();
        List<String> parts = new ArrayList<>();
        notice.number().ifPresent(number -> parts.add(number.printed()));
        notice.issuers().stream()
                .map(Issuer::name)
                .map(name -> name.in(language))
                .forEach(parts::add);
        parts.add(notice.dates().issued().toString());
        return edition.title()
                + (language.isChinese() ? "（" : " (")
                + joined(parts, language.isChinese() ? "，" : ", ")
                + (language.isChinese() ? "）" : ")");
    }

    private PageView list(
            String kind,
            Language language,
            String heading,
            Function<Language, Address> address,
            List<PageView.FeedLink> feeds,
            List<NamedLink> trail) {
        String about = language.description();
        String description = heading + (about.isEmpty() ? "" : (language.isChinese() ? "——" : " – ") + about);
        String type = trail.size() > 1 ? trail.get(1).name() : heading;
        return new PageView(
                kind,
                language.key(),
                language.tag(),
                title(language, heading),
                heading,
                description,
                siteUrls.absolute(address.apply(language)),
                languageLinks.alternates(site.languages(), site.defaultLanguage(), address),
                MetaTags.column(site, language, heading, description, type),
                feeds,
                new SafeHtml(""),
                languageLinks.completeSwitch(language, address),
                trail);
    }

    private List<PageView.FeedLink> feeds(Language language, Optional<Category> shelf) {
        if (catalog.notices().isEmpty()) {
            return List.of();
        }
        Stream<Optional<Category>> scopes =
                shelf.isPresent() ? Stream.of(shelf, Optional.empty()) : Stream.of(Optional.empty());
        return scopes.flatMap(scope -> Stream.of(Page.FeedFile.FeedFormat.values())
                        .map(feedFormat -> {
                            Address address = scope.map(s -> Addresses.feed(language, s, feedFormat))
                                    .orElseGet(() -> Addresses.feed(language, feedFormat));
                            return new PageView.FeedLink(
                                    feedFormat == Page.FeedFile.FeedFormat.ATOM
                                            ? "application/atom+xml"
                                            : "application/feed+json",
                                    views.get(language.key()).feedTitle(scope),
                                    siteUrls.href(address));
                        }))
                .toList();
    }

    private String title(Language language, String heading) {
        return heading + views.get(language.key()).messages().text(MessageKey.TITLE_SEPARATOR) + language.title();
    }

    private static String joined(List<String> parts, String separator) {
        return String.join(separator, parts);
    }
}
