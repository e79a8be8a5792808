/** Markdown to safe HTML, outline, findings and plain text. */
package io.noticepress.markdown;
