/** Watches folders and reports batches of changed paths. */
package io.noticepress.preview.watch;
