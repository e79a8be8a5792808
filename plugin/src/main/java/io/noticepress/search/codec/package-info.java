/**
 * Encoding of an index: bits, LEB128 numbers and front-coded terms.
 *
 * <p>Example: the number 300 is the bytes {@code AC 02}; after {@code innovate}, the term {@code innovation} is 7 and {@code ion}.
 *
 * <p>Incremental: nothing is kept here.
 *
 * <p>Own code: the format is read by our own engine in the browser; both are specified in {@code search.md}.
 */
@NullMarked
package io.noticepress.search.codec;

import org.jspecify.annotations.NullMarked;
