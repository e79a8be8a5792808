package io.noticepress.render.feeds;

import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Page;
import io.noticepress.render.views.assemble.SiteUrls;

/** How browsers look something up on the site (OpenSearch 1.1, draft 6). */
public final class OpenSearchRenderer {
    private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";

    /** The longest that the specification allows, in characters. */
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
        XmlWriter xmlWriter = new XmlWriter("OpenSearchDescription", NAMESPACE);
        xmlWriter.textElement("ShortName", truncate(language.title(), SHORT_NAME_LENGTH));
        xmlWriter.textElement("LongName", truncate(language.title(), LONG_NAME_LENGTH));
        xmlWriter.textElement("Description", truncate(about, DESCRIPTION_LENGTH));
        String search = siteUrls.absolute(Addresses.search(language)) + "?q={searchTerms}";
        xmlWriter.emptyElement("Url", "type", "text/html", "method", "get", "template", search);
        String own = siteUrls.absolute(page.address());
        xmlWriter.emptyElement("Url", "type", "application/opensearchdescription+xml", "rel", "self", "template", own);
        xmlWriter.textElement("Language", language.tag());
        xmlWriter.textElement("InputEncoding", "UTF-8");
        xmlWriter.textElement("OutputEncoding", "UTF-8");
        return xmlWriter.bytes();
    }

    private static String truncate(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
