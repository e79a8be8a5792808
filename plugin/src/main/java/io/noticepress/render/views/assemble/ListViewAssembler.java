package io.noticepress.render.views.assemble;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.Category;
import io.noticepress.catalog.CategoryType;
import io.noticepress.catalog.NoticeStatus;
import io.noticepress.catalog.Register;
import io.noticepress.catalog.TranslationBacklog;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.site.Language;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Plan;
import io.noticepress.render.template.MessageKey;
import io.noticepress.render.template.ThemeMessages;
import io.noticepress.render.views.HomeView;
import io.noticepress.render.views.ListView;
import io.noticepress.render.views.NamedLink;
import io.noticepress.render.views.NoticeRow;
import io.noticepress.render.views.OverviewView;
import io.noticepress.render.views.RegisterView;
import io.noticepress.render.views.TranslationStatusView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What lists, overviews and the home page show, in one language. Immutable. */
public final class ListViewAssembler {
    private final Catalog catalog;
    private final SiteUrls siteUrls;
    private final Language language;
    private final ThemeMessages messages;
    private final DisplayDateFormat dateFormat;

    public ListViewAssembler(Catalog catalog, Language language, ThemeMessages messages) {
        this.catalog = catalog;
        this.siteUrls = new SiteUrls(catalog.site());
        this.language = language;
        this.messages = messages;
        this.dateFormat = new DisplayDateFormat(messages);
    }

    Language language() {
        return language;
    }

    public ThemeMessages messages() {
        return messages;
    }

    DisplayDateFormat dateFormat() {
        return dateFormat;
    }

    /** A feed's title: the site's, with the shelf's name before it. */
    public String feedTitle(Optional<Category> shelf) {
        return shelf.map(found -> shelfName(found) + " - ").orElse("") + language.title();
    }

    public HomeView home() {
        List<Notice> newest = catalog.notices()
                .subList(0, Math.min(Plan.HOME_NOTICES, catalog.notices().size()));
        List<OverviewView> ways = Stream.of(CategoryType.values())
                .filter(kind -> !catalog.categories(kind).isEmpty())
                .map(this::overview)
                .toList();
        return new HomeView(rows(newest), ways);
    }

    public OverviewView overview(CategoryType kind) {
        return new OverviewView(kind.key(), overviewEntries(kind, Optional.empty()));
    }

    public ListView list(Category category, int number) {
        int pageSize = catalog.site().pageSize();
        int full = category.fullPages(pageSize);
        List<Notice> notices = number == 0 ? category.newest(pageSize) : category.page(number, pageSize);
        // The list's own page shows the newest notices; when they fill a page exactly, that page is the same one.
        int older = number > 0 ? number - 1 : category.notices().size() % pageSize == 0 ? full - 1 : full;
        Optional<String> newer =
                number == 0 ? Optional.empty() : Optional.of(listHref(category, number < full ? number + 1 : 0));
        return new ListView(
                category.type().key(),
                shelfName(category),
                number,
                rows(notices),
                newer,
                older > 0 ? Optional.of(listHref(category, older)) : Optional.empty(),
                category.parent()
                        .flatMap(key -> catalog.category(category.type(), key))
                        .map(this::shelfLink),
                number == 0 ? narrowerShelves(category).map(this::shelfLink).toList() : List.of(),
                number == 0 && !catalog.register(category).series().isEmpty()
                        ? Optional.of(siteUrls.href(Addresses.register(language, category)))
                        : Optional.empty());
    }

    public RegisterView register(Category category, Register register) {
        return new RegisterView(
                shelfLink(category),
                register.series().stream()
                        .map(numberSeries -> new RegisterView.NumberRunView(
                                numberSeries.code(),
                                numberSeries.year() == 0 ? "" : Integer.toString(numberSeries.year()),
                                numberSeries.entries().stream()
                                        .map(numberEntry -> new RegisterView.RegisterEntryView(
                                                numberEntry.first(),
                                                numberEntry.last(),
                                                numberEntry.notice().map(this::row)))
                                        .toList()))
                        .toList());
    }

    public TranslationStatusView translations(TranslationBacklog translationBacklog, Optional<Category> year) {
        int pageSize = catalog.site().pageSize();
        List<Notice> notices = year.map(Category::notices).orElse(catalog.notices());
        List<TranslationBacklog.IncompleteNotice> entries = translationBacklog.entries(notices);
        int shown = year.isPresent() ? entries.size() : Math.min(entries.size(), pageSize);
        boolean years = year.isEmpty() && catalog.notices().size() > pageSize;
        return new TranslationStatusView(
                translationBacklog.counts(notices).stream()
                        .map(translationCounts -> new TranslationStatusView.TranslationCountView(
                                translationCounts.language().name(),
                                translationCounts.language().tag(),
                                translationCounts.due(),
                                translationCounts.official(),
                                translationCounts.reviewed(),
                                translationCounts.draft(),
                                translationCounts.machine(),
                                translationCounts.missing(),
                                translationCounts.outdated()))
                        .toList(),
                entries.subList(0, shown).stream()
                        .map(incompleteNotice -> new TranslationStatusView.TranslationEntryView(
                                row(incompleteNotice.notice()),
                                incompleteNotice.gaps().stream()
                                        .map(translationGap -> new TranslationStatusView.TranslationGapView(
                                                translationGap.language().name(),
                                                translationGap.language().tag(),
                                                translationGap.reason().key()))
                                        .toList()))
                        .toList(),
                entries.size() - shown,
                years
                        ? catalog.categories(CategoryType.YEARS).stream()
                                .map(category -> new TranslationStatusView.YearCountView(
                                        shelfName(category),
                                        siteUrls.href(Addresses.translations(language, Optional.of(category))),
                                        translationBacklog
                                                .entries(category.notices())
                                                .size()))
                                .toList()
                        : List.of());
    }

    List<NoticeRow> rows(List<Notice> notices) {
        return notices.stream().map(this::row).toList();
    }

    /** A shelf with its page. */
    NamedLink shelfLink(Category category) {
        return new NamedLink(category.key(), shelfName(category), listHref(category, 0));
    }

    /** The shelf of a key with its page. */
    NamedLink shelfLink(CategoryType kind, String key) {
        return shelfLink(catalog.category(kind, key).orElseThrow());
    }

    /** A shelf's name: a year as the theme says it, else its name in this language. */
    String shelfName(Category category) {
        return category.type() == CategoryType.YEARS
                ? messages.text(MessageKey.YEAR_NAME, category.key())
                : category.name().in(language);
    }

    /** What became of a notice, as templates name it. */
    public List<String> statusKeys(Notice notice) {
        return catalog.statuses(notice).stream().map(NoticeStatus::key).toList();
    }

    /** The tag of an edition's language if it is not this one, else empty. */
    String foreignTag(Edition edition) {
        return edition.language().equals(language) ? "" : edition.language().tag();
    }

    private NoticeRow row(Notice notice) {
        Edition edition = notice.editionFor(language);
        return new NoticeRow(
                siteUrls.href(Addresses.notice(edition.language(), notice)),
                foreignTag(edition),
                edition.title(),
                notice.number().map(DocumentNumber::printed).orElse(""),
                foreignTag(notice.originalEdition()),
                notice.issuers().stream()
                        .map(issuer -> issuer.name().in(language))
                        .toList(),
                notice.kind().name().in(language),
                dateFormat.format(notice.dates().issued()),
                notice.draft()
                        ? Stream.concat(Stream.of("draft"), statusKeys(notice).stream())
                                .toList()
                        : statusKeys(notice));
    }

    private List<OverviewView.OverviewEntry> overviewEntries(CategoryType kind, Optional<String> parent) {
        List<OverviewView.OverviewEntry> entries = new ArrayList<>();
        for (Category category : catalog.categories(kind)) {
            if (category.parent().equals(parent)) {
                entries.add(new OverviewView.OverviewEntry(
                        category.key(),
                        shelfName(category),
                        listHref(category, 0),
                        category.notices().size(),
                        category.firstYear(),
                        category.lastYear(),
                        overviewEntries(kind, Optional.of(category.key()))));
            }
        }
        return entries;
    }

    private Stream<Category> narrowerShelves(Category category) {
        return catalog.categories(category.type()).stream()
                .filter(other -> other.parent().equals(Optional.of(category.key())));
    }

    private String listHref(Category category, int number) {
        return siteUrls.href(Addresses.list(language, category, number));
    }
}
