/**
 * Problems of a text: numbering, brackets, classification marks, places left to fill in.
 *
 * <p>Checks of syntax nodes and of plain text, called by the analysis for each block.
 *
 * <p>Doors: {@link ClassificationMark}, {@link TodoMark}.
 *
 * <p>Incremental: an edited text is checked as a whole; the problems of unchanged texts are cached.
 */
@NullMarked
package io.noticepress.markdown.lint;

import org.jspecify.annotations.NullMarked;
