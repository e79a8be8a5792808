/** Atom, JSON Feed, JSON-LD, open data, sitemaps and OpenSearch, written without templates. */
package io.noticepress.render.feeds;
