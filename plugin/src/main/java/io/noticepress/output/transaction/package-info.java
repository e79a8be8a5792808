/**
 * Staged files replace the old ones together or not at all: lock, journal, commit, rollback, foreign files.
 *
 * <p>Every change on disk goes through {@link io.noticepress.store.FileOps}, so that tests can make each of them fail.
 *
 * <p>Doors: {@link ProtectedDirs}.
 *
 * <p>Incremental: a commit moves the files that were rendered and removes those that are no longer planned; all others are left
 * alone.
 *
 * <p>Own code: a file system has no transaction over several files.
 */
@NullMarked
package io.noticepress.output.transaction;

import org.jspecify.annotations.NullMarked;
