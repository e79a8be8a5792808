package io.noticepress.plan;

import io.noticepress.catalog.Backlog;
import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.Shelf;
import io.noticepress.catalog.ShelfKind;
import io.noticepress.model.Digest;
import io.noticepress.model.Language;
import io.noticepress.model.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pages about the translations. One per language tells it all; where there are more notices than a page holds, each
 * year has one too, whatever is wanting, so that which pages there are depends on facts alone.
 */
final class Translated {
    private Translated() {}

    /** Where they stand. */
    static List<Address> addresses(Catalog catalog) {
        List<Address> addresses = new ArrayList<>();
        for (Optional<Shelf> year : scopes(catalog)) {
            for (Language language : catalog.site().languages()) {
                addresses.add(Addresses.translations(language, year));
            }
        }
        return addresses;
    }

    /** The pages. */
    static List<Page> pages(Catalog catalog, Digest press, Backlog backlog) {
        Cards cards = new Cards(catalog);
        Digest surroundings = Cards.surroundings(catalog, press);
        List<Page> pages = new ArrayList<>();
        for (Optional<Shelf> year : scopes(catalog)) {
            Inputs inputs = new Inputs(surroundings, Cards.NOTHING, shown(catalog, cards, backlog, year));
            for (Language language : catalog.site().languages()) {
                pages.add(
                        new Page.Translations(Addresses.translations(language, year), inputs, backlog, year, language));
            }
        }
        return pages;
    }

    /** Everything, then each year if all of it is too much for one page. */
    private static List<Optional<Shelf>> scopes(Catalog catalog) {
        List<Optional<Shelf>> scopes = new ArrayList<>();
        if (Backlog.isDue(catalog)) {
            scopes.add(Optional.empty());
            if (catalog.notices().size() > catalog.site().pageSize()) {
                catalog.shelves(ShelfKind.YEARS).forEach(year -> scopes.add(Optional.of(year)));
            }
        }
        return scopes;
    }

    private static Digest shown(Catalog catalog, Cards cards, Backlog backlog, Optional<Shelf> year) {
        List<Notice> notices = year.map(Shelf::notices).orElse(catalog.notices());
        List<Backlog.Entry> entries = backlog.entries(notices);
        if (year.isPresent()) {
            return cards.backlog(backlog, notices, entries);
        }
        int most = Math.min(entries.size(), catalog.site().pageSize());
        List<Digest> all = new ArrayList<>();
        all.add(cards.backlog(backlog, notices, entries.subList(0, most)));
        all.add(Digest.of(Integer.toString(entries.size())));
        for (Shelf each : catalog.shelves(ShelfKind.YEARS)) {
            all.add(Digest.of(
                    each.key(), Integer.toString(backlog.entries(each.notices()).size())));
        }
        return Digest.of(all);
    }
}
