package io.noticepress.render.views;

import java.util.List;

/**
 * All categories of one type. Named {@code overview} in templates.
 *
 * @param shelf {@code years issuers topics kinds}
 */
public record OverviewView(String shelf, List<OverviewEntry> entries) {
    /**
     * A category.
     *
     * @param count number of its notices, including those of its children
     * @param first year of the oldest notice
     * @param last year of the newest notice
     * @param children the subordinate issuers or narrower topics
     */
    public record OverviewEntry(
            String key, String name, String href, int count, int first, int last, List<OverviewEntry> children) {}
}
