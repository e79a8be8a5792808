/**
 * Link destinations: which are allowed, and which files they lead to.
 *
 * <p>The first of two defences against script injection; relative links are recorded so that they can be checked against
 * the files of the site.
 *
 * <p>Doors: {@link RelativeLink}, {@link UrlResolver}.
 *
 * <p>Incremental: the links of unchanged texts are read from the findings cache and checked again, as their targets may
 * have changed.
 */
@NullMarked
package io.noticepress.markdown.links;

import org.jspecify.annotations.NullMarked;
