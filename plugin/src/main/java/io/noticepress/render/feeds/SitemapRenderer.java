package io.noticepress.render.feeds;

import io.noticepress.model.site.Site;
import io.noticepress.plan.Address;
import io.noticepress.plan.Page;
import io.noticepress.plan.SitemapUrl;
import io.noticepress.render.views.assemble.SiteUrls;
import java.nio.charset.StandardCharsets;

/** Renders the files for search engines: sitemaps (sitemaps.org 0.9) and robots.txt (RFC 9309). */
public final class SitemapRenderer {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final SiteUrls siteUrls;

    public SitemapRenderer(Site site) {
        this.siteUrls = new SiteUrls(site);
    }

    public byte[] render(Page.SitemapFile page) {
        XmlWriter xml = new XmlWriter("urlset", NAMESPACE);
        for (SitemapUrl url : page.urls()) {
            xml.startElement("url").textElement("loc", siteUrls.absolute(url.address()));
            url.lastChanged().ifPresent(day -> xml.textElement("lastmod", day.toString()));
            xml.endElement();
        }
        return xml.bytes();
    }

    public byte[] render(Page.SitemapIndexFile page) {
        XmlWriter xml = new XmlWriter("sitemapindex", NAMESPACE);
        for (Address sitemap : page.sitemaps()) {
            xml.startElement("sitemap")
                    .textElement("loc", siteUrls.absolute(sitemap))
                    .endElement();
        }
        return xml.bytes();
    }

    public byte[] renderRobots() {
        String text = "User-agent: *\nAllow: /\n\nSitemap: " + siteUrls.absolute(new Address("sitemap.xml")) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
