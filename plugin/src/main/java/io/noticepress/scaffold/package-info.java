/** New notices: asks for what is missing and writes the files.
 *
 * <p>Input is checked by the readers of front matter. Files are written all or none, and none is overwritten.
 *
 * <p>Doors: {@link NewNoticeInput}, {@link NoticeCreator}, {@link Prompter}.
 *
 * <p>Incremental: nothing is kept; the next build reads the new files like any others.
 */
@NullMarked
package io.noticepress.scaffold;

import org.jspecify.annotations.NullMarked;
