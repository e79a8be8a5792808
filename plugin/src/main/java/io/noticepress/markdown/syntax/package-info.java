/**
 * Extensions of the Markdown parser for official Chinese documents.
 *
 * <p>Configures flexmark: CommonMark with tables and footnotes, emphasis that works next to Chinese, autolinks that end
 * where Chinese begins.
 *
 * <p>Incremental: the parsers are created once; a text is parsed as a whole.
 *
 * <p>flexmark's own delimiter processors and autolinks are extended, as they expect spaces between words.
 */
@NullMarked
package io.noticepress.markdown.syntax;

import org.jspecify.annotations.NullMarked;
