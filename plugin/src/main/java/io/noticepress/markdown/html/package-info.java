/** Writes the parsed text as HTML through an allow-list of elements. */
package io.noticepress.markdown.html;
