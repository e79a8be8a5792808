package io.noticepress.plan;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.Category;
import io.noticepress.catalog.IncomingRelation;
import io.noticepress.catalog.Register;
import io.noticepress.catalog.TranslationBacklog;
import io.noticepress.model.Attachment;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.NoticeDates;
import io.noticepress.model.Relation;
import io.noticepress.model.TextPage;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Topic;
import io.noticepress.model.values.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Digests of what pages show of notices. The listing digest of a notice covers the fields that lists, feeds and related notices
 * show, so that an edit of its text leaves their pages untouched.
 */
final class PageFingerprints {
    /** The digest of no input. */
    static final Digest EMPTY = Digest.of(new byte[0]);

    private static final Digest EFFECTS_MARK = Digest.of("effects");

    private final Catalog catalog;
    private final Map<String, Digest> listingDigests = new HashMap<>();
    private final Map<String, Digest> sourceDigests = new HashMap<>();
    /** Digests of the few words that occur in nearly every notice, such as language keys. */
    private final Map<String, Digest> wordDigests = new HashMap<>();

    PageFingerprints(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The listing digests of notices, in their order. */
    Digest of(List<Notice> notices) {
        return Digest.of(notices.stream().map(this::of).toList());
    }

    /** The listing digest of a notice. */
    private Digest of(Notice notice) {
        return listingDigests.computeIfAbsent(notice.slug(), slug -> listingDigest(notice));
    }

    /** The sources of a notice's own pages: the files of its editions and its attachments. */
    Digest sourceDigest(Notice notice) {
        return sourceDigests.computeIfAbsent(notice.slug(), slug -> sourcesOf(notice));
    }

    private Digest cachedDigest(String word) {
        return wordDigests.computeIfAbsent(word, text -> Digest.of(text));
    }

    private Digest sourcesOf(Notice notice) {
        List<Digest> sources = new ArrayList<>();
        for (Edition edition : notice.editions().values()) {
            sources.add(cachedDigest(edition.language().key()));
            sources.add(edition.source().digest());
        }
        for (Attachment attachment : notice.attachments()) {
            sources.add(Digest.of(attachment.file(), Long.toString(attachment.size())));
            sources.add(attachment.digest());
        }
        return Digest.of(sources);
    }

    /** The files of a plain page, in all languages: each edition links to places in the others. */
    static Digest sourceDigest(TextPage text) {
        return Digest.of(text.versions().values().stream()
                .map(textPageEdition -> textPageEdition.source().digest())
                .toList());
    }

    /** The sources of several notices. */
    Digest sourceDigests(List<Notice> notices) {
        return Digest.of(notices.stream().map(this::sourceDigest).toList());
    }

    /** What a notice's pages show of related notices, and the relations of others to it. */
    Digest relatedDigest(Notice notice) {
        List<Digest> shown = new ArrayList<>();
        shown.add(of(notice));
        for (Relation relation : notice.relations()) {
            relation.slug().flatMap(catalog::notice).map(this::of).ifPresent(shown::add);
        }
        for (IncomingRelation incomingRelation : catalog.incoming(notice)) {
            shown.add(cachedDigest(incomingRelation.type().field()));
            shown.add(of(incomingRelation.from()));
        }
        if (shown.size() == 1) {
            return of(notice);
        }
        shown.add(EFFECTS_MARK); // with asOf, only some of the incoming relations are in effect
        for (IncomingRelation effect : catalog.effects(notice)) {
            shown.add(Digest.of(effect.type().field(), effect.from().slug()));
        }
        return Digest.of(shown);
    }

    /** The listing digests of notices and their incoming relations. */
    Digest relationDigest(List<Notice> notices) {
        List<Digest> shown = new ArrayList<>();
        for (Notice notice : notices) {
            shown.add(of(notice));
            for (IncomingRelation incomingRelation : catalog.incoming(notice)) {
                shown.add(Digest.of(
                        incomingRelation.type().field(), incomingRelation.from().slug()));
            }
        }
        return Digest.of(shown);
    }

    /** What a list links to besides its notices: child categories, and the register if there is one. */
    Digest childrenDigest(Category category, Register register) {
        List<String> parts = new ArrayList<>();
        parts.add(Boolean.toString(register.series().isEmpty()));
        catalog.categories(category.type()).stream()
                .filter(other -> other.parent().equals(Optional.of(category.key())))
                .forEach(other -> parts.add(other.key()));
        return Digest.of(parts.toArray(String[]::new));
    }

    /** What overviews show: keys, counts and years. */
    static Digest countsDigest(Collection<Category> categories) {
        List<String> parts = new ArrayList<>();
        for (Category category : categories) {
            parts.add(category.key());
            parts.add(category.notices().size() + " " + category.firstYear() + " " + category.lastYear());
        }
        return Digest.of(parts.toArray(String[]::new));
    }

    /** The menu of every page: whether there are notices, and the titles of the plain pages. */
    static Digest menuDigest(Catalog catalog) {
        List<String> parts = new ArrayList<>();
        parts.add(Boolean.toString(catalog.notices().isEmpty()));
        for (TextPage page : catalog.pages()) {
            for (TextPage.TextPageEdition textPageEdition : page.versions().values()) {
                parts.addAll(List.of(page.name(), textPageEdition.language().key(), textPageEdition.title()));
            }
        }
        return Digest.of(parts.toArray(String[]::new));
    }

    /** The inputs of every page: generator, theme, settings and menu. */
    static Digest environment(Catalog catalog, Digest renderDigest) {
        return Digest.of(List.of(renderDigest, catalog.site().digest(), menuDigest(catalog)));
    }

    /** What a page shows of the translations of notices. */
    Digest backlogDigest(
            TranslationBacklog translationBacklog,
            List<Notice> notices,
            List<TranslationBacklog.IncompleteNotice> entries) {
        List<Digest> shown = new ArrayList<>();
        shown.add(Digest.of(translationBacklog.counts(notices).toString()));
        for (TranslationBacklog.IncompleteNotice incompleteNotice : entries) {
            shown.add(of(incompleteNotice.notice()));
            shown.add(Digest.of(incompleteNotice.gaps().toString()));
        }
        return Digest.of(shown);
    }

    /** The entries of a sitemap. Hashed one by one, because a list of all addresses would be large. */
    static Digest urlsDigest(List<SitemapUrl> urls) {
        MessageDigest sha = Digest.newSha256();
        for (SitemapUrl url : urls) {
            String day = url.lastChanged()
                    .map(date -> Long.toString(date.toEpochDay()))
                    .orElse("");
            sha.update((url.address().file() + "\n" + day + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return Digest.of(sha.digest(), 0);
    }

    private Digest listingDigest(Notice notice) {
        List<String> parts = new ArrayList<>();
        NoticeDates noticeDates = notice.dates();
        parts.add(notice.slug());
        parts.add(notice.number().map(DocumentNumber::printed).orElse(""));
        parts.add(notice.kind().code());
        parts.add(noticeDates.issued().toString());
        for (Optional<LocalDate> day : List.of(
                noticeDates.published(),
                noticeDates.updated(),
                noticeDates.effective(),
                noticeDates.expires(),
                noticeDates.printed())) {
            parts.add(day.map(LocalDate::toString).orElse(""));
        }
        parts.add(notice.original());
        parts.add(Boolean.toString(notice.draft()));
        parts.add(catalog.statuses(notice).toString());
        notice.issuers().stream().map(Issuer::key).forEach(parts::add);
        parts.add("topics");
        notice.topics().stream().map(Topic::key).forEach(parts::add);
        parts.add("editions");
        for (Edition edition : notice.editions().values()) {
            parts.addAll(List.of(edition.language().key(), edition.title(), edition.summary()));
            parts.add(edition.extent().name());
            parts.add(edition.translation().map(how -> how.state().name()).orElse(""));
        }
        return Digest.of(parts.toArray(String[]::new));
    }
}
