package io.noticepress.render.feeds;

import io.noticepress.model.site.Site;
import io.noticepress.plan.Address;
import io.noticepress.plan.Page;
import io.noticepress.plan.SitemapUrl;
import io.noticepress.render.views.assemble.SiteUrls;
import java.nio.charset.StandardCharsets;

/** What search engines are told: sitemaps (sitemaps.org 0.9) and robots.txt (RFC 9309). */
public final class SitemapRenderer {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final SiteUrls siteUrls;

    public SitemapRenderer(Site site) {
        this.siteUrls = new SiteUrls(site);
    }

    public byte[] render(Page.SitemapFile page) {
        XmlWriter xmlWriter = new XmlWriter("urlset", NAMESPACE);
        for (SitemapUrl url : page.urls()) {
            xmlWriter.startElement("url").textElement("loc", siteUrls.absolute(url.address()));
            url.lastChanged().ifPresent(day -> xmlWriter.textElement("lastmod", day.toString()));
            xmlWriter.endElement();
        }
        return xmlWriter.bytes();
    }

    public byte[] render(Page.SitemapIndexFile page) {
        XmlWriter xmlWriter = new XmlWriter("sitemapindex", NAMESPACE);
        for (Address sitemap : page.sitemaps()) {
            xmlWriter
                    .startElement("sitemap")
                    .textElement("loc", siteUrls.absolute(sitemap))
                    .endElement();
        }
        return xmlWriter.bytes();
    }

    public byte[] renderRobots() {
        String text = "User-agent: *\nAllow: /\n\nSitemap: " + siteUrls.absolute(new Address("sitemap.xml")) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
