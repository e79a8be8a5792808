/**
 * Markdown to safe HTML, outline, findings and plain text.
 *
 * <p>Turns the untrusted body of a notice or page into blocks of HTML with structural anchors, reports its problems and
 * gives the text of its blocks for search and comparison. {@link Markdown} calls the sub-packages in order: limits,
 * syntax, analysis (with text, links and lint), html.
 *
 * <p>Doors: {@link Body}, {@link Markdown}, {@link RenderedBlock}, {@link RenderedPart}.
 *
 * <p>Incremental: an edited text is parsed and rendered as a whole; the findings of unchanged texts are cached, and
 * their bodies are parsed only for stale pages.
 */
@NullMarked
package io.noticepress.markdown;

import org.jspecify.annotations.NullMarked;
