/** The stages of a run in order, on N threads.
 *
 * <p>{@link io.noticepress.pipeline.SiteBuilder} runs the goals. {@link io.noticepress.pipeline.SiteSnapshotBuilder} reads the
 * content and the theme and makes a {@link io.noticepress.pipeline.SiteSnapshot}, also for the live preview;
 * {@link io.noticepress.pipeline.TextCache} parses bodies.
 *
 * <p>Incremental: if no file changed, the last report is repeated and nothing is read. Else the front matter of changed notices
 * is read, all pages are planned, and only stale pages are rendered and texts with unknown findings parsed.
 */
@NullMarked
package io.noticepress.pipeline;

import org.jspecify.annotations.NullMarked;
