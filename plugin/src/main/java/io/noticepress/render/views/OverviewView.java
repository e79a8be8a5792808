package io.noticepress.render.views;

import java.util.List;

/**
 * All years, issuers, topics or kinds. Named {@code overview} in templates.
 *
 * @param shelf {@code years issuers topics kinds}
 */
public record OverviewView(String shelf, List<OverviewEntry> entries) {
    /**
     * One of them.
     *
     * @param count how many notices, those of its children included
     * @param first the year of the oldest
     * @param last the year of the newest
     * @param children the narrower issuers or topics
     */
    public record OverviewEntry(
            String key, String name, String href, int count, int first, int last, List<OverviewEntry> children) {}
}
