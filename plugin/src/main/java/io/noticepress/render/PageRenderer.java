package io.noticepress.render;

import io.noticepress.catalog.Catalog;
import io.noticepress.content.schema.JsonSchemas;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.RenderedPart;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.SourceFile;
import io.noticepress.model.TextPage;
import io.noticepress.model.site.Language;
import io.noticepress.plan.Address;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Page;
import io.noticepress.problem.RunFailed;
import io.noticepress.render.feeds.FeedRenderer;
import io.noticepress.render.feeds.JsonLdRenderer;
import io.noticepress.render.feeds.OpenDataRenderer;
import io.noticepress.render.feeds.OpenSearchRenderer;
import io.noticepress.render.feeds.SitemapRenderer;
import io.noticepress.render.template.MessageKey;
import io.noticepress.render.template.SafeHtml;
import io.noticepress.render.views.ChooserView;
import io.noticepress.render.views.HomeView;
import io.noticepress.render.views.ListView;
import io.noticepress.render.views.NoticeView;
import io.noticepress.render.views.OverviewView;
import io.noticepress.render.views.PageView;
import io.noticepress.render.views.ParallelView;
import io.noticepress.render.views.RegisterView;
import io.noticepress.render.views.SearchView;
import io.noticepress.render.views.TextView;
import io.noticepress.render.views.TranslationStatusView;
import io.noticepress.render.views.assemble.CounterpartLinks;
import io.noticepress.render.views.assemble.ListViewAssembler;
import io.noticepress.render.views.assemble.NoticeViewAssembler;
import io.noticepress.render.views.assemble.PageViewAssembler;
import io.noticepress.render.views.assemble.ParallelViewAssembler;
import io.noticepress.render.views.assemble.SiteUrls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Prints pages: a planned page becomes bytes. Immutable; used by several threads at once. */
public final class PageRenderer {
    /** The schema of the open data. */
    private static final String OPEN_DATA_SCHEMA = "notices";

    /** The JSON Schemas it publishes: of the open data, and of the files editors write. */
    public static final List<String> SCHEMA_NAMES = Stream.concat(
                    Stream.of(OPEN_DATA_SCHEMA), JsonSchemas.NAMES.stream())
            .toList();

    private final Theme theme;
    private final SiteUrls siteUrls;
    private final Catalog catalog;
    private final PageViewAssembler pageViews;
    private final FeedRenderer feedRenderer;
    private final OpenDataRenderer openDataRenderer;
    private final JsonLdRenderer jsonLd;
    private final SitemapRenderer sitemapRenderer;
    private final OpenSearchRenderer openSearchRenderer;
    private final Map<String, ListViewAssembler> views = new LinkedHashMap<>();
    private final Map<String, String> assets = new HashMap<>();

    /**
     * A press for a site.
     *
     * @param generator name and version of the generator, as pages and feeds name it
     */
    public PageRenderer(Theme theme, Catalog catalog, String generator) {
        this.theme = theme;
        this.siteUrls = new SiteUrls(catalog.site());
        this.catalog = catalog;
        for (Language language : catalog.site().languages()) {
            views.put(language.key(), new ListViewAssembler(catalog, language, theme.messages(language)));
        }
        this.pageViews = new PageViewAssembler(catalog, views, generator);
        this.feedRenderer = new FeedRenderer(catalog.site(), views, generator);
        this.openDataRenderer = new OpenDataRenderer(catalog);
        this.jsonLd = new JsonLdRenderer(catalog);
        this.sitemapRenderer = new SitemapRenderer(catalog.site());
        this.openSearchRenderer = new OpenSearchRenderer(catalog.site());
        theme.hashedAssetPaths()
                .forEach((name, file) -> assets.put(name, catalog.site().basePath() + file));
    }

    /**
     * The bytes of a page.
     *
     * @throws RunFailed if a template fails
     */
    public byte[] render(Page page, PageSources pageSources) {
        return page.accept(new RenderVisitor(pageSources));
    }

    private byte[] renderTemplate(PageView view, String name, Object subject, String address) {
        Language language = catalog.site().language(view.language()).orElseThrow();
        Map<String, Object> values = new HashMap<>();
        values.put("page", view);
        values.put("site", pageViews.siteView(language));
        values.put("say", views.get(view.language()).messages());
        values.put("assets", assets);
        values.put(name, subject);
        return theme.render(view.kind(), values, address);
    }

    /** The printing of one page. */
    private final class RenderVisitor implements Page.PageVisitor<byte[]> {
        private final PageSources pageSources;

        RenderVisitor(PageSources pageSources) {
            this.pageSources = pageSources;
        }

        @Override
        public byte[] chooser(Page.ChooserPage page) {
            return renderTemplate(
                    pageViews.chooser(page),
                    "chooser",
                    languageChoices(),
                    page.address().file());
        }

        @Override
        public byte[] notFound(Page.NotFoundPage page) {
            return renderTemplate(
                    pageViews.notFound(),
                    "chooser",
                    languageChoices(),
                    page.address().file());
        }

        @Override
        public byte[] home(Page.HomePage page) {
            HomeView view = views.get(page.language().key()).home();
            return renderTemplate(
                    pageViews.home(page), "home", view, page.address().file());
        }

        @Override
        public byte[] notice(Page.NoticePage page) {
            Notice notice = page.notice();
            Edition edition = page.edition();
            Body body = pageSources.body(edition.source());
            boolean behind = edition.translation()
                    .map(how -> !how.basis().isEmpty()
                            && how.isOutdated(pageSources
                                    .findings(notice.originalEdition().source())
                                    .basis()))
                    .orElse(false);
            ListViewAssembler in = views.get(edition.language().key());
            NoticeView view = new NoticeViewAssembler(catalog, in)
                    .assemble(notice, edition, body, behind, counterpartLinks(notice, edition));
            PageView frame = pageViews.notice(page, jsonLd.render(notice, edition));
            return renderTemplate(frame, "notice", view, page.address().file());
        }

        @Override
        public byte[] parallel(Page.ParallelPage page) {
            ParallelView view = new ParallelViewAssembler(catalog, views)
                    .assemble(
                            page,
                            pageSources.body(page.left().source()),
                            pageSources.body(page.right().source()));
            return renderTemplate(
                    pageViews.parallel(page), "parallel", view, page.address().file());
        }

        @Override
        public byte[] register(Page.RegisterPage page) {
            RegisterView view =
                    views.get(page.language().key()).register(page.category(), catalog.register(page.category()));
            return renderTemplate(
                    pageViews.register(page), "register", view, page.address().file());
        }

        @Override
        public byte[] overview(Page.OverviewPage page) {
            OverviewView view = views.get(page.language().key()).overview(page.type());
            return renderTemplate(
                    pageViews.overview(page), "overview", view, page.address().file());
        }

        @Override
        public byte[] list(Page.ListPage page) {
            ListView view = views.get(page.language().key()).list(page.category(), page.number());
            return renderTemplate(
                    pageViews.list(page), "list", view, page.address().file());
        }

        @Override
        public byte[] translations(Page.TranslationsPage page) {
            TranslationStatusView view = views.get(page.language().key()).translations(page.backlog(), page.year());
            return renderTemplate(
                    pageViews.translations(page),
                    "translations",
                    view,
                    page.address().file());
        }

        @Override
        public byte[] text(Page.LocalizedTextPage page) {
            Body body = pageSources.body(page.version().source());
            CounterpartLinks counterpartLinks = counterpartLinks(page.text(), page.version());
            StringBuilder html = new StringBuilder();
            for (RenderedPart renderedPart : body.parts()) {
                if (!renderedPart.heading().isEmpty()) {
                    html.append("<h2 id=\"").append(renderedPart.anchor()).append("\">");
                    html.append(renderedPart.heading())
                            .append("</h2>")
                            .append(counterpartLinks.linkTo(renderedPart.anchor()))
                            .append('\n');
                }
                html.append(counterpartLinks.withLinks(renderedPart).html());
            }
            TextView view = new TextView(
                    page.version().summary(),
                    new SafeHtml(html.append(body.footnotes()).toString()),
                    body.outline());
            return renderTemplate(
                    pageViews.text(page), "text", view, page.address().file());
        }

        @Override
        public byte[] feed(Page.FeedFile page) {
            return feedRenderer.render(page);
        }

        @Override
        public byte[] yearData(Page.YearDataFile page) {
            return openDataRenderer.render(page);
        }

        @Override
        public byte[] schema(Page.SchemaFile page) {
            if (!page.name().equals(OPEN_DATA_SCHEMA)) {
                return JsonSchemas.of(page.name(), catalog.site());
            }
            try (InputStream schema = PageRenderer.class.getResourceAsStream("schema/" + page.name() + ".json")) {
                return schema.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte[] attachment(Page.AttachedFile page) {
            return pageSources.bytes(page.notice(), page.attachment());
        }

        @Override
        public byte[] asset(Page.AssetFile page) {
            return theme.assetBytes(page.address());
        }

        @Override
        public byte[] sitemap(Page.SitemapFile page) {
            return sitemapRenderer.render(page);
        }

        @Override
        public byte[] sitemapIndex(Page.SitemapIndexFile page) {
            return sitemapRenderer.render(page);
        }

        @Override
        public byte[] robots(Page.RobotsFile page) {
            return sitemapRenderer.renderRobots();
        }

        @Override
        public byte[] openSearch(Page.OpenSearchFile page) {
            return openSearchRenderer.render(page);
        }

        @Override
        public byte[] search(Page.SearchPage page) {
            SearchView view = new SearchView(
                    siteUrls.href(page.files().script()),
                    siteUrls.href(page.files().engine()),
                    page.files().roots().get(page.language().key()));
            return renderTemplate(
                    pageViews.search(page), "search", view, page.address().file());
        }

        @Override
        public byte[] searchFile(Page.SearchFile page) {
            return pageSources.bytes(page);
        }

        /** A translation is compared with its original, the original with its first translation. */
        private CounterpartLinks counterpartLinks(Notice notice, Edition edition) {
            Optional<Edition> twin = notice.editions().values().stream()
                    .filter(other -> edition.isOriginal() ? !other.isOriginal() : other.isOriginal())
                    .findFirst();
            return twin.map(other -> counterpartLinks(
                            Addresses.notice(other.language(), notice), other.language(), other.source()))
                    .orElse(CounterpartLinks.NONE);
        }

        /** The first version of a plain page is compared with the next, all others with the first. */
        private CounterpartLinks counterpartLinks(TextPage text, TextPage.TextPageEdition textPageEdition) {
            return text.versions().values().stream()
                    .filter(other -> !other.equals(textPageEdition))
                    .findFirst()
                    .map(other -> counterpartLinks(
                            Addresses.text(other.language(), text.name()), other.language(), other.source()))
                    .orElse(CounterpartLinks.NONE);
        }

        private CounterpartLinks counterpartLinks(Address page, Language language, SourceFile source) {
            String label = views.get(language.key()).messages().text(MessageKey.COUNTERPART_LINK, language.name());
            return CounterpartLinks.of(
                    siteUrls.href(page),
                    language.tag(),
                    label,
                    pageSources.findings(source).anchors());
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
                            views.get(language.key()).messages()))
                    .toList());
        }
    }
}
