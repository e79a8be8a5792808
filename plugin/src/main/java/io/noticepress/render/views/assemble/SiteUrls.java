package io.noticepress.render.views.assemble;

import io.noticepress.model.site.Site;
import io.noticepress.plan.Address;
import java.net.URI;

/** The URLs of a site: root-relative for links between pages, absolute for everything that leaves the site. */
public record SiteUrls(Site site) {
    /** The root-relative URL: {@code /docs/zh/about/} for a site below {@code /docs}. */
    public String href(Address address) {
        return site.basePath() + address.url();
    }

    /** The absolute URL: {@code https://notices.example.org/docs/zh/about/}. */
    public String absolute(Address address) {
        return site.origin() + href(address);
    }

    /** The host of the site, without a port. */
    public String host() {
        return URI.create(site.baseUrl()).getHost();
    }
}
