package io.noticepress.render.feeds;

import io.noticepress.catalog.Catalog;
import io.noticepress.catalog.NoticeStatus;
import io.noticepress.json.JsonWriter;
import io.noticepress.model.Attachment;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.NoticeDates;
import io.noticepress.model.Provenance;
import io.noticepress.model.Relation;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.site.Site;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Page;
import io.noticepress.render.views.assemble.RelationsByType;
import io.noticepress.render.views.assemble.SiteUrls;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Renders the open data: the front matter of the notices as JSON, without their bodies. The format is specified by the JSON
 * Schema {@code /data/schema/notices.json}.
 */
public final class OpenDataRenderer {
    private final Catalog catalog;
    private final Site site;
    private final SiteUrls siteUrls;

    public OpenDataRenderer(Catalog catalog) {
        this.catalog = catalog;
        this.site = catalog.site();
        this.siteUrls = new SiteUrls(site);
    }

    /**
     * All notices of a year, newest first. Each is converted when it is written: as JSON maps they would take ten times the
     * memory.
     */
    public byte[] render(Page.YearDataFile page) {
        List<Notice> notices = page.year().notices();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("$schema", siteUrls.absolute(Addresses.schema("notices")));
        json.put("year", page.year().lastYear());
        json.put("notices", new AbstractList<Map<String, Object>>() {
            @Override
            public Map<String, Object> get(int index) {
                return noticeJson(notices.get(index));
            }

            @Override
            public int size() {
                return notices.size();
            }
        });
        return JsonWriter.renderFile(json);
    }

    /** A notice as JSON. */
    Map<String, Object> noticeJson(Notice notice) {
        Map<String, Object> json = new LinkedHashMap<>();
        NoticeDates dates = notice.dates();
        json.put("slug", notice.slug());
        notice.number().ifPresent(number -> json.put("number", numberJson(number)));
        json.put("kind", namedJson(notice.kind().code(), notice.kind().name()));
        json.put(
                "issuers",
                notice.issuers().stream()
                        .map(issuer -> namedJson(issuer.key(), issuer.name()))
                        .toList());
        json.put(
                "topics",
                notice.topics().stream()
                        .map(topic -> namedJson(topic.key(), topic.name()))
                        .toList());
        json.put("issued", dates.issued());
        json.put("published", dates.published());
        json.put("updated", dates.updated());
        json.put("effective", dates.effective());
        json.put("expires", dates.expires());
        json.put("printed", dates.printed());
        json.put("draft", notice.draft() ? Optional.of(true) : Optional.empty());
        json.put("status", statusKeys(notice));
        json.put("original", notice.originalEdition().language().tag());
        Map<String, Object> editions = new LinkedHashMap<>();
        notice.editions()
                .values()
                .forEach(edition -> editions.put(edition.language().tag(), editionJson(notice, edition)));
        json.put("editions", editions);
        json.put(
                "attachments",
                notice.attachments().stream()
                        .filter(Attachment::isListed)
                        .map(attachment -> attachmentJson(notice, attachment))
                        .toList());
        json.put("relations", outgoingJson(notice));
        json.put("incoming", incomingJson(notice));
        notice.source().ifPresent(source -> json.put("source", sourceJson(source)));
        return json;
    }

    private static Map<String, Object> numberJson(DocumentNumber number) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("printed", number.printed());
        json.put("canonical", number.canonical());
        return json;
    }

    private static Map<String, Object> sourceJson(Provenance source) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("url", source.url());
        json.put("file", source.file());
        json.put("sha256", source.sha256());
        json.put("retrieved", source.retrieved());
        return json;
    }

    private List<String> statusKeys(Notice notice) {
        return catalog.statuses(notice).stream().map(NoticeStatus::key).toList();
    }

    private Map<String, Object> namedJson(String key, LocalizedText name) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", key);
        json.put("name", byTag(name));
        return json;
    }

    private Map<String, String> byTag(LocalizedText text) {
        Map<String, String> byTag = new LinkedHashMap<>();
        for (Language language : site.languages()) {
            if (text.has(language)) {
                byTag.put(language.tag(), text.in(language));
            }
        }
        return byTag;
    }

    private Map<String, Object> editionJson(Notice notice, Edition edition) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("url", siteUrls.absolute(Addresses.notice(edition.language(), notice)));
        json.put("title", edition.title());
        json.put("summary", edition.summary());
        json.put("letterhead", edition.letterhead());
        json.put("recipients", edition.recipients());
        json.put("cc", edition.cc());
        json.put("signatories", edition.signatories());
        json.put("note", edition.note());
        json.put("printOffice", edition.printOffice());
        json.put("extent", edition.extent().name().toLowerCase(Locale.ROOT));
        edition.translation().ifPresent(translation -> {
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put("state", translation.state().name().toLowerCase(Locale.ROOT));
            parts.put("by", translation.by());
            json.put("translation", parts);
        });
        json.put("sha256", edition.source().digest().hex());
        return json;
    }

    private Map<String, Object> attachmentJson(Notice notice, Attachment attachment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("url", siteUrls.absolute(Addresses.attachment(notice, attachment)));
        json.put("title", byTag(attachment.title()));
        json.put("mediaType", attachment.type().mediaType());
        json.put("bytes", attachment.size());
        json.put("sha256", attachment.digest().hex());
        return json;
    }

    private Map<String, Object> outgoingJson(Notice notice) {
        Map<String, Object> json = new LinkedHashMap<>();
        RelationsByType.outgoing(notice.relations())
                .forEach((type, relations) -> json.put(
                        type.field(), relations.stream().map(this::relationJson).toList()));
        return json;
    }

    private Map<String, Object> relationJson(Relation relation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("slug", relation.slug());
        json.put("title", byTag(relation.title()));
        json.put("number", relation.number());
        return json;
    }

    private Map<String, Object> incomingJson(Notice notice) {
        Map<String, Object> json = new LinkedHashMap<>();
        RelationsByType.incoming(catalog.incoming(notice))
                .forEach((type, relations) -> json.put(
                        type.field(),
                        relations.stream()
                                .map(relation -> relation.from().slug())
                                .toList()));
        return json;
    }
}
