/** Characters, source positions and plain text with offsets. */
package io.noticepress.markdown.text;
