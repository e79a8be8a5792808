package io.noticepress.render.views.assemble;

import io.noticepress.model.site.Site;
import io.noticepress.plan.Address;
import java.net.URI;

/** How pages name each other: root-absolute with the path of the base URL, or whole. */
public record SiteUrls(Site site) {
    /** {@code /docs/zh/about/}. */
    public String href(Address address) {
        return site.basePath() + address.url();
    }

    /** {@code https://notices.example.org/docs/zh/about/}. */
    public String absolute(Address address) {
        return site.origin() + href(address);
    }

    /** The host of the site, without a port. */
    public String host() {
        return URI.create(site.baseUrl()).getHost();
    }
}
