/**
 * Writes the parsed text as HTML through an allow-list of elements.
 *
 * <p>Renders the syntax tree as a stream of tags that a sanitizer filters: the second defence against script injection.
 *
 * <p>Incremental: a body is rendered as a whole, once for all stale pages that show it.
 *
 * <p>flexmark's renderer is not used, as it writes a string of HTML that the sanitizer would have to parse again.
 */
@NullMarked
package io.noticepress.markdown.html;

import org.jspecify.annotations.NullMarked;
