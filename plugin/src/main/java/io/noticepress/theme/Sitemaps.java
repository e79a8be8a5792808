package io.noticepress.theme;

import io.noticepress.model.Site;
import io.noticepress.plan.Address;
import io.noticepress.plan.Page;
import io.noticepress.plan.SitemapUrl;
import java.nio.charset.StandardCharsets;

/** What search engines are told: sitemaps (sitemaps.org 0.9) and robots.txt (RFC 9309). */
final class Sitemaps {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final Urls urls;

    Sitemaps(Site site) {
        this.urls = new Urls(site);
    }

    byte[] of(Page.SitemapFile page) {
        Xml xml = new Xml("urlset", NAMESPACE);
        for (SitemapUrl url : page.urls()) {
            xml.begin("url").text("loc", urls.absolute(url.address()));
            url.lastChanged().ifPresent(day -> xml.text("lastmod", day.toString()));
            xml.end();
        }
        return xml.bytes();
    }

    byte[] of(Page.SitemapIndexFile page) {
        Xml xml = new Xml("sitemapindex", NAMESPACE);
        for (Address sitemap : page.sitemaps()) {
            xml.begin("sitemap").text("loc", urls.absolute(sitemap)).end();
        }
        return xml.bytes();
    }

    byte[] robots() {
        String text = "User-agent: *\nAllow: /\n\nSitemap: " + urls.absolute(new Address("sitemap.xml")) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
