/** Markdown to safe HTML, headings, blocks and links. */
package io.noticepress.markdown;
