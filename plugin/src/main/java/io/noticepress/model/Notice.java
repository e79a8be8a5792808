package io.noticepress.model;

import io.noticepress.model.collections.ArrayMap;
import io.noticepress.model.site.DocumentKind;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Topic;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A notice: its facts, stated once, and its words in each language. The text itself stays on disk.
 *
 * @param slug its name in addresses, unique in the site
 * @param issuers the bodies that issue it, lead body first
 * @param attachments every file beside it, listed ones first in their order
 * @param editions by language key, in the order of the site's languages
 * @param original the key of the language in which it was written
 */
public record Notice(
        String slug,
        Optional<DocumentNumber> number,
        DocumentKind kind,
        NoticeDates dates,
        List<Issuer> issuers,
        List<Topic> topics,
        List<Attachment> attachments,
        List<Relation> relations,
        Optional<Provenance> source,
        boolean draft,
        String original,
        Map<String, Edition> editions) {
    /** The order of every list: newest first, then by slug. */
    public static final Comparator<Notice> NEWEST_FIRST = Comparator.comparing(
                    (Notice notice) -> notice.dates().issued())
            .reversed()
            .thenComparing(Notice::slug);

    public Notice {
        issuers = List.copyOf(issuers);
        topics = List.copyOf(topics);
        attachments = List.copyOf(attachments);
        relations = List.copyOf(relations);
        editions = ArrayMap.copyOf(editions);
    }

    /** The year of its date of issue, as in its address. */
    public int year() {
        return dates.issued().getYear();
    }

    /** The edition that states the facts. */
    public Edition originalEdition() {
        return editions.get(original);
    }

    /** The edition in a language, if there is one. */
    public Optional<Edition> edition(Language language) {
        return Optional.ofNullable(editions.get(language.key()));
    }

    /** The edition a reader of a language is shown: in that language, else the original. */
    public Edition editionFor(Language language) {
        return edition(language).orElseGet(this::originalEdition);
    }
}
