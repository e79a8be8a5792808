package io.noticepress.render.feeds;

import io.noticepress.json.JsonWriter;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.site.Site;
import io.noticepress.model.site.Topic;
import io.noticepress.plan.Address;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Page;
import io.noticepress.render.views.assemble.DisplayDateFormat;
import io.noticepress.render.views.assemble.LanguageContext;
import io.noticepress.render.views.assemble.NoticeDescription;
import io.noticepress.render.views.assemble.SiteUrls;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders Atom feeds (RFC 4287) and JSON feeds (JSON Feed 1.1) with the same entries in the same order. Immutable. */
public final class FeedRenderer {
    /** The date part of all tag URIs (RFC 4151); fixed, so that the id of an entry never changes. */
    private static final String TAG_URI_YEAR = "2026";

    private final Site site;
    private final SiteUrls siteUrls;
    private final Map<String, LanguageContext> contexts;
    private final String generator;

    /** @param contexts by language key */
    public FeedRenderer(Site site, Map<String, LanguageContext> contexts, String generator) {
        this.site = site;
        this.siteUrls = new SiteUrls(site);
        this.contexts = contexts;
        this.generator = generator;
    }

    public byte[] render(Page.FeedFile feedFile) {
        return feedFile.format() == Page.FeedFile.FeedFormat.ATOM ? atom(feedFile) : json(feedFile);
    }

    private byte[] atom(Page.FeedFile feedFile) {
        Language language = feedFile.language();
        XmlWriter xml = new XmlWriter("feed", "http://www.w3.org/2005/Atom", "xml:lang", language.tag());
        xml.textElement("id", tagUri(feedFile));
        xml.textElement("title", contexts.get(language.key()).feedTitle(feedFile.category()));
        xml.textElement("updated", timestamp(updated(feedFile.notices())));
        xml.emptyElement(
                "link", "rel", "self", "type", "application/atom+xml", "href", siteUrls.absolute(feedFile.address()));
        xml.emptyElement(
                "link", "rel", "alternate", "type", "text/html", "href", siteUrls.absolute(htmlAddress(feedFile)));
        xml.startElement("author")
                .textElement("name", site.publisher().in(language))
                .endElement();
        xml.textElement("generator", generator);
        feedFile.notices().forEach(notice -> addAtomEntry(xml, notice, language));
        return xml.bytes();
    }

    private void addAtomEntry(XmlWriter xml, Notice notice, Language language) {
        Edition edition = notice.editionFor(language);
        xml.startElement(
                "entry",
                "xml:lang",
                edition.language().equals(language) ? "" : edition.language().tag());
        xml.textElement("id", tagUri(notice, edition));
        xml.textElement("title", edition.title());
        xml.textElement("published", timestamp(notice.dates().publishedOrIssued()));
        xml.textElement("updated", timestamp(notice.dates().lastChanged()));
        for (Edition other : notice.editions().values()) {
            xml.emptyElement(
                    "link",
                    "rel",
                    "alternate",
                    "type",
                    "text/html",
                    "hreflang",
                    other.language().tag(),
                    "href",
                    siteUrls.absolute(Addresses.notice(other.language(), notice)));
        }
        for (Issuer issuer : notice.issuers()) {
            xml.startElement("author")
                    .textElement("name", issuer.name().in(edition.language()))
                    .endElement();
        }
        for (Topic topic : notice.topics()) {
            xml.emptyElement(
                    "category", "term", topic.key(), "label", topic.name().in(edition.language()));
        }
        xml.textElement("summary", NoticeDescription.of(notice, edition));
        xml.endElement();
    }

    private byte[] json(Page.FeedFile feedFile) {
        Language language = feedFile.language();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", "https://jsonfeed.org/version/1.1");
        json.put("title", contexts.get(language.key()).feedTitle(feedFile.category()));
        json.put("home_page_url", siteUrls.absolute(htmlAddress(feedFile)));
        json.put("feed_url", siteUrls.absolute(feedFile.address()));
        json.put("description", language.description());
        json.put("language", language.tag());
        json.put("authors", List.of(Map.of("name", site.publisher().in(language))));
        json.put(
                "items",
                feedFile.notices().stream()
                        .map(notice -> item(notice, language))
                        .toList());
        return JsonWriter.renderFile(json);
    }

    private Map<String, Object> item(Notice notice, Language language) {
        Edition edition = notice.editionFor(language);
        String url = siteUrls.absolute(Addresses.notice(edition.language(), notice));
        String description = NoticeDescription.of(notice, edition);
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("slug", notice.slug());
        extra.put("number", notice.number().map(DocumentNumber::printed));
        extra.put("kind", notice.kind().code());
        extra.put("issued", notice.dates().issued());
        extra.put("issuers", notice.issuers().stream().map(Issuer::key).toList());
        extra.put("status", contexts.get(language.key()).statusKeys(notice));
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", tagUri(notice, edition));
        item.put("url", url);
        item.put("title", edition.title());
        item.put("content_text", description);
        item.put("date_published", timestamp(notice.dates().publishedOrIssued()));
        item.put("date_modified", timestamp(notice.dates().lastChanged()));
        item.put("language", edition.language().tag());
        item.put("authors", authors(notice.issuers().stream().map(Issuer::name).toList(), edition.language()));
        item.put(
                "tags",
                notice.topics().stream()
                        .map(topic -> topic.name().in(edition.language()))
                        .toList());
        item.put("_notice", extra);
        return item;
    }

    private static List<Map<String, String>> authors(List<LocalizedText> names, Language language) {
        return names.stream().map(name -> Map.of("name", name.in(language))).toList();
    }

    /**
     * A tag URI (RFC 4151) that does not change with title, date or folder:
     * {@code tag:notices.example.org,2026:notice/kx-2023-6/zh}.
     */
    private String tagUri(Notice notice, Edition edition) {
        return tagUriPrefix() + "notice/" + notice.slug() + "/"
                + edition.language().key();
    }

    private String tagUri(Page.FeedFile feedFile) {
        String category = feedFile.category()
                .map(found -> "/" + found.type().key() + "/" + found.key())
                .orElse("");
        return tagUriPrefix() + "feed/" + feedFile.language().key() + category;
    }

    private String tagUriPrefix() {
        return "tag:" + siteUrls.host() + "," + TAG_URI_YEAR + ":";
    }

    private Address htmlAddress(Page.FeedFile feedFile) {
        return feedFile.category()
                .map(category -> Addresses.list(feedFile.language(), category, 0))
                .orElseGet(() -> Addresses.home(feedFile.language()));
    }

    private String timestamp(LocalDate date) {
        return DisplayDateFormat.startOfDay(date, site.timeZone());
    }

    private static LocalDate updated(List<Notice> notices) {
        return notices.stream()
                .map(notice -> notice.dates().lastChanged())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
