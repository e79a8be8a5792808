/**
 * FreeMarker, confined to the theme's own files and to record components.
 *
 * <p>Reads the files of a theme, parses its templates and runs them; problems name the file, line and column in the theme.
 *
 * <p>Incremental: templates are parsed once per build; a change in the theme renders all HTML pages again.
 *
 * <p>{@link Utf8Writer} is used instead of the JDK's {@code OutputStreamWriter}, which takes 2 to 3.5 times as long to
 * encode a page.
 */
@NullMarked
package io.noticepress.render.template;

import org.jspecify.annotations.NullMarked;
