/**
 * The site on disk, changed atomically: which files are stale, staging, commit.
 *
 * <p>An {@link OutputTree} holds the output folder for one build: it names the stale files, takes rendered ones, and commits all
 * of them together or none.
 *
 * <p>Doors: {@link OutputTree}, {@link FileCounts}, {@link StaleReason}.
 *
 * <p>Incremental: digests of all files are compared; only files that are rendered or removed are touched.
 */
@NullMarked
package io.noticepress.output;

import org.jspecify.annotations.NullMarked;
