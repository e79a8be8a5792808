package io.noticepress.theme;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What the page of a notice shows, in one language. Immutable. */
final class NoticeViews {
    private final Catalog catalog;
    private final Urls urls;
    private final Views views;

    NoticeViews(Catalog catalog, Views views) {
        this.catalog = catalog;
        this.urls = new Urls(catalog.site());
        this.views = views;
    }

    NoticeView of(Notice notice, Edition edition, Body body, boolean behind, Twins twins) {
        Days days = views.days();
        List<String> issuerNames = notice.issuers().stream()
                .map(issuer -> issuer.name().in(views.language()))
                .toList();
        Names recipients = names(notice, edition, Edition::recipients);
        Names cc = names(notice, edition, Edition::cc);
        return new NoticeView(
                edition.title(),
                notice.number().map(DocumentNumber::printed).orElse(""),
                views.foreignTag(notice.originalEdition()),
                views.language().isChinese()
                        ? ""
                        : notice.number().map(NoticeViews::gloss).orElse(""),
                views.named(CategoryType.KINDS, notice.kind().code()),
                notice.issuers().stream()
                        .map(issuer -> views.named(CategoryType.ISSUERS, issuer.key()))
                        .toList(),
                notice.topics().stream()
                        .map(topic -> views.named(CategoryType.TOPICS, topic.key()))
                        .toList(),
                days.of(notice.dates().issued()),
                days.of(notice.dates().published()),
                days.of(notice.dates().updated()),
                days.of(notice.dates().effective()),
                days.of(notice.dates().expires()),
                days.of(notice.dates().printed()),
                edition.printOffice(),
                edition.letterhead().isEmpty() ? joined(issuerNames) : edition.letterhead(),
                recipients.of(),
                recipients.tag(),
                cc.of(),
                cc.tag(),
                edition.signatories().isEmpty() ? issuerNames : edition.signatories(),
                edition.note(),
                edition.summary(),
                banners(notice, edition, behind),
                effects(notice),
                ties(notice),
                files(notice),
                body.parts().stream()
                        .map(renderedPart -> part(renderedPart, twins))
                        .toList(),
                new Markup(body.footnotes()),
                body.outline(),
                edition.translation().map(how -> translation(notice, how, behind)),
                editions(notice),
                parallel(notice),
                notice.source()
                        .map(source -> new NoticeView.Source(
                                source.url(), source.file(), source.sha256(), days.of(source.retrieved()))),
                edition.source().digest().hex());
    }

    /** Names and the tag of their language; empty if it is the page's own. */
    private record Names(List<String> of, String tag) {}

    /** Names that a translation leaves out stand in the words of the original. */
    private Names names(Notice notice, Edition edition, Function<Edition, List<String>> names) {
        Edition original = notice.originalEdition();
        return names.apply(edition).isEmpty() && !names.apply(original).isEmpty()
                ? new Names(names.apply(original), views.foreignTag(original))
                : new Names(names.apply(edition), "");
    }

    /** {@code [2030] No. 6} for readers who do not read Chinese. */
    static String gloss(DocumentNumber number) {
        if (number.serial() == 0) {
            return "";
        }
        return (number.year() == 0 ? "" : "[" + number.year() + "] ") + "No. " + number.serial();
    }

    private String joined(List<String> names) {
        return String.join(views.language().isChinese() ? "　" : ", ", names);
    }

    private static NoticeView.PartView part(RenderedPart renderedPart, Twins twins) {
        return new NoticeView.PartView(
                renderedPart.kind().name().toLowerCase(Locale.ROOT),
                renderedPart.anchor(),
                new Markup(renderedPart.heading()),
                new Markup(twins.to(renderedPart.anchor())),
                new Markup(twins.in(renderedPart).html()));
    }

    List<NoticeView.Banner> banners(Notice notice, Edition edition, boolean behind) {
        List<String> kinds = new ArrayList<>();
        if (notice.draft()) {
            kinds.add("draft");
        }
        kinds.addAll(views.statuses(notice));
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

    List<NoticeView.Tie> effects(Notice notice) {
        return group(catalog.effects(notice));
    }

    private List<NoticeView.Tie> ties(Notice notice) {
        List<NoticeView.Tie> ties = new ArrayList<>();
        for (RelationType type : RelationType.values()) {
            List<NoticeView.Other> others = notice.relations().stream()
                    .filter(relation -> relation.type() == type)
                    .map(relation -> other(notice, relation))
                    .toList();
            if (!others.isEmpty()) {
                ties.add(new NoticeView.Tie(type.field(), others));
            }
        }
        ties.addAll(group(catalog.incoming(notice).stream()
                .filter(incomingRelation -> !incomingRelation.type().changesStatus())
                .toList()));
        return ties;
    }

    private List<NoticeView.Tie> group(List<IncomingRelation> incoming) {
        List<NoticeView.Tie> ties = new ArrayList<>();
        for (RelationType type : RelationType.values()) {
            List<NoticeView.Other> others = incoming.stream()
                    .filter(tie -> tie.type() == type)
                    .map(tie -> other(
                            tie.from(),
                            type.changesStatus()
                                    ? Optional.of(
                                            views.days().of(tie.from().dates().effectiveOrIssued()))
                                    : Optional.empty()))
                    .toList();
            if (!others.isEmpty()) {
                ties.add(new NoticeView.Tie(inverse(type), others));
            }
        }
        return ties;
    }

    private NoticeView.Other other(Notice notice, Relation relation) {
        Optional<Notice> here = relation.slug().flatMap(catalog::notice);
        if (here.isPresent()) {
            return other(here.get(), Optional.empty());
        }
        String tag = relation.title().isEmpty() || relation.title().has(views.language())
                ? ""
                : relation.title().words().keySet().stream()
                        .findFirst()
                        .flatMap(catalog.site()::language)
                        .map(language -> language.tag())
                        .orElse("");
        return new NoticeView.Other(
                relation.title().in(views.language()),
                relation.number(),
                views.foreignTag(notice.originalEdition()),
                "",
                tag,
                Optional.empty());
    }

    private NoticeView.Other other(Notice notice, Optional<Day> since) {
        Edition edition = notice.editionFor(views.language());
        return new NoticeView.Other(
                edition.title(),
                notice.number().map(DocumentNumber::printed).orElse(""),
                views.foreignTag(notice.originalEdition()),
                urls.href(Addresses.notice(edition.language(), notice)),
                views.foreignTag(edition),
                since);
    }

    private List<NoticeView.File> files(Notice notice) {
        return notice.attachments().stream()
                .filter(Attachment::isListed)
                .map(attachment -> new NoticeView.File(
                        attachment.title().in(views.language()),
                        urls.href(Addresses.attachment(notice, attachment)),
                        attachment.type().name(),
                        size(attachment.size())))
                .toList();
    }

    NoticeView.TranslationView translation(Notice notice, Translation how, boolean behind) {
        Edition original = notice.originalEdition();
        return new NoticeView.TranslationView(
                how.state().name().toLowerCase(Locale.ROOT),
                how.by(),
                behind,
                urls.href(Addresses.notice(original.language(), notice)),
                original.language().tag(),
                original.language().name());
    }

    private Optional<String> parallel(Notice notice) {
        boolean both =
                catalog.site().languages().size() == 2 && notice.editions().size() == 2;
        return both ? Optional.of(urls.href(Addresses.parallel(notice))) : Optional.empty();
    }

    private List<LanguageLink> editions(Notice notice) {
        return notice.editions().values().stream()
                .map(edition -> new LanguageLink(
                        edition.language().key(),
                        edition.language().tag(),
                        edition.language().name(),
                        urls.href(Addresses.notice(edition.language(), notice)),
                        edition.language().equals(views.language()),
                        true,
                        edition.language().tag()))
                .toList();
    }

    private static String inverse(RelationType type) {
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
    static String size(long bytes) {
        long kilobytes = Math.max(1, (bytes + 1023) / 1024);
        return kilobytes < 1024 ? kilobytes + " KB" : String.format(Locale.ROOT, "%.1f MB", kilobytes / 1024.0);
    }
}
