/** Bits, bytes and append-only files in which an index is written. */
package io.noticepress.search.codec;
