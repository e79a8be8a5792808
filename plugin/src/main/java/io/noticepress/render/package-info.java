/**
 * A planned page becomes bytes.
 *
 * <p>{@link PageRenderer} chooses by the type of a page: HTML pages are assembled as records ({@code views}) and written by
 * the theme's FreeMarker templates ({@code template}); feeds, open data and sitemaps are written directly ({@code feeds}).
 *
 * <p>Doors: {@link PageRenderer}, {@link PageSources}, {@link Theme}.
 *
 * <p>Incremental: only stale pages are rendered, each from the catalog and the bodies it shows, independently of other
 * pages.
 */
@NullMarked
package io.noticepress.render;

import org.jspecify.annotations.NullMarked;
