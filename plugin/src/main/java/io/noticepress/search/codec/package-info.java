/** Encoding of an index: bits, LEB128 numbers, front-coded terms, and the segments that are merged into it. */
@NullMarked
package io.noticepress.search.codec;

import org.jspecify.annotations.NullMarked;
