package io.noticepress.render.views.assemble;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.CategoryType;
import io.noticepress.catalog.IncomingRelation;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.RenderedPart;
import io.noticepress.model.Attachment;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Extent;
import io.noticepress.model.Notice;
import io.noticepress.model.Provenance;
import io.noticepress.model.Relation;
import io.noticepress.model.RelationType;
import io.noticepress.model.Translation;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Topic;
import io.noticepress.plan.Addresses;
import io.noticepress.render.template.SafeHtml;
import io.noticepress.render.views.DisplayDate;
import io.noticepress.render.views.LanguageLink;
import io.noticepress.render.views.NamedLink;
import io.noticepress.render.views.NoticeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Assembles the page of a notice in one language. Immutable. */
public final class NoticeViewAssembler {
    private final Catalog catalog;
    private final SiteUrls siteUrls;
    private final LanguageContext context;

    public NoticeViewAssembler(Catalog catalog, LanguageContext context) {
        this.catalog = catalog;
        this.siteUrls = new SiteUrls(catalog.site());
        this.context = context;
    }

    public NoticeView assemble(
            Notice notice, Edition edition, Body body, boolean outdated, CounterpartLinks counterpartLinks) {
        DisplayDateFormat dateFormat = context.dateFormat();
        List<String> issuerNames = context.issuerNames(notice);
        NamesInLanguage recipients = namesOrOriginal(notice, edition, Edition::recipients);
        NamesInLanguage cc = namesOrOriginal(notice, edition, Edition::cc);
        return new NoticeView(
                edition.title(),
                notice.number().map(DocumentNumber::printed).orElse(""),
                context.foreignTag(notice.originalEdition()),
                context.language().isChinese()
                        ? ""
                        : notice.number().map(NoticeViewAssembler::gloss).orElse(""),
                context.categoryLink(CategoryType.KINDS, notice.kind().code()),
                categoryLinks(CategoryType.ISSUERS, notice.issuers().stream().map(Issuer::key)),
                categoryLinks(CategoryType.TOPICS, notice.topics().stream().map(Topic::key)),
                dateFormat.format(notice.dates().issued()),
                dateFormat.format(notice.dates().published()),
                dateFormat.format(notice.dates().updated()),
                dateFormat.format(notice.dates().effective()),
                dateFormat.format(notice.dates().expires()),
                dateFormat.format(notice.dates().printed()),
                edition.printOffice(),
                edition.letterhead().isEmpty() ? joined(issuerNames) : edition.letterhead(),
                recipients.names(),
                recipients.tag(),
                cc.names(),
                cc.tag(),
                edition.signatories().isEmpty() ? issuerNames : edition.signatories(),
                edition.note(),
                edition.summary(),
                banners(notice, edition, outdated),
                effects(notice),
                relations(notice),
                attachments(notice),
                body.parts().stream()
                        .map(part -> partView(part, counterpartLinks))
                        .toList(),
                new SafeHtml(body.footnotes()),
                body.outline(),
                edition.translation().map(translation -> translationView(notice, translation, outdated)),
                editionLinks(notice),
                parallelHref(notice),
                notice.source().map(this::sourceView),
                edition.source().digest().hex());
    }

    private List<NamedLink> categoryLinks(CategoryType type, Stream<String> keys) {
        return keys.map(key -> context.categoryLink(type, key)).toList();
    }

    private NoticeView.SourceView sourceView(Provenance source) {
        return new NoticeView.SourceView(
                source.url(),
                source.file(),
                source.sha256(),
                context.dateFormat().format(source.retrieved()));
    }

    /** Names and the tag of their language; the tag is empty if it is the language of the page. */
    private record NamesInLanguage(List<String> names, String tag) {}

    /** The names in an edition, or in the original if the edition has none. */
    private NamesInLanguage namesOrOriginal(Notice notice, Edition edition, Function<Edition, List<String>> names) {
        Edition original = notice.originalEdition();
        return names.apply(edition).isEmpty() && !names.apply(original).isEmpty()
                ? new NamesInLanguage(names.apply(original), context.foreignTag(original))
                : new NamesInLanguage(names.apply(edition), "");
    }

    /** A document number in English: {@code [2030] No. 6}; empty if it has no serial number. */
    static String gloss(DocumentNumber number) {
        if (number.serial() == 0) {
            return "";
        }
        return (number.year() == 0 ? "" : "[" + number.year() + "] ") + "No. " + number.serial();
    }

    private String joined(List<String> names) {
        return String.join(context.language().isChinese() ? "　" : ", ", names);
    }

    private static NoticeView.PartView partView(RenderedPart part, CounterpartLinks counterpartLinks) {
        return new NoticeView.PartView(
                part.kind().name().toLowerCase(Locale.ROOT),
                part.anchor(),
                new SafeHtml(part.heading()),
                new SafeHtml(counterpartLinks.linkTo(part.anchor())),
                new SafeHtml(counterpartLinks.withLinks(part).html()));
    }

    List<NoticeView.Banner> banners(Notice notice, Edition edition, boolean outdated) {
        List<String> kinds = new ArrayList<>(context.statusKeysWithDraft(notice));
        if (edition.extent() == Extent.DIGEST) {
            kinds.add("digest");
        }
        edition.translation()
                .map(translation -> "translation-" + translation.state().name().toLowerCase(Locale.ROOT))
                .ifPresent(kinds::add);
        if (outdated) {
            kinds.add("translation-outdated");
        }
        return kinds.stream().map(NoticeView.Banner::new).toList();
    }

    List<NoticeView.RelationGroup> effects(Notice notice) {
        return incomingGroups(catalog.effects(notice));
    }

    private List<NoticeView.RelationGroup> relations(Notice notice) {
        List<NoticeView.RelationGroup> groups = new ArrayList<>();
        RelationsByType.outgoing(notice.relations())
                .forEach((type, relations) -> addGroup(
                        groups,
                        type.field(),
                        relations.stream()
                                .map(relation -> relatedDocument(notice, relation))
                                .toList()));
        groups.addAll(incomingGroups(catalog.incoming(notice).stream()
                .filter(relation -> !relation.type().changesStatus())
                .toList()));
        return groups;
    }

    private List<NoticeView.RelationGroup> incomingGroups(List<IncomingRelation> incoming) {
        List<NoticeView.RelationGroup> groups = new ArrayList<>();
        RelationsByType.incoming(incoming)
                .forEach((type, relations) -> addGroup(
                        groups,
                        inverseName(type),
                        relations.stream()
                                .map(relation -> relatedDocument(relation.from(), effectiveDate(relation)))
                                .toList()));
        return groups;
    }

    private static void addGroup(
            List<NoticeView.RelationGroup> groups, String type, List<NoticeView.RelatedDocument> others) {
        if (!others.isEmpty()) {
            groups.add(new NoticeView.RelationGroup(type, others));
        }
    }

    /** The date from which a relation that changes the status of its target is effective; empty for other types. */
    private Optional<DisplayDate> effectiveDate(IncomingRelation relation) {
        return relation.type().changesStatus()
                ? Optional.of(
                        context.dateFormat().format(relation.from().dates().effectiveOrIssued()))
                : Optional.empty();
    }

    private NoticeView.RelatedDocument relatedDocument(Notice notice, Relation relation) {
        Optional<Notice> target = relation.slug().flatMap(catalog::notice);
        if (target.isPresent()) {
            return relatedDocument(target.get(), Optional.empty());
        }
        String tag = relation.title().isEmpty() || relation.title().has(context.language())
                ? ""
                : relation.title().words().keySet().stream()
                        .findFirst()
                        .flatMap(catalog.site()::language)
                        .map(language -> language.tag())
                        .orElse("");
        return new NoticeView.RelatedDocument(
                relation.title().in(context.language()),
                relation.number(),
                context.foreignTag(notice.originalEdition()),
                "",
                tag,
                Optional.empty());
    }

    private NoticeView.RelatedDocument relatedDocument(Notice notice, Optional<DisplayDate> since) {
        Edition edition = notice.editionFor(context.language());
        return new NoticeView.RelatedDocument(
                edition.title(),
                notice.number().map(DocumentNumber::printed).orElse(""),
                context.foreignTag(notice.originalEdition()),
                siteUrls.href(Addresses.notice(edition.language(), notice)),
                context.foreignTag(edition),
                since);
    }

    private List<NoticeView.AttachmentView> attachments(Notice notice) {
        return notice.attachments().stream()
                .filter(Attachment::isListed)
                .map(attachment -> new NoticeView.AttachmentView(
                        attachment.title().in(context.language()),
                        siteUrls.href(Addresses.attachment(notice, attachment)),
                        attachment.type().name(),
                        sizeText(attachment.size())))
                .toList();
    }

    NoticeView.TranslationView translationView(Notice notice, Translation translation, boolean outdated) {
        Edition original = notice.originalEdition();
        return new NoticeView.TranslationView(
                translation.state().name().toLowerCase(Locale.ROOT),
                translation.by(),
                outdated,
                siteUrls.href(Addresses.notice(original.language(), notice)),
                original.language().tag(),
                original.language().name());
    }

    private Optional<String> parallelHref(Notice notice) {
        boolean hasBoth =
                catalog.site().languages().size() == 2 && notice.editions().size() == 2;
        return hasBoth ? Optional.of(siteUrls.href(Addresses.parallel(notice))) : Optional.empty();
    }

    private List<LanguageLink> editionLinks(Notice notice) {
        return notice.editions().values().stream()
                .map(edition -> new LanguageLink(
                        edition.language().key(),
                        edition.language().tag(),
                        edition.language().name(),
                        siteUrls.href(Addresses.notice(edition.language(), notice)),
                        edition.language().equals(context.language()),
                        true,
                        edition.language().tag()))
                .toList();
    }

    private static String inverseName(RelationType type) {
        return switch (type) {
            case ISSUES -> "issuedBy";
            case FORWARDS -> "forwardedBy";
            case REPEALS -> "repealedBy";
            case AMENDS -> "amendedBy";
            case CORRECTS -> "correctedBy";
            case REPLACES -> "replacedBy";
            case REPLIES_TO -> "answeredBy";
            case CITES -> "citedBy";
        };
    }

    /** A file size in units of 1,024: {@code 12 KB}, {@code 1.2 MB}. */
    static String sizeText(long bytes) {
        long kilobytes = Math.max(1, (bytes + 1023) / 1024);
        return kilobytes < 1024 ? kilobytes + " KB" : String.format(Locale.ROOT, "%.1f MB", kilobytes / 1024.0);
    }
}
