package io.noticepress.render.views;

import java.util.List;

/**
 * The home page in one language. Named {@code home} in templates.
 *
 * @param newest the newest notices
 * @param ways the overviews of years, issuers, topics and kinds, in the order of the menu
 */
public record HomeView(List<NoticeRow> newest, List<OverviewView> ways) {}
