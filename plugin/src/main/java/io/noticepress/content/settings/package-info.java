/**
 * Reads site.yaml and the lists of issuers, topics, kinds and terms.
 *
 * <p>A wrong value is reported and replaced by its default, so that notices can still be checked.
 *
 * <p>Doors: {@link AgreedTerm}, {@link BaseUrl}, {@link SiteReader}, {@link TaxonomyReader}.
 *
 * <p>Incremental: all settings are read in every build; an edit changes the digest of the site, unless it is to terms.yaml,
 * which no page shows.
 */
@NullMarked
package io.noticepress.content.settings;

import org.jspecify.annotations.NullMarked;
