/**
 * Compact maps and hash tables for many small entries.
 *
 * <p>Keeps 100,000 notices within 512 MB of heap.
 *
 * <p>Doors: {@link HashIndex}, {@link IntHashTable}.
 *
 * <p>Incremental: an index is rebuilt for each new set of notices, in linear time.
 *
 * <p>The maps of the JDK are not used for these entries, as one entry takes about 50 bytes besides its key and value.
 */
@NullMarked
package io.noticepress.model.collections;

import org.jspecify.annotations.NullMarked;
