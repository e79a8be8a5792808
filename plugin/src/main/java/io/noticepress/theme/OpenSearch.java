package io.noticepress.theme;

import io.noticepress.model.Language;
import io.noticepress.model.Site;
import io.noticepress.plan.Addresses;
import io.noticepress.plan.Page;

/** How browsers look something up on the site (OpenSearch 1.1, draft 6). */
final class OpenSearch {
    private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";

    /** The longest that the specification allows, in characters. */
    private static final int SHORT_NAME = 16;

    private static final int LONG_NAME = 48;
    private static final int DESCRIPTION = 1024;

    private final Urls urls;

    OpenSearch(Site site) {
        this.urls = new Urls(site);
    }

    byte[] of(Page.OpenSearchFile page) {
        Language language = page.language();
        String about = language.description().isEmpty() ? language.title() : language.description();
        Xml xml = new Xml("OpenSearchDescription", NAMESPACE);
        xml.text("ShortName", cut(language.title(), SHORT_NAME));
        xml.text("LongName", cut(language.title(), LONG_NAME));
        xml.text("Description", cut(about, DESCRIPTION));
        String search = urls.absolute(Addresses.search(language)) + "?q={searchTerms}";
        xml.empty("Url", "type", "text/html", "method", "get", "template", search);
        String own = urls.absolute(page.address());
        xml.empty("Url", "type", "application/opensearchdescription+xml", "rel", "self", "template", own);
        xml.text("Language", language.tag());
        xml.text("InputEncoding", "UTF-8");
        xml.text("OutputEncoding", "UTF-8");
        return xml.bytes();
    }

    private static String cut(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
