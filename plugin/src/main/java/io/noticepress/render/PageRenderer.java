package io.noticepress.render;

import io.noticepress.catalog.Catalog;
import io.noticepress.content.schema.JsonSchemas;
import io.noticepress.model.site.Language;
import io.noticepress.plan.Page;
import io.noticepress.problem.RunFailed;
import io.noticepress.render.feeds.FeedRenderer;
import io.noticepress.render.feeds.OpenDataRenderer;
import io.noticepress.render.feeds.OpenSearchRenderer;
import io.noticepress.render.feeds.SitemapRenderer;
import io.noticepress.render.views.assemble.LanguageContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Renders a planned page or file as bytes. Immutable; used by several threads at once. */
public final class PageRenderer {
    /** The schema of the open data. */
    private static final String OPEN_DATA_SCHEMA = "notices";

    /** Names of the JSON Schemas that a site publishes: of its open data, and of the files editors write. */
    public static final List<String> SCHEMA_NAMES = Stream.concat(
                    Stream.of(OPEN_DATA_SCHEMA), JsonSchemas.NAMES.stream())
            .toList();

    private final Theme theme;
    private final Catalog catalog;
    private final HtmlPageRenderer htmlPages;
    private final FeedRenderer feeds;
    private final OpenDataRenderer openData;
    private final SitemapRenderer sitemaps;
    private final OpenSearchRenderer openSearch;

    /** @param generator name and version of the generator, as pages and feeds show it */
    public PageRenderer(Theme theme, Catalog catalog, String generator) {
        Map<String, LanguageContext> contexts = new LinkedHashMap<>();
        for (Language language : catalog.site().languages()) {
            contexts.put(language.key(), new LanguageContext(catalog, language, theme.messages(language)));
        }
        this.theme = theme;
        this.catalog = catalog;
        this.htmlPages = new HtmlPageRenderer(theme, catalog, contexts, generator);
        this.feeds = new FeedRenderer(catalog.site(), contexts, generator);
        this.openData = new OpenDataRenderer(catalog);
        this.sitemaps = new SitemapRenderer(catalog.site());
        this.openSearch = new OpenSearchRenderer(catalog.site());
    }

    /**
     * Renders a page.
     *
     * @throws RunFailed if a template fails
     */
    public byte[] render(Page page, PageSources pageSources) {
        return page.accept(new RenderVisitor(pageSources));
    }

    private byte[] schema(String name) {
        if (!name.equals(OPEN_DATA_SCHEMA)) {
            return JsonSchemas.of(name, catalog.site());
        }
        try (InputStream schema = PageRenderer.class.getResourceAsStream("schema/" + name + ".json")) {
            return schema.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Chooses the renderer of a page by the page's type. */
    private final class RenderVisitor implements Page.PageVisitor<byte[]> {
        private final PageSources pageSources;

        RenderVisitor(PageSources pageSources) {
            this.pageSources = pageSources;
        }

        @Override
        public byte[] chooser(Page.ChooserPage page) {
            return htmlPages.chooser(page);
        }

        @Override
        public byte[] notFound(Page.NotFoundPage page) {
            return htmlPages.notFound(page);
        }

        @Override
        public byte[] home(Page.HomePage page) {
            return htmlPages.home(page);
        }

        @Override
        public byte[] notice(Page.NoticePage page) {
            return htmlPages.notice(page, pageSources);
        }

        @Override
        public byte[] parallel(Page.ParallelPage page) {
            return htmlPages.parallel(page, pageSources);
        }

        @Override
        public byte[] register(Page.RegisterPage page) {
            return htmlPages.register(page);
        }

        @Override
        public byte[] overview(Page.OverviewPage page) {
            return htmlPages.overview(page);
        }

        @Override
        public byte[] list(Page.ListPage page) {
            return htmlPages.list(page);
        }

        @Override
        public byte[] translations(Page.TranslationsPage page) {
            return htmlPages.translations(page);
        }

        @Override
        public byte[] text(Page.LocalizedTextPage page) {
            return htmlPages.text(page, pageSources);
        }

        @Override
        public byte[] search(Page.SearchPage page) {
            return htmlPages.search(page);
        }

        @Override
        public byte[] feed(Page.FeedFile file) {
            return feeds.render(file);
        }

        @Override
        public byte[] yearData(Page.YearDataFile file) {
            return openData.render(file);
        }

        @Override
        public byte[] schema(Page.SchemaFile file) {
            return PageRenderer.this.schema(file.name());
        }

        @Override
        public byte[] attachment(Page.AttachedFile file) {
            return pageSources.bytes(file.notice(), file.attachment());
        }

        @Override
        public byte[] asset(Page.AssetFile file) {
            return theme.assetBytes(file.address());
        }

        @Override
        public byte[] sitemap(Page.SitemapFile file) {
            return sitemaps.render(file);
        }

        @Override
        public byte[] sitemapIndex(Page.SitemapIndexFile file) {
            return sitemaps.render(file);
        }

        @Override
        public byte[] robots(Page.RobotsFile file) {
            return sitemaps.renderRobots();
        }

        @Override
        public byte[] openSearch(Page.OpenSearchFile file) {
            return openSearch.render(file);
        }

        @Override
        public byte[] searchFile(Page.SearchFile file) {
            return pageSources.bytes(file);
        }
    }
}
