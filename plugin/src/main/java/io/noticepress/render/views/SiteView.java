package io.noticepress.render.views;

import java.util.List;

/**
 * The site in the language of the page. Named {@code site} in templates; absent texts are empty.
 *
 * @param home the home page in this language
 * @param shelves the overviews, keys {@code years issuers topics kinds}
 * @param pages the plain pages by their names, then {@code translations} if there are any
 * @param search the search page in this language
 * @param openSearch how a browser searches it, an OpenSearch description
 * @param generator name and version of what made the site
 */
public record SiteView(
        String title,
        String description,
        String publisher,
        String contact,
        String footer,
        String siteIdCode,
        String icp,
        String policeRecord,
        String home,
        List<NamedLink> shelves,
        List<NamedLink> pages,
        NamedLink search,
        String openSearch,
        String generator) {}
