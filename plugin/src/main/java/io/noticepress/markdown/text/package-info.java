/**
 * Characters, source positions and plain text with offsets.
 *
 * <p>Plain text as a reader sees it, in which every character knows its place in the file; Chinese characters; typed
 * numbers such as （一）.
 *
 * <p>Doors: {@link BlockText}, {@link MarkdownSource}, {@link NumberMarker}.
 *
 * <p>Incremental: extracted again whenever a text is parsed.
 */
@NullMarked
package io.noticepress.markdown.text;

import org.jspecify.annotations.NullMarked;
