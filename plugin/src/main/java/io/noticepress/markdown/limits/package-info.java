/** Limits of size, count and nesting, checked before and while a text is parsed. */
package io.noticepress.markdown.limits;
