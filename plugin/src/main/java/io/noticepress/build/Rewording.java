package io.noticepress.build;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.ShelfKind;
import io.noticepress.content.Facts;
import io.noticepress.model.Digest;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.plan.Address;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Inputs;
import io.noticepress.plan.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change of texts alone, the most frequent one: the facts of all notices are what they were, and so is the plan but for the
 * pages that are made from those texts. Spares the fingerprints of all others.
 */
final class Rewording {
    private Rewording() {}

    /** The notices whose texts are others, if nothing else is. */
    static Optional<List<Notice>> between(Reading before, Reading after) {
        List<Facts> then = before.facts();
        List<Facts> now = after.facts();
        if (then.size() != now.size() || !before.pages().equals(after.pages())) {
            return Optional.empty();
        }
        List<Notice> retold = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            if (then.get(i) == now.get(i)) {
                continue;
            }
            Optional<Notice> old = then.get(i).notice();
            Optional<Notice> fresh = now.get(i).notice();
            if (old.isPresent() != fresh.isPresent() || fresh.isPresent() && !isSame(old.get(), fresh.get())) {
                return Optional.empty();
            }
            fresh.ifPresent(retold::add);
        }
        return Optional.of(retold);
    }

    /** The plan with the pages of some notices made from their texts as they are now. */
    static Map<String, Page> pages(Map<String, Page> before, List<Notice> retold, Catalog catalog) {
        Map<String, Page> pages = new HashMap<>(before);
        for (Notice notice : retold) {
            List<Digest> sources = new ArrayList<>();
            notice.editions()
                    .values()
                    .forEach(edition -> sources.add(edition.source().digest()));
            for (Edition edition : notice.editions().values()) {
                Address address = Addresses.notice(edition.language(), notice);
                pages.computeIfPresent(
                        address.file(),
                        (file, page) -> new Page.NoticePage(address, anew(page, sources), notice, edition));
            }
            Address parallel = Addresses.parallel(notice);
            pages.computeIfPresent(parallel.file(), (file, page) -> {
                Page.Parallel both = (Page.Parallel) page;
                return new Page.Parallel(
                        parallel,
                        anew(page, sources),
                        notice,
                        notice.editionFor(both.left().language()),
                        notice.editionFor(both.right().language()));
            });
            String year = Integer.toString(notice.year());
            Address data = Addresses.yearData(year);
            pages.computeIfPresent(
                    data.file(),
                    (file, page) -> new Page.YearData(
                            data,
                            anew(page, sources),
                            catalog.shelf(ShelfKind.YEARS, year).orElseThrow()));
        }
        return pages;
    }

    private static Inputs anew(Page page, List<Digest> sources) {
        List<Digest> own = new ArrayList<>(sources);
        own.add(page.inputs().own());
        return new Inputs(
                page.inputs().surroundings(), Digest.of(own), page.inputs().listed());
    }

    /** Whether two states of a notice differ in the digests of their files at most. */
    private static boolean isSame(Notice old, Notice fresh) {
        Map<String, Edition> editions = new HashMap<>();
        fresh.editions().forEach((key, edition) -> {
            Edition before = old.editions().get(key);
            editions.put(key, before == null ? edition : edition.from(before.source()));
        });
        return List.copyOf(old.editions().keySet())
                        .equals(List.copyOf(fresh.editions().keySet()))
                && old.editions().equals(editions)
                && new Notice(
                                fresh.slug(),
                                fresh.number(),
                                fresh.kind(),
                                fresh.dates(),
                                fresh.issuers(),
                                fresh.topics(),
                                fresh.attachments(),
                                fresh.relations(),
                                fresh.source(),
                                fresh.draft(),
                                fresh.original(),
                                old.editions())
                        .equals(old);
    }
}
