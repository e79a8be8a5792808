/**
 * The stages of a run in order, on N threads.
 *
 * <p>{@link SiteBuilder} runs the goals. {@link SiteSnapshotBuilder} reads the content and the theme and makes a {@link
 * SiteSnapshot}, also for the live preview; {@link TextCache} parses bodies.
 *
 * <p>Doors: {@link SiteBuilder}, {@link BasisUpdate}, {@link ImportRequest}, {@link SiteSnapshotBuilder}, {@link SiteSnapshot},
 * {@link SiteContent}, {@link SiteChecks}, {@link TextCache}, {@link FactsCache}, {@link WorkerPool}, {@link DaemonThreads}.
 *
 * <p>Incremental: if no file changed, the last report is repeated and nothing is read. Otherwise the front matter of changed
 * notices is read, all pages are planned, and only stale pages are rendered and texts without cached findings parsed.
 */
@NullMarked
package io.noticepress.pipeline;

import org.jspecify.annotations.NullMarked;
