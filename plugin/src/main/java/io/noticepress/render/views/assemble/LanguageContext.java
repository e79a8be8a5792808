package io.noticepress.render.views.assemble;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.Category;
import io.noticepress.catalog.CategoryType;
import io.noticepress.catalog.NoticeStatus;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.site.Language;
import io.noticepress.plan.Addresses;
import io.noticepress.render.template.MessageKey;
import io.noticepress.render.template.ThemeMessages;
import io.noticepress.render.views.NamedLink;
import io.noticepress.render.views.NoticeRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What all pages in one language share: its messages, its dates, and its names of categories and notices. Immutable. */
public final class LanguageContext {
    private final Catalog catalog;
    private final SiteUrls siteUrls;
    private final Language language;
    private final ThemeMessages messages;
    private final DisplayDateFormat dateFormat;

    public LanguageContext(Catalog catalog, Language language, ThemeMessages messages) {
        this.catalog = catalog;
        this.siteUrls = new SiteUrls(catalog.site());
        this.language = language;
        this.messages = messages;
        this.dateFormat = new DisplayDateFormat(messages);
    }

    public ThemeMessages messages() {
        return messages;
    }

    Language language() {
        return language;
    }

    DisplayDateFormat dateFormat() {
        return dateFormat;
    }

    /** The title of a feed: the title of the site, after the name of the feed's category if it has one. */
    public String feedTitle(Optional<Category> category) {
        return category.map(found -> categoryName(found) + " - ").orElse("") + language.title();
    }

    /** A link to the list of a category. */
    NamedLink categoryLink(Category category) {
        return new NamedLink(category.key(), categoryName(category), listHref(category, 0));
    }

    /** A link to the list of the category with a key. */
    NamedLink categoryLink(CategoryType type, String key) {
        return categoryLink(catalog.category(type, key).orElseThrow());
    }

    /** The name of a category in this language; for a year the theme's pattern, such as {@code 2030年}. */
    String categoryName(Category category) {
        return category.type() == CategoryType.YEARS
                ? messages.text(MessageKey.YEAR_NAME, category.key())
                : category.name().in(language);
    }

    /** The address of a page of a category's list; page 0 shows the newest notices. */
    String listHref(Category category, int number) {
        return siteUrls.href(Addresses.list(language, category, number));
    }

    /** The statuses of a notice by their names in templates. */
    public List<String> statusKeys(Notice notice) {
        return catalog.statuses(notice).stream().map(NoticeStatus::key).toList();
    }

    /** The same, after {@code draft} if the notice is a draft. */
    List<String> statusKeysWithDraft(Notice notice) {
        List<String> statusKeys = statusKeys(notice);
        return notice.draft()
                ? Stream.concat(Stream.of("draft"), statusKeys.stream()).toList()
                : statusKeys;
    }

    /** The tag of an edition's language if it is not this one, else empty. */
    String foreignTag(Edition edition) {
        return edition.language().equals(language) ? "" : edition.language().tag();
    }

    /** A notice as a row of a list. */
    NoticeRow row(Notice notice) {
        Edition edition = notice.editionFor(language);
        return new NoticeRow(
                siteUrls.href(Addresses.notice(edition.language(), notice)),
                foreignTag(edition),
                edition.title(),
                notice.number().map(DocumentNumber::printed).orElse(""),
                foreignTag(notice.originalEdition()),
                issuerNames(notice),
                notice.kind().name().in(language),
                dateFormat.format(notice.dates().issued()),
                statusKeysWithDraft(notice));
    }

    /** The names of a notice's issuers in this language. */
    List<String> issuerNames(Notice notice) {
        return notice.issuers().stream()
                .map(issuer -> issuer.name().in(language))
                .toList();
    }
}
