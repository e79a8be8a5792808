package io.noticepress.plan;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.Category;
import io.noticepress.catalog.CategoryType;
import io.noticepress.catalog.IncomingRelation;
import io.noticepress.catalog.Register;
import io.noticepress.model.Attachment;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.TextPage;
import io.noticepress.model.site.Language;
import io.noticepress.model.values.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds a {@link Plan}: all pages with their input digests, and the sitemaps. */
final class PlanBuilder {
    /** Close to the order of addresses, so that sorting the pages at the end is cheap. */
    private static final Comparator<Notice> BY_ADDRESS =
            Comparator.comparing(Notice::year).thenComparing(Notice::slug);

    private static final Comparator<Notice> LATEST_SHOWN_FIRST = (a, b) -> {
        int order = b.dates().publishedOrIssued().compareTo(a.dates().publishedOrIssued());
        return order != 0 ? order : a.slug().compareTo(b.slug());
    };

    private final Catalog catalog;
    private final PageFingerprints fingerprints;
    private final Digest environment;
    private final int pageSize;
    private final List<Page> pages = new ArrayList<>();
    private final List<SitemapUrl> urls = new ArrayList<>();

    PlanBuilder(Catalog catalog, Digest renderDigest) {
        this.catalog = catalog;
        this.fingerprints = new PageFingerprints(catalog);
        this.environment = PageFingerprints.environment(catalog, renderDigest);
        this.pageSize = catalog.site().pageSize();
    }

    Plan build(List<Page.AssetFile> assets, List<String> schemas) {
        pages.addAll(assets);
        schemas.forEach(
                name -> pages.add(new Page.SchemaFile(Addresses.schema(name), inputsOf(PageFingerprints.EMPTY), name)));
        addPage(new Page.ChooserPage(Address.folder(""), inputsOf(PageFingerprints.EMPTY)));
        pages.add(new Page.NotFoundPage(new Address("404.html"), inputsOf(PageFingerprints.EMPTY)));
        pages.add(new Page.RobotsFile(new Address("robots.txt"), inputsOf(PageFingerprints.EMPTY)));
        addNotices(catalog.notices().stream().sorted(BY_ADDRESS).toList());
        catalog.pages().forEach(this::addTextPages);
        catalog.categories(CategoryType.YEARS).forEach(this::addYearData);
        addHomesAndFeeds();
        for (Language language : catalog.site().languages()) {
            pages.add(new Page.OpenSearchFile(
                    Addresses.openSearch(language), inputsOf(PageFingerprints.EMPTY), language));
            for (CategoryType type : CategoryType.values()) {
                addOverview(language, type);
            }
        }
        for (CategoryType type : CategoryType.values()) {
            catalog.categories(type).forEach(this::addCategory);
        }
        TranslationPages.addresses(catalog).forEach(address -> urls.add(new SitemapUrl.UndatedUrl(address)));
        addSitemaps();
        pages.sort(Comparator.comparing(Page::address));
        return new Plan(pages);
    }

    Plan buildChanged(List<Notice> changed, boolean titlesChanged) {
        Set<String> slugs = changed.stream().map(Notice::slug).collect(Collectors.toSet());
        addNotices(changed);
        categoriesOf(CategoryType.YEARS, slugs).forEach(this::addYearData);
        if (titlesChanged) {
            addHomesAndFeeds();
            for (CategoryType type : CategoryType.values()) {
                categoriesOf(type, slugs).forEach(this::addCategory);
            }
            addNotices(changed.stream().flatMap(this::relatedNotices).toList());
        }
        return new Plan(pages);
    }

    /** The categories that contain one of the notices. */
    private Stream<Category> categoriesOf(CategoryType type, Set<String> slugs) {
        return catalog.categories(type).stream()
                .filter(category ->
                        category.notices().stream().map(Notice::slug).anyMatch(slugs::contains));
    }

    private void addYearData(Category year) {
        pages.add(new Page.YearDataFile(
                Addresses.yearData(year.key()),
                new InputDigests(
                        environment,
                        fingerprints.sourceDigests(year.notices()),
                        fingerprints.relationDigest(year.notices())),
                year));
    }

    /** Pages and feeds that show the newest notices of the site. */
    private void addHomesAndFeeds() {
        List<Notice> newestShown = newestShown(catalog.notices());
        for (Language language : catalog.site().languages()) {
            addHome(language);
            addFeeds(language, Optional.empty(), newestShown);
        }
    }

    /** The notices related to a notice, in either direction. */
    private Stream<Notice> relatedNotices(Notice notice) {
        return Stream.concat(
                notice.relations().stream().flatMap(relation -> relation.slug().flatMap(catalog::notice).stream()),
                catalog.incoming(notice).stream().map(IncomingRelation::from));
    }

    /** The pages of notices: by language, then side by side, then attachments. */
    private void addNotices(List<Notice> notices) {
        List<InputDigests> inputs = notices.stream()
                .map(notice -> new InputDigests(
                        environment, fingerprints.sourceDigest(notice), fingerprints.relatedDigest(notice)))
                .toList();
        List<Language> languages = catalog.site().languages();
        for (Language language : languages) {
            forEachNotice(
                    notices,
                    inputs,
                    (notice, from) -> notice.edition(language).ifPresent(edition -> {
                        Address address = Addresses.notice(language, notice);
                        addDated(new Page.NoticePage(address, from, notice, edition));
                    }));
        }
        forEachNotice(notices, inputs, (notice, from) -> {
            if (languages.size() == 2 && notice.editions().size() == 2) {
                Edition left = notice.editionFor(languages.get(0));
                Edition right = notice.editionFor(languages.get(1));
                addDated(new Page.ParallelPage(Addresses.parallel(notice), from, notice, left, right));
            }
        });
        for (Notice notice : notices) {
            for (Attachment attachment : notice.attachments()) {
                pages.add(new Page.AttachedFile(
                        Addresses.attachment(notice, attachment),
                        new InputDigests(PageFingerprints.EMPTY, attachment.digest(), PageFingerprints.EMPTY),
                        notice,
                        attachment));
            }
        }
    }

    private static void forEachNotice(
            List<Notice> notices, List<InputDigests> inputs, BiConsumer<Notice, InputDigests> pages) {
        for (int i = 0; i < notices.size(); i++) {
            pages.accept(notices.get(i), inputs.get(i));
        }
    }

    private void addTextPages(TextPage text) {
        InputDigests inputDigests =
                new InputDigests(environment, PageFingerprints.sourceDigest(text), PageFingerprints.EMPTY);
        for (TextPage.TextPageEdition textPageEdition : text.versions().values()) {
            addPage(new Page.LocalizedTextPage(
                    Addresses.text(textPageEdition.language(), text.name()), inputDigests, text, textPageEdition));
        }
    }

    private void addHome(Language language) {
        List<Notice> newest = catalog.notices()
                .subList(0, Math.min(Plan.HOME_NOTICES, catalog.notices().size()));
        List<Digest> shown = new ArrayList<>();
        shown.add(fingerprints.of(newest));
        for (CategoryType type : CategoryType.values()) {
            shown.add(PageFingerprints.countsDigest(catalog.categories(type)));
        }
        addPage(new Page.HomePage(Addresses.home(language), inputsOf(Digest.of(shown)), language));
    }

    private void addOverview(Language language, CategoryType type) {
        if (!catalog.categories(type).isEmpty()) {
            InputDigests inputDigests = inputsOf(PageFingerprints.countsDigest(catalog.categories(type)));
            addPage(new Page.OverviewPage(Addresses.overview(language, type), inputDigests, type, language));
        }
    }

    private void addCategory(Category category) {
        int full = category.fullPages(pageSize);
        Register register = catalog.register(category);
        Digest children = fingerprints.childrenDigest(category, register);
        Digest newest = Digest.of(List.of(
                fingerprints.of(category.newest(pageSize)),
                Digest.of(Integer.toString(category.notices().size())),
                children));
        for (Language language : catalog.site().languages()) {
            addPage(new Page.ListPage(Addresses.list(language, category, 0), inputsOf(newest), category, language, 0));
        }
        for (int number = 1; number <= full; number++) {
            Digest last = Digest.of(Boolean.toString(number == full));
            Digest listed = Digest.of(List.of(fingerprints.of(category.page(number, pageSize)), last));
            for (Language language : catalog.site().languages()) {
                Address address = Addresses.list(language, category, number);
                addPage(new Page.ListPage(address, inputsOf(listed), category, language, number));
            }
        }
        if (!register.series().isEmpty()) {
            addRegister(category, register);
        }
        if (category.type() == CategoryType.ISSUERS || category.type() == CategoryType.TOPICS) {
            List<Notice> newestShown = newestShown(category.notices());
            catalog.site().languages().forEach(language -> addFeeds(language, Optional.of(category), newestShown));
        }
    }

    private void addRegister(Category category, Register register) {
        InputDigests inputDigests = inputsOf(fingerprints.of(register.notices()));
        for (Language language : catalog.site().languages()) {
            Address address = Addresses.register(language, category);
            addPage(new Page.RegisterPage(address, inputDigests, category, language));
        }
    }

    private void addFeeds(Language language, Optional<Category> category, List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        for (Page.FeedFile.FeedFormat feedFormat : Page.FeedFile.FeedFormat.values()) {
            Address address = category.map(found -> Addresses.feed(language, found, feedFormat))
                    .orElseGet(() -> Addresses.feed(language, feedFormat));
            pages.add(new Page.FeedFile(
                    address, inputsOf(fingerprints.of(notices)), feedFormat, language, category, notices));
        }
    }

    private void addSitemaps() {
        urls.sort(Comparator.comparing(SitemapUrl::address));
        if (urls.size() <= Plan.SITEMAP_URLS) {
            pages.add(new Page.SitemapFile(
                    new Address("sitemap.xml"), inputsOf(PageFingerprints.urlsDigest(urls)), urls));
            return;
        }
        List<Address> parts = new ArrayList<>();
        for (int start = 0; start < urls.size(); start += Plan.SITEMAP_URLS) {
            List<SitemapUrl> part = urls.subList(start, Math.min(start + Plan.SITEMAP_URLS, urls.size()));
            Address address = new Address("sitemap-" + (parts.size() + 1) + ".xml");
            parts.add(address);
            pages.add(new Page.SitemapFile(address, inputsOf(PageFingerprints.urlsDigest(part)), part));
        }
        InputDigests inputDigests = inputsOf(Digest.of(Integer.toString(parts.size())));
        pages.add(new Page.SitemapIndexFile(new Address("sitemap.xml"), inputDigests, List.copyOf(parts)));
    }

    /** Adds a page that is listed in the sitemap with its date of change. */
    private <P extends Page & SitemapUrl> void addDated(P page) {
        pages.add(page);
        urls.add(page);
    }

    /** Adds a page that is listed in the sitemap. */
    private void addPage(Page page) {
        pages.add(page);
        urls.add(new SitemapUrl.UndatedUrl(page.address()));
    }

    private InputDigests inputsOf(Digest listed) {
        return new InputDigests(environment, PageFingerprints.EMPTY, listed);
    }

    private static List<Notice> newestShown(List<Notice> notices) {
        return notices.stream()
                .sorted(LATEST_SHOWN_FIRST)
                .limit(Plan.FEED_ENTRIES)
                .toList();
    }
}
