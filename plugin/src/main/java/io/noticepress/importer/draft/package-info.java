/**
 * Writes a recognised document as front matter and Markdown, with a stub for each translation.
 *
 * <p>Chooses slug and year, escapes what Markdown would interpret, and writes {@code TODO} for what the source lacks.
 *
 * <p>Incremental: importing is not part of a build; each import writes its drafts once.
 *
 * <p>The YAML is written as text: it has few fields and comments between them, which SnakeYAML writes only from a tree of
 * nodes.
 */
@NullMarked
package io.noticepress.importer.draft;

import org.jspecify.annotations.NullMarked;
