/** Files that outlive a run: append-only log with an index, directory snapshots, checksums; no domain type. */
package io.noticepress.store;
