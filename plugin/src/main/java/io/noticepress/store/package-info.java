/**
 * Files that outlive a run: append-only log with an index, directory snapshots, checksums; no domain type.
 *
 * <p>For all rooms above: {@link io.noticepress.store.AppendStore} keeps entries between builds,
 * {@link io.noticepress.store.CheckedFile} replaces small state files as a whole, {@link io.noticepress.store.DirSnapshot} and
 * {@link io.noticepress.store.UnchangedDirs} tell whether files changed, {@link io.noticepress.store.TempFile} holds what does
 * not fit in the heap. Everything is written through {@link io.noticepress.store.FileOps}, so that tests can make every single
 * write fail.
 *
 * <p>Incremental: an edit appends its entries and replaces the tables, 48 bytes per entry. The store is our own because the
 * embedded databases that we measured took 0.7 to 1.3 s to open and 60 times as long to fill (H2 MVStore), or need native code.
 */
@NullMarked
package io.noticepress.store;

import org.jspecify.annotations.NullMarked;
