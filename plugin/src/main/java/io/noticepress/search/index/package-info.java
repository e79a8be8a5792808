/**
 * Postings: segments of some notices are built in memory, then merged with the previous index.
 *
 * <p>Incremental: an edit builds a segment of the changed notices and one of the same notices as they were; terms with the same
 * postings in both are skipped.
 */
@NullMarked
package io.noticepress.search.index;

import org.jspecify.annotations.NullMarked;
