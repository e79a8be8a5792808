/**
 * What has not changed since the last build: its result, snapshots of its folders, a scan of the output, cached facts.
 *
 * <p>Doors: {@link BuildState}, {@link FactsStore}.
 *
 * <p>Incremental: folders that are as the snapshot says are neither listed nor read. Snapshots of all others are taken again
 * after the commit.
 */
@NullMarked
package io.noticepress.output.uptodate;

import org.jspecify.annotations.NullMarked;
