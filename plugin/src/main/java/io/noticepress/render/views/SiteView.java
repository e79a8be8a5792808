package io.noticepress.render.views;

import java.util.List;

/**
 * The site in the language of the page. Named {@code site} in templates; texts that are absent are empty.
 *
 * @param home address of the home page
 * @param shelves links to the overviews; their keys are {@code years issuers topics kinds}
 * @param pages links to the plain pages with their names as keys, then {@code translations} if the site has that page
 * @param search link to the search page
 * @param openSearch address of the OpenSearch description
 * @param generator name and version of the generator
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
