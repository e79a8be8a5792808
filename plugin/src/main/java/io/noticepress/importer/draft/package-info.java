/** Writes a recognised document as front matter and Markdown, with a stub for each translation. */
package io.noticepress.importer.draft;
