/** Extensions of the Markdown parser for official Chinese documents. */
package io.noticepress.markdown.syntax;
