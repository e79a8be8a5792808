package io.noticepress.preview.site;

import io.noticepress.catalog.Catalog;
import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.values.Digest;
import io.noticepress.pipeline.SiteContent;
import io.noticepress.plan.Page;
import io.noticepress.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change of words alone, the most frequent one: the facts of all notices are what they were, and so is the plan but for the
 * pages that are made from those words. Spares the fingerprints of all others.
 *
 * @param changedNotices the notices whose words are others
 * @param titlesChanged whether more than their texts is, a title for example
 */
record TextOnlyChange(List<Notice> changedNotices, boolean titlesChanged) {

    /** What was reworded, if nothing else was done. */
    static Optional<TextOnlyChange> between(SiteContent before, SiteContent after) {
        List<NoticeFacts> then = before.facts();
        List<NoticeFacts> now = after.facts();
        if (then.size() != now.size() || !before.pages().equals(after.pages())) {
            return Optional.empty();
        }
        List<Notice> retold = new ArrayList<>();
        boolean renamed = false;
        for (int i = 0; i < now.size(); i++) {
            if (then.get(i) == now.get(i)) {
                continue;
            }
            Optional<Notice> old = then.get(i).notice();
            Optional<Notice> fresh = now.get(i).notice();
            if (old.isPresent() != fresh.isPresent()
                    || fresh.isPresent() && !differsInEditionsOnly(old.get(), fresh.get())) {
                return Optional.empty();
            }
            renamed |= fresh.isPresent() && !differsInDigestsOnly(old.get(), fresh.get());
            fresh.ifPresent(retold::add);
        }
        return Optional.of(new TextOnlyChange(retold, renamed));
    }

    /** The pages there are now. */
    Map<String, Page> pages(Map<String, Page> before, Catalog catalog, Digest dress) {
        Map<String, Page> pages = new HashMap<>(before);
        Plan.of(catalog, dress, changedNotices, titlesChanged)
                .pages()
                .forEach(page -> pages.put(page.address().file(), page));
        return pages;
    }

    /** Whether two states of a notice differ in the words of their editions at most. */
    private static boolean differsInEditionsOnly(Notice old, Notice fresh) {
        return List.copyOf(old.editions().keySet())
                        .equals(List.copyOf(fresh.editions().keySet()))
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

    /** Whether two states of a notice with the same facts differ in the digests of their files at most. */
    private static boolean differsInDigestsOnly(Notice old, Notice fresh) {
        return fresh.editions().entrySet().stream().allMatch(edition -> {
            Edition before = old.editions().get(edition.getKey());
            return before.equals(edition.getValue().withSource(before.source()));
        });
    }
}
