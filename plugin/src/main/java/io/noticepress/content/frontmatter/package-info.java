/**
 * Reads the front matter of notices, translations and pages.
 *
 * <p>{@link NoticeReader} and {@link PageReader} make the facts of a notice or page from its files; each group of fields has a
 * reader of its own.
 *
 * <p>Doors: {@link BasisWriter}, {@link BodySource}, {@link DateReader}, {@link FieldLocation}, {@link KindMatcher}, {@link
 * NoticeFacts}, {@link NoticeReader}, {@link PageReader}.
 *
 * <p>Incremental: a notice is read again only if one of its files or the settings changed; the facts of the others come from
 * the cache.
 */
@NullMarked
package io.noticepress.content.frontmatter;

import org.jspecify.annotations.NullMarked;
