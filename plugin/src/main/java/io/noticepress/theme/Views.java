package io.noticepress.theme;

import io.noticepress.catalog.Backlog;
import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.Register;
import io.noticepress.catalog.Shelf;
import io.noticepress.catalog.ShelfKind;
import io.noticepress.catalog.Status;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Language;
import io.noticepress.model.Notice;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What lists, overviews and the home page show, in one language. Immutable. */
final class Views {
    private final Catalog catalog;
    private final Urls urls;
    private final Language language;
    private final Say say;
    private final Days days;

    Views(Catalog catalog, Language language, Say say) {
        this.catalog = catalog;
        this.urls = new Urls(catalog.site());
        this.language = language;
        this.say = say;
        this.days = new Days(say);
    }

    Language language() {
        return language;
    }

    Say say() {
        return say;
    }

    Days days() {
        return days;
    }

    /** A feed's title: the site's, with the shelf's name before it. */
    String feedTitle(Optional<Shelf> shelf) {
        return shelf.map(found -> name(found) + " - ").orElse("") + language.title();
    }

    HomeView home() {
        List<Notice> newest = catalog.notices()
                .subList(0, Math.min(Plan.NEWEST_AT_HOME, catalog.notices().size()));
        List<OverviewView> ways = Stream.of(ShelfKind.values())
                .filter(kind -> !catalog.shelves(kind).isEmpty())
                .map(this::overview)
                .toList();
        return new HomeView(rows(newest), ways);
    }

    OverviewView overview(ShelfKind kind) {
        return new OverviewView(kind.key(), entries(kind, Optional.empty()));
    }

    ListView list(Shelf shelf, int number) {
        int pageSize = catalog.site().pageSize();
        int full = shelf.fullPages(pageSize);
        List<Notice> notices = number == 0 ? shelf.newest(pageSize) : shelf.page(number, pageSize);
        // The list's own page shows the newest notices; when they fill a page exactly, that page is the same one.
        int older = number > 0 ? number - 1 : shelf.notices().size() % pageSize == 0 ? full - 1 : full;
        Optional<String> newer =
                number == 0 ? Optional.empty() : Optional.of(href(shelf, number < full ? number + 1 : 0));
        return new ListView(
                shelf.kind().key(),
                name(shelf),
                number,
                rows(notices),
                newer,
                older > 0 ? Optional.of(href(shelf, older)) : Optional.empty(),
                shelf.parent().flatMap(key -> catalog.shelf(shelf.kind(), key)).map(this::named),
                number == 0 ? children(shelf).map(this::named).toList() : List.of(),
                number == 0 && !catalog.register(shelf).runs().isEmpty()
                        ? Optional.of(urls.href(Addresses.register(language, shelf)))
                        : Optional.empty());
    }

    RegisterView register(Shelf shelf, Register register) {
        return new RegisterView(
                named(shelf),
                register.runs().stream()
                        .map(run -> new RegisterView.Run(
                                run.code(),
                                run.year() == 0 ? "" : Integer.toString(run.year()),
                                run.entries().stream()
                                        .map(entry -> new RegisterView.Entry(
                                                entry.first(),
                                                entry.last(),
                                                entry.notice().map(this::row)))
                                        .toList()))
                        .toList());
    }

    TranslationsView translations(Backlog backlog, Optional<Shelf> year) {
        int pageSize = catalog.site().pageSize();
        List<Notice> notices = year.map(Shelf::notices).orElse(catalog.notices());
        List<Backlog.Entry> entries = backlog.entries(notices);
        int shown = year.isPresent() ? entries.size() : Math.min(entries.size(), pageSize);
        boolean years = year.isEmpty() && catalog.notices().size() > pageSize;
        return new TranslationsView(
                backlog.counts(notices).stream()
                        .map(count -> new TranslationsView.Count(
                                count.language().name(),
                                count.language().tag(),
                                count.due(),
                                count.official(),
                                count.reviewed(),
                                count.draft(),
                                count.machine(),
                                count.missing(),
                                count.outdated()))
                        .toList(),
                entries.subList(0, shown).stream()
                        .map(entry -> new TranslationsView.Entry(
                                row(entry.notice()),
                                entry.gaps().stream()
                                        .map(gap -> new TranslationsView.Gap(
                                                gap.language().name(),
                                                gap.language().tag(),
                                                gap.want().key()))
                                        .toList()))
                        .toList(),
                entries.size() - shown,
                years
                        ? catalog.shelves(ShelfKind.YEARS).stream()
                                .map(shelf -> new TranslationsView.Year(
                                        name(shelf),
                                        urls.href(Addresses.translations(language, Optional.of(shelf))),
                                        backlog.entries(shelf.notices()).size()))
                                .toList()
                        : List.of());
    }

    List<Row> rows(List<Notice> notices) {
        return notices.stream().map(this::row).toList();
    }

    /** A shelf with its page. */
    Named named(Shelf shelf) {
        return new Named(shelf.key(), name(shelf), href(shelf, 0));
    }

    /** The shelf of a key with its page. */
    Named named(ShelfKind kind, String key) {
        return named(catalog.shelf(kind, key).orElseThrow());
    }

    /** A shelf's name: a year as the theme says it, else its name in this language. */
    String name(Shelf shelf) {
        return shelf.kind() == ShelfKind.YEARS
                ? say.word(Word.YEAR_NAME, shelf.key())
                : shelf.name().in(language);
    }

    /** What became of a notice, as templates name it. */
    List<String> statuses(Notice notice) {
        return catalog.statuses(notice).stream().map(Status::key).toList();
    }

    /** The tag of an edition's language if it is not this one, else empty. */
    String foreignTag(Edition edition) {
        return edition.language().equals(language) ? "" : edition.language().tag();
    }

    private Row row(Notice notice) {
        Edition edition = notice.editionFor(language);
        return new Row(
                urls.href(Addresses.notice(edition.language(), notice)),
                foreignTag(edition),
                edition.title(),
                notice.number().map(DocumentNumber::printed).orElse(""),
                foreignTag(notice.originalEdition()),
                notice.issuers().stream()
                        .map(issuer -> issuer.name().in(language))
                        .toList(),
                notice.kind().name().in(language),
                days.of(notice.dates().issued()),
                notice.draft()
                        ? Stream.concat(Stream.of("draft"), statuses(notice).stream())
                                .toList()
                        : statuses(notice));
    }

    private List<OverviewView.Entry> entries(ShelfKind kind, Optional<String> parent) {
        List<OverviewView.Entry> entries = new ArrayList<>();
        for (Shelf shelf : catalog.shelves(kind)) {
            if (shelf.parent().equals(parent)) {
                entries.add(new OverviewView.Entry(
                        shelf.key(),
                        name(shelf),
                        href(shelf, 0),
                        shelf.notices().size(),
                        shelf.firstYear(),
                        shelf.lastYear(),
                        entries(kind, Optional.of(shelf.key()))));
            }
        }
        return entries;
    }

    private Stream<Shelf> children(Shelf shelf) {
        return catalog.shelves(shelf.kind()).stream()
                .filter(other -> other.parent().equals(Optional.of(shelf.key())));
    }

    private String href(Shelf shelf, int number) {
        return urls.href(Addresses.list(language, shelf, number));
    }
}
