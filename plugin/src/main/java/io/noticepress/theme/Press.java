package io.noticepress.theme;

import io.noticepress.catalog.Catalog;
import io.noticepress.content.JsonSchemas;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.RenderedPart;
import io.noticepress.model.Edition;
import io.noticepress.model.Language;
import io.noticepress.model.Notice;
import io.noticepress.model.SourceFile;
import io.noticepress.model.TextPage;
import io.noticepress.plan.Address;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Page;
import io.noticepress.problem.RunFailed;
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
public final class Press {
    /** The schema of the open data. */
    private static final String DATA = "notices";

    /** The JSON Schemas it publishes: of the open data, and of the files editors write. */
    public static final List<String> SCHEMAS =
            Stream.concat(Stream.of(DATA), JsonSchemas.NAMES.stream()).toList();

    private final Theme theme;
    private final Urls urls;
    private final Catalog catalog;
    private final Frames frames;
    private final Feeds feeds;
    private final OpenData openData;
    private final LinkedData linkedData;
    private final Sitemaps sitemaps;
    private final OpenSearch openSearch;
    private final Map<String, Views> views = new LinkedHashMap<>();
    private final Map<String, String> assets = new HashMap<>();

    /**
     * A press for a site.
     *
     * @param generator name and version of the generator, as pages and feeds name it
     */
    public Press(Theme theme, Catalog catalog, String generator) {
        this.theme = theme;
        this.urls = new Urls(catalog.site());
        this.catalog = catalog;
        for (Language language : catalog.site().languages()) {
            views.put(language.key(), new Views(catalog, language, theme.say(language)));
        }
        this.frames = new Frames(catalog, views, generator);
        this.feeds = new Feeds(catalog.site(), views, generator);
        this.openData = new OpenData(catalog);
        this.linkedData = new LinkedData(catalog);
        this.sitemaps = new Sitemaps(catalog.site());
        this.openSearch = new OpenSearch(catalog.site());
        theme.assetFiles()
                .forEach((name, file) -> assets.put(name, catalog.site().basePath() + file));
    }

    /**
     * The bytes of a page.
     *
     * @throws RunFailed if a template fails
     */
    public byte[] print(Page page, Sources sources) {
        return page.accept(new Run(sources));
    }

    private byte[] html(PageView view, String name, Object subject, String address) {
        Language language = catalog.site().language(view.language()).orElseThrow();
        Map<String, Object> values = new HashMap<>();
        values.put("page", view);
        values.put("site", frames.site(language));
        values.put("say", views.get(view.language()).say());
        values.put("assets", assets);
        values.put(name, subject);
        return theme.print(view.kind(), values, address);
    }

    /** The printing of one page. */
    private final class Run implements Page.PageVisitor<byte[]> {
        private final Sources sources;

        Run(Sources sources) {
            this.sources = sources;
        }

        @Override
        public byte[] chooser(Page.ChooserPage page) {
            return html(
                    frames.chooser(page), "chooser", choices(), page.address().file());
        }

        @Override
        public byte[] notFound(Page.NotFoundPage page) {
            return html(frames.notFound(), "chooser", choices(), page.address().file());
        }

        @Override
        public byte[] home(Page.HomePage page) {
            HomeView view = views.get(page.language().key()).home();
            return html(frames.home(page), "home", view, page.address().file());
        }

        @Override
        public byte[] notice(Page.NoticePage page) {
            Notice notice = page.notice();
            Edition edition = page.edition();
            Body body = sources.body(edition.source());
            boolean behind = edition.translation()
                    .map(how -> !how.basis().isEmpty()
                            && how.isOutdated(
                                    sources.findings(notice.originalEdition().source())
                                            .basis()))
                    .orElse(false);
            Views in = views.get(edition.language().key());
            NoticeView view = new NoticeViews(catalog, in).of(notice, edition, body, behind, twins(notice, edition));
            PageView frame = frames.notice(page, linkedData.of(notice, edition));
            return html(frame, "notice", view, page.address().file());
        }

        @Override
        public byte[] parallel(Page.ParallelPage page) {
            ParallelView view = new ParallelViews(catalog, views)
                    .of(
                            page,
                            sources.body(page.left().source()),
                            sources.body(page.right().source()));
            return html(frames.parallel(page), "parallel", view, page.address().file());
        }

        @Override
        public byte[] register(Page.RegisterPage page) {
            RegisterView view =
                    views.get(page.language().key()).register(page.category(), catalog.register(page.category()));
            return html(frames.register(page), "register", view, page.address().file());
        }

        @Override
        public byte[] overview(Page.OverviewPage page) {
            OverviewView view = views.get(page.language().key()).overview(page.type());
            return html(frames.overview(page), "overview", view, page.address().file());
        }

        @Override
        public byte[] list(Page.ListPage page) {
            ListView view = views.get(page.language().key()).list(page.category(), page.number());
            return html(frames.list(page), "list", view, page.address().file());
        }

        @Override
        public byte[] translations(Page.TranslationsPage page) {
            TranslationsView view = views.get(page.language().key()).translations(page.backlog(), page.year());
            return html(
                    frames.translations(page),
                    "translations",
                    view,
                    page.address().file());
        }

        @Override
        public byte[] text(Page.LocalizedTextPage page) {
            Body body = sources.body(page.version().source());
            Twins twins = twins(page.text(), page.version());
            StringBuilder html = new StringBuilder();
            for (RenderedPart renderedPart : body.parts()) {
                if (!renderedPart.heading().isEmpty()) {
                    html.append("<h2 id=\"").append(renderedPart.anchor()).append("\">");
                    html.append(renderedPart.heading())
                            .append("</h2>")
                            .append(twins.to(renderedPart.anchor()))
                            .append('\n');
                }
                html.append(twins.in(renderedPart).html());
            }
            TextView view = new TextView(
                    page.version().summary(),
                    new Markup(html.append(body.footnotes()).toString()),
                    body.outline());
            return html(frames.text(page), "text", view, page.address().file());
        }

        @Override
        public byte[] feed(Page.FeedFile page) {
            return feeds.of(page);
        }

        @Override
        public byte[] yearData(Page.YearDataFile page) {
            return openData.of(page);
        }

        @Override
        public byte[] schema(Page.SchemaFile page) {
            if (!page.name().equals(DATA)) {
                return JsonSchemas.of(page.name(), catalog.site());
            }
            try (InputStream schema = Press.class.getResourceAsStream("schema/" + page.name() + ".json")) {
                return schema.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte[] attachment(Page.AttachedFile page) {
            return sources.bytes(page.notice(), page.attachment());
        }

        @Override
        public byte[] asset(Page.AssetFile page) {
            return theme.asset(page.address());
        }

        @Override
        public byte[] sitemap(Page.SitemapFile page) {
            return sitemaps.of(page);
        }

        @Override
        public byte[] sitemapIndex(Page.SitemapIndexFile page) {
            return sitemaps.of(page);
        }

        @Override
        public byte[] robots(Page.RobotsFile page) {
            return sitemaps.robots();
        }

        @Override
        public byte[] openSearch(Page.OpenSearchFile page) {
            return openSearch.of(page);
        }

        @Override
        public byte[] search(Page.SearchPage page) {
            SearchView view = new SearchView(
                    urls.href(page.files().script()),
                    urls.href(page.files().engine()),
                    page.files().roots().get(page.language().key()));
            return html(frames.search(page), "search", view, page.address().file());
        }

        @Override
        public byte[] searchFile(Page.SearchFile page) {
            return sources.bytes(page);
        }

        /** A translation is compared with its original, the original with its first translation. */
        private Twins twins(Notice notice, Edition edition) {
            Optional<Edition> twin = notice.editions().values().stream()
                    .filter(other -> edition.isOriginal() ? !other.isOriginal() : other.isOriginal())
                    .findFirst();
            return twin.map(other ->
                            twins(Addresses.notice(other.language(), notice), other.language(), other.source()))
                    .orElse(Twins.NONE);
        }

        /** The first version of a plain page is compared with the next, all others with the first. */
        private Twins twins(TextPage text, TextPage.TextPageEdition textPageEdition) {
            return text.versions().values().stream()
                    .filter(other -> !other.equals(textPageEdition))
                    .findFirst()
                    .map(other ->
                            twins(Addresses.text(other.language(), text.name()), other.language(), other.source()))
                    .orElse(Twins.NONE);
        }

        private Twins twins(Address page, Language language, SourceFile source) {
            String label = views.get(language.key()).say().word(Word.TWIN, language.name());
            return Twins.of(
                    urls.href(page),
                    language.tag(),
                    label,
                    sources.findings(source).anchors());
        }

        private ChooserView choices() {
            return new ChooserView(catalog.site().languages().stream()
                    .map(language -> new ChooserView.Choice(
                            language.key(),
                            language.tag(),
                            language.name(),
                            language.title(),
                            language.description(),
                            frames.site(language).home(),
                            views.get(language.key()).say()))
                    .toList());
        }
    }
}
