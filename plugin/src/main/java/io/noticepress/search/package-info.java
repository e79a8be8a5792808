/**
 * Inverted index in files a browser can fetch, one per language.
 *
 * <p>The tokens and the format of the files are specified in {@code search.md} beside this package's resources; the engine in
 * the browser, {@code engine.js} there, is the other implementation of both.
 *
 * <p>Doors: {@link SearchIndex}.
 *
 * <p>Incremental: an edit tokenizes the changed notices and rewrites only the shards that contain terms in which their old and
 * new versions differ.
 *
 * <p>Lucene is not used, since its index cannot be read in small pieces by a browser.
 */
@NullMarked
package io.noticepress.search;

import org.jspecify.annotations.NullMarked;
