/**
 * Frequent phrases, indexed as terms of their own and as the context of their neighbours.
 *
 * <p>A term that occurs in nearly every notice has a long position list. Common phrases have none; instead, the positions of
 * other terms record which common phrases precede and follow them. Section 2.1 of {@code search.md}.
 *
 * <p>Incremental: the common phrases of the previous index are used again; they are counted again only if the sample of
 * notices changed, and only if the result differs is the index rebuilt.
 */
@NullMarked
package io.noticepress.search.phrases;

import org.jspecify.annotations.NullMarked;
