package io.noticepress.render;

import io.noticepress.catalog.Catalog;
import io.noticepress.markdown.Body;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.SourceFile;
import io.noticepress.model.TextPage;
import io.noticepress.model.site.Language;
import io.noticepress.plan.Address;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Page;
import io.noticepress.render.feeds.JsonLdRenderer;
import io.noticepress.render.template.MessageKey;
import io.noticepress.render.views.ChooserView;
import io.noticepress.render.views.NoticeView;
import io.noticepress.render.views.PageView;
import io.noticepress.render.views.ParallelView;
import io.noticepress.render.views.SearchView;
import io.noticepress.render.views.TextView;
import io.noticepress.render.views.assemble.CounterpartLinks;
import io.noticepress.render.views.assemble.LanguageContext;
import io.noticepress.render.views.assemble.ListViewAssembler;
import io.noticepress.render.views.assemble.NoticeViewAssembler;
import io.noticepress.render.views.assemble.PageViewAssembler;
import io.noticepress.render.views.assemble.ParallelViewAssembler;
import io.noticepress.render.views.assemble.SiteUrls;
import io.noticepress.render.views.assemble.TextViewAssembler;
import java.util.HashMap;
import java.util.Map;

/** Renders HTML pages: assembles the view of a page and passes it to the theme's template. Immutable. */
final class HtmlPageRenderer {
    private final Theme theme;
    private final Catalog catalog;
    private final Map<String, LanguageContext> contexts;
    private final SiteUrls siteUrls;
    private final PageViewAssembler pageViews;
    private final JsonLdRenderer jsonLd;
    private final Map<String, String> assetUrls = new HashMap<>();

    /** @param contexts by language key */
    HtmlPageRenderer(Theme theme, Catalog catalog, Map<String, LanguageContext> contexts, String generator) {
        this.theme = theme;
        this.catalog = catalog;
        this.contexts = contexts;
        this.siteUrls = new SiteUrls(catalog.site());
        this.pageViews = new PageViewAssembler(catalog, contexts, generator);
        this.jsonLd = new JsonLdRenderer(catalog);
        theme.hashedAssetPaths()
                .forEach((name, file) -> assetUrls.put(name, catalog.site().basePath() + file));
    }

    byte[] chooser(Page.ChooserPage page) {
        return renderTemplate(page, pageViews.chooser(page), "chooser", languageChoices());
    }

    byte[] notFound(Page.NotFoundPage page) {
        return renderTemplate(page, pageViews.notFound(), "chooser", languageChoices());
    }

    byte[] home(Page.HomePage page) {
        return renderTemplate(
                page, pageViews.home(page), "home", listViews(page.language()).home());
    }

    byte[] notice(Page.NoticePage page, PageSources pageSources) {
        Notice notice = page.notice();
        Edition edition = page.edition();
        Body body = pageSources.body(edition.source());
        boolean outdated = edition.translation()
                .map(translation -> !translation.basis().isEmpty()
                        && translation.isOutdated(pageSources
                                .findings(notice.originalEdition().source())
                                .basis()))
                .orElse(false);
        NoticeView view = new NoticeViewAssembler(catalog, context(edition.language()))
                .assemble(notice, edition, body, outdated, counterpartLinks(notice, edition, pageSources));
        return renderTemplate(page, pageViews.notice(page, jsonLd.render(notice, edition)), "notice", view);
    }

    byte[] parallel(Page.ParallelPage page, PageSources pageSources) {
        Body left = pageSources.body(page.left().source());
        Body right = pageSources.body(page.right().source());
        ParallelView view = new ParallelViewAssembler(catalog, contexts).assemble(page, left, right);
        return renderTemplate(page, pageViews.parallel(page), "parallel", view);
    }

    byte[] register(Page.RegisterPage page) {
        return renderTemplate(
                page,
                pageViews.register(page),
                "register",
                listViews(page.language()).register(page.category(), catalog.register(page.category())));
    }

    byte[] overview(Page.OverviewPage page) {
        return renderTemplate(
                page,
                pageViews.overview(page),
                "overview",
                listViews(page.language()).overview(page.type()));
    }

    byte[] list(Page.ListPage page) {
        return renderTemplate(
                page, pageViews.list(page), "list", listViews(page.language()).list(page.category(), page.number()));
    }

    byte[] translations(Page.TranslationsPage page) {
        return renderTemplate(
                page,
                pageViews.translations(page),
                "translations",
                listViews(page.language()).translations(page.backlog(), page.year()));
    }

    byte[] text(Page.LocalizedTextPage page, PageSources pageSources) {
        TextPage.TextPageEdition edition = page.version();
        TextView view = TextViewAssembler.assemble(
                edition.summary(),
                pageSources.body(edition.source()),
                counterpartLinks(page.text(), edition, pageSources));
        return renderTemplate(page, pageViews.text(page), "text", view);
    }

    byte[] search(Page.SearchPage page) {
        SearchView view = new SearchView(
                siteUrls.href(page.files().script()),
                siteUrls.href(page.files().engine()),
                page.files().roots().get(page.language().key()));
        return renderTemplate(page, pageViews.search(page), "search", view);
    }

    /** @param name of the view in the template */
    private byte[] renderTemplate(Page page, PageView pageView, String name, Object view) {
        Language language = catalog.site().language(pageView.language()).orElseThrow();
        Map<String, Object> values = new HashMap<>();
        values.put("page", pageView);
        values.put("site", pageViews.siteView(language));
        values.put("say", context(language).messages());
        values.put("assets", assetUrls);
        values.put(name, view);
        return theme.render(pageView.kind(), values, page.address().file());
    }

    private LanguageContext context(Language language) {
        return contexts.get(language.key());
    }

    private ListViewAssembler listViews(Language language) {
        return new ListViewAssembler(catalog, context(language));
    }

    private ChooserView languageChoices() {
        return new ChooserView(catalog.site().languages().stream()
                .map(language -> new ChooserView.LanguageChoice(
                        language.key(),
                        language.tag(),
                        language.name(),
                        language.title(),
                        language.description(),
                        pageViews.siteView(language).home(),
                        context(language).messages()))
                .toList());
    }

    /** A translation links to the original, the original to its first translation. */
    private CounterpartLinks counterpartLinks(Notice notice, Edition edition, PageSources pageSources) {
        return notice.editions().values().stream()
                .filter(other -> edition.isOriginal() ? !other.isOriginal() : other.isOriginal())
                .findFirst()
                .map(other -> counterpartLinks(
                        Addresses.notice(other.language(), notice), other.language(), other.source(), pageSources))
                .orElse(CounterpartLinks.NONE);
    }

    /** The first edition of a plain page links to the second, all others link to the first. */
    private CounterpartLinks counterpartLinks(
            TextPage text, TextPage.TextPageEdition edition, PageSources pageSources) {
        return text.versions().values().stream()
                .filter(other -> !other.equals(edition))
                .findFirst()
                .map(other -> counterpartLinks(
                        Addresses.text(other.language(), text.name()), other.language(), other.source(), pageSources))
                .orElse(CounterpartLinks.NONE);
    }

    private CounterpartLinks counterpartLinks(
            Address page, Language language, SourceFile source, PageSources pageSources) {
        return CounterpartLinks.of(
                siteUrls.href(page),
                language.tag(),
                context(language).messages().text(MessageKey.COUNTERPART_LINK, language.name()),
                pageSources.findings(source).anchors());
    }
}
