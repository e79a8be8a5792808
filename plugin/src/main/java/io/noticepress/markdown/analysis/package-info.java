/**
 * Blocks of a text: headings, anchors, outline and fingerprints.
 *
 * <p>One pass over the syntax tree that assigns the anchors, builds outline and basis, extracts the text of blocks and
 * calls the checks.
 *
 * <p>Doors: {@link Findings}, {@link OutlineHeading}.
 *
 * <p>Incremental: a text is analysed as a whole; its findings are cached under the digest of its file.
 */
@NullMarked
package io.noticepress.markdown.analysis;

import org.jspecify.annotations.NullMarked;
