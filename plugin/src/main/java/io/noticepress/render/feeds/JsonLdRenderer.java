package io.noticepress.render.feeds;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.NoticeStatus;
import io.noticepress.json.JsonWriter;
import io.noticepress.model.Attachment;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.Relation;
import io.noticepress.model.RelationType;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Language;
import io.noticepress.plan.Addresses;
import io.noticepress.render.template.SafeHtml;
import io.noticepress.render.views.assemble.NoticeDescription;
import io.noticepress.render.views.assemble.RelationsByType;
import io.noticepress.render.views.assemble.SiteUrls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Renders a notice as JSON-LD in the vocabulary of schema.org: as {@code Legislation} if it lays down rules, else as
 * {@code DigitalDocument}.
 */
public final class JsonLdRenderer {
    /** Codes of the kinds of notice that lay down or change rules; the others report, ask, answer or record. */
    private static final Set<String> NORMATIVE_KINDS =
            Set.of("jueyi", "jueding", "mingling", "gonggao", "tonggao", "yijian", "tongzhi", "pifu");

    private final Catalog catalog;
    private final SiteUrls siteUrls;

    public JsonLdRenderer(Catalog catalog) {
        this.catalog = catalog;
        this.siteUrls = new SiteUrls(catalog.site());
    }

    public SafeHtml render(Notice notice, Edition edition) {
        Language language = edition.language();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@context", "https://schema.org");
        json.put("@type", schemaType(notice));
        json.put("@id", url(notice, edition));
        json.put("url", url(notice, edition));
        json.put("name", edition.title());
        json.put("inLanguage", language.tag());
        json.put("identifier", notice.number().map(DocumentNumber::printed));
        json.put("genre", notice.kind().name().in(language));
        json.put("description", NoticeDescription.of(notice, edition));
        json.put("publisher", organizations(notice, language));
        if (isNormative(notice)) {
            addLegislation(notice, language, json);
        }
        json.put("dateCreated", notice.dates().issued());
        json.put("datePublished", notice.dates().published());
        json.put("dateModified", notice.dates().updated());
        json.put("expires", notice.dates().expires());
        json.put(
                "about",
                notice.topics().stream().map(topic -> topic.name().in(language)).toList());
        List<Object> cited = new ArrayList<>(relatedWorks(notice, RelationType.CITES, language));
        cited.addAll(relatedWorks(notice, RelationType.FORWARDS, language));
        json.put("citation", cited);
        json.put("hasPart", relatedWorks(notice, RelationType.ISSUES, language));
        addTranslations(notice, edition, json);
        json.put(
                "associatedMedia",
                notice.attachments().stream()
                        .filter(Attachment::isListed)
                        .map(attachment -> mediaObject(notice, attachment, language))
                        .toList());
        json.values().removeIf(value -> value instanceof List<?> list && list.isEmpty());
        return new SafeHtml(JsonWriter.scriptText(json));
    }

    private void addLegislation(Notice notice, Language language, Map<String, Object> json) {
        json.put("legislationIdentifier", notice.number().map(DocumentNumber::printed));
        json.put("legislationDate", notice.dates().issued());
        json.put("legislationPassedBy", organizations(notice, language));
        json.put("legislationLegalForce", legalForce(notice));
        json.put("legislationRepeals", relatedWorks(notice, RelationType.REPEALS, language));
        json.put("legislationAmends", relatedWorks(notice, RelationType.AMENDS, language));
        json.put("legislationCorrects", relatedWorks(notice, RelationType.CORRECTS, language));
    }

    private static boolean isNormative(Notice notice) {
        return NORMATIVE_KINDS.contains(notice.kind().code());
    }

    private static String schemaType(Notice notice) {
        return isNormative(notice) ? "Legislation" : "DigitalDocument";
    }

    private void addTranslations(Notice notice, Edition edition, Map<String, Object> json) {
        if (!edition.isOriginal()) {
            json.put("translationOfWork", workReference(notice, notice.originalEdition()));
            edition.translation()
                    .filter(translation -> !translation.by().isEmpty())
                    .ifPresent(translation -> json.put("translator", organization(translation.by())));
            return;
        }
        json.put(
                "workTranslation",
                notice.editions().values().stream()
                        .filter(other -> !other.isOriginal())
                        .map(other -> workReference(notice, other))
                        .toList());
    }

    private Map<String, Object> workReference(Notice notice, Edition edition) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@id", url(notice, edition));
        json.put("inLanguage", edition.language().tag());
        return json;
    }

    private List<Map<String, Object>> organizations(Notice notice, Language language) {
        return notice.issuers().stream()
                .map(Issuer::name)
                .map(name -> organization(name.in(language)))
                .toList();
    }

    private static Map<String, Object> organization(String name) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@type", "Organization");
        json.put("name", name);
        return json;
    }

    /**
     * {@code NotInForce} if the notice has expired or another one repeals or replaces it; else nothing is claimed, because
     * a law that is not on this site may have ended it.
     */
    private Optional<String> legalForce(Notice notice) {
        List<NoticeStatus> statuses = catalog.statuses(notice);
        boolean ended = statuses.contains(NoticeStatus.REPEALED)
                || statuses.contains(NoticeStatus.REPLACED)
                || statuses.contains(NoticeStatus.EXPIRED);
        return ended ? Optional.of("https://schema.org/NotInForce") : Optional.empty();
    }

    private List<Map<String, Object>> relatedWorks(Notice notice, RelationType type, Language language) {
        List<Map<String, Object>> others = new ArrayList<>();
        for (Relation relation : RelationsByType.outgoing(notice.relations()).get(type)) {
            Map<String, Object> json = new LinkedHashMap<>();
            Optional<Notice> target = relation.slug().flatMap(catalog::notice);
            json.put("@type", target.map(JsonLdRenderer::schemaType).orElse("CreativeWork"));
            target.ifPresent(other -> json.put("@id", url(other, other.editionFor(language))));
            json.put(
                    "name",
                    target.map(other -> other.editionFor(language).title())
                            .orElse(relation.title().in(language)));
            json.put(
                    "identifier",
                    target.flatMap(Notice::number).map(DocumentNumber::printed).orElse(relation.number()));
            others.add(json);
        }
        return others;
    }

    private Map<String, Object> mediaObject(Notice notice, Attachment attachment, Language language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@type", "MediaObject");
        json.put("name", attachment.title().in(language));
        json.put("contentUrl", siteUrls.absolute(Addresses.attachment(notice, attachment)));
        json.put("encodingFormat", attachment.type().mediaType());
        json.put("contentSize", Long.toString(attachment.size()));
        json.put("sha256", attachment.digest().hex());
        return json;
    }

    private String url(Notice notice, Edition edition) {
        return siteUrls.absolute(Addresses.notice(edition.language(), notice));
    }
}
