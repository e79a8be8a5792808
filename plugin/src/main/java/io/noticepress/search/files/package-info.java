/**
 * Shards of terms and of positions: split, merged, stored between builds, and named by their content.
 *
 * <p>Incremental: an edit rewrites the shards of the terms that it changes, some dozens, and appends them to the store.
 */
@NullMarked
package io.noticepress.search.files;

import org.jspecify.annotations.NullMarked;
