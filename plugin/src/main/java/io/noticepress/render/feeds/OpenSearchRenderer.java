package io.noticepress.render.feeds;

import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Page;
import io.noticepress.render.views.assemble.SiteUrls;

/** Renders the OpenSearch description (1.1, draft 6), by which browsers offer the search of the site. */
public final class OpenSearchRenderer {
    private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";

    /** The maximum lengths that the specification allows, in characters. */
    private static final int SHORT_NAME_LENGTH = 16;

    private static final int LONG_NAME_LENGTH = 48;
    private static final int DESCRIPTION_LENGTH = 1024;

    private final SiteUrls siteUrls;

    public OpenSearchRenderer(Site site) {
        this.siteUrls = new SiteUrls(site);
    }

    public byte[] render(Page.OpenSearchFile page) {
        Language language = page.language();
        String about = language.description().isEmpty() ? language.title() : language.description();
        XmlWriter xml = new XmlWriter("OpenSearchDescription", NAMESPACE);
        xml.textElement("ShortName", truncate(language.title(), SHORT_NAME_LENGTH));
        xml.textElement("LongName", truncate(language.title(), LONG_NAME_LENGTH));
        xml.textElement("Description", truncate(about, DESCRIPTION_LENGTH));
        String search = siteUrls.absolute(Addresses.search(language)) + "?q={searchTerms}";
        xml.emptyElement("Url", "type", "text/html", "method", "get", "template", search);
        String self = siteUrls.absolute(page.address());
        xml.emptyElement("Url", "type", "application/opensearchdescription+xml", "rel", "self", "template", self);
        xml.textElement("Language", language.tag());
        xml.textElement("InputEncoding", "UTF-8");
        xml.textElement("OutputEncoding", "UTF-8");
        return xml.bytes();
    }

    private static String truncate(String text, int maxLength) {
        int length = text.codePointCount(0, text.length());
        return length <= maxLength ? text : text.substring(0, text.offsetByCodePoints(0, maxLength - 1)) + "…";
    }
}
