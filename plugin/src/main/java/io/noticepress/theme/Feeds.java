package io.noticepress.theme;

import io.noticepress.json.JsonWriter;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Edition;
import io.noticepress.model.Issuer;
import io.noticepress.model.Language;
import io.noticepress.model.LocalizedText;
import io.noticepress.model.Notice;
import io.noticepress.model.Site;
import io.noticepress.model.Topic;
import io.noticepress.plan.Address;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Page;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Feeds: Atom (RFC 4287) and JSON Feed 1.1, with the same entries in the same order. Immutable. */
final class Feeds {
    /** A year in which the ids were minted (RFC 4151 wants a date); fixed, so that no id ever moves. */
    private static final String MINTED = "2026";

    private final Site site;
    private final Urls urls;
    private final Map<String, Views> views;
    private final String generator;

    Feeds(Site site, Map<String, Views> views, String generator) {
        this.site = site;
        this.urls = new Urls(site);
        this.views = views;
        this.generator = generator;
    }

    byte[] of(Page.FeedFile feedFile) {
        return feedFile.format() == Page.FeedFile.FeedFormat.ATOM ? atom(feedFile) : json(feedFile);
    }

    private byte[] atom(Page.FeedFile feedFile) {
        Language language = feedFile.language();
        Xml xml = new Xml("feed", "http://www.w3.org/2005/Atom", "xml:lang", language.tag());
        xml.text("id", id(feedFile));
        xml.text("title", views.get(language.key()).feedTitle(feedFile.category()));
        xml.text("updated", instant(updated(feedFile.notices())));
        xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", urls.absolute(feedFile.address()));
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", urls.absolute(page(feedFile)));
        xml.begin("author").text("name", site.publisher().in(language)).end();
        xml.text("generator", generator);
        for (Notice notice : feedFile.notices()) {
            Edition edition = notice.editionFor(language);
            xml.begin(
                    "entry",
                    "xml:lang",
                    edition.language().equals(language)
                            ? ""
                            : edition.language().tag());
            xml.text("id", id(notice, edition));
            xml.text("title", edition.title());
            xml.text("published", instant(notice.dates().publishedOrIssued()));
            xml.text("updated", instant(notice.dates().lastChanged()));
            for (Edition other : notice.editions().values()) {
                xml.empty(
                        "link",
                        "rel",
                        "alternate",
                        "type",
                        "text/html",
                        "hreflang",
                        other.language().tag(),
                        "href",
                        urls.absolute(Addresses.notice(other.language(), notice)));
            }
            for (Issuer issuer : notice.issuers()) {
                xml.begin("author")
                        .text("name", issuer.name().in(edition.language()))
                        .end();
            }
            for (Topic topic : notice.topics()) {
                xml.empty("category", "term", topic.key(), "label", topic.name().in(edition.language()));
            }
            xml.text("summary", Frames.description(notice, edition));
            xml.end();
        }
        return xml.bytes();
    }

    private byte[] json(Page.FeedFile feedFile) {
        Language language = feedFile.language();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", "https://jsonfeed.org/version/1.1");
        json.put("title", views.get(language.key()).feedTitle(feedFile.category()));
        json.put("home_page_url", urls.absolute(page(feedFile)));
        json.put("feed_url", urls.absolute(feedFile.address()));
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
        String url = urls.absolute(Addresses.notice(edition.language(), notice));
        String description = Frames.description(notice, edition);
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("slug", notice.slug());
        extra.put("number", notice.number().map(DocumentNumber::printed));
        extra.put("kind", notice.kind().code());
        extra.put("issued", notice.dates().issued());
        extra.put("issuers", notice.issuers().stream().map(Issuer::key).toList());
        extra.put("status", views.get(language.key()).statuses(notice));
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id(notice, edition));
        item.put("url", url);
        item.put("title", edition.title());
        item.put("content_text", description);
        item.put("date_published", instant(notice.dates().publishedOrIssued()));
        item.put("date_modified", instant(notice.dates().lastChanged()));
        item.put("language", edition.language().tag());
        item.put("authors", names(notice.issuers().stream().map(Issuer::name).toList(), edition.language()));
        item.put(
                "tags",
                notice.topics().stream()
                        .map(topic -> topic.name().in(edition.language()))
                        .toList());
        item.put("_notice", extra);
        return item;
    }

    private static List<Map<String, String>> names(List<LocalizedText> names, Language language) {
        return names.stream().map(name -> Map.of("name", name.in(language))).toList();
    }

    /** {@code tag:notices.example.org,2026:notice/kx-2023-6/zh} (RFC 4151): neither title, date nor folder is in it. */
    private String id(Notice notice, Edition edition) {
        return tag() + "notice/" + notice.slug() + "/" + edition.language().key();
    }

    private String id(Page.FeedFile feedFile) {
        String shelf = feedFile.category()
                .map(s -> "/" + s.type().key() + "/" + s.key())
                .orElse("");
        return tag() + "feed/" + feedFile.language().key() + shelf;
    }

    private String tag() {
        return "tag:" + urls.host() + "," + MINTED + ":";
    }

    private Address page(Page.FeedFile feedFile) {
        return feedFile.category()
                .map(category -> Addresses.list(feedFile.language(), category, 0))
                .orElseGet(() -> Addresses.home(feedFile.language()));
    }

    private String instant(LocalDate date) {
        return Days.instant(date, site.timeZone());
    }

    private static LocalDate updated(List<Notice> notices) {
        return notices.stream()
                .map(notice -> notice.dates().lastChanged())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
