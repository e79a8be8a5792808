/**
 * Atom, JSON Feed, JSON-LD, open data, sitemaps and OpenSearch, written without templates.
 *
 * <p>Formats for programs: their specifications fix every element, so a theme cannot change them.
 *
 * <p>Incremental: a stale file is written as a whole; open data has one file per year, so an edit rewrites the years of the
 * notice and of the notices related to it.
 */
@NullMarked
package io.noticepress.render.feeds;

import org.jspecify.annotations.NullMarked;
