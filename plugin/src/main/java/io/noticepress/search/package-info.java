/**
 * Inverted index in files a browser can fetch, one per language.
 *
 * <p>The tokens and the format of the files are specified in {@code search.md} beside this package's resources; the engine in
 * the browser, {@code engine.js} there, is the other implementation of both.
 */
package io.noticepress.search;
