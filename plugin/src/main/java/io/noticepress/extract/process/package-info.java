/**
 * Entry point of the separate JVM, its transcript file and its blocked network.
 *
 * <p>The importer starts {@link ExtractorMain} with {@link NoNetworkProvider} and reads the result with
 * {@link TranscriptFile}.
 *
 * <p>Doors: {@link ExtractorMain}, {@link NoNetworkProvider}, {@link TranscriptFile}.
 *
 * <p>Incremental: nothing is kept; every import starts one JVM per document.
 */
@NullMarked
package io.noticepress.extract.process;

import org.jspecify.annotations.NullMarked;
