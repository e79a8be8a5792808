/** Compact maps and hash tables for many small entries. */
package io.noticepress.model.collections;
