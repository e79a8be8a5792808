/**
 * Watches folders and reports batches of changed paths.
 *
 * <p>Incremental: a batch names the paths of one save; only if events were lost must all files be compared.
 *
 * <p>Uses the library directory-watcher for events; batching and folders that are replaced are handled here.
 */
@NullMarked
package io.noticepress.preview.watch;

import org.jspecify.annotations.NullMarked;
