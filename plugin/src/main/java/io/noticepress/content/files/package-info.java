/**
 * The content folder: which files there are, what they may be called, and how they are decoded.
 *
 * <p>A path is checked here before any file is opened; links out of the folder are never followed.
 *
 * <p>Doors: {@link ContentFolder}, {@link Inventory}, {@link NoticeFiles}, {@link PageFiles}, {@link Slug}.
 *
 * <p>Incremental: folders are listed again only if their entries may have changed; files are read only by those who need their
 * content.
 */
@NullMarked
package io.noticepress.content.files;

import org.jspecify.annotations.NullMarked;
