/** Encoding of an index: bits, LEB128 numbers, front-coded terms, and the segments that are merged into it. */
package io.noticepress.search.codec;
