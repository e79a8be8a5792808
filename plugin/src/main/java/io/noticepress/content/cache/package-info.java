/**
 * Encodes the facts of a notice for the next build, and decodes them if its files are unchanged.
 *
 * <p>Doors: {@link FactsCacheCodec}.
 *
 * <p>Incremental: facts of notices in unchanged folders are decoded without looking at their files; other files are compared by
 * stamp, then by digest.
 */
@NullMarked
package io.noticepress.content.cache;

import org.jspecify.annotations.NullMarked;
