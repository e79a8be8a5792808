package io.noticepress.plan;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.Incoming;
import io.noticepress.catalog.Register;
import io.noticepress.catalog.Shelf;
import io.noticepress.catalog.ShelfKind;
import io.noticepress.model.Attachment;
import io.noticepress.model.Digest;
import io.noticepress.model.Edition;
import io.noticepress.model.Language;
import io.noticepress.model.Notice;
import io.noticepress.model.TextPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan in the making. */
final class Draft {
    /** About the order in which their pages stand in the site, so that these need hardly be sorted. */
    private static final Comparator<Notice> FILED =
            Comparator.comparing(Notice::year).thenComparing(Notice::slug);

    private static final Comparator<Notice> NEWEST_SHOWN = (a, b) -> {
        int order = b.dates().publishedOrIssued().compareTo(a.dates().publishedOrIssued());
        return order != 0 ? order : a.slug().compareTo(b.slug());
    };

    private final Catalog catalog;
    private final Cards cards;
    private final Digest surroundings;
    private final int pageSize;
    private final List<Page> pages = new ArrayList<>();
    private final List<SitemapUrl> urls = new ArrayList<>();

    Draft(Catalog catalog, Digest press) {
        this.catalog = catalog;
        this.cards = new Cards(catalog);
        this.surroundings = Cards.surroundings(catalog, press);
        this.pageSize = catalog.site().pageSize();
    }

    Plan draw(List<Page.Asset> assets, List<String> schemas) {
        pages.addAll(assets);
        schemas.forEach(name -> pages.add(new Page.Schema(Addresses.schema(name), made(Cards.NOTHING), name)));
        page(new Page.Chooser(Address.folder(""), made(Cards.NOTHING)));
        pages.add(new Page.NotFound(new Address("404.html"), made(Cards.NOTHING)));
        pages.add(new Page.Robots(new Address("robots.txt"), made(Cards.NOTHING)));
        notices(catalog.notices().stream().sorted(FILED).toList());
        catalog.pages().forEach(this::text);
        catalog.shelves(ShelfKind.YEARS).forEach(this::yearData);
        newest();
        for (Language language : catalog.site().languages()) {
            pages.add(new Page.OpenSearch(Addresses.openSearch(language), made(Cards.NOTHING), language));
            for (ShelfKind kind : ShelfKind.values()) {
                overview(language, kind);
            }
        }
        for (ShelfKind kind : ShelfKind.values()) {
            catalog.shelves(kind).forEach(this::shelf);
        }
        Translated.addresses(catalog).forEach(address -> urls.add(new SitemapUrl.Undated(address)));
        sitemaps();
        pages.sort(Comparator.comparing(Page::address));
        return new Plan(pages);
    }

    Plan redraw(List<Notice> retold, boolean renamed) {
        Set<String> slugs = retold.stream().map(Notice::slug).collect(Collectors.toSet());
        notices(retold);
        shelves(ShelfKind.YEARS, slugs).forEach(this::yearData);
        if (renamed) {
            newest();
            for (ShelfKind kind : ShelfKind.values()) {
                shelves(kind, slugs).forEach(this::shelf);
            }
            notices(retold.stream().flatMap(this::tied).toList());
        }
        return new Plan(pages);
    }

    /** The shelves on which one of some notices stands. */
    private Stream<Shelf> shelves(ShelfKind kind, Set<String> slugs) {
        return catalog.shelves(kind).stream()
                .filter(shelf -> shelf.notices().stream().map(Notice::slug).anyMatch(slugs::contains));
    }

    private void yearData(Shelf year) {
        pages.add(new Page.YearData(
                Addresses.yearData(year.key()),
                new Inputs(surroundings, cards.sources(year.notices()), cards.ties(year.notices())),
                year));
    }

    /** What tells of the newest notices of all. */
    private void newest() {
        List<Notice> newestShown = newestShown(catalog.notices());
        for (Language language : catalog.site().languages()) {
            home(language);
            feeds(language, Optional.empty(), newestShown);
        }
    }

    /** The notices that a notice is tied to, by what it says of them or they of it. */
    private Stream<Notice> tied(Notice notice) {
        return Stream.concat(
                notice.relations().stream().flatMap(relation -> relation.slug().flatMap(catalog::notice).stream()),
                catalog.incoming(notice).stream().map(Incoming::from));
    }

    /** The pages of some notices: one language, then the other, then both, then what is attached. */
    private void notices(List<Notice> notices) {
        List<Inputs> inputs = notices.stream()
                .map(notice -> new Inputs(surroundings, cards.source(notice), cards.around(notice)))
                .toList();
        List<Language> languages = catalog.site().languages();
        for (Language language : languages) {
            each(
                    notices,
                    inputs,
                    (notice, from) -> notice.edition(language).ifPresent(edition -> {
                        Address address = Addresses.notice(language, notice);
                        dated(new Page.NoticePage(address, from, notice, edition));
                    }));
        }
        each(notices, inputs, (notice, from) -> {
            if (languages.size() == 2 && notice.editions().size() == 2) {
                Edition left = notice.editionFor(languages.get(0));
                Edition right = notice.editionFor(languages.get(1));
                dated(new Page.Parallel(Addresses.parallel(notice), from, notice, left, right));
            }
        });
        for (Notice notice : notices) {
            for (Attachment attachment : notice.attachments()) {
                pages.add(new Page.AttachedFile(
                        Addresses.attachment(notice, attachment),
                        new Inputs(Cards.NOTHING, attachment.digest(), Cards.NOTHING),
                        notice,
                        attachment));
            }
        }
    }

    private static void each(List<Notice> notices, List<Inputs> inputs, BiConsumer<Notice, Inputs> pages) {
        for (int i = 0; i < notices.size(); i++) {
            pages.accept(notices.get(i), inputs.get(i));
        }
    }

    private void text(TextPage text) {
        Inputs inputs = new Inputs(surroundings, Cards.source(text), Cards.NOTHING);
        for (TextPage.TextPageEdition textPageEdition : text.versions().values()) {
            page(new Page.TextualPage(
                    Addresses.text(textPageEdition.language(), text.name()), inputs, text, textPageEdition));
        }
    }

    private void home(Language language) {
        List<Notice> newest = catalog.notices()
                .subList(0, Math.min(Plan.NEWEST_AT_HOME, catalog.notices().size()));
        List<Digest> shown = new ArrayList<>();
        shown.add(cards.of(newest));
        for (ShelfKind kind : ShelfKind.values()) {
            shown.add(Cards.counts(catalog.shelves(kind)));
        }
        page(new Page.Home(Addresses.home(language), made(Digest.of(shown)), language));
    }

    private void overview(Language language, ShelfKind kind) {
        if (!catalog.shelves(kind).isEmpty()) {
            Inputs inputs = made(Cards.counts(catalog.shelves(kind)));
            page(new Page.Overview(Addresses.overview(language, kind), inputs, kind, language));
        }
    }

    private void shelf(Shelf shelf) {
        int full = shelf.fullPages(pageSize);
        Register register = catalog.register(shelf);
        Digest family = cards.family(shelf, register);
        Digest newest = Digest.of(List.of(
                cards.of(shelf.newest(pageSize)),
                Digest.of(Integer.toString(shelf.notices().size())),
                family));
        for (Language language : catalog.site().languages()) {
            page(new Page.ListPage(Addresses.list(language, shelf, 0), made(newest), shelf, language, 0));
        }
        for (int number = 1; number <= full; number++) {
            Digest last = Digest.of(Boolean.toString(number == full));
            Digest listed = Digest.of(List.of(cards.of(shelf.page(number, pageSize)), last));
            for (Language language : catalog.site().languages()) {
                Address address = Addresses.list(language, shelf, number);
                page(new Page.ListPage(address, made(listed), shelf, language, number));
            }
        }
        if (!register.runs().isEmpty()) {
            register(shelf, register);
        }
        if (shelf.kind() == ShelfKind.ISSUERS || shelf.kind() == ShelfKind.TOPICS) {
            List<Notice> newestShown = newestShown(shelf.notices());
            catalog.site().languages().forEach(language -> feeds(language, Optional.of(shelf), newestShown));
        }
    }

    private void register(Shelf shelf, Register register) {
        Inputs inputs = made(cards.of(register.notices()));
        for (Language language : catalog.site().languages()) {
            Address address = Addresses.register(language, shelf);
            page(new Page.RegisterPage(address, inputs, shelf, language));
        }
    }

    private void feeds(Language language, Optional<Shelf> shelf, List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        for (Page.Feed.Format format : Page.Feed.Format.values()) {
            Address address = shelf.map(s -> Addresses.feed(language, s, format))
                    .orElseGet(() -> Addresses.feed(language, format));
            pages.add(new Page.Feed(address, made(cards.of(notices)), format, language, shelf, notices));
        }
    }

    private void sitemaps() {
        urls.sort(Comparator.comparing(SitemapUrl::address));
        if (urls.size() <= Plan.SITEMAP_URLS) {
            pages.add(new Page.Sitemap(new Address("sitemap.xml"), made(Cards.urls(urls)), urls));
            return;
        }
        List<Address> parts = new ArrayList<>();
        for (int start = 0; start < urls.size(); start += Plan.SITEMAP_URLS) {
            List<SitemapUrl> part = urls.subList(start, Math.min(start + Plan.SITEMAP_URLS, urls.size()));
            Address address = new Address("sitemap-" + (parts.size() + 1) + ".xml");
            parts.add(address);
            pages.add(new Page.Sitemap(address, made(Cards.urls(part)), part));
        }
        Inputs inputs = made(Digest.of(Integer.toString(parts.size())));
        pages.add(new Page.SitemapIndex(new Address("sitemap.xml"), inputs, List.copyOf(parts)));
    }

    /** Adds a page of which search engines are told when it changed. */
    private <P extends Page & SitemapUrl> void dated(P page) {
        pages.add(page);
        urls.add(page);
    }

    /** Adds a page that search engines are told of. */
    private void page(Page page) {
        pages.add(page);
        urls.add(new SitemapUrl.Undated(page.address()));
    }

    private Inputs made(Digest listed) {
        return new Inputs(surroundings, Cards.NOTHING, listed);
    }

    private static List<Notice> newestShown(List<Notice> notices) {
        return notices.stream().sorted(NEWEST_SHOWN).limit(Plan.FEED_ENTRIES).toList();
    }
}
