package io.noticepress.preview.site;

import io.noticepress.content.frontmatter.NoticeFacts;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.pipeline.SiteContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change of texts alone, the most frequent one: no notice is new, deleted, or has other facts than before, so that only the
 * pages made from the changed texts must be planned again. Spares the fingerprints of all others.
 *
 * @param changedNotices the notices with a changed edition
 * @param titlesChanged whether more than bodies changed, a title for example, which lists and feeds also show
 */
record TextOnlyChange(List<Notice> changedNotices, boolean titlesChanged) {

    /** The change between two states of the content; empty if more than texts changed. */
    static Optional<TextOnlyChange> between(SiteContent before, SiteContent after) {
        List<NoticeFacts> oldFacts = before.facts();
        List<NoticeFacts> newFacts = after.facts();
        if (oldFacts.size() != newFacts.size() || !before.pages().equals(after.pages())) {
            return Optional.empty();
        }
        List<Notice> changed = new ArrayList<>();
        boolean titlesChanged = false;
        for (int i = 0; i < newFacts.size(); i++) {
            if (oldFacts.get(i) == newFacts.get(i)) {
                continue;
            }
            Optional<Notice> oldNotice = oldFacts.get(i).notice();
            Optional<Notice> newNotice = newFacts.get(i).notice();
            if (oldNotice.isPresent() != newNotice.isPresent()
                    || newNotice.isPresent() && !differsInEditionsOnly(oldNotice.get(), newNotice.get())) {
                return Optional.empty();
            }
            titlesChanged |= newNotice.isPresent() && !differsInDigestsOnly(oldNotice.get(), newNotice.get());
            newNotice.ifPresent(changed::add);
        }
        return Optional.of(new TextOnlyChange(changed, titlesChanged));
    }

    /** Whether two states of a notice have the same facts and languages. */
    private static boolean differsInEditionsOnly(Notice before, Notice after) {
        return List.copyOf(before.editions().keySet())
                        .equals(List.copyOf(after.editions().keySet()))
                && new Notice(
                                after.slug(),
                                after.number(),
                                after.kind(),
                                after.dates(),
                                after.issuers(),
                                after.topics(),
                                after.attachments(),
                                after.relations(),
                                after.source(),
                                after.draft(),
                                after.original(),
                                before.editions())
                        .equals(before);
    }

    /** Whether the editions of such a notice are the same but for the digests of their files. */
    private static boolean differsInDigestsOnly(Notice before, Notice after) {
        return after.editions().entrySet().stream().allMatch(entry -> {
            Edition old = before.editions().get(entry.getKey());
            return old.equals(entry.getValue().withSource(old.source()));
        });
    }
}
