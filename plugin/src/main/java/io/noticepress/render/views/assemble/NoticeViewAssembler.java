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
import io.noticepress.model.Relation;
import io.noticepress.model.RelationType;
import io.noticepress.model.Translation;
import io.noticepress.plan.Addresses;
import io.noticepress.render.template.SafeHtml;
import io.noticepress.render.views.DisplayDate;
import io.noticepress.render.views.LanguageLink;
import io.noticepress.render.views.NoticeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What the page of a notice shows, in one language. Immutable. */
public final class NoticeViewAssembler {
    private final Catalog catalog;
    private final SiteUrls siteUrls;
    private final ListViewAssembler listViewAssembler;

    public NoticeViewAssembler(Catalog catalog, ListViewAssembler listViewAssembler) {
        this.catalog = catalog;
        this.siteUrls = new SiteUrls(catalog.site());
        this.listViewAssembler = listViewAssembler;
    }

    public NoticeView assemble(
            Notice notice, Edition edition, Body body, boolean behind, CounterpartLinks counterpartLinks) {
        DisplayDateFormat displayDateFormat = listViewAssembler.dateFormat();
        List<String> issuerNames = notice.issuers().stream()
                .map(issuer -> issuer.name().in(listViewAssembler.language()))
                .toList();
        NamesInLanguage recipients = namesOrOriginal(notice, edition, Edition::recipients);
        NamesInLanguage cc = namesOrOriginal(notice, edition, Edition::cc);
        return new NoticeView(
                edition.title(),
                notice.number().map(DocumentNumber::printed).orElse(""),
                listViewAssembler.foreignTag(notice.originalEdition()),
                listViewAssembler.language().isChinese()
                        ? ""
                        : notice.number().map(NoticeViewAssembler::gloss).orElse(""),
                listViewAssembler.shelfLink(CategoryType.KINDS, notice.kind().code()),
                notice.issuers().stream()
                        .map(issuer -> listViewAssembler.shelfLink(CategoryType.ISSUERS, issuer.key()))
                        .toList(),
                notice.topics().stream()
                        .map(topic -> listViewAssembler.shelfLink(CategoryType.TOPICS, topic.key()))
                        .toList(),
                displayDateFormat.format(notice.dates().issued()),
                displayDateFormat.format(notice.dates().published()),
                displayDateFormat.format(notice.dates().updated()),
                displayDateFormat.format(notice.dates().effective()),
                displayDateFormat.format(notice.dates().expires()),
                displayDateFormat.format(notice.dates().printed()),
                edition.printOffice(),
                edition.letterhead().isEmpty() ? joined(issuerNames) : edition.letterhead(),
                recipients.names(),
                recipients.tag(),
                cc.names(),
                cc.tag(),
                edition.signatories().isEmpty() ? issuerNames : edition.signatories(),
                edition.note(),
                edition.summary(),
                banners(notice, edition, behind),
                effects(notice),
                relations(notice),
                attachments(notice),
                body.parts().stream()
                        .map(renderedPart -> partView(renderedPart, counterpartLinks))
                        .toList(),
                new SafeHtml(body.footnotes()),
                body.outline(),
                edition.translation().map(how -> translationView(notice, how, behind)),
                editionLinks(notice),
                parallelHref(notice),
                notice.source()
                        .map(source -> new NoticeView.SourceView(
                                source.url(),
                                source.file(),
                                source.sha256(),
                                displayDateFormat.format(source.retrieved()))),
                edition.source().digest().hex());
    }

    /** Names and the tag of their language; empty if it is the page's own. */
    private record NamesInLanguage(List<String> names, String tag) {}

    /** Names that a translation leaves out stand in the words of the original. */
    private NamesInLanguage namesOrOriginal(Notice notice, Edition edition, Function<Edition, List<String>> names) {
        Edition original = notice.originalEdition();
        return names.apply(edition).isEmpty() && !names.apply(original).isEmpty()
                ? new NamesInLanguage(names.apply(original), listViewAssembler.foreignTag(original))
                : new NamesInLanguage(names.apply(edition), "");
    }

    /** {@code [2030] No. 6} for readers who do not read Chinese. */
    static String gloss(DocumentNumber number) {
        if (number.serial() == 0) {
            return "";
        }
        return (number.year() == 0 ? "" : "[" + number.year() + "] ") + "No. " + number.serial();
    }

    private String joined(List<String> names) {
        return String.join(listViewAssembler.language().isChinese() ? "　" : ", ", names);
    }

    private static NoticeView.PartView partView(RenderedPart renderedPart, CounterpartLinks counterpartLinks) {
        return new NoticeView.PartView(
                renderedPart.kind().name().toLowerCase(Locale.ROOT),
                renderedPart.anchor(),
                new SafeHtml(renderedPart.heading()),
                new SafeHtml(counterpartLinks.linkTo(renderedPart.anchor())),
                new SafeHtml(counterpartLinks.withLinks(renderedPart).html()));
    }

    List<NoticeView.Banner> banners(Notice notice, Edition edition, boolean behind) {
        List<String> kinds = new ArrayList<>();
        if (notice.draft()) {
            kinds.add("draft");
        }
        kinds.addAll(listViewAssembler.statusKeys(notice));
        if (edition.extent() == Extent.DIGEST) {
            kinds.add("digest");
        }
        edition.translation()
                .map(how -> "translation-" + how.state().name().toLowerCase(Locale.ROOT))
                .ifPresent(kinds::add);
        if (behind) {
            kinds.add("translation-outdated");
        }
        return kinds.stream().map(NoticeView.Banner::new).toList();
    }

    List<NoticeView.RelationGroup> effects(Notice notice) {
        return groupByType(catalog.effects(notice));
    }

    private List<NoticeView.RelationGroup> relations(Notice notice) {
        List<NoticeView.RelationGroup> ties = new ArrayList<>();
        for (RelationType type : RelationType.values()) {
            List<NoticeView.RelatedDocument> others = notice.relations().stream()
                    .filter(relation -> relation.type() == type)
                    .map(relation -> relatedDocument(notice, relation))
                    .toList();
            if (!others.isEmpty()) {
                ties.add(new NoticeView.RelationGroup(type.field(), others));
            }
        }
        ties.addAll(groupByType(catalog.incoming(notice).stream()
                .filter(incomingRelation -> !incomingRelation.type().changesStatus())
                .toList()));
        return ties;
    }

    private List<NoticeView.RelationGroup> groupByType(List<IncomingRelation> incoming) {
        List<NoticeView.RelationGroup> ties = new ArrayList<>();
        for (RelationType type : RelationType.values()) {
            List<NoticeView.RelatedDocument> others = incoming.stream()
                    .filter(tie -> tie.type() == type)
                    .map(tie -> relatedDocument(
                            tie.from(),
                            type.changesStatus()
                                    ? Optional.of(listViewAssembler
                                            .dateFormat()
                                            .format(tie.from().dates().effectiveOrIssued()))
                                    : Optional.empty()))
                    .toList();
            if (!others.isEmpty()) {
                ties.add(new NoticeView.RelationGroup(inverseName(type), others));
            }
        }
        return ties;
    }

    private NoticeView.RelatedDocument relatedDocument(Notice notice, Relation relation) {
        Optional<Notice> here = relation.slug().flatMap(catalog::notice);
        if (here.isPresent()) {
            return relatedDocument(here.get(), Optional.empty());
        }
        String tag = relation.title().isEmpty() || relation.title().has(listViewAssembler.language())
                ? ""
                : relation.title().words().keySet().stream()
                        .findFirst()
                        .flatMap(catalog.site()::language)
                        .map(language -> language.tag())
                        .orElse("");
        return new NoticeView.RelatedDocument(
                relation.title().in(listViewAssembler.language()),
                relation.number(),
                listViewAssembler.foreignTag(notice.originalEdition()),
                "",
                tag,
                Optional.empty());
    }

    private NoticeView.RelatedDocument relatedDocument(Notice notice, Optional<DisplayDate> since) {
        Edition edition = notice.editionFor(listViewAssembler.language());
        return new NoticeView.RelatedDocument(
                edition.title(),
                notice.number().map(DocumentNumber::printed).orElse(""),
                listViewAssembler.foreignTag(notice.originalEdition()),
                siteUrls.href(Addresses.notice(edition.language(), notice)),
                listViewAssembler.foreignTag(edition),
                since);
    }

    private List<NoticeView.AttachmentView> attachments(Notice notice) {
        return notice.attachments().stream()
                .filter(Attachment::isListed)
                .map(attachment -> new NoticeView.AttachmentView(
                        attachment.title().in(listViewAssembler.language()),
                        siteUrls.href(Addresses.attachment(notice, attachment)),
                        attachment.type().name(),
                        sizeText(attachment.size())))
                .toList();
    }

    NoticeView.TranslationView translationView(Notice notice, Translation how, boolean behind) {
        Edition original = notice.originalEdition();
        return new NoticeView.TranslationView(
                how.state().name().toLowerCase(Locale.ROOT),
                how.by(),
                behind,
                siteUrls.href(Addresses.notice(original.language(), notice)),
                original.language().tag(),
                original.language().name());
    }

    private Optional<String> parallelHref(Notice notice) {
        boolean both =
                catalog.site().languages().size() == 2 && notice.editions().size() == 2;
        return both ? Optional.of(siteUrls.href(Addresses.parallel(notice))) : Optional.empty();
    }

    private List<LanguageLink> editionLinks(Notice notice) {
        return notice.editions().values().stream()
                .map(edition -> new LanguageLink(
                        edition.language().key(),
                        edition.language().tag(),
                        edition.language().name(),
                        siteUrls.href(Addresses.notice(edition.language(), notice)),
                        edition.language().equals(listViewAssembler.language()),
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

    /** {@code 12 KB}, {@code 1.2 MB}; units of 1,024. */
    static String sizeText(long bytes) {
        long kilobytes = Math.max(1, (bytes + 1023) / 1024);
        return kilobytes < 1024 ? kilobytes + " KB" : String.format(Locale.ROOT, "%.1f MB", kilobytes / 1024.0);
    }
}
