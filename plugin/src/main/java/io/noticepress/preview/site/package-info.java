/**
 * The site in memory while editors write: snapshot, rendered pages, problems, search.
 *
 * <p>Incremental: of a changed file, only the notice it belongs to is read again; if only texts changed, only the pages made from
 * them are planned again; a page is rendered when it is requested and its inputs changed.
 */
@NullMarked
package io.noticepress.preview.site;

import org.jspecify.annotations.NullMarked;
