/** Shards of terms and positions: split, merged, stored between builds, named by content. */
package io.noticepress.search.files;
