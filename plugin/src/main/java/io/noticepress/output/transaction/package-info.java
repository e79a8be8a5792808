/** Staged files replace the old ones together or not at all: lock, journal, commit, rollback, foreign files. */
package io.noticepress.output.transaction;
