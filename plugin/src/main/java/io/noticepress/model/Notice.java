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
 * A notice: its facts and its editions in each language. The bodies stay on disk.
 *
 * @param slug its name in URLs, unique in the site
 * @param issuers the issuing bodies, lead body first
 * @param attachments all files in its folder: first the listed ones in their order
 * @param original the language key of the original edition
 * @param editions by language key, in the order of the site's languages
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
    /** The order of all lists: newest date of issue first, then by slug. */
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

    /** The year of issue, which is part of the URL. */
    public int year() {
        return dates.issued().getYear();
    }

    /** The original, the edition that states the facts. */
    public Edition originalEdition() {
        return editions.get(original);
    }

    /** The edition in a language, if there is one. */
    public Optional<Edition> edition(Language language) {
        return Optional.ofNullable(editions.get(language.key()));
    }

    /** The edition shown to readers of a language: the one in that language, otherwise the original. */
    public Edition editionFor(Language language) {
        return edition(language).orElseGet(this::originalEdition);
    }
}
