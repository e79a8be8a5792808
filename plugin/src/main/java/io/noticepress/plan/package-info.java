/**
 * Every page of the site: its address and the digests of its inputs.
 *
 * <p>Decides which files a site consists of before anything is rendered. A page is stale if a digest of its inputs differs
 * from the one in the manifest of the last build, so the digests must cover everything a page shows.
 *
 * <p>Doors: {@link Address}, {@link Addresses}, {@link InputDigests}, {@link Page}, {@link Plan}, {@link PlannedFile},
 * {@link SearchFiles}, {@link SitemapUrl}.
 *
 * <p>Incremental: every build plans all pages again from the facts; the live preview plans only the pages that show a
 * changed notice if nothing but its texts changed.
 */
@NullMarked
package io.noticepress.plan;

import org.jspecify.annotations.NullMarked;
