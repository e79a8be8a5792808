/**
 * Fills the records of templates from the catalog, in one language.
 *
 * <p>One assembler for each group of pages; what pages in one language share is in {@link LanguageContext}.
 *
 * <p>Incremental: a view is assembled for each page that is rendered; the menus are assembled once per build.
 */
@NullMarked
package io.noticepress.render.views.assemble;

import org.jspecify.annotations.NullMarked;
