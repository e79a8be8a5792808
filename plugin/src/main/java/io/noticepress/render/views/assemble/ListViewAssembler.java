package io.noticepress.render.views.assemble;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.Category;
import io.noticepress.catalog.CategoryType;
import io.noticepress.catalog.Register;
import io.noticepress.catalog.TranslationBacklog;
import io.noticepress.model.Notice;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Plan;
import io.noticepress.render.views.HomeView;
import io.noticepress.render.views.ListView;
import io.noticepress.render.views.NoticeRow;
import io.noticepress.render.views.OverviewView;
import io.noticepress.render.views.RegisterView;
import io.noticepress.render.views.TranslationStatusView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Assembles the home page and all pages that list notices, in one language. Immutable. */
public final class ListViewAssembler {
    private final Catalog catalog;
    private final SiteUrls siteUrls;
    private final LanguageContext context;

    public ListViewAssembler(Catalog catalog, LanguageContext context) {
        this.catalog = catalog;
        this.siteUrls = new SiteUrls(catalog.site());
        this.context = context;
    }

    public HomeView home() {
        List<Notice> newest = catalog.notices()
                .subList(0, Math.min(Plan.HOME_NOTICES, catalog.notices().size()));
        List<OverviewView> overviews = Stream.of(CategoryType.values())
                .filter(type -> !catalog.categories(type).isEmpty())
                .map(this::overview)
                .toList();
        return new HomeView(rows(newest), overviews);
    }

    public OverviewView overview(CategoryType type) {
        return new OverviewView(type.key(), overviewEntries(type, Optional.empty()));
    }

    /** @param number 0 for the newest notices, else the number of the page counted from the oldest notice */
    public ListView list(Category category, int number) {
        int pageSize = catalog.site().pageSize();
        int full = category.fullPages(pageSize);
        List<Notice> notices = number == 0 ? category.newest(pageSize) : category.page(number, pageSize);
        // Page 0 shows the newest notices; if they fill a page exactly, the last full page shows the same ones.
        int older = number > 0 ? number - 1 : category.notices().size() % pageSize == 0 ? full - 1 : full;
        Optional<String> newer = number == 0
                ? Optional.empty()
                : Optional.of(context.listHref(category, number < full ? number + 1 : 0));
        return new ListView(
                category.type().key(),
                context.categoryName(category),
                number,
                rows(notices),
                newer,
                older > 0 ? Optional.of(context.listHref(category, older)) : Optional.empty(),
                category.parent()
                        .flatMap(key -> catalog.category(category.type(), key))
                        .map(context::categoryLink),
                number == 0 ? children(category).map(context::categoryLink).toList() : List.of(),
                number == 0 && !catalog.register(category).series().isEmpty()
                        ? Optional.of(siteUrls.href(Addresses.register(context.language(), category)))
                        : Optional.empty());
    }

    public RegisterView register(Category category, Register register) {
        return new RegisterView(
                context.categoryLink(category),
                register.series().stream()
                        .map(series -> new RegisterView.NumberRunView(
                                series.code(),
                                series.year() == 0 ? "" : Integer.toString(series.year()),
                                series.entries().stream()
                                        .map(entry -> new RegisterView.RegisterEntryView(
                                                entry.first(),
                                                entry.last(),
                                                entry.notice().map(context::row)))
                                        .toList()))
                        .toList());
    }

    /** @param year the year whose notices are listed; empty for the newest notices of all years */
    public TranslationStatusView translations(TranslationBacklog backlog, Optional<Category> year) {
        int pageSize = catalog.site().pageSize();
        List<Notice> notices = year.map(Category::notices).orElse(catalog.notices());
        List<TranslationBacklog.IncompleteNotice> entries = backlog.entries(notices);
        int shown = year.isPresent() ? entries.size() : Math.min(entries.size(), pageSize);
        boolean hasYears = year.isEmpty() && catalog.notices().size() > pageSize;
        return new TranslationStatusView(
                backlog.counts(notices).stream()
                        .map(ListViewAssembler::countView)
                        .toList(),
                entries.subList(0, shown).stream().map(this::entryView).toList(),
                entries.size() - shown,
                hasYears
                        ? catalog.categories(CategoryType.YEARS).stream()
                                .map(category -> yearView(category, backlog))
                                .toList()
                        : List.of());
    }

    private static TranslationStatusView.TranslationCountView countView(TranslationBacklog.TranslationCounts counts) {
        return new TranslationStatusView.TranslationCountView(
                counts.language().name(),
                counts.language().tag(),
                counts.due(),
                counts.official(),
                counts.reviewed(),
                counts.draft(),
                counts.machine(),
                counts.missing(),
                counts.outdated());
    }

    private TranslationStatusView.TranslationEntryView entryView(TranslationBacklog.IncompleteNotice incomplete) {
        return new TranslationStatusView.TranslationEntryView(
                context.row(incomplete.notice()),
                incomplete.gaps().stream()
                        .map(gap -> new TranslationStatusView.TranslationGapView(
                                gap.language().name(),
                                gap.language().tag(),
                                gap.reason().key()))
                        .toList());
    }

    private TranslationStatusView.YearCountView yearView(Category year, TranslationBacklog backlog) {
        return new TranslationStatusView.YearCountView(
                context.categoryName(year),
                siteUrls.href(Addresses.translations(context.language(), Optional.of(year))),
                backlog.entries(year.notices()).size());
    }

    private List<NoticeRow> rows(List<Notice> notices) {
        return notices.stream().map(context::row).toList();
    }

    private List<OverviewView.OverviewEntry> overviewEntries(CategoryType type, Optional<String> parent) {
        List<OverviewView.OverviewEntry> entries = new ArrayList<>();
        for (Category category : catalog.categories(type)) {
            if (category.parent().equals(parent)) {
                entries.add(new OverviewView.OverviewEntry(
                        category.key(),
                        context.categoryName(category),
                        context.listHref(category, 0),
                        category.notices().size(),
                        category.firstYear(),
                        category.lastYear(),
                        overviewEntries(type, Optional.of(category.key()))));
            }
        }
        return entries;
    }

    private Stream<Category> children(Category category) {
        return catalog.categories(category.type()).stream()
                .filter(other -> other.parent().equals(Optional.of(category.key())));
    }
}
